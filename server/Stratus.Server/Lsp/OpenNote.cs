using System.Collections.Concurrent;
using System.Collections.Immutable;
using Stratus.Features;
using Stratus.Features.Refactorings;
using Stratus.Notes;

namespace Stratus.Server.Lsp;

/// <summary>
/// A note that the client has open, in one version, with all that features need: an immutable snapshot. It is parsed
/// when something first needs that, so that of a burst of edits only the last is; what was parsed before is built on.
/// </summary>
internal sealed class OpenNote
{
    private readonly Note? _parsedBefore;
    private readonly Lazy<Note> _note;
    private readonly SentTokens _sentTokens;
    private readonly ConcurrentDictionary<string, TextChange> _fixes = new();
    private readonly ConcurrentDictionary<int, ImmutableArray<Refactoring>> _refactorings = new();
    private volatile Findings? _findings;

    private OpenNote(string uri, int? version, long serial, SourceText source, Workspace workspace, Note? parsedBefore, Lazy<Note>? note, SentTokens sentTokens)
    {
        _sentTokens = sentTokens;
        (Uri, Version, Serial, Source, Workspace, _parsedBefore) = (uri, version, serial, source, workspace, parsedBefore);
        // The workspace holds other open notes, so it must not be kept alive from here.
        var catalog = workspace.Catalog;
        _note = note ?? new(() => parsedBefore is null ? Note.Parse(source, catalog) : parsedBefore.WithSource(source));
    }

    /// <summary>The address, as the client writes it. Only a key: a document that is open is never looked for on disk.</summary>
    internal string Uri { get; }

    /// <summary>The client's version of the text; null where it has given none.</summary>
    internal int? Version { get; }

    /// <summary>Unlike that of any other snapshot of the session.</summary>
    internal long Serial { get; }

    /// <summary>The text.</summary>
    internal SourceText Source { get; }

    /// <summary>What the features may know besides the note.</summary>
    internal Workspace Workspace { get; }

    /// <summary>The parsed note.</summary>
    internal Note Note => _note.Value;

    /// <summary>The semantic tokens that the client has of this note in some version: common to all of its snapshots.</summary>
    internal SentTokens SentTokens => _sentTokens;

    /// <summary>A note as it is opened.</summary>
    internal static OpenNote Open(string uri, int? version, string text, Workspace workspace, long serial) =>
        new(uri, version, serial, new SourceText(text), workspace, null, null, new());

    /// <summary>The note with another text.</summary>
    internal OpenNote With(SourceText source, int? version, long serial) =>
        new(Uri, version, serial, source, Workspace, _note.IsValueCreated ? _note.Value : _parsedBefore, null, _sentTokens);

    /// <summary>The note with other settings or on another day.</summary>
    internal OpenNote With(Workspace workspace, long serial) => ReferenceEquals(workspace.Catalog, Workspace.Catalog)
        ? new(Uri, Version, serial, Source, workspace, _parsedBefore, _note, _sentTokens)
        // Other names may be found now.
        : new(Uri, Version, serial, Source, workspace, null, null, _sentTokens);

    /// <summary>The same note beside other notes: what the rules find in it stays.</summary>
    internal OpenNote Beside(NoteIndex notes) =>
        new(Uri, Version, Serial, Source, Workspace with { Notes = notes }, _parsedBefore, _note, _sentTokens) { _findings = _findings };

    /// <summary>What it says of services, made when it is first asked for.</summary>
    internal Func<NoteDigest> Digest
    {
        get
        {
            var (address, note) = (Workspace.Address!, _note);
            return () => NoteDigest.Of(address, note.Value);
        }
    }

    /// <summary>What the rules find; found once.</summary>
    internal ImmutableArray<Finding> FindingsOf(CancellationToken cancellation) =>
        (_findings ??= new(Diagnostics.Of(Workspace, Note, cancellation))).All;

    /// <summary>What would mend all findings of a rule, or of every rule for null; found once, since a cursor is moved more often than a note is changed.</summary>
    internal TextChange FixAllOf(string? code, CancellationToken cancellation) =>
        _fixes.GetOrAdd(code ?? "", _ => FixAll.Of(Workspace, Note, code, cancellation).Change);

    /// <summary>What can be done with the table or the blank line at a place; found once for each.</summary>
    internal ImmutableArray<Refactoring> RefactoringsAt(TextSpan span) => Note.TableAt(span.Start) is { } table
        ? _refactorings.GetOrAdd(table.Span.Start, _ => Refactorings.OfTable(Note, table))
        // No table begins on a blank line.
        : _refactorings.GetOrAdd(Source.Line(Source.LineOf(span.Start)).Start, _ => Refactorings.At(Workspace, Note, span));

    private sealed record Findings(ImmutableArray<Finding> All);
}
