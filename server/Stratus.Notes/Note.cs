using System.Collections.Immutable;
using Stratus.Notes.Chunks;
using Stratus.Notes.Meaning;
using Stratus.Notes.Reading;
using Stratus.Notes.Text;

namespace Stratus.Notes;

/// <summary>One parsed Markdown document. Immutable; offsets are UTF-16 units of its source.</summary>
public sealed class Note
{
    private readonly ImmutableArray<PlacedChunk> _chunks;
    // Several rules go through them, so they are moved to their places once.
    private readonly Lazy<ImmutableArray<StudyTable>> _tables;
    private readonly Lazy<ImmutableArray<Mention>> _mentions;
    private readonly Lazy<ImmutableArray<Placement>> _placements;
    private readonly Lazy<HashSet<string>> _named;

    private Note(SourceText source, Catalog catalog, ImmutableArray<PlacedChunk> chunks)
    {
        Source = source;
        Catalog = catalog;
        _chunks = chunks;
        _tables = new(() => [.. _chunks.SelectMany(chunk => chunk.Content.Tables.Select(table => table.Shift(chunk.Start)))]);
        _mentions = new(() =>
            [.. _chunks.SelectMany(chunk => chunk.Content.Mentions.Select(mention => Decide(mention.Shift(chunk.Start))))]);
        _placements = new(() => [.. PlacementsOf(_chunks)]);
        _named = new(() => [.. _chunks.SelectMany(chunk => chunk.Content.Mentions)
            .Where(mention => mention is { Weight: MentionWeight.Certain, Services.Length: 1 })
            .Select(mention => mention.Services[0].Id)]);
    }

    /// <summary>A chunk and where it stands.</summary>
    private readonly record struct PlacedChunk(int Start, Chunk Content)
    {
        public int End => Start + Content.Text.Length;

        public TextSpan Span => TextSpan.FromBounds(Start, End);
    }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>The catalog that its names were looked up in.</summary>
    public Catalog Catalog { get; }

    /// <summary>True if the note names AWS, Amazon or a service that few other texts name: a capital may then mean a service.</summary>
    public bool SpeaksOfAws => !_chunks.IsEmpty && _chunks[0].Content.Context.SpeaksOfAws;

    /// <summary>Every mention, in the order of the text; no two overlap.</summary>
    public IEnumerable<Mention> Mentions => _mentions.Value;

    /// <summary>Every table, in the order of the text.</summary>
    public IReadOnlyList<StudyTable> Tables => _tables.Value;

    /// <summary>Every heading, in the order of the text.</summary>
    public IEnumerable<Heading> Headings =>
        _chunks.SelectMany(chunk => chunk.Content.Headings.Select(heading => heading.Shift(chunk.Start)));

    /// <summary>The stretches of text by kind, in order, none overlapping; markup between them belongs to none.</summary>
    public IEnumerable<TextRegion> Regions =>
        _chunks.SelectMany(chunk => chunk.Content.Regions.Select(region => region with { Span = region.Span.Shift(chunk.Start) }));

    /// <summary>Every placement, in the order of the text; its table's number is an index of <see cref="Tables"/>.</summary>
    public IEnumerable<Placement> Placements => _placements.Value;

    /// <summary>Every directive in a comment or in the front matter, in the order of the text.</summary>
    public IEnumerable<Directive> Directives =>
        _chunks.SelectMany(chunk => chunk.Content.Directives.Select(directive => directive.Shift(chunk.Start)));

    /// <summary>Parses a text. Never throws, whatever the text.</summary>
    public static Note Parse(SourceText source, Catalog catalog) => Parse(source, catalog, [], CancellationToken.None);

    /// <summary>The note of a changed text, equal to one parsed from scratch; chunks that the change does not affect are taken from this one.</summary>
    /// <param name="source">The new text.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Note WithSource(SourceText source, CancellationToken cancellation = default) => Parse(source, Catalog, _chunks, cancellation);

    /// <summary>How many notes this thread has read: tests hold with it what must not read one again.</summary>
    [field: ThreadStatic]
    internal static int ReadOnThisThread { get; private set; }

    /// <summary>The mention that the offset touches, or null; of two that meet there, the one that begins.</summary>
    public Mention? MentionAt(int offset)
    {
        Mention? found = null;
        foreach (var chunk in ChunksAt(offset))
        {
            // No two overlap, so only the last that begins here or before can touch.
            var mentions = chunk.Content.Mentions;
            var last = Spans.LastStartingAtOrBefore(mentions.AsSpan(), offset - chunk.Start, static mention => mention.Span);
            if (last >= 0 && mentions[last].Span.Touches(offset - chunk.Start))
            {
                found = Decide(mentions[last].Shift(chunk.Start));
            }
        }

        return found;
    }

    /// <summary>The mentions that touch a stretch of the text, in order.</summary>
    public IEnumerable<Mention> MentionsIn(TextSpan span)
    {
        var mentions = _mentions.Value;
        // One that ends where the stretch begins touches it.
        var next = Spans.FirstEndingAfter(mentions.AsSpan(), span.Start - 1, static mention => mention.Span);
        for (; next < mentions.Length && mentions[next].Span.Start <= span.End; next++)
        {
            yield return mentions[next];
        }
    }

