namespace Stratus.Configuration;

/// <summary>A mistake in what a user wrote.</summary>
/// <param name="Message">What is wrong and what to do: plain text.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 units, from 1.</param>
public readonly record struct SettingsProblem(string Message, int Line, int Column);
