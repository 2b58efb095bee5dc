using Stratus.Notes.Meaning;
using Stratus.Notes.Reading;
using Stratus.Notes.Sequences;
using Stratus.Notes.Text;

namespace Stratus.Notes.Chunks;

/// <summary>
/// The chunks of a text, and what they tell each other. Immutable; that of an edited text shares every chunk with the one before
/// whose text and context are the same.
/// </summary>
internal sealed class ChunkTree
{
    private readonly SourceText _source;
    private readonly Catalog _catalog;

    // True where the first line would open a front matter, if only a later line closed it.
    private readonly bool _opensFrontMatter;

    private ChunkTree(SourceText source, Catalog catalog, int start, bool opensFrontMatter, Sequence<Chunk, ChunkMeasure> chunks, NoteFacts facts) =>
        (_source, _catalog, Start, _opensFrontMatter, Chunks, Facts) = (source, catalog, start, opensFrontMatter, chunks, facts);

    /// <summary>Where the first chunk starts: after a byte order mark, if there is one.</summary>
    public int Start { get; }

    /// <summary>The chunks: without gaps to the end of the text.</summary>
    public Sequence<Chunk, ChunkMeasure> Chunks { get; }

    /// <summary>What they tell each other.</summary>
    public NoteFacts Facts { get; }

    /// <summary>Reads a text.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static ChunkTree Read(SourceText source, Catalog catalog, CancellationToken cancellation) =>
        new ChunkTree(source, catalog, 0, false, new([]), NoteFacts.Of(false, [])).Read(source, 0, true, new(0, 0), 0, cancellation);

    /// <summary>Some chunks alone, with what the others of their note tell them.</summary>
    /// <param name="source">The text of these chunks.</param>
    /// <param name="chunks">The chunks.</param>
    public ChunkTree Part(SourceText source, ReadOnlySpan<Chunk> chunks) => new(source, _catalog, 0, false, new(chunks), Facts);

    /// <summary>Reads the text after an edit.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ChunkTree After(SourceText source, CancellationToken cancellation)
    {
        var (replaced, newLength) = _source.DifferenceTo(source);
        if (replaced.Length == 0 && newLength == 0)
        {
            return new(source, _catalog, Start, _opensFrontMatter, Chunks, Facts);
        }

        if (Chunks.Count == 0 || OpensOtherwise(source, replaced, newLength))
        {
            return Read(source, 0, true, replaced, newLength, cancellation);
        }

        // A cut depends on the line after it and on the next one, so a cut right before the line above the edit may come or go.
        var line = Math.Max(0, _source.LineOf(replaced.Start) - 1);
        var first = Math.Max(FrontMatterChunks, Chunks.Find(static measure => measure.Units, Math.Max(0, _source.LineStart(line) - 1 - Start), out _));
        return Read(source, first, false, replaced, newLength, cancellation);
    }

    private int FrontMatterChunks => Chunks.Count > 0 && Chunks[0].IsFrontMatter ? 1 : 0;

    // Whether there is front matter, how long it is and whether a byte order mark comes first.
    private bool OpensOtherwise(SourceText source, TextSpan replaced, int newLength)
    {
        if (FrontMatterChunks == 1)
        {
            return replaced.Start <= Start + Chunks[0].Length;
        }

        return _source.LineOf(replaced.Start) == 0 || (_opensFrontMatter && FrontMatter.MayEndIn(source, new(replaced.Start, newLength)));
    }

