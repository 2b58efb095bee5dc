using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Stratus.Terms;

namespace Stratus.Names;

/// <summary>What a searched name is to its service.</summary>
public enum SearchNameKind
{
    /// <summary>The name of the service.</summary>
    Name,
    /// <summary>An abbreviation.</summary>
    Abbreviation,
    /// <summary>Another accepted form, the full name included.</summary>
    Alias,
    /// <summary>A name that it had.</summary>
    Former,
}

/// <summary>A right way to write a service, to be found by its beginnings.</summary>
/// <param name="Text">The form, as in the data.</param>
/// <param name="Folded">The same in lower case.</param>
/// <param name="Service">What it names.</param>
/// <param name="Number">The number of the service in <see cref="Catalog.Services"/>.</param>
/// <param name="Kind">What it is to the service.</param>
/// <param name="IsOrdinary">True if the form is also an ordinary word, a common noun or another thing's name, so that writing it alone says little.</param>
/// <param name="IsCoined">True for an invented word.</param>
public sealed record SearchName(
    string Text, string Folded, Service Service, int Number, SearchNameKind Kind, bool IsOrdinary, bool IsCoined);

/// <summary>A word inside a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="At">Where in it the word begins, above 0.</param>
public readonly record struct InnerWord(SearchName Name, int At)
{
    /// <summary>The word and all that follows it in the name, in lower case.</summary>
    internal ReadOnlySpan<char> Letters => Name.Folded.AsSpan(At);
}

/// <summary>
/// Finds names by how they begin, and by how words inside them begin: each a binary search in a list that is sorted once.
/// Names with the AWS or Amazon prefix are a list of their own, since one who types it wants no other. Immutable.
/// </summary>
public sealed class NameSearch
{
    private readonly SearchName[] _bare;
    private readonly SearchName[] _prefixed;
    private readonly FrozenSet<string> _all;
    private readonly InnerWord[] _innerWords;
    private readonly int[] _renown;
    private readonly FrozenDictionary<string, int> _numbers;

    /// <summary>An index over the right forms of a catalog's services; wrong ones and wrong spellings are nothing to offer.</summary>
    /// <param name="catalog">The services and what is known of them.</param>
    /// <param name="forms">Their written forms.</param>
    public NameSearch(Catalog catalog, ImmutableArray<WrittenForm> forms)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        _numbers = catalog.Services.Index()
            .ToFrozenDictionary(service => service.Item.Id, service => service.Index, StringComparer.Ordinal);
        var names = new Dictionary<(int, string), SearchName>();
        foreach (var form in forms)
        {
            if (KindOf(form.Form) is { } kind)
            {
                foreach (var service in form.Services)
                {
                    Keep(names, form.Text, service, kind, form.Ambiguous || form.Generic || form.ServiceCellOnly, form.Coined);
                }
            }
        }

        foreach (var service in catalog.Services)
        {
            Keep(names, service.Name, service, SearchNameKind.Name);
            Keep(names, service.DisplayName, service, SearchNameKind.Name);
            Keep(names, service.FullName, service, SearchNameKind.Alias);
            if (service.Abbreviation is { } abbreviation)
            {
                Keep(names, abbreviation, service, SearchNameKind.Abbreviation);
            }
        }

