using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Stratus.Names;

/// <summary>Finds all written forms in one pass over a text. Immutable, and safe to share between threads.</summary>
public sealed class TermMatcher
{
    /// <summary>More white space than this is no part of a name; it also keeps the cost in proportion to the text.</summary>
    private const int LongestWhiteSpace = 256;

    private readonly TermTrie _trie;
    private readonly byte[] _prefixLengths;

    /// <summary>An index over the forms; of several equal ones in equal case, the later wins.</summary>
    public TermMatcher(ImmutableArray<WrittenForm> forms)
    {
        Forms = forms;
        _trie = new TermTrie(forms);
        _trie.Admit("aws");
        _trie.Admit("amazon");
        _prefixLengths = new byte[forms.Length];
        for (var index = 0; index < forms.Length; index++) _prefixLengths[index] = (byte)Prefix.LengthIn(forms[index].Text);
    }

    /// <summary>The forms that the index was made of.</summary>
    public ImmutableArray<WrittenForm> Forms { get; }

    /// <summary>Adds every match to <paramref name="matches"/>, in the order of the text: no two overlap, the longest wins.</summary>
    /// <param name="text">Any text; offsets in UTF-16 units.</param>
    /// <param name="matches">The list to add to.</param>
    public void FindAll(ReadOnlySpan<char> text, List<TermMatch> matches)
    {
        ArgumentNullException.ThrowIfNull(matches);
        var identifiers = new IdentifierRule(text);
        var position = 0;
        while (position < text.Length)
        {
            var isWord = Characters.IsWord(text[position]);
            if (_trie.MayBegin(text, position) && (isWord || MayBeginOutsideWords(text, position)))
            {
                var match = LongestAt(text, position, ref identifiers);
                if (match.Length > 0)
                {
                    matches.Add(match);
                    position = match.End;
                    continue;
                }
            }

            // Names begin where words do.
            position++;
            if (!isWord) continue;
            while (position < text.Length && Characters.IsWord(text[position])) position++;
        }
    }

    /// <summary>A sign (<c>.2 resolver</c>) begins a name only where a word might; a letter of another script always.</summary>
    private static bool MayBeginOutsideWords(ReadOnlySpan<char> text, int position) =>
        position == 0 || !Characters.IsWord(text[position - 1]) || Characters.IsOtherScript(text[position]);

    private TermMatch LongestAt(ReadOnlySpan<char> text, int start, ref IdentifierRule identifiers)
    {
        var nameStart = PrefixEnd(text, start);
        var best = new Candidate { PrefixEnd = nameStart };
        Walk(text, start, start, ref best, ref identifiers);
        if (nameStart > start) Walk(text, start, nameStart, ref best, ref identifiers);
        if (best.Form == 0) return default;

        var prefixLength = best.End > nameStart ? nameStart - start : 0;
        return new TermMatch(start, best.End - start, Forms[best.Form - 1], prefixLength, best.IsPlural, best.IsExactCase);
    }

    /// <summary>Follows the index from <paramref name="from"/> and keeps the best form that it passes.</summary>
    private void Walk(ReadOnlySpan<char> text, int start, int from, ref Candidate best, ref IdentifierRule identifiers)
    {
        var node = TermTrie.None;
        var position = from;

        // VPC-peering, NAT-Gateway: a hyphen may stand for a space. Where a form has a hyphen there itself, this is the other way.
        var (otherWay, otherPosition) = (TermTrie.None, 0);
        while (position < text.Length)
        {
            var folded = Characters.Fold(text[position]);
            var parent = node;
            node = position == from ? _trie.Root(folded) : _trie.Child(node, folded);

            // A policy, several policies: the form is one letter off the way that the text takes.
            if (folded == 'i' && parent != TermTrie.None && StartsWith(text, position, "ies") && IsBounded(text, position + 3)
                && _trie.Child(parent, 'y') is var singular and not TermTrie.None)
            {
                Consider(text, start, from, position, position + 3, _trie.LastForm(singular), Plural.Ies, ref best, ref identifiers);
            }

            // Without a capital it is an identifier: transit-gateway.
            if (folded == '-' && parent != TermTrie.None && text[from..position].ContainsAnyInRange('A', 'Z'))
            {
                (otherWay, otherPosition) = (_trie.Child(parent, ' '), position);
            }

            if (node == TermTrie.None)
            {
                if (otherWay == TermTrie.None) return;

                (node, position, otherWay) = (otherWay, otherPosition, TermTrie.None);
                folded = '-';
            }

            var length = folded == ' ' ? WhiteSpaceLength(text, position) : 1;
            if (length == 0) return;

            position += length;
            if (_trie.LastForm(node) is var form and not 0) ConsiderEnd(text, start, from, position, form, ref best, ref identifiers);
        }
    }

    private void ConsiderEnd(
        ReadOnlySpan<char> text, int start, int from, int end, int form, ref Candidate best, ref IdentifierRule identifiers)
    {
        if (IsBounded(text, end))
        {
            Consider(text, start, from, end, end, form, Plural.No, ref best, ref identifiers);
        }
        else if (text[end] == 's' && IsBounded(text, end + 1))
        {
            Consider(text, start, from, end, end + 1, form, Plural.S, ref best, ref identifiers);
        }
        else if (StartsWith(text, end, "es") && IsBounded(text, end + 2))
        {
            Consider(text, start, from, end, end + 2, form, Plural.Es, ref best, ref identifiers);
        }
    }

