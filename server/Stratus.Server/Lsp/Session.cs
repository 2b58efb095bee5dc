using System.Text;
using System.Text.Json;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Protocol;

namespace Stratus.Server.Lsp;

/// <summary>
/// All that changes in the course of a session: the open notes and the user's settings. Its members are called one at a
/// time, in the order in which messages come (the synchronous part of each handler); what they hand out never changes.
/// </summary>
internal sealed class Session(Client client, Log log, TimeProvider clock)
{
    private readonly Dictionary<string, OpenNote> _notes = [];
    private readonly HashSet<string> _told = [];
    private readonly SettingsFiles _files = new(RuleCodes);
    private Settings _settings = Settings.Default;
    private DiagnosticsPublisher? _publisher;
    private long _serial;

    /// <summary>What the client can take: the least, until it has said.</summary>
    internal ClientSupport Support { get; private set; } = ClientSupport.Least;

    /// <summary>The client.</summary>
    internal Client Client => client;

    /// <summary>Unlike that of any other run of the server, so that a client's result ids do not outlive the run.</summary>
    internal string RunId { get; } = clock.GetUtcNow().Ticks.ToString("x", null);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>What the features may know apart from any note.</summary>
    internal Workspace Workspace => new(Catalog.Embedded, _settings, Today);

    /// <summary>Begins the session of a client.</summary>
    internal void Begin(ClientSupport support)
    {
        Support = support;
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
        return note.Workspace.Today == today
            ? note
            : _notes[uri] = note.With(note.Workspace with { Today = today }, ++_serial);
    }

    /// <summary>Takes a note that was opened.</summary>
    internal void Open(string uri, int version, string text) =>
        Replace(OpenNote.Open(uri, version, text, Workspace with { Settings = SettingsOf(uri) }, ++_serial));

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
        if (_notes.Remove(uri))
        {
            _publisher?.Clear(uri);
        }
    }

    /// <summary>Takes the user's settings: the value of <c>stratus</c>, or null for none.</summary>
    internal void Configure(JsonElement? stratus)
    {
        // The client's own settings stand beside the server's, so only those are read here.
        var section = new StringBuilder("{");
        if (stratus is { ValueKind: JsonValueKind.Object } all)
        {
            foreach (var member in all.EnumerateObject())
            {
                if (member.Value.ValueKind != JsonValueKind.Null && SettingsReader.Keys.Contains(member.Name))
                {
                    section.Append(section.Length > 1 ? ",\"" : "\"").Append(member.Name).Append("\":").Append(member.Value.GetRawText());
                }
            }
        }

        var (settings, problems) = SettingsReader.Read(section.Append('}').ToString(), RuleCodes);
        foreach (var problem in problems)
        {
            TellOnce($"Stratus, settings: {problem.Message}");
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

        if (Support is { InlayHints: true, RefreshesInlayHints: true })
        {
            _ = client.RefreshInlayHintsAsync();
        }
    }

    /// <summary>What the nearest settings file above a note says, then what the editor says: a file speaks for the notes beside it, to everyone and on the command line alike.</summary>
    private Settings SettingsOf(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var address) || !address.IsFile || Path.GetDirectoryName(address.LocalPath) is not { Length: > 0 } folder
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
        _publisher?.Publish(note);
    }
}
