namespace Stratus.Features.Completions;

/// <summary>
/// Ordinary words, and names that are not AWS's, which begin as a coined name does: <c>workl</c> is a workload on its way
/// and no WorkLink. Each stands here for all the letters that it shares with such a name; what is typed beyond it means the
/// name.
/// </summary>
internal static class OrdinaryWords
{
    private static readonly string[] Words =
    [
        "appliance", "appraise", "appreciate", "approach", "appropriate", "approve", "approximate", "apps", "appstore", "clouds",
        "codec", "codecov", "coded", "coder", "codepage", "codepoint", "codes", "cognition", "cognitive", "databank", "database", "dataset", "datasource",
        "datastore", "datastream", "datastructure", "deeply", "documented", "elastically", "events", "gamelike", "games",
        "gamestate", "greener", "greengrocer", "greenhouse", "healthier", "healthily", "honeycomb", "inference", "inferential",
        "lights", "medial", "mediasource", "mediastream", "monitor", "openshift", "opensource", "openssh", "openssl", "openstack",
        "privately", "quicks", "quicksand", "quicksilver", "quicksort", "quickstart", "redshirt", "textrange", "times",
        "timesheet", "timestamp", "timestep", "training", "workdir", "worklist", "workload", "worklog", "workmate", "works",
    ];

    /// <summary>True if an ordinary word begins with these letters.</summary>
    /// <param name="folded">In lower case.</param>
    public static bool BeginWith(ReadOnlySpan<char> folded)
    {
        foreach (var word in Words)
        {
            if (word.AsSpan().StartsWith(folded, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
