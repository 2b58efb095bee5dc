namespace Stratus.Notes.Text;

/// <summary>Reads the lines of a text from some place on. It looks at the text in stretches that grow, so that few lines cost little.</summary>
internal ref struct LineReader
{
    private const int FirstStretch = 2_048;

    private readonly SourceText _source;
    private ReadOnlySpan<char> _stretch;
    private int _stretchStart;
    private int _next;

    /// <summary>A reader that has read nothing.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">Where a line starts.</param>
    public LineReader(SourceText source, int start)
    {
        (_source, _stretchStart, _next) = (source, start, start);
        _stretch = source.SliceFrom(start, FirstStretch);
    }

    /// <summary>Where the line that was read last starts.</summary>
    public int Start { get; private set; }

    /// <summary>The line that was read last, without its line end.</summary>
    public ReadOnlySpan<char> Line { get; private set; }

    /// <summary>Where the line after it starts.</summary>
    public readonly int Next => _next;

    /// <summary>The length of the text.</summary>
    public readonly int Length => _source.Length;

    /// <summary>Reads the next line; false at the end of the text. After the last line end there is one more line, which is empty.</summary>
    public bool Read()
    {
        if (_next > _source.Length)
        {
            return false;
        }

        var length = LengthOfNext();
        Start = _next;
        Line = _stretch.Slice(_next - _stretchStart, length);
        // Past the text where there is no line any more.
        _next = EndOfNext(length) ?? _source.Length + 1;
        return true;
    }

    /// <summary>The line that will be read next; empty at the end of the text.</summary>
    public ReadOnlySpan<char> Peek()
    {
        if (_next > _source.Length)
        {
            return [];
        }

        var length = LengthOfNext();
        return _stretch.Slice(_next - _stretchStart, length);
    }

    // The line end must be in the stretch as well: CR LF is one.
    private int LengthOfNext()
    {
        while (true)
        {
            var rest = _stretch[(_next - _stretchStart)..];
            var length = rest.IndexOfAny('\n', '\r');
            var isAll = _stretchStart + _stretch.Length == _source.Length;
            if (length >= 0 && (isAll || length + 1 < rest.Length))
            {
                return length;
            }

            if (isAll)
            {
                return rest.Length;
            }

            _stretch = _source.SliceFrom(_next, Math.Max(FirstStretch, 2 * _stretch.Length));
            _stretchStart = _next;
        }
    }

    private readonly int? EndOfNext(int length)
    {
        var rest = _stretch[(_next - _stretchStart + length)..];
        return rest switch
        {
            [] => null,
            ['\r', '\n', ..] => _next + length + 2,
            _ => _next + length + 1,
        };
    }
}
