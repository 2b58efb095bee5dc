using System.Collections.Concurrent;
using System.Collections.Immutable;
using Stratus.Features;
using Stratus.Features.Decorations;
using Stratus.Features.Diagnostics;
using Stratus.Features.Editing;
using Stratus.Features.Fixes;
using Stratus.Features.Folder;
using Stratus.Features.Refactorings;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Server.Session;

/// <summary>
/// What is worked out of one text, with one catalog, under the same settings, on the same day: each thing once, whoever wants it. All
/// may be cancelled, and what someone else still waits for goes on.
/// </summary>
internal sealed class Analysis
{
    private readonly SourceText _source;
    private readonly Workspace _workspace;
    private readonly ParsedNote _parsed;
    private readonly Once<NoteAnalysis> _rules;
    private readonly Once<ImmutableArray<Finding>> _findings;
    private readonly ConcurrentDictionary<PositionEncoding, Once<NoteTokens>> _tokens = new();
    private readonly ConcurrentDictionary<(string? Code, int Most), Once<TextChange>> _fixes = new();
    private readonly ConcurrentDictionary<int, Once<ImmutableArray<Refactoring>>> _refactorings = new();

    // The newest that there is of this note under these settings.
    private volatile NoteAnalysis? _newest;
    private volatile NoteTokens? _newestTokens;

    private Analysis(SourceText source, Workspace workspace, ParsedNote parsed, NoteAnalysis? before, NoteTokens? tokensBefore)
    {
        (_source, _workspace, _parsed, _newest, _newestTokens) = (source, workspace, parsed, before, tokensBefore);
        _rules = new(async cancellation =>
        {
            var note = await NoteAsync(cancellation).ConfigureAwait(false);
            return _newest = _newest?.After(note, cancellation) ?? NoteAnalysis.Of(_workspace, note, cancellation);
        });
        _findings = new(async cancellation => (await RulesAsync(cancellation).ConfigureAwait(false)).Findings());
    }

    /// <summary>What it says of services and layers.</summary>
    internal Once<NoteDigest> Digest => _parsed.Digest;

    /// <summary>
    /// Completes when no work goes on that was given up. Work in the background waits for that before the next has its turn: otherwise
    /// each letter that is typed could leave some behind, until the pool is full of it.
    /// </summary>
    internal Task Stopped => Task.WhenAll([_parsed.Stopped, _findings.Stopped, .. _tokens.Values.Select(tokens => tokens.Stopped)]);

    /// <summary>The analysis of a text of which no part has been read.</summary>
    internal static Analysis Of(SourceText source, Workspace workspace) =>
        new(source, workspace, new(workspace.Address!, source, workspace.Catalog, null), null, null);

    /// <summary>That of another text of the same note.</summary>
    internal Analysis With(SourceText source) => ReferenceEquals(source, _source)
        ? this
        : new(source, _workspace, new(_workspace.Address!, source, _workspace.Catalog, _parsed.Newest), _newest, _newestTokens);

    /// <summary>That of the same text under other settings, or on another day. With another catalog other names may be found, so the text is parsed again.</summary>
    internal Analysis With(Workspace workspace) => workspace == _workspace ? this
        : ReferenceEquals(workspace.Catalog, _workspace.Catalog) ? new(_source, workspace, _parsed, null, null)
        : Of(_source, workspace);

    /// <summary>The parsed note.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal Task<Note> NoteAsync(CancellationToken cancellation) => _parsed.NoteAsync(cancellation);

    /// <summary>What the rules find, as it is kept.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal Task<NoteAnalysis> RulesAsync(CancellationToken cancellation) => _rules.GetAsync(cancellation);

    /// <summary>What the rules find.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal Task<ImmutableArray<Finding>> FindingsAsync(CancellationToken cancellation) => _findings.GetAsync(cancellation);

    /// <summary>The semantic tokens.</summary>
    /// <param name="encoding">What their characters are counted in.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal Task<NoteTokens> TokensAsync(PositionEncoding encoding, CancellationToken cancellation) =>
        _tokens.GetOrAdd(encoding, _ => new(async whileWanted =>
        {
            var note = await NoteAsync(whileWanted).ConfigureAwait(false);
            return _newestTokens = _newestTokens is { } newest && newest.Encoding == encoding
                ? newest.After(note, whileWanted)
                : NoteTokens.Of(_workspace, note, encoding, whileWanted);
        })).GetAsync(cancellation);

    /// <summary>What would fix all findings of a rule, or of every rule for null: kept, since a cursor is moved more often than a note is changed.</summary>
    /// <param name="code">The rule, or null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <param name="most">How many findings are fixed at most.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal Task<TextChange> FixAllAsync(string? code, CancellationToken cancellation, int most = int.MaxValue) =>
        _fixes.GetOrAdd((code, most), _ => new(async whileWanted =>
        {
            var note = await NoteAsync(whileWanted).ConfigureAwait(false);
            var found = await FindingsAsync(whileWanted).ConfigureAwait(false);
            return FixAll.Of(_workspace, note, found, code, whileWanted, most).Change;
        })).GetAsync(cancellation);

    /// <summary>What can be done with the table or the blank line at a place.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    internal async Task<ImmutableArray<Refactoring>> RefactoringsAsync(TextSpan span, CancellationToken cancellation)
    {
        var note = await NoteAsync(cancellation).ConfigureAwait(false);
        var table = note.TableAt(span.Start);
        // No table begins on a blank line.
        var place = table?.Span.Start ?? _source.Line(_source.LineOf(span.Start)).Start;
        return await _refactorings.GetOrAdd(place, _ => new(Find)).GetAsync(cancellation).ConfigureAwait(false);

        Task<ImmutableArray<Refactoring>> Find(CancellationToken whileWanted) => Task.FromResult(table is null
            ? OfferedRefactorings.At(_workspace, note, span, whileWanted)
            : OfferedRefactorings.OfTable(note, table, whileWanted));
    }
}
