using System.Collections.Immutable;
using Stratus.Notes;
using Stratus.Notes.Chunks;
using Stratus.Notes.Sequences;
using Stratus.Notes.Text;

namespace Stratus.Features.Decorations;

/// <summary>The semantic tokens of a note, by chunks. Immutable; those of the note after an edit share all but the chunks that are colored in another way.</summary>
public sealed class NoteTokens
{
    private readonly Workspace _workspace;
    private readonly Note _note;

    private NoteTokens(Workspace workspace, Note note, PositionEncoding encoding, Sequence<ChunkTokens, TokenMeasure> chunks) =>
        (_workspace, _note, Encoding, Chunks) = (workspace, note, encoding, chunks);

    /// <summary>What their characters are counted in.</summary>
    public PositionEncoding Encoding { get; }

    /// <summary>The tokens of each chunk of the note.</summary>
    public Sequence<ChunkTokens, TokenMeasure> Chunks { get; }

    /// <summary>Those of a note.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static NoteTokens Of(Workspace workspace, Note note, PositionEncoding encoding, CancellationToken cancellation) =>
        new(workspace, note, encoding, new(Read(workspace, note, 0, note.Chunks.Count, encoding, cancellation)));

    /// <summary>Those of the note after edits, which costs what they change.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public NoteTokens After(Note note, CancellationToken cancellation)
    {
        // After a byte order mark the first character of a line is not its first.
        if (!ReferenceEquals(note.Catalog, _note.Catalog) || note.StartOf(0) != _note.StartOf(0))
        {
            return Of(_workspace, note, Encoding, cancellation);
        }

        var (before, after) = _note.Chunks.SharedWith(note.Chunks);
        var (removed, inserted) = (_note.Chunks.Count - before - after, note.Chunks.Count - before - after);
        var chunks = Chunks.Replace(before, removed, Read(_workspace, note, before, inserted, Encoding, cancellation));
        foreach (var index in DecidedForms.ChangedBetween(_note, note, before, after))
        {
            chunks = chunks.Replace(index, 1, Read(_workspace, note, index, 1, Encoding, cancellation));
        }

        return new(_workspace, note, Encoding, chunks);
    }

    private static ChunkTokens[] Read(Workspace workspace, Note note, int first, int count, PositionEncoding encoding, CancellationToken cancellation)
    {
        var chunks = new ChunkTokens[count];
        var start = note.StartOf(first);
        for (var index = 0; index < count; index++)
        {
            cancellation.ThrowIfCancellationRequested();
            var measure = note.Chunks[first + index].Measure;
            chunks[index] = new(measure.Has(ChunkTraits.Mentions) ? TokensOf(workspace, note, first + index, start, encoding) : [], measure.LineEnds);
            start += measure.Units;
        }

        return chunks;
    }

    private static ImmutableArray<LineToken> TokensOf(Workspace workspace, Note note, int index, int start, PositionEncoding encoding)
    {
        var part = note.Part(index, 1);
        var tokens = SemanticTokens.In(workspace, part, new(0, part.Source.Length));
        var placed = ImmutableArray.CreateBuilder<LineToken>(tokens.Length);
        var before = index == 0 ? note.Source.PositionOf(start, encoding).Character : 0;
        foreach (var token in tokens)
        {
            var begin = part.Source.PositionOf(token.Span.Start, encoding);
            var length = part.Source.PositionOf(token.Span.End, encoding).Character - begin.Character;
            placed.Add(new(new(begin.Line, begin.Character + (begin.Line == 0 ? before : 0)), length, token.Kind, token.HasEnded, token.Disagrees));
        }

        return placed.MoveToImmutable();
    }
}
