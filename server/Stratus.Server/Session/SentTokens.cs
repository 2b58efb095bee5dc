namespace Stratus.Server.Session;

/// <summary>
/// The tokens that were sent last of a note, so that the next answer can be the difference to them. Answers are made side
/// by side on the pool; whichever is kept, a difference is only ever made to the one that the client names.
/// </summary>
internal sealed class SentTokens
{
    private volatile Sent? _last;

    /// <summary>The numbers that were sent with this id, or null where others have been sent since.</summary>
    internal int[]? Find(string id) => _last is { } last && last.Id == id ? last.Data : null;

    /// <summary>Keeps what is sent now.</summary>
    internal void Keep(string id, int[] data) => _last = new(id, data);

    private sealed record Sent(string Id, int[] Data);
}
