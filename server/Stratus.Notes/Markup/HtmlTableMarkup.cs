using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Stratus.Notes.Reading.Html;
using Stratus.Notes.Text;

namespace Stratus.Notes.Markup;

/// <summary>To which side the cells of a column are set.</summary>
public enum ColumnAlignment
{
    /// <summary>Nothing is said.</summary>
    None,
    /// <summary>Left.</summary>
    Left,
    /// <summary>Centre.</summary>
    Center,
    /// <summary>Right.</summary>
    Right,
}

/// <summary>An HTML table that holds no more than a pipe table can: a header and rows of cells.</summary>
/// <param name="Class">The class of the table, or null.</param>
/// <param name="Alignments">One for each column.</param>
/// <param name="Rows">The content of the cells, as HTML; the header first. No row is longer than the header.</param>
public sealed partial record HtmlTableMarkup(string? Class, ImmutableArray<ColumnAlignment> Alignments, ImmutableArray<ImmutableArray<string>> Rows)
{
    /// <summary>Reads a table; null with the reason where it holds more.</summary>
    /// <param name="text">From <c>&lt;table&gt;</c> to <c>&lt;/table&gt;</c>.</param>
    /// <param name="obstacle">What a pipe table has no place for; else null.</param>
    public static HtmlTableMarkup? Read(string text, out TableObstacle? obstacle)
    {
        var reader = new Reader(text);
        obstacle = reader.Read();
        return obstacle is null ? reader.Table : null;
    }

    /// <summary>The class in the start tag of a table that has no other attribute; else null.</summary>
    public static string? ClassOf(string startTag) => HtmlTag.Read(startTag).Attributes is [("class", var name)] ? name : null;

    [GeneratedRegex(@"^\s*text-align\s*:\s*(left|center|right)\s*;?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex TextAlign();

    private sealed class Reader(string text)
    {
        private readonly List<List<string>> _rows = [];
        private readonly List<ColumnAlignment> _alignments = [];
        private string? _class;
        private List<string>? _row;
        private int _cellStart = -1;
        private bool _hasBegun;
        private bool _isClosed;
        private bool _isInHead;
        private bool _hasBody;
        private bool _headsCells;

        public HtmlTableMarkup Table => new(_class, [.. _alignments], [.. _rows.Select(row => row.ToImmutableArray())]);

        public TableObstacle? Read()
        {
            for (var at = 0; at < text.Length;)
            {
                var token = HtmlTokenizer.Next(text, at, text.Length);
                at = token.Span.End;
                var source = text.AsSpan(token.Span.Start, token.Span.Length);
                var obstacle = token.Kind switch
                {
                    HtmlTokenKind.Text => _cellStart >= 0 || source.IsWhiteSpace() ? null : Because(TableObstacleKind.WordsBetweenCells),
                    HtmlTokenKind.Comment => _cellStart >= 0 ? null : Because(TableObstacleKind.CommentBetweenRows),
                    HtmlTokenKind.StartTag => Start(HtmlTag.Read(source), token.Span),
                    _ => End(HtmlTag.Read(source).Name, token.Span),
                };
                if (obstacle is not null)
                {
                    return obstacle;
                }
            }

            return !_isClosed ? Because(TableObstacleKind.NoEndTag)
                : _rows.Count == 0 || !_headsCells ? Because(TableObstacleKind.NoHeader)
                : _rows.Exists(row => row.Count > _rows[0].Count) ? Because(TableObstacleKind.LongRow)
                : null;
        }

        private TableObstacle? Start(HtmlTag tag, TextSpan span)
        {
            if (tag.Name == "table" && !_hasBegun)
            {
                _hasBegun = true;
                _class = tag["class"];
                return Unknown(tag, "class");
            }

            if (_cellStart >= 0 && tag.Name is not ("td" or "th" or "tr" or "tbody" or "thead" or "table"))
            {
                // The cell's own business.
                return null;
            }

            switch (tag.Name)
            {
                case "table":
                    return Because(TableObstacleKind.NestedTable);
                case "thead" or "tbody":
                    CloseRow(span.Start);
                    if (tag.Name == "thead" ? _rows.Count > 0 : _hasBody)
                    {
                        return Because(TableObstacleKind.Sections);
                    }

                    _isInHead = tag.Name == "thead";
                    _hasBody |= !_isInHead;
                    return Unknown(tag);
                case "tr":
                    CloseRow(span.Start);
                    _row = [];
                    return Unknown(tag);
                case "td" or "th":
                    return StartCell(tag, span);
                case "caption":
                    return Because(TableObstacleKind.Caption);
                default:
                    return Because(TableObstacleKind.Tag, tag.Name);
            }
        }

        private TableObstacle? StartCell(HtmlTag tag, TextSpan span)
        {
            CloseCell(span.Start);
            if (_row is null)
            {
                return Because(TableObstacleKind.CellOutsideRows);
            }

            if (tag.Attributes.Any(attribute => attribute.Name is "rowspan" or "colspan"))
            {
                return Because(TableObstacleKind.SpanningCell);
            }

            var align = tag["align"] ?? (tag["style"] is { } style && TextAlign().Match(style) is { Success: true } match ? match.Groups[1].Value : null);
            var known = align is null ? [] : (string[])["align", tag["align"] is null ? "style" : "align"];
            if (Unknown(tag, known) is { } obstacle)
            {
                return obstacle;
            }

            var alignment = Enum.TryParse<ColumnAlignment>(align, ignoreCase: true, out var read) ? read : ColumnAlignment.None;
            if (align is not null && alignment == ColumnAlignment.None)
            {
                return Because(TableObstacleKind.Alignment, align);
            }

            var isHeader = _rows.Count == 0;
            if (isHeader)
            {
                _headsCells |= tag.Name == "th" || _isInHead;
                if (tag.Name == "td" && _headsCells && !_isInHead)
                {
                    return Because(TableObstacleKind.PartialHeader);
                }

                _alignments.Add(alignment);
            }
            else if (tag.Name == "th" || _isInHead)
            {
                return Because(_isInHead ? TableObstacleKind.LongHeader : TableObstacleKind.RowHeader);
            }
            else if (_row.Count < _alignments.Count && _alignments[_row.Count] != alignment)
            {
                return Because(TableObstacleKind.MixedAlignment);
            }

            _cellStart = span.End;
            return null;
        }

        private TableObstacle? End(string name, TextSpan span)
        {
            switch (name)
            {
                case "td" or "th":
                    CloseCell(span.Start);
                    return null;
                case "tr":
                    CloseRow(span.Start);
                    return null;
                case "thead" or "tbody":
                    CloseRow(span.Start);
                    _isInHead = false;
                    return null;
                case "table":
                    CloseRow(span.Start);
                    _isClosed = true;
                    return null;
                default:
                    return _cellStart >= 0 ? null : Because(TableObstacleKind.Tag, "/" + name);
            }
        }

        private void CloseCell(int at)
        {
            if (_cellStart >= 0)
            {
                _row!.Add(text[_cellStart..at]);
                _cellStart = -1;
            }
        }

        private void CloseRow(int at)
        {
            CloseCell(at);
            if (_row is not null)
            {
                _rows.Add(_row);
                _row = null;
            }
        }

        private static TableObstacle? Unknown(HtmlTag tag, params string[] known) =>
            tag.Attributes.FirstOrDefault(attribute => !known.Contains(attribute.Name)) is { Name: { } name }
                ? new(TableObstacleKind.Attribute, name, tag.Name == "th" ? "td" : tag.Name)
                : null;

        private static TableObstacle? Because(TableObstacleKind kind, string name = "") => new(kind, name);
    }
}