    /// <summary>Reads a text after an edit.</summary>
    /// <param name="source">The text.</param>
    /// <param name="first">The first chunk that may be cut in another way now.</param>
    /// <param name="opens">True where all may be, byte order mark and front matter included.</param>
    /// <param name="replaced">What the edit replaced.</param>
    /// <param name="newLength">The length of what stands there now.</param>
    /// <param name="cancellation">Ends it.</param>
    private ChunkTree Read(SourceText source, int first, bool opens, TextSpan replaced, int newLength, CancellationToken cancellation)
    {
        ReadingCost.Notes++;
        var start = opens ? source.Length > 0 && source[0] == '\uFEFF' ? 1 : 0 : Start;
        var (starts, hasFrontMatter, same) = Cut(source, first, start, opens, replaced, newLength);

        // What the new chunks tell the others is known before any of them is read.
        var kept = Kept(first, same, starts, opens ? -1 : replaced.Start);
        var facts = new ChunkFacts[starts.Count - 1];
        var texts = new string?[facts.Length];
        for (var index = 0; index < facts.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            facts[index] = index < kept ? Chunks[first + index].Facts
                : ChunkFacts.Of(texts[index] = source.Slice(TextSpan.FromBounds(starts[index], starts[index + 1])).ToString(), _catalog);
        }

        var before = Chunks.MeasureOf(first);
        var noteFacts = FactsWith(first, same, facts, before);
        var chunks = new Chunk[facts.Length];
        var level = before.Model.Of(0);
        for (var index = 0; index < chunks.Length; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var isFrontMatter = index == 0 && hasFrontMatter;
            var span = TextSpan.FromBounds(starts[index], starts[index + 1]);
            chunks[index] = texts[index] is { } text
                ? Read(text, facts[index], noteFacts.For(text, facts[index].Brackets, level), isFrontMatter)
                : In(source, span, Chunks[first + index], noteFacts, level);
            level = chunks[index].Measure.Model.Of(level);
        }

        var all = first == 0 && same == Chunks.Count ? new(chunks) : Chunks.Replace(first, same - first, chunks);
        all = Below(source, start, all, first + chunks.Length, level, Chunks.MeasureOf(same).Model.Of(0), noteFacts, cancellation);
        all = Told(source, start, all, first, first + chunks.Length, noteFacts, cancellation);
        return new(source, _catalog, start, opens ? FrontMatter.IsOpened(source) : _opensFrontMatter, all, noteFacts);
    }

    /// <summary>Where the chunks from the first on start now, up to and including the first one after the edit that starts where one started before.</summary>
    /// <returns>The starts, the end of the text at last where none does; whether the first is front matter; and the index of the chunk, as it was, from which on all start as before.</returns>
    private (List<int> Starts, bool HasFrontMatter, int Same) Cut(SourceText source, int first, int start, bool opens, TextSpan replaced, int newLength)
    {
        var starts = new List<int> { opens ? start : start + Chunks.MeasureOf(first).Units };
        int? frontMatter = opens ? FrontMatter.End(source) : null;
        if (starts[0] == source.Length)
        {
            return (starts, false, Chunks.Count);
        }

        if (frontMatter is { } end)
        {
            starts.Add(end);
            if (end == source.Length)
            {
                return (starts, true, Chunks.Count);
            }
        }

        var same = Chunks.Count;
        starts.AddRange(ChunkSplitter.Cuts(source, starts[^1], cut => StartedBefore(cut, replaced, newLength, first) is { } index && (same = index) >= 0));
        if (same == Chunks.Count)
        {
            starts.Add(source.Length);
        }

        return (starts, frontMatter is not null, same);
    }

    /// <summary>The index of the chunk, as it was, that started at a place after the edit; null where none did.</summary>
    private int? StartedBefore(int cut, TextSpan replaced, int newLength, int first)
    {
        var was = cut - newLength + replaced.Length - Start;
        return cut >= replaced.Start + newLength && was < Chunks.Measure.Units && was > 0
            && Chunks.Find(static measure => measure.Units, was, out var before) is var index && index >= first && before.Units == was
            ? index
            : null;
    }

    /// <summary>How many of the first chunks lie before the edit, and are cut as they were.</summary>
    private int Kept(int first, int same, List<int> starts, int editStart)
    {
        var kept = 0;
        while (kept < starts.Count - 1 && first + kept < same && starts[kept + 1] <= editStart && starts[kept + 1] - starts[kept] == Chunks[first + kept].Length)
        {
            kept++;
        }

        return kept;
    }

