using Stratus.Notes.Meaning.Layers;
using Stratus.Notes.Text;

namespace Stratus.Notes.Chunks;

/// <summary>
/// Cuts a note into chunks by looking at its lines only. A cut is made only where any Markdown parser must begin a new
/// top-level block, or a list an item; where that is not sure (in fences, comments, open HTML tables) no cut is made. A chunk too
/// large costs time, never truth.
/// </summary>
internal static class ChunkSplitter
{
    /// <summary>Where the chunks after the first one start: each cut that the lines from there on make.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Where the first chunk starts, which is no cut.</param>
    /// <param name="isLast">True for the last cut that is wanted; it is returned too.</param>
    public static List<int> Cuts(SourceText source, int start, Func<int, bool>? isLast = null)
    {
        var cuts = new List<int>();
        var lines = new LineReader(source, start);
        var state = default(BlockState);
        var afterBlank = true;
        while (lines.Read())
        {
            var line = lines.Line;
            var isBlank = line.Trim(" \t").IsEmpty;
            if (lines.Start > start && !isBlank && (state.AllowsCut(line, afterBlank) || (state.IsPlain && BeginsPipeTable(line, ref lines))))
            {
                cuts.Add(lines.Start);
                if (isLast?.Invoke(lines.Start) == true)
                {
                    break;
                }

                state = default;
            }

            state.Read(line, isBlank);
            afterBlank = isBlank;
        }

        return cuts;
    }

    // GitHub's tables may follow a paragraph without a blank line between; Markdig's may not.
    private static bool BeginsPipeTable(ReadOnlySpan<char> line, ref LineReader lines)
    {
        if (!line.Contains('|'))
        {
            return false;
        }

        var delimiters = lines.Peek();
        return delimiters.Contains('|') && delimiters.Contains('-') && !delimiters.ContainsAnyExcept(" \t|:-");
    }

