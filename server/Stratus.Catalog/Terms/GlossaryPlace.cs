namespace Stratus.Terms;

/// <summary>Where a user wrote something down.</summary>
/// <param name="Path">The full path of the file; empty for the settings of an editor.</param>
/// <param name="Line">The line, from 0.</param>
/// <param name="Character">The character in it, from 0, in UTF-16 units.</param>
public sealed record GlossaryPlace(string Path, int Line, int Character);
