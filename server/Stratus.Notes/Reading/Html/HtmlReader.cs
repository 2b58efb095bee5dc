using System.Buffers;
using System.Net;
using Stratus.Notes.Reading.Diagrams;
using Stratus.Notes.Text;

namespace Stratus.Notes.Reading.Html;

/// <summary>
/// Reads HTML: its tables, headings and text. A table is read to its end tag even where a blank line ends Markdown's
/// HTML block within it.
/// </summary>
internal sealed class HtmlReader
{
    // Deeper tables are read as text of the innermost one.
    private const int MaximumDepth = 16;

    private static readonly SearchValues<char> EntityCharacters =
        SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly string _text;
    private readonly ChunkStructure _structure;
    private readonly Stack<TableBuilder> _tables = [];
    private FlatText.Builder _words = new();
    private int _headingLevel;
    private int _headingStart;
    private bool _inCode;
    private int _listDepth;
    private bool _inItem;
    private bool _inCaption;

    private HtmlReader(string text, ChunkStructure structure)
    {
        _text = text;
        _structure = structure;
    }

    private bool InCell => _tables.TryPeek(out var table) && table.Cell is not null;

    private FlatText.Builder Words => InCell ? _tables.Peek().Cell!.Words : _words;

    private TextKind Kind => _inCode ? TextKind.CodeSpan : InCell ? TextKind.TableCell : _headingLevel > 0 ? TextKind.Heading : TextKind.HtmlText;

    /// <summary>Reads an HTML block, and beyond it to the end of a table that is open at its end.</summary>
    /// <returns>Where the reading ended.</returns>
    public static int Read(string text, TextSpan block, ChunkStructure structure)
    {
        var reader = new HtmlReader(text, structure);
        var at = block.Start;
        while (at < block.End || (reader._tables.Count > 0 && at < text.Length))
        {
            at = reader.ReadToken(HtmlTokenizer.Next(text, at, at < block.End ? block.End : text.Length));
        }

        while (reader._tables.Count > 0)
        {
            reader.CloseTable(at);
        }

        reader.EndRun(at);
        return at;
    }