        var all = names.Values.OrderBy(name => name.Folded, StringComparer.Ordinal).ThenBy(name => name.Number).ToArray();
        _all = all.Select(name => name.Folded).ToFrozenSet(StringComparer.Ordinal);
        _bare = [.. all.Where(name => !IsPrefixed(name))];
        _prefixed = [.. all.Where(name => Prefix.LengthIn(name.Text) > 0)];
        _innerWords = [.. _bare.Where(name => name.Kind is SearchNameKind.Name or SearchNameKind.Former).SelectMany(InnerWords)];
        Array.Sort(_innerWords, (left, right) => left.Letters.SequenceCompareTo(right.Letters));
        _renown = [.. Renowns(catalog, names.Values)];
    }

    /// <summary>All names without the AWS or Amazon prefix, and those that are named so themselves, sorted.</summary>
    public ReadOnlySpan<SearchName> Names => _bare;

    /// <summary>
    /// How much a service is looked for, the more the higher: what is taught with a layer or mixed up by learners, what has
    /// parts, and what has many names.
    /// </summary>
    public int RenownOf(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        return _numbers.TryGetValue(service.Id, out var number) ? _renown[number] : 0;
    }

    /// <summary>The names that begin so, sorted; with the prefix exactly where what is asked for has it.</summary>
    /// <param name="folded">In lower case, spaces single.</param>
    public ReadOnlySpan<SearchName> BeginningWith(ReadOnlySpan<char> folded)
    {
        var list = Prefix.LengthInTyped(folded) > 0 ? _prefixed : _bare;
        var from = LowerBound(list.Length, folded, number => list[number].Folded);
        var to = from;
        while (to < list.Length && list[to].Folded.AsSpan().StartsWith(folded, StringComparison.Ordinal))
        {
            to++;
        }

        return list.AsSpan(from, to - from);
    }

    /// <summary>True if this is a name in full.</summary>
    /// <param name="folded">In lower case, spaces single.</param>
    public bool Has(ReadOnlySpan<char> folded) => _all.GetAlternateLookup<ReadOnlySpan<char>>().Contains(folded);

    /// <summary>The words inside names and former names that begin so (at a space, a hyphen or a hump), with what follows them.</summary>
    /// <param name="folded">In lower case, spaces single.</param>
    public ReadOnlySpan<InnerWord> InnerWordsBeginningWith(ReadOnlySpan<char> folded)
    {
        var from = LowerBound(_innerWords.Length, folded, number => _innerWords[number].Letters);
        var to = from;
        while (to < _innerWords.Length && _innerWords[to].Letters.StartsWith(folded, StringComparison.Ordinal))
        {
            to++;
        }

        return _innerWords.AsSpan(from, to - from);
    }

    /// <summary>True if a word of the name begins at the offset: at its start, after a space or a sign, at a hump, at a number.</summary>
    public static bool BeginsWord(string text, int at)
    {
        ArgumentNullException.ThrowIfNull(text);
        return at == 0
            || !char.IsLetterOrDigit(text[at - 1])
            || (char.IsUpper(text[at]) && char.IsLower(text[at - 1]))
            || (char.IsDigit(text[at]) && char.IsLower(text[at - 1]));
    }

    private static SearchNameKind? KindOf(NameForm form) => form switch
    {
        NameForm.Canonical or NameForm.Alias => SearchNameKind.Alias,
        NameForm.Abbreviation => SearchNameKind.Abbreviation,
        NameForm.Former => SearchNameKind.Former,
        _ => null,
    };

    // "Amazon Machine Image" is called so, and is found with and without thinking of the prefix.
    private static bool IsPrefixed(SearchName name) => Prefix.LengthIn(name.Text) > 0 && name.Text != name.Service.Name;

    // The marks stand on the forms, the rank of a name in the service itself: one entry carries both.
    private void Keep(
        Dictionary<(int, string), SearchName> names,
        string text,
        Service service,
        SearchNameKind kind,
        bool isOrdinary = false,
        bool isCoined = false)
    {
        var folded = text.ToLowerInvariant();
        var key = (_numbers[service.Id], folded);
        names[key] = names.TryGetValue(key, out var kept)
            ? kept.Kind < kind
                ? kept with { IsOrdinary = kept.IsOrdinary || isOrdinary, IsCoined = kept.IsCoined || isCoined }
                : kept with { Text = text, Kind = kind, IsOrdinary = kept.IsOrdinary || isOrdinary, IsCoined = kept.IsCoined || isCoined }
            : new(text, folded, service, key.Item1, kind, isOrdinary, isCoined);
    }

    private static IEnumerable<InnerWord> InnerWords(SearchName name)
    {
        for (var at = 1; at < name.Text.Length; at++)
        {
            if (char.IsLetterOrDigit(name.Text[at]) && BeginsWord(name.Text, at) && !IsFunctionWord(name.Folded, at))
            {
                yield return new(name, at);
            }
        }
    }

    // "MACsec on Direct Connect" is no answer to "depends on d".
    private static bool IsFunctionWord(string folded, int at)
    {
        var end = folded.IndexOf(' ', at);
        return folded.AsSpan(at, (end < 0 ? folded.Length : end) - at) is
            "a" or "an" or "and" or "at" or "by" or "for" or "in" or "of" or "on" or "or" or "the" or "to" or "with";
    }

    private static int[] Renowns(Catalog catalog, IEnumerable<SearchName> names)
    {
        var taught = catalog.Layers.SelectMany(layer => layer.Examples).ToHashSet(StringComparer.Ordinal);
        var confused = catalog.Confusions.SelectMany(pair => (string[])[pair.FirstId, pair.SecondId]).ToHashSet(StringComparer.Ordinal);
        var parts = catalog.Services
            .Where(service => service.ParentId is not null)
            .CountBy(service => service.ParentId!)
            .ToDictionary(StringComparer.Ordinal);
        var written = names.CountBy(name => name.Number).ToDictionary();
        return
        [
            .. catalog.Services.Select((service, number) =>
                (taught.Contains(service.Id) ? 4 : 0)
                + (confused.Contains(service.Id) ? 3 : 0)
                + (service.Layers is null ? 0 : 1)
                + Math.Min(4, BitOperations.Log2((uint)parts.GetValueOrDefault(service.Id) + 1) * 2)
                + Math.Min(3, BitOperations.Log2((uint)written.GetValueOrDefault(number) + 1))),
        ];
    }

    private delegate ReadOnlySpan<char> Key(int number);

    private static int LowerBound(int count, ReadOnlySpan<char> folded, Key keyOf)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (keyOf(middle).SequenceCompareTo(folded) < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
