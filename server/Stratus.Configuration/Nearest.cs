namespace Stratus.Configuration;

/// <summary>Finds the known name that a user may have meant.</summary>
public static class Nearest
{
    /// <summary>A sentence after a blank: <c>Did you mean `…`?</c>, or what can be chosen where nothing is near; empty where nothing is known.</summary>
    public static string Hint(string written, IReadOnlyCollection<string> known)
    {
        var best = known
            // `warn` is short for `warning`, however many letters are left out.
            .Select(name => (Name: name, Distance: written.Length > 2 && name.StartsWith(written, StringComparison.OrdinalIgnoreCase) ? 1 : Distance(written, name)))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is { } name && best.Distance <= Math.Max(2, name.Length / 3)
            ? $" Did you mean `{name}`?"
            : known.Count == 0 ? "" : $" Known: {string.Join(", ", known.Select(option => $"`{option}`"))}.";
    }

    /// <summary>Levenshtein's distance, ignoring case.</summary>
    private static int Distance(string left, string right)
    {
        if (left.Length > 2 * right.Length + 2)
        {
            // Far from near, and it may be as long as its file.
            return left.Length;
        }

        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 0; i < left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var cost = char.ToLowerInvariant(left[i]) == char.ToLowerInvariant(right[j]) ? 0 : 1;
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j] + 1, row[j + 1] + 1), diagonal + cost));
            }
        }

        return row[right.Length];
    }
}
