using System.Collections.Concurrent;
using System.Collections.Immutable;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Features.Editing;
using Stratus.Features.Fixes;
using Stratus.Features.Folder;
using Stratus.Features.Refactorings;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Server.Conversion;

namespace Stratus.Server.Session;

/// <summary>
/// A note that the client has open, in one version, with all that features need: an immutable snapshot. It is parsed
/// when something first needs that, so that of a burst of edits only the last is; what was parsed before is built on.
/// </summary>
internal sealed class OpenNote : IDocument
{
    private readonly ParsedNote _parsed;
    private readonly SentTokens _sentTokens;
    private readonly ConcurrentDictionary<(string? Code, int Most), TextChange> _fixes = new();
    private readonly ConcurrentDictionary<int, ImmutableArray<Refactoring>> _refactorings = new();
    private volatile Findings? _findings;

    private OpenNote(string uri, int? version, long serial, SourceText source, Workspace workspace, ParsedNote parsed, SentTokens sentTokens) =>
        (Uri, Version, Serial, Source, Workspace, _parsed, _sentTokens) = (uri, version, serial, source, workspace, parsed, sentTokens);

    /// <summary>The address, as the client writes it. Only a key: a document that is open is never looked for on disk.</summary>
    public string Uri { get; }

    /// <summary>The client's version of the text; null where it has given none.</summary>
    public int? Version { get; }

    /// <summary>Unlike that of any other snapshot of the session.</summary>
    internal long Serial { get; }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>What the features may know besides the note.</summary>
    internal Workspace Workspace { get; }

    /// <summary>The parsed note.</summary>
    internal Note Note => _parsed.Note;

    /// <summary>The semantic tokens that the client has of this note in some version: common to all of its snapshots.</summary>
    internal SentTokens SentTokens => _sentTokens;

    /// <summary>A note as it is opened.</summary>
    internal static OpenNote Open(string uri, int? version, SourceText source, Workspace workspace, long serial) =>
        Afresh(uri, version, serial, source, workspace, new());

    /// <summary>The note with another text.</summary>
    internal OpenNote With(SourceText source, int? version, long serial) =>
        new(Uri, version, serial, source, Workspace, new(source, Workspace.Catalog, _parsed.Newest), _sentTokens);

    /// <summary>The note with other settings or on another day.</summary>
    internal OpenNote With(Workspace workspace, long serial) => ReferenceEquals(workspace.Catalog, Workspace.Catalog)
        ? new(Uri, Version, serial, Source, workspace, _parsed, _sentTokens)
        // Other names may be found now.
        : Afresh(Uri, Version, serial, Source, workspace, _sentTokens);

    /// <summary>The same note beside other notes: what the rules find in it stays.</summary>
    internal OpenNote Beside(NoteIndex notes) =>
        new(Uri, Version, Serial, Source, Workspace with { Notes = notes }, _parsed, _sentTokens) { _findings = _findings };

    /// <summary>What it says of services, made when it is first asked for.</summary>
    internal Func<NoteDigest> Digest
    {
        get
        {
            // The workspace holds other open notes, so it must not be kept alive from here.
            var (address, parsed) = (Workspace.Address!, _parsed);
            return () => NoteDigest.Of(address, parsed.Note);
        }
    }

    /// <summary>What the rules find; found once.</summary>
    internal ImmutableArray<Finding> FindingsOf(CancellationToken cancellation) =>
        (_findings ??= new(Features.Diagnostics.Findings.Of(Workspace, Note, cancellation))).All;

    /// <summary>What would fix all findings of a rule, or of every rule for null; found once, since a cursor is moved more often than a note is changed.</summary>
    /// <param name="code">The rule, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="most">How many findings are fixed at most.</param>
    internal TextChange FixAllOf(string? code, CancellationToken cancellation, int most = int.MaxValue) =>
        _fixes.GetOrAdd((code, most), _ => FixAll.Of(Workspace, Note, FindingsOf(cancellation), code, cancellation, most).Change);

    /// <summary>What can be done with the table or the blank line at a place; found once for each.</summary>
    internal ImmutableArray<Refactoring> RefactoringsAt(TextSpan span, CancellationToken cancellation) => Note.TableAt(span.Start) is { } table
        ? _refactorings.GetOrAdd(table.Span.Start, _ => OfferedRefactorings.OfTable(Note, table, cancellation))
        // No table begins on a blank line.
        : _refactorings.GetOrAdd(Source.Line(Source.LineOf(span.Start)).Start, _ => OfferedRefactorings.At(Workspace, Note, span, cancellation));

    private static OpenNote Afresh(string uri, int? version, long serial, SourceText source, Workspace workspace, SentTokens sentTokens) =>
        new(uri, version, serial, source, workspace, new(source, workspace.Catalog, null), sentTokens);

    private sealed record Findings(ImmutableArray<Finding> All);

    /// <summary>A note that is parsed when it is first asked for, from the one that was parsed before, which is then let go.</summary>
    private sealed class ParsedNote
    {
        private readonly Lazy<Note> _note;
        private volatile Note? _newest;

        internal ParsedNote(SourceText source, Catalog catalog, Note? before)
        {
            _newest = before;
            _note = new(() => _newest = _newest?.WithSource(source) ?? Note.Parse(source, catalog));
        }

        internal Note Note => _note.Value;

        /// <summary>The note, or as long as it is not parsed the one before it, of the same catalog; null if there was none.</summary>
        internal Note? Newest => _newest;
    }
}
