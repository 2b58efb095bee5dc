using System.Collections.Immutable;

namespace Stratus.Notes.Text;

/// <summary>
/// A text while changes are made to it, one after the other: a gap buffer of its characters and one of its lines. A change
/// costs what it inserts and how far it is from the one before, so that changes in the order of the text, or in the reverse
/// order, cost the text once, however many there are.
/// </summary>
internal sealed class EditBuffer : ILineText
{
    private readonly char[] _units;
    // Where lines start up to the gap, and after it as distances from the end of the text, the last line first.
    private readonly List<int> _linesBefore;
    private readonly List<int> _linesAfter = [];
    private int _gapStart;
    private int _gapEnd;

    /// <summary>Begins with a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="room">How many UTF-16 units will be inserted at most.</param>
    internal EditBuffer(SourceText source, int room)
    {
        _units = new char[source.Length + room];
        source.Text.CopyTo(_units);
        (_gapStart, _gapEnd) = (source.Length, _units.Length);
        _linesBefore = [.. source.LineStarts];
    }

    /// <inheritdoc/>
    public int Length => _gapStart + _units.Length - _gapEnd;

    /// <inheritdoc/>
    public int LineCount => _linesBefore.Count + _linesAfter.Count;

    /// <summary>How many units were moved to make room: what tests know its cost by.</summary>
    internal long Moved { get; private set; }

    /// <inheritdoc/>
    public char this[int offset] => _units[offset < _gapStart ? offset : offset + _gapEnd - _gapStart];

    /// <inheritdoc/>
    public int LineStart(int line) => line < _linesBefore.Count ? _linesBefore[line] : Length - _linesAfter[LineCount - 1 - line];

    /// <summary>Replaces a span of the text as it is now.</summary>
    internal void Replace(TextSpan span, string replacement)
    {
        MoveGap(span.Start);

        // Whether a line starts at a place depends on the character before it and the one at it.
        var first = Math.Max(1, span.Start);
        while (_linesBefore[^1] >= first)
        {
            _linesBefore.RemoveAt(_linesBefore.Count - 1);
        }

        while (_linesAfter.Count > 0 && Length - _linesAfter[^1] <= span.End)
        {
            _linesAfter.RemoveAt(_linesAfter.Count - 1);
        }

        _gapEnd += span.Length;
        replacement.CopyTo(_units.AsSpan(_gapStart));
        _gapStart += replacement.Length;
        for (var offset = first; offset <= _gapStart; offset++)
        {
            if (StartsLine(offset))
            {
                _linesBefore.Add(offset);
            }
        }
    }

    /// <summary>The text as it is now.</summary>
    internal SourceText ToSourceText()
    {
        var lines = ImmutableArray.CreateBuilder<int>(LineCount);
        for (var line = 0; line < LineCount; line++)
        {
            lines.Add(LineStart(line));
        }

        return new(string.Concat(_units.AsSpan(0, _gapStart), _units.AsSpan(_gapEnd)), lines.MoveToImmutable());
    }

    private bool StartsLine(int offset) =>
        this[offset - 1] is '\n' || (this[offset - 1] is '\r' && (offset == Length || this[offset] is not '\n'));

    private void MoveGap(int offset)
    {
        var distance = Math.Abs(offset - _gapStart);
        Moved += distance;
        if (offset < _gapStart)
        {
            Array.Copy(_units, offset, _units, _gapEnd - distance, distance);
            (_gapStart, _gapEnd) = (offset, _gapEnd - distance);
            while (_linesBefore[^1] > offset)
            {
                _linesAfter.Add(Length - _linesBefore[^1]);
                _linesBefore.RemoveAt(_linesBefore.Count - 1);
            }
        }
        else
        {
            Array.Copy(_units, _gapEnd, _units, _gapStart, distance);
            (_gapStart, _gapEnd) = (offset, _gapEnd + distance);
            while (_linesAfter.Count > 0 && Length - _linesAfter[^1] <= offset)
            {
                _linesBefore.Add(Length - _linesAfter[^1]);
                _linesAfter.RemoveAt(_linesAfter.Count - 1);
            }
        }
    }
}
