using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Stratus.Names;
using Stratus.Notes.Text;

namespace Stratus.Notes.Meaning.Layers;

/// <summary>Where a layer is looked for: it decides how much must be written to mean one.</summary>
internal enum LayerPlace
{
    /// <summary>Prose: <c>L4</c>, <c>Layer 4</c>, <c>transport layer</c>.</summary>
    Prose,
    /// <summary>A heading: as prose, and a number that is no layer (<c>L8</c>) counts too.</summary>
    Heading,
    /// <summary>A cell of a layer column: a bare number or name is enough.</summary>
    Cell,
}

/// <summary>A layer reference in a text; spans count from the start of that text.</summary>
/// <param name="Span">The whole of it.</param>
/// <param name="Reference">What it says.</param>
internal readonly record struct LayerMatch(TextSpan Span, LayerReference Reference);

/// <summary>Finds OSI layers in the ways in which notes write them.</summary>
internal sealed class LayerScanner
{
    private static readonly Vocabulary Words = Vocabulary.Embedded;

    private readonly string _text;
    private readonly List<TermMatch> _names;
    private readonly LayerPlace _place;

    /// <summary>Whether the whole cell is hedged; looked for with its first layer.</summary>
    private bool? _isCellHedged;

    /// <summary>The numbers that are no layers; looked for with the first bare number.</summary>
    private List<TextSpan>? _otherNumbers;

    /// <summary>The index of the first name that does not end before the place.</summary>
    private int _nextName;

    private LayerScanner(string text, List<TermMatch> names, LayerPlace place)
    {
        _text = text;
        _names = names;
        _place = place;
    }

    /// <summary>Every layer reference of a text, in order, none overlapping another or a name.</summary>
    /// <param name="text">The words.</param>
    /// <param name="names">The names of services in them, in order: <c>L4 Network Load Balancer</c> names no network layer.</param>
    /// <param name="place">Where the words stand.</param>
    public static List<LayerMatch> FindAll(string text, List<TermMatch> names, LayerPlace place)
    {
        var found = new List<LayerMatch>();
        if (place != LayerPlace.Cell && !LayerNames.MayStandIn(text))
        {
            return found;
        }

        var scanner = new LayerScanner(text, names, place);
        for (var at = 0; scanner.Next(at, text.Length) is { } match; at = match.Span.End)
        {
            found.Add(match);
        }

        return found;
    }

    /// <summary>The layer reference that a cell begins with, or null; a sign and a space may stand before it.</summary>
    public static LayerMatch? FindAtStart(string cell) => new LayerScanner(cell, [], LayerPlace.Cell).Next(0, Math.Min(cell.Length, 3));

    /// <summary>True if the words around a layer or a service take it back in part: <c>L2-ish</c>, <c>(abstracted)</c>.</summary>
    public static bool IsHedged(string text)
    {
        return Words.Hedges.IsPartOf(text) || text.AsSpan().Trim() is ['~' or '≈', ..] or [.., '?'];
    }

    /// <summary>The first layer reference that begins between two places, or null.</summary>
    private LayerMatch? Next(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            at = _place == LayerPlace.Cell ? at : LayerNames.NextStart(_text, at, end);
            while (_nextName < _names.Count && _names[_nextName].End <= at)
            {
                _nextName++;
            }

            if (_nextName < _names.Count && _names[_nextName].Start <= at)
            {
                at = _names[_nextName].End - 1;
            }
            else if (at < end && CanStart(at) && ReferenceAt(at) is { } match)
            {
                return match;
            }
        }