    private int ReadToken(HtmlToken token)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Text:
                ReadText(token.Span);
                return token.Span.End;
            case HtmlTokenKind.Comment:
                _structure.Regions.Add(new(TextKind.Comment, token.Span));
                return token.Span.End;
            case HtmlTokenKind.StartTag:
                _structure.Regions.Add(new(TextKind.HtmlTag, token.Span));
                return ReadStartTag(token.Span);
            default:
                _structure.Regions.Add(new(TextKind.HtmlTag, token.Span));
                ReadEndTag(token.Span);
                return token.Span.End;
        }
    }

    private int ReadStartTag(TextSpan tag)
    {
        var source = _text.AsSpan(tag.Start, tag.Length);
        var name = HtmlTokenizer.TagName(source);
        if (HtmlElements.IsRaw(name))
        {
            EndRun(tag.Start);
            return ReadRaw(name, source, tag.End);
        }

        if (HtmlElements.IsCode(name))
        {
            _inCode = true;
            Words.AppendBreak(tag);
        }
        else if (name.Equals("table", StringComparison.OrdinalIgnoreCase) && _tables.Count < MaximumDepth)
        {
            EndRun(tag.Start);
            _tables.Push(new TableBuilder(tag.Start));
        }
        else if (_tables.TryPeek(out var table) && name.Equals("tr", StringComparison.OrdinalIgnoreCase))
        {
            LeaveCaption(tag.Start);
            CloseRow(table, tag.Start);
            table.StartRow(tag.Start);
        }
        else if (_tables.TryPeek(out table) && (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase)))
        {
            LeaveCaption(tag.Start);
            CloseCell(table, tag.Start);
            table.StartCell(tag, isHeader: name[1] is 'h' or 'H', HtmlTokenizer.NumberAttribute(source, "colspan"), HtmlTokenizer.NumberAttribute(source, "rowspan"));
        }
        else if (!HtmlElements.IsInline(name))
        {
            EndRun(tag.Start);
            ReadTablePart(name, isStart: true);
            _headingLevel = HtmlElements.HeadingLevel(name);
            _headingStart = tag.Start;
            _inItem = name.Equals("li", StringComparison.OrdinalIgnoreCase);
            _listDepth += IsList(name) ? 1 : 0;
        }

        return tag.End;
    }

    private void ReadEndTag(TextSpan tag)
    {
        var name = HtmlTokenizer.TagName(_text.AsSpan(tag.Start, tag.Length));
        if (HtmlElements.IsCode(name))
        {
            _inCode = false;
            Words.AppendBreak(tag);
        }
        else if (_tables.TryPeek(out var table) && name.Equals("table", StringComparison.OrdinalIgnoreCase))
        {
            CloseTable(tag.Start, tag.End);
        }
        else if (_tables.TryPeek(out table) && name.Equals("tr", StringComparison.OrdinalIgnoreCase))
        {
            CloseRow(table, tag.Start, tag.End);
        }
        else if (_tables.TryPeek(out table) && (name.Equals("td", StringComparison.OrdinalIgnoreCase) || name.Equals("th", StringComparison.OrdinalIgnoreCase)))
        {
            CloseCell(table, tag.Start);
        }
        else if (!HtmlElements.IsInline(name))
        {
            EndRun(tag.End);
            _listDepth -= IsList(name) && _listDepth > 0 ? 1 : 0;
            ReadTablePart(name, isStart: false);
        }
    }

    private void ReadTablePart(ReadOnlySpan<char> name, bool isStart)
    {
        if (!_tables.TryPeek(out var table) || table.Cell is not null)
        {
            return;
        }

        if (name.Equals("caption", StringComparison.OrdinalIgnoreCase))
        {
            _inCaption = isStart;
        }
        else if (name.Equals("thead", StringComparison.OrdinalIgnoreCase))
        {
            table.InHead = isStart;
        }
        else if (name.Equals("tbody", StringComparison.OrdinalIgnoreCase))
        {
            table.InHead = false;
        }
    }

    // A caption that nobody closed ends where the rows begin.
    private void LeaveCaption(int at)
    {
        if (_inCaption)
        {
            EndRun(at);
            _inCaption = false;
        }
    }

    private static bool IsList(ReadOnlySpan<char> name) =>
        name.Equals("ul", StringComparison.OrdinalIgnoreCase) || name.Equals("ol", StringComparison.OrdinalIgnoreCase);

    // <script type="text/plain"> and <pre> may hold a diagram; else they are code.
    private int ReadRaw(ReadOnlySpan<char> name, ReadOnlySpan<char> tag, int contentStart)
    {
        var rest = _text.AsSpan(contentStart);
        var length = rest.IndexOf($"</{name}", StringComparison.OrdinalIgnoreCase);
        var content = new TextSpan(contentStart, length < 0 ? rest.Length : length);
        var words = _text.AsSpan(content.Start, content.Length).TrimStart();
        if (Diagram.IsDiagram(tag.Contains("mermaid", StringComparison.OrdinalIgnoreCase) ? "mermaid" : null, words))
        {
            var lines = new SourceText(_text.Substring(content.Start, content.Length));
            Diagram.Read(_text, content, Enumerable.Range(0, lines.LineCount).Select(line => lines.Line(line).Shift(content.Start)), _structure);
        }
        else
        {
            _structure.Regions.Add(new(TextKind.CodeBlock, content));
        }

        return content.End;
    }

    private void ReadText(TextSpan span)
    {
        if (_tables.Count > 0 && !InCell && !_inCaption)
        {
            return;
        }

        if (_inCode)
        {
            var code = new FlatText.Builder();
            AppendDecoding(code, span, TextKind.CodeSpan);
            _structure.AddRun(code, TextKind.CodeSpan, RunPlace.Code);
            Words.AppendBreak(span);
            return;
        }

        AppendDecoding(Words, span, Kind);
    }

    private void AppendDecoding(FlatText.Builder words, TextSpan span, TextKind kind)
    {
        var text = _text.AsSpan(span.Start, span.Length);
        var at = 0;
        while (at < text.Length)
        {
            var entity = text[at..].IndexOf('&');
            var plain = entity < 0 ? text.Length - at : entity;
            words.Append(text.Slice(at, plain), span.Start + at, kind);
            at += plain;
            if (at == text.Length)
            {
                break;
            }

            var length = text[(at + 1)..].IndexOfAnyExcept(EntityCharacters);
            var end = length > 0 && text[at + 1 + length] == ';' ? length + 2 : 0;
            if (end > 0 && WebUtility.HtmlDecode(text.Slice(at, end).ToString()) is var decoded && !text.Slice(at, end).SequenceEqual(decoded))
            {
                words.AppendDecoded(decoded, new(span.Start + at, end), kind);
                at += end;
            }
            else
            {
                words.Append("&", span.Start + at, kind);
                at++;
            }
        }
    }

    // Within a cell a block element separates words as a line break does; elsewhere it ends the run.
    private void EndRun(int at)
    {
        if (InCell)
        {
            Words.AppendBreak(new(at, 0));
            return;
        }

        if (_headingLevel > 0 && !_words.IsEmpty)
        {
            _structure.AddHeading(_headingLevel, TextSpan.FromBounds(_headingStart, at), _words);
        }
        else if (!_words.IsEmpty)
        {
            var run = _structure.AddRun(_words, TextKind.HtmlText, _inItem ? RunPlace.ListItem : RunPlace.Paragraph, _listDepth);
            if (_inCaption && _tables.TryPeek(out var table) && run.Text.Text.Trim() is { Length: > 0 } caption)
            {
                table.Caption ??= caption;
            }
        }

        // White space between an item's tag and its first word is no run of its own.
        _inItem &= _words.IsEmpty;
        _words = new();
        _headingLevel = 0;
    }

    private void CloseCell(TableBuilder table, int at)
    {
        if (table.Cell is { } cell)
        {
            _inCode = false;
            var run = cell.Words.IsEmpty ? null : _structure.AddRun(cell.Words, TextKind.TableCell, RunPlace.Cell);
            table.EndCell(at, run);
        }
    }

    private void CloseRow(TableBuilder table, int at, int? end = null)
    {
        CloseCell(table, at);
        table.EndRow(end ?? at);
    }

    private void CloseTable(int at, int? end = null)
    {
        LeaveCaption(at);
        var table = _tables.Pop();
        CloseRow(table, at);
        _structure.Tables.Add(table.Build(end ?? at));
    }
}
