using System.Text;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>What a stretch of a note says to a rule: words, and places with what stands there.</summary>
/// <param name="source">The text of the stretch.</param>
internal sealed class Saying(SourceText source)
{
    private readonly StringBuilder _words = new();
    private readonly List<TextSpan> _places = [];

    /// <summary>Says something.</summary>
    public Saying Say(object? words)
    {
        _words.Append(words).Append('\n');
        return this;
    }

    /// <summary>Shows a place: one that a finding may be about, or that a fix may change.</summary>
    public Saying Show(TextSpan place)
    {
        _places.Add(place);
        _words.Append(source.Slice(place)).Append('\n');
        return this;
    }

    /// <summary>True if another says the same, and all that it shows has moved there with an edit.</summary>
    /// <param name="other">The other.</param>
    /// <param name="start">Where the two stretches start.</param>
    /// <param name="edit">The edit between them.</param>
    public bool IsSameAfter(Saying other, int start, EditMap edit)
    {
        if (_places.Count != other._places.Count || !_words.Equals(other._words))
        {
            return false;
        }

        for (var index = 0; index < _places.Count; index++)
        {
            if (edit.Of(_places[index].Shift(start)) != other._places[index].Shift(start))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What a stretch of a note says to a rule, by keys.</summary>
/// <param name="source">The text of the stretch.</param>
internal sealed class Sayings(SourceText source)
{
    private readonly Dictionary<string, Saying> _byKey = new(StringComparer.Ordinal);

    /// <summary>What is said to a key.</summary>
    public Saying To(string key)
    {
        if (!_byKey.TryGetValue(key, out var saying))
        {
            _byKey.Add(key, saying = new(source));
        }

        return saying;
    }

    /// <summary>The keys to which another says something else, or the same of what an edit did not move there.</summary>
    /// <param name="other">The other.</param>
    /// <param name="start">Where the two stretches start.</param>
    /// <param name="edit">The edit between them.</param>
    public IEnumerable<string> UnlikeAfter(Sayings other, int start, EditMap edit) => _byKey.Keys.Union(other._byKey.Keys)
        .Where(key => !(_byKey.TryGetValue(key, out var one) && other._byKey.TryGetValue(key, out var two) && one.IsSameAfter(two, start, edit)));
}
