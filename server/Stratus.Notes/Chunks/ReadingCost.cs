namespace Stratus.Notes.Chunks;

/// <summary>Counts what this thread has read: tests hold with it what an edit may cost, which a clock could not.</summary>
internal static class ReadingCost
{
    /// <summary>How many notes were read, from scratch or after an edit.</summary>
    [field: ThreadStatic]
    public static int Notes { get; set; }

    /// <summary>How many chunks were read.</summary>
    [field: ThreadStatic]
    public static int Chunks { get; set; }

    /// <summary>How many UTF-16 units these had.</summary>
    [field: ThreadStatic]
    public static long Units { get; set; }
}
