using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Notes;
using Stratus.Notes.Chunks;

namespace Stratus.Features.Diagnostics;

/// <summary>
/// A diagnostic rule. What it finds in a chunk by looking at that chunk alone is kept with the chunk; what it needs several for is
/// found in the whole note, and found again only where the chunks that were edited say something else to the rule than before.
/// </summary>
/// <param name="Code">Kebab-case; never changes its meaning once released.</param>
/// <param name="DefaultSeverity">Its severity unless the user chooses another.</param>
/// <param name="Title">What it finds, in one line.</param>
/// <param name="StrictSeverity">Its severity under the profile <c>strict</c>; null where that is its default severity.</param>
public sealed record Rule(string Code, Severity DefaultSeverity, string Title, Severity? StrictSeverity = null)
{
    /// <summary>What it finds in a chunk, a pure function of what it is given; null for nothing.</summary>
    internal ChunkCheck? InChunk { get; init; }

    /// <summary>What it finds in a note beside that; null for nothing.</summary>
    internal NoteCheck? InNote { get; init; }
}

/// <summary>The part of a rule that looks at one chunk.</summary>
/// <param name="LooksAt">What a chunk must hold at least one of to be looked at; <see cref="ChunkTraits.None"/> for every chunk.</param>
/// <param name="Find">Finds it; spans count from the start of the chunk.</param>
internal sealed record ChunkCheck(ChunkTraits LooksAt, Func<RuleInput, IEnumerable<Finding>> Find);

/// <summary>
/// The part of a rule that looks at the whole note. What it finds is kept by what it is about, its key: a service, say. An edit makes
/// it look again at the keys alone to which the edited chunks say something else than before.
/// </summary>
/// <param name="LooksAt">What of chunks it looks at: what holds none of that says nothing to it. <see cref="ChunkTraits.None"/> for every chunk.</param>
/// <param name="Find">Finds what is about a key in the note, or for null what is about any.</param>
/// <param name="Say">Says all that some chunks say to <paramref name="Find"/>, by keys.</param>
internal sealed record NoteCheck(
    ChunkTraits LooksAt,
    Func<RuleInput, string?, IEnumerable<(string Key, Finding Finding)>> Find,
    Action<RuleInput, Sayings> Say)
{
    /// <summary>The key of what is about the note as a whole, and of what is said to other keys than it names.</summary>
    public const string Whole = "";

    /// <summary>The keys in chunks from an index on that depend on what was said to <see cref="Whole"/>; null where that is a key like any other.</summary>
    public Func<Note, int, IEnumerable<string>>? KeysAfter { get; init; }
}

/// <summary>What a rule looks at.</summary>
/// <param name="workspace">What features may know.</param>
/// <param name="note">The note, or the part of one that is looked at.</param>
/// <param name="whole">What the whole note names.</param>
internal sealed class RuleInput(Workspace workspace, Note note, NamedServices whole)
{
    private IReadOnlyList<LayerGroup>? _layersInTables;

    /// <summary>What features may know.</summary>
    public Workspace Workspace { get; } = workspace;

    /// <summary>The note, or the part of one that is looked at.</summary>
    public Note Note { get; } = note;

    /// <summary>The layers that stand side by side in its tables; several rules look at them.</summary>
    public IReadOnlyList<LayerGroup> LayersInTables => _layersInTables ??= [.. LayerGroup.OfTables(Note)];

    /// <summary>What the whole note names. Who asks is asked again when that changes.</summary>
    public NamedServices Whole
    {
        get
        {
            HasAskedForWhole = true;
            return whole;
        }
    }

    /// <summary>True if a rule has asked for <see cref="Whole"/>.</summary>
    public bool HasAskedForWhole { get; private set; }
}
