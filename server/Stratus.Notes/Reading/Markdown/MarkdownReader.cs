using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Stratus.Notes.Reading.Diagrams;
using Stratus.Notes.Reading.Html;
using Stratus.Notes.Text;

namespace Stratus.Notes.Reading.Markdown;

/// <summary>Reads the blocks and inlines that Markdig finds in a chunk.</summary>
internal sealed class MarkdownReader
{
    internal static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UsePipeTables()
        .UseGridTables()
        .UseAutoLinks()
        .UseTaskLists()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    private readonly string _text;
    private readonly ChunkStructure _structure;

    // HTML may reach beyond the block that Markdig sees (a table with a blank line in it); blocks before this are done.
    private int _doneUntil;
    private int _listDepth;

    // The words of the run that is read, and of the inline code in it.
    private readonly FlatText.Builder _words = new();
    private FlatText.Builder? _code;

    private MarkdownReader(string text, ChunkStructure structure)
    {
        _text = text;
        _structure = structure;
    }

    // Most chunks have neither fences nor tables.
    private SourceText Lines => field ??= new SourceText(_text);

    /// <summary>Reads a chunk into a structure.</summary>
    /// <exception cref="ArgumentException">Markdig refuses the text (too deeply nested).</exception>
    public static void Read(string text, string linkLabels, ChunkStructure structure)
    {
        // Markdig resolves [text][label] only where it sees the definition: the note's labels are put after the chunk.
        var source = linkLabels.Length == 0 ? text : text + Definitions(linkLabels);
        var reader = new MarkdownReader(text, structure);
        reader.ReadBlocks(Markdig.Markdown.Parse(source, Pipeline));
    }

    private static string Definitions(string linkLabels) =>
        "\n\n" + string.Concat(linkLabels.Split('\n').Select(label => $"[{label}]: x\n"));

    private void ReadBlocks(ContainerBlock container)
    {
        foreach (var block in container)
        {
            if (block.Span.Start < _doneUntil || block.Span.Start >= _text.Length)
            {
                continue;
            }

            Read(block);
        }
    }