    /// <summary>The innermost table whose span holds the offset, or null.</summary>
    public StudyTable? TableAt(int offset)
    {
        StudyTable? found = null;
        foreach (var chunk in ChunksAt(offset))
        {
            foreach (var table in chunk.Content.Tables)
            {
                // Tables come in the order in which they begin, so the last that holds the offset is the innermost.
                if (table.Span.Touches(offset - chunk.Start))
                {
                    found = Placed(table, chunk.Start);
                }
            }
        }

        return found;
    }

    /// <summary>The kind of text at an offset. Where two stretches meet it is the one that a person who types there goes on writing.</summary>
    public TextKind KindAt(int offset)
    {
        var kind = TextKind.Prose;
        foreach (var chunk in ChunksAt(offset))
        {
            var at = offset - chunk.Start;
            foreach (var region in chunk.Content.Regions)
            {
                if (region.Span.Start > at)
                {
                    break;
                }

                // Words and addresses go on at their end; tags, comments and code are closed there, unless the note ends.
                var goesOn = region.Kind is <= TextKind.HtmlText or TextKind.Url
                    || (region.Kind != TextKind.HtmlTag && region.Span.End == chunk.Content.Text.Length && chunk.End == Source.Length);
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

    // A table of thousands of rows is moved to its place once.
    private StudyTable Placed(StudyTable table, int start)
    {
        if (!_tables.IsValueCreated)
        {
            return table.Shift(start);
        }

        var (tables, span) = (_tables.Value, table.Span.Shift(start));
        var last = Spans.LastStartingAtOrBefore(tables.AsSpan(), span.Start, static placed => placed.Span);
        return last >= 0 && tables[last].Span == span ? tables[last] : table.Shift(start);
    }

    private static IEnumerable<Placement> PlacementsOf(ImmutableArray<PlacedChunk> chunks)
    {
        var tables = 0;
        foreach (var chunk in chunks)
        {
            foreach (var placement in chunk.Content.Placements)
            {
                yield return placement.Shift(chunk.Start, tables);
            }

            tables += chunk.Content.Tables.Length;
        }
    }

    // CF is CloudFront in a note that names CloudFront and no CloudFormation.
    private Mention Decide(Mention mention)
    {
        if (mention.Services.Length < 2)
        {
            return mention;
        }

        var named = mention.Services.Where(service => _named.Value.Contains(service.Id)).ToImmutableArray();
        return named.Length == 1 ? mention with { Written = mention.Written! with { Services = named } } : mention;
    }

    private static Note Parse(SourceText source, Catalog catalog, ImmutableArray<PlacedChunk> before, CancellationToken cancellation)
    {
        ReadOnThisThread++;
        var spans = ChunkSplitter.Split(source);
        var chunks = ImmutableArray.CreateBuilder<PlacedChunk>(spans.Length);
        var context = ContextScan.Of(source, catalog);
        var hasFrontMatter = FrontMatter.End(source) is not null;
        var reusable = new ReusableChunks(before, source, hasFrontMatter);
        foreach (var (index, span) in spans.Index())
        {
            cancellation.ThrowIfCancellationRequested();
            var chunk = reusable.Take(span, context);
            if (chunk is null)
            {
                var text = source.Slice(span).ToString();
                chunk = index == 0 && hasFrontMatter ? ChunkReader.FrontMatter(text, context) : ChunkReader.Read(text, context, catalog);
            }

            chunks.Add(new(span.Start, chunk));
            context = ContextScan.After(chunk);
        }

        return new(source, catalog, chunks.DrainToImmutable());
    }

    // The chunk that holds the offset, and the one that ends there.
    private IEnumerable<PlacedChunk> ChunksAt(int offset)
    {
        var next = Spans.FirstEndingAfter(_chunks.AsSpan(), offset - 1, static chunk => chunk.Span);
        for (; next < _chunks.Length && _chunks[next].Start <= offset; next++)
        {
            yield return _chunks[next];
        }
    }

    /// <summary>The chunks of the note before an edit, to be taken over in order: those before the change from the front, those after it from the back.</summary>
    private sealed class ReusableChunks(ImmutableArray<PlacedChunk> chunks, SourceText source, bool hasFrontMatter)
    {
        private readonly Dictionary<int, PlacedChunk> _byDistanceToEnd = chunks.IsEmpty
            ? []
            : chunks.ToDictionary(chunk => chunks[^1].End - chunk.Start);
        private int _next;

        public Chunk? Take(TextSpan span, ChunkContext context)
        {
            while (_next < chunks.Length && chunks[_next].Start < span.Start)
            {
                _next++;
            }

            if (_next < chunks.Length && chunks[_next].Start == span.Start && IsSame(chunks[_next].Content, span, context))
            {
                return chunks[_next].Content;
            }

            return _byDistanceToEnd.TryGetValue(source.Length - span.Start, out var after) && IsSame(after.Content, span, context)
                ? after.Content
                : null;
        }

        // Front matter is told apart by its place: the same text elsewhere is none.
        private bool IsSame(Chunk chunk, TextSpan span, ChunkContext context) =>
            chunk.Context == context
            && chunk.Text.Length == span.Length
            && source.Slice(span).SequenceEqual(chunk.Text)
            && !(chunk.Regions is [{ Kind: TextKind.FrontMatter }, ..] ^ (hasFrontMatter && span.Start <= 1));
    }
}
