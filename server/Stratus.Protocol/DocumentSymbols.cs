namespace Stratus.Protocol;

/// <summary>
/// A <c>DocumentSymbol</c> (with ranges and children) or, for clients that show no tree, a <c>SymbolInformation</c> (with
/// <paramref name="Location"/> and <paramref name="ContainerName"/>).
/// </summary>
/// <param name="Name">What is shown; never empty.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Tags">What is special about it, or null.</param>
/// <param name="Range">All that belongs to it.</param>
/// <param name="SelectionRange">What names it, within <paramref name="Range"/>.</param>
/// <param name="Children">What is in it.</param>
/// <param name="Location">Where it is, in a flat list.</param>
/// <param name="ContainerName">What it is in, in a flat list; null for nothing.</param>
public sealed record DocumentSymbol(
    string Name,
    SymbolKind Kind,
    int[]? Tags = null,
    Range? Range = null,
    Range? SelectionRange = null,
    DocumentSymbol[]? Children = null,
    Location? Location = null,
    string? ContainerName = null);

/// <summary>The kinds of symbols that are used, by the protocol's numbers.</summary>
public enum SymbolKind
{
    /// <summary>A field: a row.</summary>
    Field = 8,
    /// <summary>A string: a heading, as other servers for Markdown have it.</summary>
#pragma warning disable CA1720 // The protocol's own name.
    String = 15,
#pragma warning restore CA1720
    /// <summary>An array: a table, for clients that know no structures. The last kind that the first version of the protocol had.</summary>
    Array = 18,
    /// <summary>A structure: a table.</summary>
    Struct = 23,
}

/// <summary>The one tag that symbols have.</summary>
public static class SymbolTag
{
    /// <summary>Should not be used.</summary>
    public const int Deprecated = 1;
}
