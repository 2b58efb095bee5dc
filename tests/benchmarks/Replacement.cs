namespace Stratus.Benchmarks;

/// <summary>A part of a line, and what is written instead.</summary>
/// <param name="Line">The line, from 0.</param>
/// <param name="Character">Where it begins, in UTF-16 units.</param>
/// <param name="Length">Its length, in UTF-16 units.</param>
/// <param name="Text">What is written; it needs no escaping in JSON.</param>
internal sealed record Replacement(int Line, int Character, int Length, string Text);
