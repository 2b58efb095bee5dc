using System.Collections.Immutable;
using Stratus.Glossary;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Stratus.Configuration;

/// <summary>
/// Reads a glossary file of Contextive (<c>*.glossary.yml</c>): contexts with terms, each with a name, a definition and
/// aliases. What such a file holds besides (examples, paths, imports) is skipped.
/// </summary>
public static class ContextiveGlossary
{
    /// <summary>How such files are named.</summary>
    public const string Pattern = "*.glossary.yml";

    // Nesting costs YamlDotNet the square of its depth.
    private const int MostBrackets = 5_000;

    /// <summary>Reads a text. Invalid YAML is reported, and the terms before it are used.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The full path of the file, for the places of the entries.</param>
    public static (ImmutableArray<GlossaryEntry> Entries, ImmutableArray<SettingsProblem> Problems) Read(string text, string path)
    {
        var entries = ImmutableArray.CreateBuilder<GlossaryEntry>();
        var problems = new ProblemList();
        if (text.AsSpan().Count('[') + text.AsSpan().Count('{') > MostBrackets)
        {
            return ([], [new($"This glossary has more than {MostBrackets} brackets. It is not read.", 1, 1)]);
        }

        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            while (parser.TryConsume<DocumentStart>(out _))
            {
                Members(parser, key =>
                {
                    if (key == "contexts")
                    {
                        Items(parser, () => Members(parser, inner =>
                        {
                            if (inner == "terms")
                            {
                                Items(parser, () => ReadTerm(parser, path, entries, problems));
                            }
                            else
                            {
                                parser.SkipThisAndNestedEvents();
                            }
                        }));
                    }
                    else
                    {
                        parser.SkipThisAndNestedEvents();
                    }
                });
                parser.Consume<DocumentEnd>();
            }
        }
        catch (YamlException mistake)
        {
            problems.Add(new($"Invalid YAML: {mistake.Message}", Place(mistake.Start.Line), Place(mistake.Start.Column)));
        }

        catch (Exception mistake) when (mistake is InvalidOperationException or ArgumentException or EndOfStreamException)
        {
            // What YamlDotNet has for a few odd texts, and for some that end too early.
            problems.Add(new($"Invalid YAML: {mistake.Message}", 1, 1));
        }

        return (entries.DrainToImmutable(), problems.ToImmutable());
    }

    private static void ReadTerm(Parser parser, string path, ImmutableArray<GlossaryEntry>.Builder entries, ProblemList problems)
    {
        var start = parser.Current!.Start;
        string? name = null, definition = null;
        var aliases = ImmutableArray.CreateBuilder<string>();
        var layers = ImmutableArray.CreateBuilder<int>();
        Members(parser, key =>
        {
            switch (key)
            {
                case "name":
                    name = Text(parser);
                    break;
                case "definition":
                    definition = Text(parser);
                    break;
                case "aliases":
                    Items(parser, () =>
                    {
                        if (Text(parser) is { Length: > 0 } alias && IsRight(GlossaryLimits.FindMistakeInName(alias)))
                        {
                            aliases.Add(alias);
                        }
                    });
                    break;
                case "meta":
                    // Contextive shows whatever is here; a layer among it is a layer.
                    Members(parser, meta =>
                    {
                        if (meta.Contains("layer", StringComparison.OrdinalIgnoreCase) && Text(parser) is { } written)
                        {
                            layers.AddRange(written.Split('/').Select(GlossaryReader.LayerOf).OfType<int>().Distinct());
                        }
                        else
                        {
                            parser.SkipThisAndNestedEvents();
                        }
                    });
                    break;
                default:
                    parser.SkipThisAndNestedEvents();
                    break;
            }
        });
        if (string.IsNullOrWhiteSpace(name))
        {
            problems.Add(new("A term needs a `name`.", Place(start.Line), Place(start.Column)));
            return;
        }

        name = name.Trim();
        if (!IsRight(GlossaryLimits.FindMistakeInName(name)))
        {
            return;
        }

        var summary = Folded(definition);
        entries.Add(new(
            name,
            aliases.DrainToImmutable(),
            layers.DrainToImmutable(),
            summary is not null && IsRight(GlossaryLimits.FindMistakeInSummary(summary, "definition")) ? summary : null,
            null,
            new(path, Place(start.Line) - 1, Place(start.Column) - 1)));

        bool IsRight(string? mistake)
        {
            if (mistake is not null)
            {
                problems.Add(new(mistake, Place(start.Line), Place(start.Column)));
            }

            return mistake is null;
        }
    }

    /// <summary>Reads a mapping, or passes over what is none.</summary>
    private static void Members(Parser parser, Action<string> readValue)
    {
        if (!parser.TryConsume<MappingStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return;
        }

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (parser.TryConsume<Scalar>(out var key))
            {
                readValue(key.Value);
            }
            else
            {
                parser.SkipThisAndNestedEvents();
                parser.SkipThisAndNestedEvents();
            }
        }
    }

    /// <summary>Reads a sequence, or passes over what is none.</summary>
    private static void Items(Parser parser, Action readItem)
    {
        if (!parser.TryConsume<SequenceStart>(out _))
        {
            parser.SkipThisAndNestedEvents();
            return;
        }

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            readItem();
        }
    }

    /// <summary>Reads a scalar; null for anything else, which is skipped.</summary>
    private static string? Text(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return scalar.Value;
        }

        parser.SkipThisAndNestedEvents();
        return null;
    }

    private static string? Folded(string? text) => text is null ? null : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Place(long fromOne) => (int)Math.Clamp(fromOne, 1, int.MaxValue);
}
