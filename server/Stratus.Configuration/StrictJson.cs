using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;

namespace Stratus.Configuration;

/// <summary>
/// JSON with comments and trailing commas, every mistake with its place. <see cref="JsonTextReader"/> reads more than
/// that without a word (single quotes, bare keys, <c>undefined</c>, a second value for a key, an early end), so each
/// token is looked at here.
/// </summary>
internal sealed class StrictJson : IDisposable
{
    private readonly JsonTextReader _reader;
    private readonly string _text;
    private readonly ProblemList _problems;
    private int _lineStart;
    private int _line = 1;
    private int _tokenEnd;
    private bool _hasEnded;
    // A token that was looked at and not taken, and where it begins.
    private int? _waiting;
    private ImmutableArray<int> _lineStarts;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, with or without a byte order mark.</param>
    /// <param name="mostProblems">How many mistakes are listed.</param>
    internal StrictJson(string text, int mostProblems)
    {
        _problems = new(mostProblems);
        _text = text.TrimStart('\uFEFF');
        _reader = new JsonTextReader(new StringReader(_text)) { DateParseHandling = DateParseHandling.None };
    }

    /// <summary>What was reported.</summary>
    internal ImmutableArray<SettingsProblem> Problems => _problems.ToImmutable();

    /// <summary>True once the text has turned out to be no JSON, or to end early.</summary>
    internal bool IsBroken { get; private set; }

    /// <inheritdoc/>
    public void Dispose() => _reader.Close();

    /// <summary>Reports a mistake at an offset of the text.</summary>
    internal void Report(int place, string message)
    {
        var (line, character) = PositionOf(place);
        _problems.Add(new(message, line + 1, character + 1));
    }

    /// <summary>The line and the character of an offset, both from 0.</summary>
    internal (int Line, int Character) PositionOf(int place)
    {
        if (_lineStarts.IsDefault)
        {
            _lineStarts = FindLineStarts(_text);
        }

        var line = _lineStarts.BinarySearch(place);
        line = line < 0 ? ~line - 1 : line;
        return (line, place - _lineStarts[line]);
    }

    /// <summary>Reads an object; the member's reader takes its value. <paramref name="what"/> names it in a report.</summary>
    /// <returns>Where it begins, or null where there is no object.</returns>
    internal int? ReadObject(string what, Action<string, int> readMember)
    {
        if (!Next(out var start, $"{Capital(what)} must be an object in braces"))
        {
            return null;
        }

        if (_reader.TokenType != JsonToken.StartObject)
        {
            ReportWrongType(start, what, "an object in braces");
            return null;
        }

        var seen = new HashSet<string>();
        var end = "Missing `}` at the end of the file";
        while (Next(out var place, end) && _reader.TokenType != JsonToken.EndObject)
        {
            var key = (string)_reader.Value!;
            if (_reader.QuoteChar != '"')
            {
                Report(place, $"Write the key `{key}` in double quotes.");
            }

            if (!seen.Add(key))
            {
                Report(place, $"`{key}` is set twice in {what}. Keep one.");
            }

            readMember(key, place);
        }

        return start;
    }

    /// <summary>Reads an array; the reader takes an item each time.</summary>
    internal void ReadArray(string what, Action readItem)
    {
        if (!Next(out var start, $"{Capital(what)} must be a list in brackets"))
        {
            return;
        }

        if (_reader.TokenType != JsonToken.StartArray)
        {
            ReportWrongType(start, what, "a list in brackets");
            return;
        }

        var end = "Missing `]` at the end of the file";
        while (Next(out var place, end) && _reader.TokenType != JsonToken.EndArray)
        {
            _waiting = place;
            readItem();
        }
    }

    /// <summary>Reads a string or a whole number, or a list of them.</summary>
    internal void ReadOneOrMany(string what, Action<string, int> readText)
    {
        if (!Next(out var start, $"{Capital(what)} has no value"))
        {
            return;
        }

        _waiting = start;
        if (_reader.TokenType == JsonToken.StartArray)
        {
            ReadArray(what, ReadOne);
        }
        else
        {
            ReadOne();
        }

        void ReadOne()
        {
            if (!Next(out var place, $"{Capital(what)} has no value"))
            {
                return;
            }

            if (_reader.TokenType is JsonToken.String or JsonToken.Integer)
            {
                readText(Convert.ToString(_reader.Value, CultureInfo.InvariantCulture)!, place);
            }
            else
            {
                ReportWrongType(place, what, "a string or a list of strings");
            }
        }
    }

    /// <summary>Reads a string, or reports what is there and gives null.</summary>
    internal string? ReadString(string what, out int place)
    {
        if (!Next(out place, $"{Capital(what)} has no value"))
        {
            return null;
        }

        if (_reader.TokenType != JsonToken.String)
        {
            ReportWrongType(place, what, "a string");
            return null;
        }

        if (_reader.QuoteChar != '"')
        {
            Report(place, $"Write `{_reader.Value}` in double quotes.");
        }

        return (string)_reader.Value!;
    }