        return null;
    }

    private bool CanStart(int at) =>
        !LayerNames.IsWord(_text, at - 1) && (at == 0 || _text[at - 1] is not ('.' or '-' or '/' or '\\' or '@' or '#' or ':')
            || (_place == LayerPlace.Cell && !IsBehindSlash(at)));

    // "HTTP/2", "/4": a number after a slash goes on with a list of layers ("L3/4"), or is none.
    private bool IsBehindSlash(int at) => _text[at - 1] == '/' && char.IsAsciiDigit(_text[at]) && (at == 1 || _text[at - 2] != ')');

    private LayerMatch? ReferenceAt(int start)
    {
        if (ItemAt(start, allowBareNumber: _place == LayerPlace.Cell) is not { } first)
        {
            return null;
        }

        var items = ImmutableArray.CreateBuilder<LayerItem>();
        items.Add(first.Item);
        var end = first.End;
        while (JoinerAt(end) is { } joiner && ItemAt(joiner.End, joiner.AllowsBareNumber || first.IsPlural || _place == LayerPlace.Cell) is { } next)
        {
            // In prose "L3, L4 and L7" are three names; only a number that cannot stand alone is joined by a comma or "and".
            if (_place == LayerPlace.Prose && joiner.IsList && !next.IsBare)
            {
                break;
            }

            items.Add(next.Item with { EndsRange = joiner.IsRange });
            end = next.End;
        }

        if (_place == LayerPlace.Prose && HasOtherMeaning(start, end))
        {
            return null;
        }

        var hedgeEnd = Math.Min(_text.Length, end + "-ish abstraction".Length);
        var isHedged = _place == LayerPlace.Cell ? _isCellHedged ??= IsHedged(_text) : IsHedged(_text[end..hedgeEnd]);
        return new(TextSpan.FromBounds(start, end), new(WithSharedNames(items), isHedged));
    }

    // "L3/L4 Network/Transport": the names belong to the numbers together, not the first name to the last number.
    private static ImmutableArray<LayerItem> WithSharedNames(ImmutableArray<LayerItem>.Builder items)
    {
        if (items.Count(item => item.Number is not null) < 2)
        {
            return items.DrainToImmutable();
        }

        var numbers = new LayerReference([.. items.Where(item => item.Number is not null)], false).Layers;
        return [.. items.Select(item => item is { Disagrees: true, NamedLayer: { } named } && numbers.Contains(named) ? item with { NamedLayer = null } : item)];
    }

    private readonly record struct ItemMatch(LayerItem Item, int End, bool IsPlural, bool IsBare);

    private ItemMatch? ItemAt(int start, bool allowBareNumber)
    {
        if (start >= _text.Length || LayerNames.IsWord(_text, start - 1))
        {
            return null;
        }

        if (NumberAt(start, allowBareNumber) is { } number)
        {
            var end = number.End;
            int? named = null;
            if (NameBehind(end) is { } name)
            {
                (end, named) = (name.End, name.Layer);
            }

            return new(new(TextSpan.FromBounds(start, end), number.Number, named), end, number.IsPlural, number.IsBare);
        }

        var (length, layer) = NameAt(start);
        if (length == 0 || IsInName(start))
        {
            return null;
        }

        var nameEnd = start + length;
        var wordEnd = LayerWordBehind(nameEnd);
        if (_place != LayerPlace.Cell && wordEnd == nameEnd)
        {
            return null;
        }

        var numbered = NumberInBrackets(wordEnd);
        var itemEnd = numbered?.End ?? wordEnd;
        return new(new(TextSpan.FromBounds(start, itemEnd), numbered?.Number, layer), itemEnd, false, false);
    }

    // "Transport (L4)", "Application layer (7)": the number belongs to the name before it.
    private (int Number, int End)? NumberInBrackets(int end)
    {
        var at = SkipSpaces(end);
        return at < _text.Length && _text[at] == '(' && NumberAt(at + 1, allowBare: true) is { } number
            && number.End < _text.Length && _text[number.End] == ')'
            ? (number.Number, number.End + 1)
            : null;
    }

    private readonly record struct NumberMatch(int Number, int End, bool IsPlural, bool IsBare);

    private NumberMatch? NumberAt(int start, bool allowBare)
    {
        var at = start;
        var isOsi = false;
        var isPlural = false;
        var isMarked = false;
        if (StartsWith(at, "OSI"))
        {
            at = SkipSpaces(at + 3);
            isOsi = isMarked = true;
            if (StartsWith(at, "model"))
            {
                at = SkipSpaces(at + 5);
            }
        }

        if (LayerNames.WordAt(_text, at, Words.LayerWords.BeforeNumber) is > 0 and var wordLength)
        {
            isPlural = char.ToLowerInvariant(_text[at + wordLength - 1]) == 's';
            at += wordLength;
            at = at < _text.Length && _text[at] is '-' or '‑' or '‐' or '#' ? at + 1 : SkipSpaces(at);
            isMarked = true;
        }
        else if (at < _text.Length && (_text[at] == 'L' || (_text[at] == 'l' && _place == LayerPlace.Cell)) && at + 1 < _text.Length
            && (char.IsAsciiDigit(_text[at + 1]) || (_text[at + 1] == '-' && at + 2 < _text.Length && char.IsAsciiDigit(_text[at + 2]))))
        {
            at += _text[at + 1] == '-' ? 2 : 1;
            isMarked = isPlural = true;
        }
        else if (_place == LayerPlace.Cell
            && LayerNames.WordAt(_text, at, Words.LayerWords.BeforeNumberInColumns) is > 0 and var levelLength)
        {
            at = SkipSpaces(at + levelLength);
            isMarked = true;
        }

        var digits = at;
        while (at < _text.Length && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }

        var length = at - digits;
        if (length is 0 or > 2)
        {
            return null;
        }

        var number = int.Parse(_text.AsSpan(digits, length), System.Globalization.CultureInfo.InvariantCulture);
        var isCounted = EndsWithCounter(ref at, mayStandApart: _text[start] == '第');
        isMarked |= isCounted;
        if (isCounted && number == 7 && (isOsi || _text.AsSpan(0, start).TrimEnd().EndsWith("OSI", StringComparison.Ordinal)))
        {
            // "OSI 7계층" is the model of seven layers.
            return null;
        }

        if (LayerNames.IsWord(_text, at) || (at + 1 < _text.Length && _text[at] == '.' && char.IsAsciiDigit(_text[at + 1])))
        {
            // L4x, L4.5: a size or a version.
            return null;
        }

        var isAllowed = number is >= 1 and <= 7
            || _place == LayerPlace.Cell
            || (_place == LayerPlace.Heading && length == 1)
            || (isOsi && length == 1);
        return isAllowed && (isMarked || (allowBare && !IsOtherNumber(digits))) ? new(number, at, isPlural, !isMarked) : null;
    }

    private bool IsOtherNumber(int at) =>
        (_otherNumbers ??= OtherNumbers.In(_text)).Exists(span => span.Start <= at && at < span.End);

    // 7계층, 第4层, 第 4 层: the word stands after the number.
    private bool EndsWithCounter(ref int at, bool mayStandApart)
    {
        var word = mayStandApart ? SkipSpaces(at) : at;
        var length = LayerNames.WordAt(_text, word, Words.LayerWords.AfterNumber);
        at = length > 0 ? word + length : at;
        return length > 0;
    }

    // "L4 Transport", "L4 – Transport", "Layer 4 (Transport)": a name that belongs to the number before it.
    private (int End, int Layer)? NameBehind(int end)
    {
        var at = end;
        var isOpen = false;
        while (at < _text.Length && at - end < 4 && (char.IsWhiteSpace(_text[at]) || _text[at] is '-' or '–' or '—' or ':' or '.' or '('))
        {
            isOpen |= _text[at] == '(';
            at++;
        }

        if (at == end)
        {
            return null;
        }

        var (length, layer) = NameAt(at);
        if (length == 0 || IsInName(at) || (_place == LayerPlace.Prose && char.IsLower(_text[at])))
        {
            return null;
        }

        var nameEnd = LayerWordBehind(at + length);
        var next = SkipSpaces(nameEnd);
        if (LayerNames.IsWord(_text, next))
        {
            // Another word goes on: "L4 Network appliances" is about networks.
            return null;
        }

        return (isOpen && nameEnd < _text.Length && _text[nameEnd] == ')' ? nameEnd + 1 : nameEnd, layer);
    }

    private (int Length, int Layer) NameAt(int at) => _place == LayerPlace.Cell ? LayerNames.NameInCellAt(_text, at) : LayerNames.NameAt(_text, at);

    private int LayerWordBehind(int end)
    {
        if (_place == LayerPlace.Cell)
        {
            var counter = end;
            if (EndsWithCounter(ref counter, mayStandApart: true))
            {
                return counter;
            }
        }

        var at = end < _text.Length && _text[end] == '-' ? end + 1 : SkipSpaces(end);
        return at > end && WholeWordAt(at, Words.LayerWords.AfterName) is > 0 and var length ? at + length : end;
    }

    private readonly record struct Joiner(int End, bool IsRange, bool IsList, bool AllowsBareNumber);

    private Joiner? JoinerAt(int start)
    {
        var at = SkipSpaces(start);
        if (at >= _text.Length)
        {
            return null;
        }

        var isTight = at == start;
        switch (_text[at])
        {
            case '/' or ',' or '&' or '+':
                return new(SkipSpaces(at + 1), false, _text[at] is not '/', isTight && _text[at] == '/');
            case '-' or '–' or '—' or '‑' or '~' or '→':
                return new(SkipSpaces(at + 1), true, false, isTight);
        }

        return isTight ? null
            : WholeWordAt(at, Words.JoinLayers) is > 0 and var join ? new(SkipSpaces(at + join), false, true, false)
            : WholeWordAt(at, Words.JoinEndsOfRange) is > 0 and var range ? new(SkipSpaces(at + range), true, false, false)
            : null;
    }

    private bool HasOtherMeaning(int start, int end)
    {
        if (WholeWordAt(SkipSpaces(end), Words.AfterOtherNumbers) > 0)
        {
            return true;
        }

        var before = _text.AsSpan(0, start).TrimEnd();
        foreach (var word in Words.BeforeOtherNumbers.Words)
        {
            if (before.EndsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsInName(int at)
    {
        var next = Spans.FirstEndingAfter(CollectionsMarshal.AsSpan(_names), at, static name => new(name.Start, name.Length));
        return next < _names.Count && _names[next].Start <= at;
    }

    /// <summary>The length of the word of the list that is here and ends here, or 0.</summary>
    private int WholeWordAt(int at, WordList words)
    {
        foreach (var word in words.Words)
        {
            if (StartsWith(at, word) && !LayerNames.IsWord(_text, at + word.Length))
            {
                return word.Length;
            }
        }

        return 0;
    }

    private bool StartsWith(int at, string word) => LayerNames.StartsWith(_text, at, word);

    private int SkipSpaces(int at)
    {
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
        {
            at++;
        }

        return at;
    }
}
