using System.Collections;
using System.Collections.Immutable;
using Stratus.Notes.Chunks;
using Stratus.Notes.Sequences;
using Stratus.Notes.Text;

namespace Stratus.Notes;

/// <summary>
/// One parsed Markdown document. Immutable; offsets are UTF-16 units of its source. A note after an edit shares with the one before
/// all that the edit does not change. What is asked of a place or a stretch of it costs that stretch; what is asked of the whole
/// is put together as it is gone through.
/// </summary>
public sealed class Note
{
    private readonly ChunkTree _tree;
    private readonly ChunkTree _whole;
    private readonly PlacedTables _tables;

    private Note(SourceText source, Catalog catalog, ChunkTree tree, ChunkTree whole)
    {
        (Source, Catalog, _tree, _whole) = (source, catalog, tree, whole);
        _tables = new(tree);
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The catalog that its names were looked up in.</summary>
    public Catalog Catalog { get; }

    /// <summary>True if the note names AWS, Amazon or a service that few other texts name: a capital may then mean a service.</summary>
    public bool SpeaksOfAws => _tree.Facts.SaysAws;

    /// <summary>Its chunks, in order: without gaps, from a byte order mark on to the end.</summary>
    public Sequence<Chunk, ChunkMeasure> Chunks => _tree.Chunks;

    /// <summary>Every mention, in the order of the text; no two overlap.</summary>
    public IEnumerable<Mention> Mentions => IsAlone && !Chunks.Measure.Has(ChunkTraits.Ambiguous)
        ? Chunks[0].Content.Mentions
        : Placed(ChunkTraits.Mentions).SelectMany(chunk => chunk.Chunk.Content.Mentions.Select(mention => DecidedForms.Decide(this, mention.Shift(chunk.Start))));

    /// <summary>Every table, in the order of the text.</summary>
    public IReadOnlyList<StudyTable> Tables => _tables;

    /// <summary>The span of every table, in the order of the text.</summary>
    public IEnumerable<TextSpan> TableSpans =>
        Placed(ChunkTraits.Tables).SelectMany(chunk => chunk.Chunk.Content.Tables.Select(table => table.Span.Shift(chunk.Start)));

    /// <summary>Every heading, in the order of the text.</summary>
    public IEnumerable<Heading> Headings =>
        Placed(ChunkTraits.Headings).SelectMany(chunk => chunk.Chunk.Content.Headings.Select(heading => heading.Shift(chunk.Start)));

    /// <summary>The stretches of text by kind, in order, none overlapping; markup between them belongs to none.</summary>
    public IEnumerable<TextRegion> Regions => RegionsFrom(0);

    /// <summary>Every placement, in the order of the text; its table's number is an index of <see cref="Tables"/>.</summary>
    public IEnumerable<Placement> Placements => Placed(ChunkTraits.Placements).SelectMany(PlacementsOf);

    /// <summary>Every directive in a comment or in the front matter, in the order of the text.</summary>
    public IEnumerable<Directive> Directives =>
        Placed(ChunkTraits.Directives).SelectMany(chunk => chunk.Chunk.Content.Directives.Select(directive => directive.Shift(chunk.Start)));

    // A single chunk, whose offsets are those of the note.
    private bool IsAlone => Chunks.Count == 1 && _tree.Start == 0;

    /// <summary>Parses a text. Never throws, whatever the text.</summary>
    public static Note Parse(SourceText source, Catalog catalog) => Parse(source, catalog, CancellationToken.None);

    /// <summary>Parses a text.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static Note Parse(SourceText source, Catalog catalog, CancellationToken cancellation)
    {
        var tree = ChunkTree.Read(source, catalog, cancellation);
        return new(source, catalog, tree, tree);
    }

    /// <summary>The note of a changed text, equal to one parsed from scratch; chunks that the change does not affect are taken from this one.</summary>
    /// <param name="source">The new text: best one that was made of this note's by edits.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Note WithSource(SourceText source, CancellationToken cancellation = default)
    {
        var tree = _tree.After(source, cancellation);
        return new(source, Catalog, tree, tree);
    }

    /// <summary>Some chunks as a note of their own: their text alone, offsets from their start, and read as they are in this note.</summary>
    /// <param name="first">The first chunk.</param>
    /// <param name="count">How many.</param>
    public Note Part(int first, int count)
    {
        var chunks = new Chunk[count];
        var length = 0;
        for (var index = 0; index < count; index++)
        {
            chunks[index] = Chunks[first + index];
            length += chunks[index].Length;
        }

        var source = new SourceText(Source.Slice(new(StartOf(first), length)).ToString());
        return new(source, Catalog, _tree.Part(source, chunks), _whole);
    }

    /// <summary>Where a chunk starts; for the number of chunks, where the last one ends.</summary>
    public int StartOf(int index) => _tree.Start + Chunks.MeasureOf(index).Units;

    /// <summary>The line that a chunk starts in.</summary>
    public int LineOf(int index) => Chunks.MeasureOf(index).LineEnds;

    /// <summary>The index of the chunk that an offset is in, or -1 where there is none: of two that meet there, the one that begins.</summary>
    public int ChunkAt(int offset) => Chunks.Find(static measure => measure.Units, Math.Max(0, offset - _tree.Start), out _);

    /// <summary>The mention that the offset touches, or null; of two that meet there, the one that begins.</summary>
    public Mention? MentionAt(int offset)
    {
        Mention? found = null;
        foreach (var (start, _, chunk) in Touching(new(offset, 0)))
        {
            // No two overlap, so only the last that begins here or before can touch.
            var mentions = chunk.Content.Mentions;
            var last = Spans.LastStartingAtOrBefore(mentions.AsSpan(), offset - start, static mention => mention.Span);
            if (last >= 0 && mentions[last].Span.Touches(offset - start))
            {
                found = DecidedForms.Decide(this, mentions[last].Shift(start));
            }
        }

        return found;
    }

    /// <summary>The mentions that touch a stretch of the text, in order.</summary>
    public IEnumerable<Mention> MentionsIn(TextSpan span)
    {
        foreach (var (start, _, chunk) in Touching(span))
        {
            var mentions = chunk.Content.Mentions;
            // One that ends where the stretch begins touches it.
            var next = Spans.FirstEndingAfter(mentions.AsSpan(), span.Start - start - 1, static mention => mention.Span);
            for (; next < mentions.Length && start + mentions[next].Span.Start <= span.End; next++)
            {
                yield return DecidedForms.Decide(this, mentions[next].Shift(start));
            }
        }
    }

    /// <summary>The tables as they stand in their chunks, with their numbers in the note and the starts of these chunks: those in chunks that may name a service, or for null all.</summary>
    public IEnumerable<(int Number, int Start, StudyTable Table)> TablesInChunks(string? serviceId)
    {
        var bits = serviceId is null ? ulong.MaxValue : Chunk.BitOf(serviceId);
        for (var index = Next(0); index < Chunks.Count; index = Next(index + 1))
        {
            var before = Chunks.MeasureOf(index);
            foreach (var (number, table) in Chunks[index].Content.Tables.Index())
            {
                yield return (before.Tables + number, _tree.Start + before.Units, table);
            }
        }

        int Next(int from) => Chunks.FirstFrom(from, measure => measure.Has(ChunkTraits.Tables) && (measure.Services & bits) != 0);
    }

    /// <summary>Where a table starts, by its number.</summary>
    public int StartOfTable(int number)
    {
        var chunk = Chunks[Chunks.Find(static measure => measure.Tables, number, out var before)];
        return _tree.Start + before.Units + chunk.Content.Tables[number - before.Tables].Span.Start;
    }

    /// <summary>The last heading that begins before an offset and heads a section, or null: one within a table heads a cell.</summary>
    public Heading? HeadingBefore(int offset)
    {
        for (var index = Chunks.LastBefore(ChunkAt(offset) + 1, static measure => measure.Has(ChunkTraits.Headings)); index >= 0;
            index = Chunks.LastBefore(index, static measure => measure.Has(ChunkTraits.Headings)))
        {
            var (start, content) = (StartOf(index), Chunks[index].Content);
            for (var number = content.Headings.Length - 1; number >= 0; number--)
            {
                var heading = content.Headings[number];
                if (start + heading.Span.Start < offset && !content.Tables.Any(table => table.Span.Start < heading.Span.End && heading.Span.Start < table.Span.End))
                {
                    return heading.Shift(start);
                }
            }
        }

        return null;
    }

    /// <summary>The innermost table whose span holds the offset, or null.</summary>
    public StudyTable? TableAt(int offset)
    {
        StudyTable? found = null;
        foreach (var (start, tables, chunk) in Touching(new(offset, 0)))
        {
            for (var index = 0; index < chunk.Content.Tables.Length; index++)
            {
                // Tables come in the order in which they begin, so the last that holds the offset is the innermost.
                if (chunk.Content.Tables[index].Span.Touches(offset - start))
                {
                    found = _tables[tables + index];
                }
            }
        }

        return found;
    }

    /// <summary>The tables that touch a stretch of the text, in order.</summary>
    public IEnumerable<StudyTable> TablesIn(TextSpan span)
    {
        foreach (var (start, tables, chunk) in Touching(span))
        {
            for (var index = 0; index < chunk.Content.Tables.Length; index++)
            {
                if (chunk.Content.Tables[index].Span.Shift(start).Intersects(span))
                {
                    yield return _tables[tables + index];
                }
            }
        }
    }

    /// <summary>The tables of the chunks that a stretch of the text touches, in order. Rows may lie outside the span of their table: those count too.</summary>
    public IEnumerable<StudyTable> TablesNear(TextSpan span)
    {
        foreach (var (_, tables, chunk) in Touching(span))
        {
            for (var index = 0; index < chunk.Content.Tables.Length; index++)
            {
                yield return _tables[tables + index];
            }
        }
    }

    /// <summary>The headings that touch a stretch of the text, in order.</summary>
    public IEnumerable<Heading> HeadingsIn(TextSpan span)
    {
        foreach (var (start, _, chunk) in Touching(span))
        {
            foreach (var heading in chunk.Content.Headings)
            {
                if (heading.Span.Shift(start).Intersects(span))
                {
                    yield return heading.Shift(start);
                }
            }
        }
    }

    /// <summary>The rows of the tables that touch a stretch of the text, as far as they touch it themselves, in order; each with what the columns of its table hold.</summary>
    public IEnumerable<(ImmutableArray<ColumnRole> Columns, TableRow Row)> RowsIn(TextSpan span)
    {
        foreach (var (start, _, chunk) in Touching(span))
        {
            foreach (var table in chunk.Content.Tables)
            {
                foreach (var row in table.Span.Shift(start).Intersects(span) ? table.Rows : [])
                {
                    if (row.Span.Shift(start).Intersects(span))
                    {
                        yield return (table.Columns, row.Shift(start));
                    }
                }
            }
        }
    }

    /// <summary>The placements of the chunks that a stretch of the text touches, in order: those whose lines or whose evidence touch it are among them.</summary>
    public IEnumerable<Placement> PlacementsIn(TextSpan span)
    {
        foreach (var (start, tables, chunk) in Touching(span))
        {
            foreach (var placement in chunk.Content.Placements)
            {
                if (placement.Span.Shift(start).Intersects(span) || placement.Evidence.Shift(start).Intersects(span))
                {
                    yield return placement.Shift(start, tables);
                }
            }
        }
    }

    /// <summary>The stretches of text by kind from the chunk on that an offset is in, in order.</summary>
    public IEnumerable<TextRegion> RegionsFrom(int offset)
    {
        var first = Chunks.Find(static measure => measure.Units, Math.Max(0, offset - _tree.Start), out var before);
        var start = _tree.Start + before.Units;
        foreach (var chunk in Chunks.From(first))
        {
            foreach (var region in chunk.Content.Regions)
            {
                yield return region with { Span = region.Span.Shift(start) };
            }

            start += chunk.Length;
        }
    }

    /// <summary>The kind of text at an offset. Where two stretches meet it is the one that a person who types there goes on writing.</summary>
    public TextKind KindAt(int offset)
    {
        var kind = TextKind.Prose;
        foreach (var (start, _, chunk) in Touching(new(offset, 0)))
        {
            var at = offset - start;
            foreach (var region in chunk.Content.Regions)
            {
                if (region.Span.Start > at)
                {
                    break;
                }

                // Words and addresses go on at their end; tags, comments and code are closed there, unless the note ends.
                var goesOn = region.Kind is <= TextKind.HtmlText or TextKind.Url
                    || (region.Kind != TextKind.HtmlTag && region.Span.End == chunk.Length && start + chunk.Length == Source.Length);
                // The backticks of a code span are no part of its region, so both of its ends lie within them.
                var isInside = (at > region.Span.Start && at < region.Span.End) || (region.Kind == TextKind.CodeSpan && region.Span.Touches(at));
                if (isInside || (goesOn && at > region.Span.Start && at == region.Span.End))
                {
                    kind = region.Kind;
                }
            }
        }

        return kind;
    }

    /// <summary>True if the note names a service for certain: by a form that stands for no other.</summary>
    internal bool Names(string serviceId)
    {
        var bit = Chunk.BitOf(serviceId);
        var chunks = _whole.Chunks;
        for (var index = Next(0); index < chunks.Count; index = Next(index + 1))
        {
            foreach (var mention in chunks[index].Content.Mentions)
            {
                if (DecidedForms.NamedForCertain(mention)?.Id == serviceId)
                {
                    return true;
                }
            }
        }

        return false;

        int Next(int from) => chunks.FirstFrom(from, measure => (measure.Named & bit) != 0);
    }

    private static IEnumerable<Placement> PlacementsOf((int Start, int Tables, Chunk Chunk) chunk) =>
        chunk.Chunk.Content.Placements.Select(placement => placement.Shift(chunk.Start, chunk.Tables));

    /// <summary>The chunks that hold something, with what stands before each: its start, and how many tables.</summary>
    private IEnumerable<(int Start, int Tables, Chunk Chunk)> Placed(ChunkTraits traits)
    {
        foreach (var (before, chunk) in Chunks.Holding(measure => measure.Has(traits)))
        {
            yield return (_tree.Start + before.Units, before.Tables, chunk);
        }
    }

    /// <summary>The chunks that a stretch touches, also those that only end or begin there.</summary>
    private IEnumerable<(int Start, int Tables, Chunk Chunk)> Touching(TextSpan span)
    {
        if (Chunks.Count == 0)
        {
            yield break;
        }

        var first = Chunks.Find(static measure => measure.Units, Math.Max(0, span.Start - _tree.Start - 1), out var before);
        var (start, tables) = (_tree.Start + before.Units, before.Tables);
        foreach (var chunk in Chunks.From(first))
        {
            if (start > span.End)
            {
                break;
            }

            yield return (start, tables, chunk);
            start += chunk.Length;
            tables += chunk.Measure.Tables;
        }
    }

    /// <summary>The tables, each moved to its place when it is first asked for: some have thousands of rows.</summary>
    private sealed class PlacedTables(ChunkTree tree) : IReadOnlyList<StudyTable>
    {
        private StudyTable?[]? _placed;

        public int Count => tree.Chunks.Measure.Tables;

        public StudyTable this[int index]
        {
            get
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
                // Two threads may make the same: either is right.
                var placed = _placed ??= new StudyTable?[Count];
                return placed[index] ??= Place(index);
            }
        }

        public IEnumerator<StudyTable> GetEnumerator()
        {
            for (var index = 0; index < Count; index++)
            {
                yield return this[index];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        private StudyTable Place(int index)
        {
            var chunk = tree.Chunks[tree.Chunks.Find(static measure => measure.Tables, index, out var before)];
            return chunk.Content.Tables[index - before.Tables].Shift(tree.Start + before.Units);
        }
    }
}