    /// <summary>What the lines of the present chunk have opened.</summary>
    private ref struct BlockState
    {
        private char _fence;
        private int _fenceLength;
        private bool _fenceInContainer;
        private bool _startsInContainer;
        private bool _startsWithNumber;
        private bool _hasLines;
        private int _openTables;
        private string? _rawEnd;
        private bool _hasHtml;
        private bool _underLayerHeading;
        // The line before, and whether the one before that belongs to its paragraph: together with a line below they are a heading.
        private ReadOnlySpan<char> _lineBefore;
        private bool _goesOn;

        /// <summary>True as long as there are only paragraphs and headings at the margin.</summary>
        public readonly bool IsPlain => _fence == 0 && _rawEnd is null && _openTables == 0 && !_startsInContainer && !_hasHtml;

        public readonly bool AllowsCut(ReadOnlySpan<char> line, bool afterBlank)
        {
            if (line[0] is ' ' or '\t' || _rawEnd is not null)
            {
                return false;
            }

            if (_fence != 0 && !(_fenceInContainer && afterBlank))
            {
                return false;
            }

            if (IsAtxHeading(line))
            {
                // A table that nobody closed must not swallow the rest of the note.
                return _openTables == 0 || afterBlank;
            }

            // A heading that is a layer places the list below it, which must therefore stay with it.
            if (_underLayerHeading)
            {
                return false;
            }

            // An item at the margin begins a block of its own, as long as HTML does not go on to the next blank line. Lists are cut before
            // some: which, each tells by its own words, so that an edit of one moves no cut before another.
            if (_openTables == 0 && (afterBlank || !_hasHtml) && IsItem(line, isInList: _startsWithNumber || afterBlank) && BeginsChunk(line))
            {
                return true;
            }

            // After a blank line, a line at the margin that is no list item and no quote ends every container.
            return afterBlank && _openTables == 0 && !(line[0] is '-' or '*' or '+' or '>' || char.IsAsciiDigit(line[0]));
        }

        public void Read(ReadOnlySpan<char> line, bool isBlank)
        {
            if (isBlank)
            {
                _lineBefore = default;
                _goesOn = false;
                return;
            }

            if (IsUnderline(line) && !_lineBefore.IsEmpty)
            {
                // Which words of several lines are the layer is for the reader to say.
                _underLayerHeading = _goesOn || NamesLayer(_lineBefore);
            }

            _goesOn = !_lineBefore.IsEmpty;
            _lineBefore = line;

            if (IsAtxHeading(line))
            {
                _underLayerHeading = NamesLayer(line.TrimStart('#'));
            }

            var rest = line.TrimStart(" \t>");
            var indent = line.Length - rest.Length;
            if (!_hasLines)
            {
                _startsInContainer = indent > 0 || line[0] is '-' or '*' or '+' || char.IsAsciiDigit(line[0]);
                _startsWithNumber = NumberLength(line) > 0;
                _hasLines = true;
            }

            if (_fence != 0)
            {
                var run = RunLength(rest, _fence);
                if (run >= _fenceLength && rest[run..].Trim(" \t").IsEmpty)
                {
                    _fence = default;
                }

                return;
            }

            if (_rawEnd is not null)
            {
                if (line.Contains(_rawEnd, StringComparison.OrdinalIgnoreCase))
                {
                    _rawEnd = null;
                }

                return;
            }

            // A list item may hold the fence on its own first line: "- ```".
            var fenced = rest.TrimStart("-*+0123456789.) \t");
            foreach (var candidate in "`~")
            {
                var run = RunLength(fenced, candidate);
                if (run >= 3 && !(candidate == '`' && fenced[run..].Contains('`')))
                {
                    _fence = candidate;
                    _fenceLength = run;
                    _fenceInContainer = _startsInContainer && (indent >= 2 || fenced.Length < rest.Length);
                    return;
                }
            }

            ReadHtml(rest);
        }

        private void ReadHtml(ReadOnlySpan<char> line)
        {
            _hasHtml |= line.StartsWith('<');
            for (var at = line.IndexOf('<'); at >= 0;)
            {
                var tag = line[(at + 1)..];
                if (tag.StartsWith("table", StringComparison.OrdinalIgnoreCase))
                {
                    _openTables++;
                }
                else if (tag.StartsWith("/table", StringComparison.OrdinalIgnoreCase))
                {
                    _openTables = Math.Max(0, _openTables - 1);
                }
                else if (RawEndOf(tag) is { } end && tag.IndexOf(end, StringComparison.OrdinalIgnoreCase) is var closed)
                {
                    if (closed < 0)
                    {
                        _rawEnd = end;
                        return;
                    }

                    at += 1 + closed;
                }

                var next = line[(at + 1)..].IndexOf('<');
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        private static string? RawEndOf(ReadOnlySpan<char> tag)
        {
            if (tag.StartsWith("!--"))
            {
                return "-->";
            }

            foreach (var (name, end) in RawElements)
            {
                if (tag.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return end;
                }
            }

            return null;
        }

        private static readonly (string Name, string End)[] RawElements =
            [("script", "</script>"), ("style", "</style>"), ("pre", "</pre>"), ("textarea", "</textarea>")];

        private static bool IsAtxHeading(ReadOnlySpan<char> line)
        {
            var marks = RunLength(line, '#');
            return marks is >= 1 and <= 6 && (marks == line.Length || line[marks] is ' ' or '\t');
        }

        // One item of a few, by chance.
        private static bool BeginsChunk(ReadOnlySpan<char> line)
        {
            var sum = 0u;
            foreach (var unit in line)
            {
                sum = unchecked((sum * 31) + unit);
            }

            return unchecked(sum * 2654435769u) >> 30 == 0;
        }

        // CommonMark's setext headings.
        private static bool IsUnderline(ReadOnlySpan<char> line) =>
            line.Trim(" \t") is ['=' or '-', ..] marks && !marks.ContainsAnyExcept(marks[0]);

        private static bool NamesLayer(ReadOnlySpan<char> heading) => LayerScanner.FindAll(heading.ToString(), [], LayerPlace.Heading).Count > 0;

        /// <summary>True for a list item that begins with words. A number other than 1 may begin one within a list only.</summary>
        private static bool IsItem(ReadOnlySpan<char> line, bool isInList)
        {
            var mark = line[0] is '-' or '*' or '+' ? 1 : NumberLength(line);
            if (mark == 0 || mark >= line.Length || line[mark] is not (' ' or '\t'))
            {
                return false;
            }

            // "* * *" is a line across the page.
            var words = line[mark..].Trim(" \t");
            return !words.IsEmpty && (mark > 1 ? isInList || line[..mark] is "1." or "1)" : words.ContainsAnyExcept(line[0], ' ', '\t'));
        }

        private static int NumberLength(ReadOnlySpan<char> line)
        {
            var digits = line.IndexOfAnyExceptInRange('0', '9');
            return digits is > 0 and < 10 && line[digits] is '.' or ')' ? digits + 1 : 0;
        }

        private static int RunLength(ReadOnlySpan<char> text, char character)
        {
            var length = text.IndexOfAnyExcept(character);
            return length < 0 ? text.Length : length;
        }
    }
}