    /// <summary>Takes the forms of a node into account, for a name that is written up to <paramref name="nameEnd"/>.</summary>
    private void Consider(
        ReadOnlySpan<char> text,
        int start,
        int from,
        int nameEnd,
        int end,
        int form,
        Plural plural,
        ref Candidate best,
        ref IdentifierRule identifiers)
    {
        if (end < best.End || (end == best.End && plural != Plural.No && !best.IsPlural)) return;

        var better = best;
        var isBetter = false;
        string? exactText = null;
        for (; form != 0; form = _trie.PreviousForm(form))
        {
            var written = Forms[form - 1];
            var formPrefix = _prefixLengths[form - 1];
            if ((formPrefix > 0 && from != start) || !Allows(plural, written)) continue;

            var name = written.Text.AsSpan(formPrefix, written.Text.Length - formPrefix - (plural == Plural.Ies ? 1 : 0));
            var nameStart = formPrefix > 0 ? Math.Max(from, best.PrefixEnd) : from;
            var isExactCase = IsInCase(text[nameStart..nameEnd], name);
            if (written.CaseSensitive && !isExactCase) continue;
            if (isExactCase && exactText == written.Text) continue; // listed twice: the later has been seen

            if (isExactCase) exactText = written.Text;
            var rank = RankOf(written, plural, isExactCase);
            if (end == better.End && rank <= better.Rank) continue;

            better = best with { End = end, Form = form, Rank = rank, IsPlural = plural != Plural.No, IsExactCase = isExactCase };
            isBetter = true;
        }

        if (isBetter && !identifiers.Covers(start, end)) best = better;
    }

    /// <summary>Where the name begins after <c>AWS </c> or <c>Amazon </c>, in any case; the start itself where there is none.</summary>
    private static int PrefixEnd(ReadOnlySpan<char> text, int start)
    {
        if ((text[start] | 0x20) != 'a') return start;

        var length = Prefix.WordLength(text[start..]);
        var space = length == 0 ? 0 : WhiteSpaceLength(text, start + length);
        return space == 0 ? start : start + length + space;
    }

    /// <summary>How much white space there is, at least one unit; 0 if there is none, or more than a name may hold (a blank line ends it).</summary>
    private static int WhiteSpaceLength(ReadOnlySpan<char> text, int position)
    {
        var lines = 0;
        var end = position;
        for (; end < text.Length && Characters.IsWhiteSpace(text[end]); end++)
        {
            if (end - position == LongestWhiteSpace) return 0;
            if (text[end] == '\n' || (text[end] == '\r' && (end + 1 == text.Length || text[end + 1] != '\n'))) lines++;
            if (lines > 1) return 0;
        }

        return end - position;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBounded(ReadOnlySpan<char> text, int end) =>
        end >= text.Length || !Characters.IsWord(text[end]) || Characters.IsOtherScript(text[end - 1]);

    private static bool StartsWith(ReadOnlySpan<char> text, int position, string ending) =>
        text[position..].StartsWith(ending, StringComparison.Ordinal);

    /// <summary>
    /// True if English makes the plural of the form so: VPCs, not EBSs; patches, not VPCes; policies, not gatewaies.
    /// An ordinary word has none (<c>Connects</c>, <c>Translates</c> are verbs), unless it names a noun (<c>Subnets</c>).
    /// </summary>
    private static bool Allows(Plural plural, WrittenForm written)
    {
        if (plural == Plural.No) return true;

        var form = written.Text;
        if (written is { Ambiguous: true, CaseSensitive: false } && !form.Contains(' ') && !written.Services.Any(service => service.IsNoun))
        {
            return false;
        }

        var last = form[^1];
        return plural switch
        {
            Plural.S => char.IsAsciiLetterOrDigit(last) && last is not 's',
            Plural.Es => last is 's' or 'x' or 'z' or 'S' or 'X' or 'Z' || (last == 'h' && form.Length > 1 && form[^2] is 'c' or 's'),
            _ => last == 'y' && form.Length > 1 && form[^2] is not ('a' or 'e' or 'o' or 'u'),
        };
    }

    /// <summary>True if the text is the name in its own case; white space, dashes and apostrophes are as good as each other, and a hyphen as a space.</summary>
    private static bool IsInCase(ReadOnlySpan<char> text, ReadOnlySpan<char> name)
    {
        var position = 0;
        var wasSpace = false;
        foreach (var c in name)
        {
            var expected = Characters.FoldKeepingCase(c);
            if (expected == ' ' && wasSpace) continue;

            wasSpace = expected == ' ';
            if (position >= text.Length) return false;

            var actual = Characters.FoldKeepingCase(text[position]);
            if (actual != expected && !(wasSpace && actual == '-')) return false;

            position++;
            if (!wasSpace) continue;
            while (position < text.Length && Characters.IsWhiteSpace(text[position])) position++;
        }

        return position == text.Length;
    }

    private enum Plural
    {
        No,
        S,
        Es,
        Ies,
    }

    /// <summary>Among forms of one length: its own listing over a plural; exact case; a listed wrong form; name, other form, former name.</summary>
    private static int RankOf(WrittenForm written, Plural plural, bool isExactCase) =>
        (plural == Plural.No ? 32 : 0)
        + (isExactCase ? 16 : 0)
        + (written is { Correction: not null, CaseSensitive: true } ? 8 : 0)
        + written.Form switch
        {
            NameForm.Canonical => 3,
            NameForm.Alias or NameForm.Abbreviation => 2,
            NameForm.Former => 1,
            _ => 0,
        };

    /// <summary>The best so far at one place; <see cref="Form"/> is an index plus one, 0 for none yet.</summary>
    private struct Candidate
    {
        public int PrefixEnd;
        public int End;
        public int Form;
        public int Rank;
        public bool IsPlural;
        public bool IsExactCase;
    }
}
