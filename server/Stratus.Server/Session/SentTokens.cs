using Stratus.Features.Decorations;

namespace Stratus.Server.Session;

/// <summary>
/// The tokens that were sent last of a note, so that the next answer can be the difference to them. Answers are made side
/// by side on the pool; whichever is kept, a difference is only ever made to the one that the client names.
/// </summary>
internal sealed class SentTokens
{
    private volatile Sent? _last;

    /// <summary>The tokens that were sent with this id, or null where others have been sent since.</summary>
    internal NoteTokens? Find(string id) => _last is { } last && last.Id == id ? last.Tokens : null;

    /// <summary>Keeps what is sent now.</summary>
    internal void Keep(string id, NoteTokens tokens) => _last = new(id, tokens);

    private sealed record Sent(string Id, NoteTokens Tokens);
}