    private NoteFacts FactsWith(int first, int same, ChunkFacts[] facts, ChunkMeasure before)
    {
        var after = Chunks.Measure;
        var saysAws = before.Has(ChunkTraits.SaysAws) || Array.Exists(facts, static one => one.SaysAws);
        if (!saysAws && after.Has(ChunkTraits.SaysAws))
        {
            saysAws = Chunks.FirstFrom(same, static measure => measure.Has(ChunkTraits.SaysAws)) < Chunks.Count;
        }

        var defined = Defining(first, same).ToList();
        var defines = Array.FindAll(facts, static one => one.Defines);
        if (defined.Count == defines.Length && defined.Zip(defines).All(static pair => pair.First.DefinesSame(pair.Second)))
        {
            return saysAws == Facts.SaysAws ? Facts : Facts with { SaysAws = saysAws };
        }

        return NoteFacts.Of(saysAws, Defining(0, first).Concat(defines).Concat(Defining(same, Chunks.Count)));
    }

    private IEnumerable<ChunkFacts> Defining(int from, int to)
    {
        for (var index = Next(from); index < to; index = Next(index + 1))
        {
            yield return Chunks[index].Facts;
        }

        int Next(int at) => at >= to ? to : Chunks.FirstFrom(at, static measure => measure.Has(ChunkTraits.Defines));
    }

    // Headings of other layer models have come or gone: chunks below them are read again, up to where it makes no difference.
    private Sequence<Chunk, ChunkMeasure> Below(
        SourceText source, int start, Sequence<Chunk, ChunkMeasure> chunks, int index, int level, int levelBefore, NoteFacts facts, CancellationToken cancellation)
    {
        for (; level != levelBefore && index < chunks.Count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var chunk = chunks[index];
            chunks = chunks.Replace(index, 1, [In(source, SpanOf(chunks, index, start), chunk, facts, level)]);
            (level, levelBefore) = (chunk.Measure.Model.Of(level), chunk.Measure.Model.Of(levelBefore));
        }

        return chunks;
    }

    // What the note tells its chunks is another thing now: those that were told it are read again.
    private Sequence<Chunk, ChunkMeasure> Told(
        SourceText source, int start, Sequence<Chunk, ChunkMeasure> chunks, int newFrom, int newTo, NoteFacts facts, CancellationToken cancellation)
    {
        if (facts == Facts)
        {
            return chunks;
        }

        var labels = facts.LabelsUnlike(Facts);
        var traits = facts.SaysAws == Facts.SaysAws ? ChunkTraits.None : ChunkTraits.DependsOnAws;
        var isAny = !facts.Abbreviations.AsSpan().SequenceEqual(Facts.Abbreviations.AsSpan());
        for (var index = Next(0); index < chunks.Count; index = Next(index + 1))
        {
            cancellation.ThrowIfCancellationRequested();
            if (index < newFrom || index >= newTo)
            {
                var chunk = chunks[index];
                var again = In(source, SpanOf(chunks, index, start), chunk, facts, chunk.Context.OtherModelLevel);
                chunks = ReferenceEquals(again, chunk) ? chunks : chunks.Replace(index, 1, [again]);
            }
        }

        return chunks;

        int Next(int from) => chunks.FirstFrom(from, measure => isAny || measure.Has(traits) || (measure.Brackets & labels) != 0);
    }

    private static TextSpan SpanOf(Sequence<Chunk, ChunkMeasure> chunks, int index, int start) =>
        new(start + chunks.MeasureOf(index).Units, chunks[index].Length);

    /// <summary>A chunk whose text is the same, read again if what it takes from outside is not.</summary>
    private Chunk In(SourceText source, TextSpan span, Chunk chunk, NoteFacts facts, int level)
    {
        if (facts == Facts && level == chunk.Context.OtherModelLevel)
        {
            return chunk;
        }

        var text = source.Slice(span);
        var context = facts.For(text, chunk.Facts.Brackets, level);
        // For most chunks it makes no difference whether the note is about AWS.
        if (!chunk.Measure.Has(ChunkTraits.DependsOnAws))
        {
            context = context with { SpeaksOfAws = chunk.Context.SpeaksOfAws };
        }

        return context == chunk.Context ? chunk : Read(text.ToString(), chunk.Facts, context, chunk.IsFrontMatter);
    }

    private Chunk Read(string text, ChunkFacts facts, ChunkContext context, bool isFrontMatter)
    {
        ReadingCost.Chunks++;
        ReadingCost.Units += text.Length;
        return new(TextMeasure.Of(text), facts, context, isFrontMatter ? ChunkReader.FrontMatter(text) : ChunkReader.Read(text, context, _catalog));
    }
}
