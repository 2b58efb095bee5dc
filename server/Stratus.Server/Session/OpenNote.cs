using Stratus.Features;
using Stratus.Notes.Text;
using Stratus.Server.Conversion;

namespace Stratus.Server.Session;

/// <summary>A note that the client has open, in one version, with all that features need but the other notes: an immutable snapshot.</summary>
internal sealed class OpenNote : IDocument
{
    private OpenNote(string uri, int? version, long serial, SourceText source, Workspace workspace, Analysis analysis, SentTokens sentTokens) =>
        (Uri, Version, Serial, Source, Workspace, Analysis, SentTokens) = (uri, version, serial, source, workspace, analysis, sentTokens);

    /// <summary>The address, as the client writes it. Only a key: a document that is open is never looked for on disk.</summary>
    public string Uri { get; }

    /// <summary>The client's version of the text; null where it has given none.</summary>
    public int? Version { get; }

    /// <summary>Unlike that of any other snapshot of the session.</summary>
    internal long Serial { get; }

    /// <summary>The text.</summary>
    public SourceText Source { get; }

    /// <summary>What the features may know besides the note. The other notes are no part of it: they would be kept as they once were.</summary>
    internal Workspace Workspace { get; }

    /// <summary>What is worked out of the text: common to the snapshots that differ in nothing that it depends on.</summary>
    internal Analysis Analysis { get; }

    /// <summary>The semantic tokens that the client has of this note in some version: common to all of its snapshots.</summary>
    internal SentTokens SentTokens { get; }

    /// <summary>Does something with the note, and ends only when nothing of it goes on.</summary>
    internal async Task<T> ToTheEndAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            await Analysis.Stopped.ConfigureAwait(false);
        }
    }

    /// <summary>A note as it is opened.</summary>
    internal static OpenNote Open(string uri, int? version, SourceText source, Workspace workspace, long serial) =>
        new(uri, version, serial, source, workspace, Analysis.Of(source, workspace), new());

    /// <summary>The note with another text.</summary>
    internal OpenNote With(SourceText source, int? version, long serial) =>
        new(Uri, version, serial, source, Workspace, Analysis.With(source), SentTokens);

    /// <summary>The note with other settings or on another day.</summary>
    internal OpenNote With(Workspace workspace, long serial) =>
        new(Uri, Version, serial, Source, workspace, Analysis.With(workspace), SentTokens);
}
