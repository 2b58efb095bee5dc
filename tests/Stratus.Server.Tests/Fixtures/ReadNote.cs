using System.Text.Json;
using Stratus.Notes.Text;

namespace Stratus.Server.Tests.Fixtures;

/// <summary>What the program made of a note: the model of <c>stratus inspect</c>, its findings, its hovers.</summary>
/// <param name="Text">The note.</param>
/// <param name="Model">The model, as docs/inspect.md has it.</param>
/// <param name="Findings">The diagnostics of LSP.</param>
/// <param name="Hovers">The words of the card for each place that was asked about, null where there is none.</param>
/// <param name="Offers">The labels of the list for each place that was asked about, typed up to there or not.</param>
/// <param name="Around">What else the server tells of its places.</param>
internal sealed record ReadNote(
    string Text,
    JsonElement Model,
    JsonElement[] Findings,
    IReadOnlyDictionary<int, string?> Hovers,
    IReadOnlyDictionary<(bool IsTyped, int Offset), string[]> Offers,
    AroundTheCursor Around)
{
    private readonly SourceText _source = new(Text);

    internal IEnumerable<ReadMention> Mentions => Model.GetProperty("mentions").EnumerateArray()
        .Select(mention => new ReadMention(Span(mention), Strings(mention, "terms"), mention.GetProperty("form").GetString()!));

    internal IEnumerable<ReadPlacement> Placements => Model.GetProperty("placements").EnumerateArray()
        .Select(placement => new ReadPlacement(
            string.Join(' ', Strings(placement, "services")),
            string.Join(' ', placement.GetProperty("layers").EnumerateArray().Select(layer => layer.GetRawText())),
            placement.GetProperty("hedged").GetBoolean()));

    internal JsonElement[] Tables => [.. Model.GetProperty("tables").EnumerateArray()];

    /// <summary>The kind of text at an offset, or "none".</summary>
    internal string KindAt(int offset) => Model.GetProperty("text").EnumerateArray()
        .Where(region => Span(region) is var (start, end) && start <= offset && offset < end)
        .Select(region => region.GetProperty("kind").GetString()!)
        .LastOrDefault("none");

    /// <summary>The place of something with an LSP range, in UTF-16 units.</summary>
    internal (int Start, int End) Span(JsonElement ranged) =>
        (Offset(ranged.GetProperty("range").GetProperty("start")), Offset(ranged.GetProperty("range").GetProperty("end")));

    internal string Cut((int Start, int End) span) => Text[span.Start..span.End];

    /// <summary>The LSP position of an offset.</summary>
    internal static (int Line, int Character) Position(string text, int offset)
    {
        var position = new SourceText(text).PositionOf(offset, PositionEncoding.Utf16);
        return (position.Line, position.Character);
    }

    /// <summary>The offset of a line and a UTF-16 unit in it, both from 0.</summary>
    internal static int Offset(string text, int line, int character) =>
        new SourceText(text).OffsetOf(new(line, character), PositionEncoding.Utf16);

    /// <summary>The offset of an LSP position.</summary>
    internal static int Offset(string text, JsonElement position) => Offset(text, position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32());

    /// <summary>The place of an LSP range.</summary>
    internal static (int Start, int End) Span(string text, JsonElement range) => (Offset(text, range.GetProperty("start")), Offset(text, range.GetProperty("end")));

    internal static string[] Strings(JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(item => item.GetString()!)];

    private int Offset(JsonElement position) => _source.OffsetOf(
        new(position.GetProperty("line").GetInt32(), position.GetProperty("character").GetInt32()), PositionEncoding.Utf16);
}

/// <summary>A mention of the model; its span in UTF-16 units.</summary>
internal sealed record ReadMention((int Start, int End) Span, string[] Terms, string Form)
{
    internal bool IsLayer => Form == "layer";

    internal bool Overlaps(int start, int end) => Span.Start < end && start < Span.End;
}

/// <summary>A placement of the model: ids and numbers with spaces between.</summary>
internal sealed record ReadPlacement(string Services, string Layers, bool IsHedged)
{
    public override string ToString() => $"{Services} @ {Layers}{(IsHedged ? " hedged" : "")}";
}
