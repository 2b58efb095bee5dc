using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Files;
using Stratus.Server.Transport;

namespace Stratus.Server.Session;

/// <summary>
/// All that changes in the course of a session: the open notes and the user's settings. Its members are called one at a
/// time, in the order in which messages come (the synchronous part of each handler); what they hand out never changes.
/// </summary>
internal sealed class ClientSession : IDisposable
{
    private readonly ILanguageClient _client;
    private readonly Log _log;
    private readonly TimeProvider _clock;

    // By their address in its one spelling: what is opened as ‘file:///a%20b.md’ may be asked about as ‘file:///a b.md’.
    private readonly Dictionary<string, OpenNote> _notes = [];
    private readonly HashSet<string> _outOfStep = [];
    private readonly EditorSettings _editor = new(Findings.Codes);
    private readonly SettingsFiles _files = new(Findings.Codes);
    private readonly NoteLibrary _library;
    private readonly SettingsFindings _settingsFindings;
    private Settings _settings = Settings.Default;
    private string _folder = "";
    private DiagnosticsPublisher? _publisher;
    private FolderNotes _folderNotes = FolderNotes.None;
    private long _serial;

    /// <param name="client">The client.</param>
    /// <param name="log">Takes what happens.</param>
    /// <param name="clock">Tells what day it is.</param>
    /// <param name="thread">Where the messages are handled: what work in the background brings is taken there too.</param>
    internal ClientSession(ILanguageClient client, Log log, TimeProvider clock, SynchronizationContext thread)
    {
        (_client, _log, _clock) = (client, log, clock);
        _settingsFindings = new(client, _files, () => Support.Encoding);
        _library = new(
            log,
            path => _files.For(Path.GetDirectoryName(path)!).Catalog,
            () => thread.Post(_ => _settingsFindings.Publish(), null));
        RunId = clock.GetUtcNow().Ticks.ToString("x", null);
    }

    /// <summary>What the client can take: the least, until it has said.</summary>
    internal ClientSupport Support { get; private set; } = ClientSupport.Least;

    /// <summary>Writes findings as the client takes them.</summary>
    internal DiagnosticsEncoder Encoder { get; private set; } = new(ClientSupport.Least);

    /// <summary>The client.</summary>
    internal ILanguageClient Client => _client;

    /// <summary>Where work takes turns that no person waits for.</summary>
    internal BackgroundLane Background { get; } = new();

    /// <summary>Unlike that of any other run of the server, so that a client's result ids do not outlive the run.</summary>
    internal string RunId { get; }

