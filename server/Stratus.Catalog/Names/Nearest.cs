namespace Stratus.Names;

/// <summary>Finds the known name that somebody may have meant.</summary>
public static class Nearest
{
    private const int FewestOfShort = 3;

    /// <summary>
    /// The name that is nearest to a word, in any case, or null where none is near: a third of a name may be off, and two letters of
    /// any. A word that a name begins with is short for it (<c>warn</c> for <c>warning</c>), however many letters are left out. Of
    /// names that are as near as each other it is the first in ordinal order.
    /// </summary>
    /// <param name="word">What was written, of any length.</param>
    /// <param name="names">What is known.</param>
    public static string? To(string word, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(names);
        return names
            .Select(name => (Name: name, Distance: DistanceTo(word, name)))
            .Where(candidate => candidate.Distance is not null)
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault().Name;
    }

    private static int? DistanceTo(string word, string name)
    {
        if (word.Length >= FewestOfShort && name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
        {
            return Math.Min(1, name.Length - word.Length);
        }

        // Each letter that one has more is an edit, so that a word as long as its file is told apart by its length.
        var most = Math.Max(2, name.Length / 3);
        if (Math.Abs(name.Length - word.Length) > most)
        {
            return null;
        }

        var distance = EditDistance.Between(word, name, ignoreCase: true);
        return distance <= most ? distance : null;
    }
}