    /// <summary>Reads true or false, or reports what is there and gives null.</summary>
    internal bool? ReadBoolean(string what)
    {
        if (!Next(out var place, $"{Capital(what)} has no value"))
        {
            return null;
        }

        if (_reader.TokenType == JsonToken.Boolean)
        {
            return (bool)_reader.Value!;
        }

        ReportWrongType(place, what, "true or false");
        return null;
    }

    /// <summary>Reads a text or a list of texts; what is blank is left out, and so is a text with a mistake, which is reported.</summary>
    internal ImmutableArray<string> ReadTexts(string what, Func<string, string?> findMistake)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        ReadOneOrMany(what, (text, place) =>
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return;
            }

            text = text.Trim();
            if (findMistake(text) is { } mistake)
            {
                Report(place, mistake);
            }
            else
            {
                texts.Add(text);
            }
        });
        return texts.DrainToImmutable();
    }

    /// <summary>Skips a value of any type.</summary>
    internal void SkipValue()
    {
        const string End = "The file ends within a value";
        if (!Next(out _, End))
        {
            return;
        }

        SkipRest(End);
    }

    /// <summary>Reports whatever follows the one value that the text should hold.</summary>
    internal void ReadEnd()
    {
        if (!_hasEnded && Next(out var place, null))
        {
            Report(place, "Nothing may follow the closing brace.");
            _hasEnded = true;
        }
    }

    private void ReportWrongType(int place, string what, string expected)
    {
        Report(place, _reader.TokenType == JsonToken.Undefined
            ? $"`undefined` is not JSON: {what} must be {expected}."
            : $"{Capital(what)} must be {expected}.");
        SkipRest("The file ends within a value");
    }

    private void SkipRest(string end)
    {
        if (_reader.TokenType is not (JsonToken.StartObject or JsonToken.StartArray or JsonToken.StartConstructor))
        {
            return;
        }

        for (var depth = _reader.Depth; Next(out _, end) && _reader.Depth > depth;)
        {
        }
    }

    /// <summary>The next token that is no comment. Where the text ends or breaks off, that is reported (unless null is expected) and nothing follows.</summary>
    private bool Next(out int place, string? atEnd)
    {
        if (_waiting is { } waiting)
        {
            (place, _waiting) = (waiting, null);
            return true;
        }

        place = _tokenEnd;
        while (!_hasEnded)
        {
            place = SkipSeparators(_tokenEnd);
            try
            {
                if (!_reader.Read())
                {
                    _hasEnded = true;
                    if (atEnd is not null)
                    {
                        IsBroken = true;
                        Report(_text.Length, $"{atEnd}.");
                    }

                    return false;
                }
            }
            catch (JsonReaderException problem)
            {
                _hasEnded = IsBroken = true;
                if (problem.Message.StartsWith("Additional text", StringComparison.Ordinal))
                {
                    Report(place, "Nothing may follow the closing brace.");
                    return false;
                }

                var isEnd = problem.Message.StartsWith("Unexpected end", StringComparison.Ordinal);
                Report(
                    isEnd ? _text.Length : OffsetOf(problem.LineNumber, problem.LinePosition),
                    isEnd && atEnd is not null ? $"{atEnd}." : $"Invalid JSON: {WithoutPath(problem.Message)}");
                return false;
            }

            _tokenEnd = OffsetOf(_reader.LineNumber, _reader.LinePosition);
            if (_reader.TokenType != JsonToken.Comment)
            {
                return true;
            }
        }

        return false;
    }

    private int SkipSeparators(int at)
    {
        while (at < _text.Length && (char.IsWhiteSpace(_text[at]) || _text[at] is ',' or ':'))
        {
            at++;
        }

        return at;
    }

    /// <summary>The offset of a place as the reader gives it: lines from 1, characters from 0, never going back.</summary>
    private int OffsetOf(int line, int character)
    {
        while (_line < line && _lineStart < _text.Length)
        {
            var end = _text.AsSpan(_lineStart).IndexOfAny('\n', '\r');
            if (end < 0)
            {
                break;
            }

            _lineStart += end + 1;
            if (_text[_lineStart - 1] == '\r' && _lineStart < _text.Length && _text[_lineStart] == '\n')
            {
                _lineStart++;
            }

            _line++;
        }

        return Math.Min(_lineStart + character, _text.Length);
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        var starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 >= text.Length || text[at + 1] != '\n')))
            {
                starts.Add(at + 1);
            }
        }

        return starts.DrainToImmutable();
    }

    private static string WithoutPath(string message)
    {
        var path = message.IndexOf(" Path '", StringComparison.Ordinal);
        return path < 0 ? message : message[..path];
    }

    private static string Capital(string what) =>
        string.Concat(char.ToUpperInvariant(what[0]).ToString(), what.AsSpan(1));
}
