using System.Buffers;
using System.Collections.Immutable;
using Stratus.Notes.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Stratus.Notes.Reading;

/// <summary>A key at the top of a front matter, with its value. Spans count from the front matter's start.</summary>
/// <param name="Key">The key.</param>
/// <param name="KeySpan">Where it stands.</param>
/// <param name="Span">From the key to the end of its value.</param>
/// <param name="Values">The value, or the items of a list; nested lists and mappings are left out.</param>
internal sealed record FrontMatterEntry(string Key, TextSpan KeySpan, TextSpan Span, ImmutableArray<FrontMatterValue> Values);

/// <summary>A scalar of a front matter.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Span">Where, without quotation marks.</param>
internal readonly record struct FrontMatterValue(string Text, TextSpan Span);

/// <summary>Reads the keys of a front matter. Broken YAML has none: it never throws.</summary>
internal static class FrontMatterKeys
{
    // Nesting costs YamlDotNet the square of its depth. No one writes so many lists into a front matter.
    private const int MostBrackets = 1_000;

    private static readonly SearchValues<char> Brackets = SearchValues.Create("[{");

    /// <summary>The keys of a front matter, fences included, in order.</summary>
    public static ImmutableArray<FrontMatterEntry> Read(string text)
    {
        var source = new SourceText(text);
        if (FrontMatterLines(source) is not { } body || CountOfBrackets(source.Slice(body)) > MostBrackets)
        {
            return [];
        }

        try
        {
            return Read(new Cursor(text, body));
        }
        catch (Exception broken) when (broken is YamlException or InvalidOperationException or ArgumentException)
        {
            // The second and the third are what YamlDotNet's scanner has for a few odd texts.
            return [];
        }
    }

    private static TextSpan? FrontMatterLines(SourceText source) => FrontMatter.End(source) is { } end && source.LineOf(end - 1) is > 1 and var last
        ? TextSpan.FromBounds(source.LineStart(1), source.LineStart(last))
        : null;

    private static int CountOfBrackets(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(Brackets); at >= 0; at = text.IndexOfAny(Brackets))
        {
            count++;
            text = text[(at + 1)..];
        }

        return count;
    }

    private static ImmutableArray<FrontMatterEntry> Read(Cursor yaml)
    {
        yaml.Next<StreamStart>();
        yaml.Next<DocumentStart>();
        if (yaml.Current is not MappingStart)
        {
            return [];
        }

        var entries = ImmutableArray.CreateBuilder<FrontMatterEntry>();
        yaml.Next<MappingStart>();
        while (yaml.Current is not MappingEnd)
        {
            var key = yaml.Current is Scalar scalar ? yaml.ValueOf(scalar) : default;
            var keyEnd = yaml.SkipNode();
            var values = ImmutableArray.CreateBuilder<FrontMatterValue>();
            var end = keyEnd;
            if (yaml.Current is SequenceStart)
            {
                yaml.Next<SequenceStart>();
                while (yaml.Current is not SequenceEnd)
                {
                    if (yaml.Current is Scalar item)
                    {
                        values.Add(yaml.ValueOf(item));
                    }

                    end = yaml.SkipNode();
                }

                // A list in brackets ends with them, one in lines with its last item.
                end = yaml.IsAt(yaml.End, ']') ? yaml.End + 1 : end;
                yaml.Next<SequenceEnd>();
            }
            else
            {
                if (yaml.Current is Scalar value)
                {
                    values.Add(yaml.ValueOf(value));
                }

                end = yaml.SkipNode();
            }

            if (key.Text is not null)
            {
                entries.Add(new(key.Text, key.Span, TextSpan.FromBounds(key.Span.Start, Math.Max(key.Span.End, end)), values.ToImmutable()));
            }
        }

        // What comes after must be right too: a front matter that breaks off says nothing.
        while (yaml.Current is not StreamEnd)
        {
            yaml.Next<ParsingEvent>();
        }

        return entries.ToImmutable();
    }

    /// <summary>The events of the YAML, with places in the front matter.</summary>
    private sealed class Cursor
    {
        private readonly string _text;
        private readonly TextSpan _body;
        private readonly Parser _parser;

        public Cursor(string text, TextSpan body)
        {
            (_text, _body) = (text, body);
            _parser = new Parser(new StringReader(text.Substring(body.Start, body.Length)));
            _parser.MoveNext();
        }

        public ParsingEvent Current => _parser.Current!;

        /// <summary>Where the present event ends.</summary>
        public int End => Place(Current.End);

        public bool IsAt(int offset, char character) => offset >= _body.Start && offset < _body.End && _text[offset] == character;

        public void Next<T>() where T : ParsingEvent
        {
            if (Current is not T || !_parser.MoveNext())
            {
                throw new YamlException("The YAML is not what it began to be.");
            }
        }

        /// <summary>Goes past a scalar, a list or a mapping; gives where its last scalar or bracket ends.</summary>
        public int SkipNode()
        {
            var depth = 0;
            var end = End;
            do
            {
                depth += Current.NestingIncrease;
                end = Current is Scalar or AnchorAlias ? End : end;
                Next<ParsingEvent>();
            }
            while (depth > 0);
            return end;
        }

        public FrontMatterValue ValueOf(Scalar scalar)
        {
            var span = TextSpan.FromBounds(Place(scalar.Start), Place(scalar.End));
            var within = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted && span.Length >= 2
                ? new TextSpan(span.Start + 1, span.Length - 2)
                : span;
            // An anchor or a tag belongs to YamlDotNet's scalar, and not to its words.
            var at = _text.AsSpan(within.Start, within.Length).IndexOf(scalar.Value, StringComparison.Ordinal);
            return new(scalar.Value, at < 0 ? within : new(within.Start + at, scalar.Value.Length));
        }

        private int Place(Mark mark) => (int)Math.Clamp(_body.Start + mark.Index, _body.Start, _body.End);
    }
}