    /// <summary>What the notes of the workspace say now.</summary>
    internal FolderNotes FolderNotes => _folderNotes = _folderNotes.WithSaved(_library.Saved);

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);

    /// <inheritdoc/>
    public void Dispose() => _library.Dispose();

    /// <summary>Begins the session of a client.</summary>
    /// <param name="support">What the client can take.</param>
    /// <param name="folders">The addresses of the folders that are open.</param>
    internal void Begin(ClientSupport support, IEnumerable<string> folders)
    {
        (Support, Encoder) = (support, new(support));
        _publisher = support.Diagnostics.Pulled ? null : new DiagnosticsPublisher(_client, support, Encoder, Background, _log);
        foreach (var path in folders.Select(NoteAddress.PathOf).OfType<string>())
        {
            _folder = _folder.Length == 0 ? path : _folder;
            _library.Add(path);
        }
    }

    /// <summary>The snapshot of an open note, or null where the document is not open or is no note.</summary>
    internal OpenNote? Find(string uri) => At(NoteAddress.Of(uri));

    /// <summary>
    /// What the features may know beside the text of a document, without a look at the disk: for one that is not open, what
    /// holds where there is no file.
    /// </summary>
    internal Workspace WorkspaceOf(string uri) =>
        Find(uri)?.Workspace ?? new(_files.Elsewhere.Catalog, _files.Elsewhere.Settings, Today);

    /// <summary>
    /// Takes what has changed: makes the new snapshots, settles what the notes say of one another, and publishes, each once,
    /// however many of the modifications are about the same note.
    /// </summary>
    internal void Apply(params IReadOnlyList<Modification> modifications)
    {
        var effects = new Effects();
        foreach (var modification in modifications)
        {
            Take(modification, effects);
        }

        Settle(effects);
    }

    private OpenNote? At(string address)
    {
        if (!_notes.TryGetValue(address, out var note))
        {
            return null;
        }

        // Overnight, a service may have ended.
        var today = Today;
        return note.Workspace.Today == today ? note : _notes[address] = note.With(note.Workspace with { Today = today }, ++_serial);
    }

    private void Take(Modification modification, Effects effects)
    {
        switch (modification)
        {
            case Modification.Opened opened:
                Open(NoteAddress.Of(opened.Uri), opened.Uri, opened.Version, new(opened.Text), effects);
                break;
            case Modification.Changed changed:
                Change(NoteAddress.Of(changed.Uri), changed, effects);
                break;
            case Modification.Lost lost:
                LoseStep(NoteAddress.Of(lost.Uri), lost.Uri, effects);
                break;
            case Modification.Closed closed:
                Close(NoteAddress.Of(closed.Uri), effects);
                break;
            case Modification.OptionsGiven given:
                Use(_editor.TakeOptions(given.Options), effects);
                break;
            case Modification.SettingsGiven given:
                Use(_editor.TakeConfiguration(given.Settings), effects);
                break;
            case Modification.FilesChanged files:
                Reread(files.Paths.ToLookup(SettingsFiles.IsOne), effects);
                break;
            case Modification.FoldersChanged folders:
                effects.FoldersRemoved.AddRange(folders.Removed);
                effects.FoldersAdded.AddRange(folders.Added);
                break;
        }
    }

    private void Open(string address, string uri, int? version, SourceText source, Effects effects)
    {
        _outOfStep.Remove(address);
        effects.ReadSettings = true;
        Put(OpenNote.Open(uri, version, source, WorkspaceAt(address), ++_serial), effects);
    }

    private void Change(string address, Modification.Changed changed, Effects effects)
    {
        if (At(address) is { } note)
        {
            Put(note.With(note.Source.Replace(changed.Changes, Support.Encoding), changed.Version, ++_serial), effects);
        }
        else if (_outOfStep.Contains(address) && changed.Changes.Any(change => change.Range is null))
        {
            // With its whole text it is known again.
            var source = new SourceText("").Replace(changed.Changes, Support.Encoding);
            Open(address, changed.Uri, changed.Version, source, effects);
        }
    }

    /// <summary>Forgets what an open note says, since a change of it cannot be read, and tells the user.</summary>
    private void LoseStep(string address, string uri, Effects effects)
    {
        if (!_notes.ContainsKey(address))
        {
            return;
        }

        Close(address, effects);
        _outOfStep.Add(address);
        effects.AsksAgain = true;
        var name = Uri.UnescapeDataString(uri[(uri.LastIndexOf('/') + 1)..]);
        _client.ShowMessage(
            MessageType.Warning,
            $"Stratus could not read a change that your editor sent for `{name}`. Close the note and open it again.");
    }

    private void Close(string address, Effects effects)
    {
        _outOfStep.Remove(address);
        if (_notes.Remove(address, out var note))
        {
            effects.Notes[note.Uri] = address;
            if (NoteAddress.PathOf(address) is { } path)
            {
                // What was saved meanwhile counts again, also where the client tells of no changed files.
                effects.Files.Add(path);
            }
        }
    }

    private void Use(string? mistakes, Effects effects)
    {
        if (mistakes is not null)
        {
            _client.ShowMessage(MessageType.Warning, mistakes);
        }

        var settings = _editor.Current;
        if (!settings.Equals(_settings))
        {
            // Most clients send their settings once more at the start, and other severities are no other names.
            effects.KnowsOtherNames |= !settings.Glossary.SequenceEqual(_settings.Glossary);
            effects.ChangedSettings = true;
            _settings = settings;
            _files.Use(settings, _folder);
        }
    }

    private void Reread(ILookup<bool, string> pathsBySettings, Effects effects)
    {
        if (pathsBySettings[true].Any())
        {
            _files.Forget();
            effects.ChangedSettings = effects.KnowsOtherNames = true;
        }

        effects.Files.AddRange(pathsBySettings[false]);
    }

    private void Put(OpenNote note, Effects effects)
    {
        var address = note.Workspace.Address!;
        if (_notes.TryGetValue(address, out var before))
        {
            // It may have been opened by another spelling of its address.
            effects.Notes[before.Uri] = address;
        }

        effects.Notes[note.Uri] = address;
        _notes[address] = note;
    }

    /// <summary>Draws the conclusions, once all modifications are taken.</summary>
    private void Settle(Effects effects)
    {
        if (effects.ChangedSettings)
        {
            foreach (var note in _notes.Values.ToList())
            {
                if (WorkspaceAt(note.Workspace.Address!) is var workspace && workspace != note.Workspace)
                {
                    Put(note.With(workspace, ++_serial), effects);
                }
            }
        }

        if (effects.ChangedSettings || effects.ReadSettings)
        {
            // Once, now that the files of all notes are read.
            _settingsFindings.Publish();
        }

        _folderNotes = _folderNotes.With(effects.Notes.Values.Distinct().ToDictionary(
            address => address, address => _notes.GetValueOrDefault(address)?.Analysis.Digest, StringComparer.Ordinal));
        foreach (var (uri, address) in effects.Notes)
        {
            if (_notes.TryGetValue(address, out var note) && note.Uri == uri)
            {
                _publisher?.Publish(note);
            }
            else
            {
                _publisher?.Clear(uri);
            }
        }

        effects.FoldersRemoved.ForEach(_library.Remove);
        effects.FoldersAdded.ForEach(_library.Add);
        if (effects.Files.Count > 0)
        {
            _library.Changed(effects.Files);
        }

        if (effects.KnowsOtherNames)
        {
            _library.ReadAgain();
        }

        if (effects.ChangedSettings || effects.AsksAgain)
        {
            Refresh();
        }
    }

    /// <summary>What holds for a document: the nearer of file and editor settings, the folder's catalog.</summary>
    private Workspace WorkspaceAt(string address)
    {
        var path = NoteAddress.PathOf(address);
        var here = path is null ? _files.Elsewhere : _files.For(Path.GetDirectoryName(path)!);
        return new(here.Catalog, here.Settings, Today)
        {
            Address = address,
            IsChecked = path is null || here.Filter.Includes(path),
        };
    }

    /// <summary>Tells the client to ask again for what it has asked for.</summary>
    private void Refresh()
    {
        if (Support.Diagnostics is { Pulled: true, Refreshed: true })
        {
            _ = _client.RefreshDiagnosticsAsync();
        }

        if (Support.InlayHints is { Offered: true, Refreshed: true })
        {
            _ = _client.RefreshInlayHintsAsync();
        }

        if (Support.SemanticTokens is { Offered: true, Refreshed: true })
        {
            _ = _client.RefreshSemanticTokensAsync();
        }
    }

    /// <summary>What follows from modifications that are taken together.</summary>
    private sealed class Effects
    {
        /// <summary>The documents of which there is another snapshot, or none any more: the client's address of each, and ours.</summary>
        internal Dictionary<string, string> Notes { get; } = new(StringComparer.Ordinal);

        internal List<string> Files { get; } = [];

        internal List<string> FoldersAdded { get; } = [];

        internal List<string> FoldersRemoved { get; } = [];

        /// <summary>True if other settings may hold for any note.</summary>
        internal bool ChangedSettings { get; set; }

        /// <summary>True if a glossary may have changed, so that saved notes may say something else.</summary>
        internal bool KnowsOtherNames { get; set; }

        /// <summary>True if settings files may have been read for the first time.</summary>
        internal bool ReadSettings { get; set; }

        /// <summary>True if the client has answers that it would not ask for again by itself.</summary>
        internal bool AsksAgain { get; set; }
    }
}
