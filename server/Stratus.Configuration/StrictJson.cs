using System.Collections.Immutable;
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
    private readonly ImmutableArray<SettingsProblem>.Builder _problems = ImmutableArray.CreateBuilder<SettingsProblem>();
    private int _lineStart;
    private int _line = 1;
    private int _tokenEnd;
    private bool _isBroken;

    internal StrictJson(string text)
    {
        _text = text.TrimStart('\uFEFF');
        _reader = new JsonTextReader(new StringReader(_text)) { DateParseHandling = DateParseHandling.None };
    }

    /// <summary>All that was reported.</summary>
    internal ImmutableArray<SettingsProblem> Problems => _problems.ToImmutable();

    /// <inheritdoc/>
    public void Dispose() => _reader.Close();

    /// <summary>Reports a mistake at an offset of the text.</summary>
    internal void Report(int place, string message)
    {
        var line = 1;
        var start = 0;
        for (var at = 0; at < place; at++)
        {
            if (_text[at] == '\n' || (_text[at] == '\r' && (at + 1 >= _text.Length || _text[at + 1] != '\n')))
            {
                line++;
                start = at + 1;
            }
        }

        _problems.Add(new(message, line, place - start + 1));
    }

    /// <summary>Reads an object; the member's reader takes its value. <paramref name="what"/> names it in a report.</summary>
    internal void ReadObject(string what, Action<string, int> readMember)
    {
        if (!Next(out var start, $"{Capital(what)} must be an object, in braces"))
        {
            return;
        }

        if (_reader.TokenType != JsonToken.StartObject)
        {
            ReportWrongType(start, what, "an object, in braces");
            return;
        }

        var seen = new HashSet<string>();
        var end = $"The brace that opens {what} is never closed";
        while (Next(out var place, end) && _reader.TokenType != JsonToken.EndObject)
        {
            var key = (string)_reader.Value!;
            if (_reader.QuoteChar != '"')
            {
                Report(place, $"Write the key ‘{key}’ in double quotes.");
            }

            if (!seen.Add(key))
            {
                Report(place, $"‘{key}’ is given twice in {what}; keep one.");
            }

            readMember(key, place);
        }
    }

    /// <summary>Reads a string, or reports what stands there and gives null.</summary>
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
            Report(place, $"Write ‘{_reader.Value}’ in double quotes.");
        }

        return (string)_reader.Value!;
    }

    /// <summary>Reads true or false, or reports what stands there and gives null.</summary>
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

    /// <summary>Passes over a value of any type.</summary>
    internal void SkipValue()
    {
        const string End = "The text ends within a value";
        if (!Next(out _, End))
        {
            return;
        }

        SkipRest(End);
    }

    /// <summary>Reports whatever follows the one value that the text should hold.</summary>
    internal void ReadEnd()
    {
        if (!_isBroken && Next(out var place, null))
        {
            Report(place, "Nothing may follow the closing brace.");
            _isBroken = true;
        }
    }

    private void ReportWrongType(int place, string what, string expected)
    {
        Report(place, _reader.TokenType == JsonToken.Undefined
            ? $"‘undefined’ is no JSON: {what} must be {expected}."
            : $"{Capital(what)} must be {expected}.");
        SkipRest("The text ends within a value");
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
        place = _tokenEnd;
        while (!_isBroken)
        {
            place = SkipSeparators(_tokenEnd);
            try
            {
                if (!_reader.Read())
                {
                    _isBroken = true;
                    if (atEnd is not null)
                    {
                        Report(_text.Length, $"{atEnd}: the text ends here.");
                    }

                    return false;
                }
            }
            catch (JsonReaderException problem)
            {
                _isBroken = true;
                if (problem.Message.StartsWith("Additional text", StringComparison.Ordinal))
                {
                    Report(place, "Nothing may follow the closing brace.");
                    return false;
                }

                var isEnd = problem.Message.StartsWith("Unexpected end", StringComparison.Ordinal);
                Report(
                    isEnd ? _text.Length : OffsetOf(problem.LineNumber, problem.LinePosition),
                    isEnd && atEnd is not null ? $"{atEnd}: the text ends here." : $"This is no JSON: {WithoutPath(problem.Message)}");
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

    private static string WithoutPath(string message)
    {
        var path = message.IndexOf(" Path '", StringComparison.Ordinal);
        return path < 0 ? message : message[..path];
    }

    private static string Capital(string what) =>
        string.Concat(char.ToUpperInvariant(what[0]).ToString(), what.AsSpan(1));
}