    private void Read(Block block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                _words.Clear();
                ReadInlines(heading.Inline, TextKind.Heading);
                _structure.AddHeading(heading.Level, SpanOf(heading), _words);
                break;
            case HtmlBlock html:
                _doneUntil = HtmlReader.Read(_text, SpanOf(html), _structure);
                break;
            case FencedCodeBlock fence:
                ReadFence(fence);
                break;
            case CodeBlock code:
                _structure.Regions.Add(new(TextKind.CodeBlock, SpanOf(code)));
                break;
            case LinkReferenceDefinitionGroup definitions:
                foreach (var definition in definitions)
                {
                    if (definition.Span.Start < _text.Length)
                    {
                        _structure.Regions.Add(new(TextKind.Url, SpanOf(definition)));
                    }
                }

                break;
            case Table table:
                ReadTable(table);
                break;
            case LeafBlock { Inline: not null } leaf:
                _words.Clear();
                ReadInlines(leaf.Inline, TextKind.Prose);
                var isFirstInItem = leaf.Parent is ListItemBlock item && item[0] == leaf;
                _structure.AddRun(_words, TextKind.Prose, isFirstInItem ? RunPlace.ListItem : RunPlace.Paragraph, _listDepth);
                break;
            case ListBlock list:
                _listDepth++;
                ReadBlocks(list);
                _listDepth--;
                break;
            case ContainerBlock inner:
                ReadBlocks(inner);
                break;
        }
    }

    private void ReadFence(FencedCodeBlock fence)
    {
        var span = SpanOf(fence);
        var lines = new List<TextSpan>();
        for (var line = fence.Line + 1; line <= fence.Line + fence.Lines.Count && line < Lines.LineCount; line++)
        {
            // By number: where Markdig expands a tab, its line is no part of the source.
            lines.Add(Lines.Line(line));
        }

        // Markdig ends a fence that nobody closed at its first line.
        span = lines is [.., var last] && last.End > span.End ? TextSpan.FromBounds(span.Start, last.End) : span;

        if (Diagram.IsDiagram(fence.Info, lines.Count == 0 ? [] : FirstWords(lines)))
        {
            Diagram.Read(_text, span, lines, _structure);
        }
        else
        {
            _structure.Regions.Add(new(TextKind.CodeBlock, span));
        }
    }

    private ReadOnlySpan<char> FirstWords(List<TextSpan> lines)
    {
        foreach (var line in lines)
        {
            var words = _text.AsSpan(line.Start, line.Length).Trim();
            if (!words.IsEmpty)
            {
                return words;
            }
        }

        return [];
    }

    private void ReadTable(Table table)
    {
        var span = SpanOf(table);
        var isPipe = _text.AsSpan(span.Start, span.Length).TrimStart().StartsWith('+') is false;
        var rows = new List<RawRow>();
        var expected = Lines.LineOf(span.Start);
        foreach (var row in table.OfType<Markdig.Extensions.Tables.TableRow>())
        {
            rows.Add(isPipe ? ReadPipeRow(row, expected) : ReadGridRow(row));

            // The rows of a pipe table are lines that follow each other, with the delimiter row below the header.
            expected = Lines.LineOf(rows[^1].Span.Start) + (row.IsHeader ? 2 : 1);
        }

        _structure.Tables.Add(new(span, isPipe ? TableFormat.Pipe : TableFormat.Grid, rows));
    }

    private RawRow ReadPipeRow(Markdig.Extensions.Tables.TableRow row, int expectedLine)
    {
        // Empty cells have no place in Markdig's tree, and an empty row has none at all: the borders are read from its line.
        var cells = row.OfType<Markdig.Extensions.Tables.TableCell>().ToList();
        var filled = cells.Where(cell => !cell.Span.IsEmpty).Select(SpanOf).ToList();
        var line = Lines.Line(filled.Count > 0 ? Lines.LineOf(filled[0].Start) : Math.Min(expectedLine, Lines.LineCount - 1));
        var areas = PipeRow.Cells(_text, line, cells.Count);
        var isExact = areas is not null && filled.TrueForAll(cell => Array.Exists(areas, area => area.Contains(cell)));
        var span = isExact ? line : TextSpan.FromBounds(line.Start, Math.Max(line.End, filled.Count > 0 ? filled[^1].End : line.End));
        return new(span, row.IsHeader, [.. cells.Select((cell, index) =>
            new RawCell(index, isExact ? areas![index] : cell.Span.IsEmpty ? new(span.End, 0) : SpanOf(cell), ReadCell(cell)))]);
    }

    private RawRow ReadGridRow(Markdig.Extensions.Tables.TableRow row)
    {
        var span = SpanOf(row);
        return new(span, row.IsHeader, [.. row.OfType<Markdig.Extensions.Tables.TableCell>().Select((cell, index) =>
            new RawCell(Math.Max(index, cell.ColumnIndex), cell.Span.IsEmpty ? new(span.End, 0) : SpanOf(cell), ReadCell(cell)))]);
    }

    private TextRun? ReadCell(Markdig.Extensions.Tables.TableCell cell)
    {
        _words.Clear();
        foreach (var leaf in cell.Descendants<LeafBlock>())
        {
            if (!_words.IsEmpty)
            {
                _words.AppendBreak(new(leaf.Span.Start, 0));
            }

            ReadInlines(leaf.Inline, TextKind.TableCell);
        }

        return _words.IsEmpty ? null : _structure.AddRun(_words, TextKind.TableCell, RunPlace.Cell);
    }

    private void ReadInlines(ContainerInline? container, TextKind kind)
    {
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            Read(inline, kind);
        }
    }

    private void Read(Inline inline, TextKind kind)
    {
        var span = SpanOf(inline);
        switch (inline)
        {
            case LiteralInline literal:
                SourceAlignment.Append(_words, literal.Content.AsSpan(), _text, span, kind);
                break;
            case HtmlEntityInline entity:
                _words.AppendDecoded(entity.Transcoded.AsSpan(), span, kind);
                break;
            case LineBreakInline { IsHard: false }:
                _words.AppendDecoded(" ", span, kind);
                break;
            case CodeInline code:
                ReadCode(code, span);
                _words.AppendBreak(span);
                break;
            case LinkInline { IsAutoLink: true } or AutolinkInline:
                _structure.Regions.Add(new(TextKind.Url, span));
                _words.AppendBreak(span);
                break;
            case LinkInline link:
                if (link.IsImage)
                {
                    _words.AppendBreak(new(span.Start, 0));
                }

                ReadInlines(link, kind == TextKind.Prose ? TextKind.LinkText : kind);
                if (link.IsImage)
                {
                    _words.AppendBreak(new(span.End, 0));
                }

                if (!link.UrlSpan.IsEmpty && link.UrlSpan.Start >= span.Start && link.UrlSpan.End < span.End)
                {
                    _structure.Regions.Add(new(TextKind.Url, new(link.UrlSpan.Start, link.UrlSpan.Length)));
                }

                break;
            case HtmlInline tag:
                ReadTag(tag, span);
                break;
            case ContainerInline nested:
                ReadInlines(nested, kind);
                break;
            default:
                _words.AppendBreak(span);
                break;
        }
    }

    private void ReadCode(CodeInline code, TextSpan span)
    {
        _code ??= new();
        _code.Clear();
        SourceAlignment.Append(_code, code.Content.AsSpan(), _text, span, TextKind.CodeSpan);
        _structure.AddRun(_code, TextKind.CodeSpan, RunPlace.Code);
    }

    private void ReadTag(HtmlInline tag, TextSpan span)
    {
        var isComment = tag.Tag.StartsWith("<!--", StringComparison.Ordinal);
        _structure.Regions.Add(new(isComment ? TextKind.Comment : TextKind.HtmlTag, span));
        if (!isComment && !HtmlElements.IsInline(HtmlTokenizer.TagName(tag.Tag)))
        {
            _words.AppendBreak(span);
        }
    }

    private TextSpan SpanOf(MarkdownObject node)
    {
        var start = Math.Clamp(node.Span.Start, 0, _text.Length);
        return TextSpan.FromBounds(start, Math.Clamp(node.Span.End + 1, start, _text.Length));
    }
}
