using System.Text.Json;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Protocol;

namespace Stratus.Server.Lsp;

/// <summary>
/// All that changes in the course of a session: the open notes and the user's settings. Its members are called one at a
/// time, in the order in which messages come (the synchronous part of each handler); what they hand out never changes.
/// </summary>
internal sealed class Session(Client client, Log log, TimeProvider clock, NoteLibrary library)
{
    private readonly Dictionary<string, OpenNote> _notes = [];
    private readonly HashSet<string> _told = [];
    private readonly SettingsFiles _files = new(RuleCodes);
    private Settings _settings = Settings.Default;
    private DiagnosticsPublisher? _publisher;
    private NoteIndex _index = NoteIndex.Empty;
    private long _serial;

    /// <summary>What the client can take: the least, until it has said.</summary>
    internal ClientSupport Support { get; private set; } = ClientSupport.Least;

    /// <summary>The client.</summary>
    internal Client Client => client;

    /// <summary>Unlike that of any other run of the server, so that a client's result ids do not outlive the run.</summary>
    internal string RunId { get; } = clock.GetUtcNow().Ticks.ToString("x", null);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The saved notes of the workspace.</summary>
    internal NoteLibrary Library => library;

    /// <summary>What the features may know apart from any note.</summary>
    internal Workspace Workspace => new(Catalog.Embedded, _settings, Today);

    /// <summary>Begins the session of a client.</summary>
    /// <param name="support">What the client can take.</param>
    /// <param name="folders">The addresses of the folders that are open.</param>
    internal void Begin(ClientSupport support, IEnumerable<string> folders)
    {
        Support = support;
        foreach (var path in folders.Select(NoteAddress.PathOf).OfType<string>())
        {
            library.Add(path);
        }

        _publisher = support.PullsDiagnostics ? null : new DiagnosticsPublisher(client, support, log);
    }

    /// <summary>The snapshot of an open note, or null where the document is not open or is no note.</summary>
    internal OpenNote? Find(string uri)
    {
        if (!_notes.TryGetValue(uri, out var note))
        {
            return null;
        }

        // Overnight, a service may have ended.
        var today = Today;
        _index = _index.WithSaved(library.Saved);
        return note.Workspace.Today != today ? _notes[uri] = note.With(note.Workspace with { Today = today, Notes = _index }, ++_serial)
            : note.Workspace.Notes != _index ? _notes[uri] = note.Beside(_index)
            : note;
    }

    /// <summary>Takes a note that was opened.</summary>
    internal void Open(string uri, int version, string text) =>
        Replace(OpenNote.Open(uri, version, text, Workspace with { Settings = SettingsOf(uri), Address = NoteAddress.Of(uri) }, ++_serial));

    /// <summary>Takes the next version of an open note; <paramref name="change"/> makes it from the last.</summary>
    internal void Change(string uri, int version, Func<Notes.SourceText, Notes.SourceText> change)
    {
        if (Find(uri) is { } note)
        {
            Replace(note.With(change(note.Source), version, ++_serial));
        }
    }

    /// <summary>Forgets a note that was closed.</summary>
    internal void Close(string uri)
    {
        if (_notes.Remove(uri, out var note))
        {
            _publisher?.Clear(uri);
            _index = _index.WithoutOpen(note.Workspace.Address!);
            if (NoteAddress.PathOf(uri) is { } path)
            {
                // What was saved meanwhile counts again, also where the client tells of no changed files.
                library.Changed(path);
            }
        }
    }

    /// <summary>Takes the user's settings: the value of <c>stratus</c>, or null for none.</summary>
    internal void Configure(JsonElement? stratus)
    {
        var settings = Settings.Default;
        foreach (var member in stratus is { ValueKind: JsonValueKind.Object } all ? all.EnumerateObject() : default)
        {
            // The client's own settings stand beside the server's, so only those are read here.
            if (member.Value.ValueKind == JsonValueKind.Null || !SettingsReader.Keys.Contains(member.Name))
            {
                continue;
            }

            var (read, problems) = SettingsReader.Read($$"""{"{{member.Name}}":{{member.Value.GetRawText()}}}""", RuleCodes);
            settings = read.Over(settings);
            foreach (var problem in problems)
            {
                TellOnce($"Stratus, setting ‘stratus.{member.Name}’: {problem.Message}");
            }
        }

        if (!settings.Equals(_settings))
        {
            _settings = settings;
            Reconfigure();
        }
    }

    private static string[] RuleCodes => [.. Diagnostics.Rules.Select(rule => rule.Code)];

    private void Reconfigure()
    {
        foreach (var note in _notes.Values.ToList())
        {
            Replace(note.With(note.Workspace with { Settings = SettingsOf(note.Uri) }, ++_serial));
        }

        if (Support is { PullsDiagnostics: true, RefreshesDiagnostics: true })
        {
            _ = client.RefreshDiagnosticsAsync();
        }
    }

    /// <summary>What the nearest settings file above a note says, then what the editor says: a file speaks for the notes beside it, to everyone and on the command line alike.</summary>
    private Settings SettingsOf(string uri)
    {
        if (NoteAddress.PathOf(uri) is not { } path || Path.GetDirectoryName(path) is not { Length: > 0 } folder
            || _files.For(folder) is not { } file)
        {
            return _settings;
        }

        foreach (var problem in file.Problems)
        {
            TellOnce($"{file.Path}:{problem.Line}:{problem.Column}: {problem.Message}");
        }

        return file.Settings.Over(_settings);
    }

    private void TellOnce(string message)
    {
        if (_told.Add(message))
        {
            client.ShowMessage(MessageType.Warning, message);
        }
    }

    private void Replace(OpenNote note)
    {
        _notes[note.Uri] = note;
        _index = _index.WithOpen(note.Workspace.Address!, note.Digest);
        _publisher?.Publish(note);
    }
}
