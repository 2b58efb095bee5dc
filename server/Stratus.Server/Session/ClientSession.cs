using System.Text.Json;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Features.Folder;
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
    private NoteIndex _index = NoteIndex.Empty;
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

    /// <summary>The client.</summary>
    internal ILanguageClient Client => _client;

    /// <summary>Unlike that of any other run of the server, so that a client's result ids do not outlive the run.</summary>
    internal string RunId { get; }

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetLocalNow().DateTime);

    /// <summary>The saved notes of the workspace.</summary>
    internal NoteLibrary Library => _library;

    /// <inheritdoc/>
    public void Dispose() => _library.Dispose();

    /// <summary>Begins the session of a client.</summary>
    /// <param name="support">What the client can take.</param>
    /// <param name="folders">The addresses of the folders that are open.</param>
    internal void Begin(ClientSupport support, IEnumerable<string> folders)
    {
        Support = support;
        _publisher = support.Diagnostics.Pulled ? null : new DiagnosticsPublisher(_client, support, _log);
        foreach (var path in folders.Select(NoteAddress.PathOf).OfType<string>())
        {
            _folder = _folder.Length == 0 ? path : _folder;
            _library.Add(path);
        }
    }

    /// <summary>The snapshot of an open note, or null where the document is not open or is no note.</summary>
    internal OpenNote? Find(string uri)
    {
        var key = NoteAddress.Of(uri);
        if (!_notes.TryGetValue(key, out var note))
        {
            return null;
        }

        // Overnight, a service may have ended.
        var today = Today;
        _index = _index.WithSaved(_library.Saved);
        return note.Workspace.Today != today ? _notes[key] = note.With(note.Workspace with { Today = today, Notes = _index }, ++_serial)
            : note.Workspace.Notes != _index ? _notes[key] = note.Beside(_index)
            : note;
    }

    /// <summary>Takes a note that was opened.</summary>
    internal void Open(string uri, int? version, string text)
    {
        _outOfStep.Remove(NoteAddress.Of(uri));
        var workspace = ReadWorkspace(uri);
        _settingsFindings.Publish();
        Replace(OpenNote.Open(uri, version, text, workspace, ++_serial));
    }

    /// <summary>Takes the next version of an open note; <paramref name="change"/> makes it from the last.</summary>
    internal void Change(string uri, int? version, Func<SourceText, SourceText> change)
    {
        if (Find(uri) is { } note)
        {
            Replace(note.With(change(note.Source), version, ++_serial));
        }
    }

    /// <summary>True for an open note whose text is not known: a change of it could not be read, and its whole text has not come since.</summary>
    internal bool IsOutOfStep(string uri) => _outOfStep.Contains(NoteAddress.Of(uri));

    /// <summary>Forgets what an open note says, since a change of it cannot be read, and tells the user.</summary>
    internal void LoseStep(string uri)
    {
        if (!_notes.ContainsKey(NoteAddress.Of(uri)))
        {
            return;
        }

        Close(uri);
        _outOfStep.Add(NoteAddress.Of(uri));
        Refresh();
        var name = Uri.UnescapeDataString(uri[(uri.LastIndexOf('/') + 1)..]);
        _client.ShowMessage(
            MessageType.Warning,
            $"Stratus could not read a change that your editor sent for `{name}`. Close the note and open it again.");
    }

    /// <summary>Forgets a note that was closed.</summary>
    internal void Close(string uri)
    {
        _outOfStep.Remove(NoteAddress.Of(uri));
        if (_notes.Remove(NoteAddress.Of(uri), out var note))
        {
            _publisher?.Clear(note.Uri);
            _index = _index.WithoutOpen(note.Workspace.Address!);
            if (NoteAddress.PathOf(uri) is { } path)
            {
                // What was saved meanwhile counts again, also where the client tells of no changed files.
                _library.Changed(path);
            }
        }
    }

    /// <summary>Takes the initialization options: settings below all others of the editor.</summary>
    internal void TakeOptions(JsonElement? options) => Use(_editor.TakeOptions(options));

    /// <summary>Takes the user's settings, as the client answers or sends them; null where it says nothing.</summary>
    internal void Configure(JsonElement? settings) => Use(_editor.TakeConfiguration(settings));

    /// <summary>Reads the settings and glossary files again.</summary>
    internal void ReloadSettings()
    {
        _files.Forget();
        Reconfigure(knowsOtherNames: true);
    }

    /// <summary>
    /// What the features may know beside the text of a document, without a look at the disk: for one that is not open, what
    /// holds where there is no file.
    /// </summary>
    internal Workspace WorkspaceOf(string uri) =>
        Find(uri)?.Workspace ?? new(_files.Elsewhere.Catalog, _files.Elsewhere.Settings, Today) { Notes = _index };

    /// <summary>What holds for a document: the nearer of file and editor settings, the folder's catalog.</summary>
    private Workspace ReadWorkspace(string uri)
    {
        var path = NoteAddress.PathOf(uri);
        var here = path is null ? _files.Elsewhere : _files.For(Path.GetDirectoryName(path)!);
        return new(here.Catalog, here.Settings, Today)
        {
            Address = NoteAddress.Of(uri),
            Notes = _index,
            IsChecked = path is null || here.Filter.Includes(path),
        };
    }

    private void Use(string? mistakes)
    {
        if (mistakes is not null)
        {
            _client.ShowMessage(MessageType.Warning, mistakes);
        }

        var settings = _editor.Current;
        if (!settings.Equals(_settings))
        {
            var knowsOtherNames = !settings.Glossary.SequenceEqual(_settings.Glossary);
            _settings = settings;
            _files.Use(settings, _folder);
            Reconfigure(knowsOtherNames);
        }
    }

    /// <summary>Gives all open notes the settings that hold now.</summary>
    /// <param name="knowsOtherNames">True if a glossary may have changed, so that saved notes may say something else; most clients send their settings once more at the start.</param>
    private void Reconfigure(bool knowsOtherNames)
    {
        var workspaces = _notes.Keys.ToDictionary(uri => uri, ReadWorkspace, StringComparer.Ordinal);
        // Once, now that the files of all notes are read.
        _settingsFindings.Publish();
        foreach (var (uri, workspace) in workspaces)
        {
            Replace(_notes[uri].With(workspace, ++_serial));
        }

        if (knowsOtherNames)
        {
            _library.ReadAgain();
        }

        Refresh();
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

    private void Replace(OpenNote note)
    {
        _notes[note.Workspace.Address!] = note;
        _index = _index.WithOpen(note.Workspace.Address!, note.Digest);
        _publisher?.Publish(note);
    }
}
