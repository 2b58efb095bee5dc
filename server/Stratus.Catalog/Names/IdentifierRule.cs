namespace Stratus.Names;

/// <summary>
/// Tells names in prose from the same letters inside identifiers. The rule, once:
/// <list type="number">
/// <item>A token is a run of word characters and <c>. : / \ @ - # $ ~ &amp; = ? % +</c>; a segment is a run of word characters and
/// <c>. : \ @ -</c> in it. Signs at the end of a segment are punctuation and do not count.</item>
/// <item>Nothing in a token is a name if the token is an address or a path: <c>://</c> or <c>::</c> before a word in it, <c>arn:</c>,
/// <c>//</c>, <c>./</c>, <c>../</c> or <c>~/</c> at its start, a <c>/</c> at its start with a lower-case part and a second <c>/</c>,
/// a drive (<c>C:\</c>), or a host name with a <c>/</c> after it.</item>
/// <item>A name is no name if its segment has, beside the name, a <c>.</c> between words (an ordinal before it, <c>1.</c>, apart), a
/// <c>@</c> or a <c>\</c>; nor directly after <c>$</c>, or between <c>&amp;</c> and <c>;</c>.</item>
/// <item>A single word that begins in lower case is no name either beside a <c>:</c> in its segment (<c>dynamodb:GetItem</c>), beside
/// <c>/</c>, after <c>#</c>, <c>--</c> or <c>word=</c>, or joined by <c>-</c> to a segment without a capital
/// (<c>aws-lambda-go</c>).</item>
/// </list>
/// So <c>EBS-backed</c>, <c>S3/ALB</c>, <c>CloudFront:CDN</c> and <c>Lambda@Edge</c> (a name as a whole) stay names. Knows the last
/// token and segment that it was asked about, so that a text costs time in proportion to its length, however it is made.
/// </summary>
internal ref struct IdentifierRule(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;
    private Token _token;
    private Segment _segment;

    /// <summary>True if the text from start to end is part of an identifier rather than a name.</summary>
    public bool Covers(int start, int end)
    {
        var before = start > 0 ? _text[start - 1] : '\0';
        var after = end < _text.Length ? _text[end] : '\0';

        // White space, brackets, quotes on both sides: nearly every name ends here.
        if (!IsTokenSign(before) && !IsTokenSign(after)) return false;

        var lowerCaseWord = char.IsAsciiLetterLower(_text[start]) && !HasWhiteSpace(_text[start..end]);
        return CoversBefore(start, before, after, lowerCaseWord) || CoversAfter(end, after, lowerCaseWord)
            || (lowerCaseWord && IsInLowerCaseChain(start, before, end, after));
    }

    private bool CoversBefore(int start, char before, char after, bool lowerCaseWord)
    {
        if (!IsTokenChar(_text[start]) || !IsTokenSign(before)) return false;
        if (before is '$' or '\\' or '@' || (before == '&' && after == ';')) return true;
        if (lowerCaseWord && (before is '/' or '#' || (before == '-' && At(start - 2) == '-') || (before == '=' && Characters.IsWord(At(start - 2))))) return true;
        if (TokenAt(start).IsAddress) return true;

        var segment = SegmentAt(start);
        return (segment.Dots.AnyBefore(start) && !IsOrdinal(segment, start))
            || (before == '.' && At(start - 2) != '.' && !Characters.IsWord(At(start - 2)))
            || segment.Ats.AnyBefore(start)
            || segment.Backslashes.AnyBefore(start)
            || (lowerCaseWord && segment.Colons.AnyBefore(start));
    }

    private bool CoversAfter(int end, char after, bool lowerCaseWord)
    {
        if (!IsTokenChar(_text[end - 1]) || !IsTokenSign(after)) return false;
        if (lowerCaseWord && after == '/') return true;
        if (TokenAt(end - 1).IsAddress) return true;
        if (!IsSegmentChar(_text[end - 1])) return false;

        var segment = SegmentAt(end - 1);
        return segment.Dots.AnyFrom(end)
            || segment.Ats.AnyFrom(end)
            || segment.Backslashes.AnyFrom(end)
            || (lowerCaseWord && segment.Colons.AnyFrom(end));
    }

    private bool IsInLowerCaseChain(int start, char before, int end, char after)
    {
        var joined = (before == '-' && Characters.IsWord(At(start - 2))) || (after == '-' && Characters.IsWord(At(end + 1)));
        return joined && !SegmentAt(start).HasCapital;
    }

    /// <summary>True for <c>1.Route 53</c>: the number of a list, written without its space.</summary>
    private readonly bool IsOrdinal(in Segment segment, int start)
    {
        const int MostDigits = 3;
        var digits = start - 1 - segment.Start;
        if (_text[start - 1] != '.' || digits is < 1 or > MostDigits || char.IsAsciiLetterLower(_text[start])) return false;

        return !_text[segment.Start..(start - 1)].ContainsAnyExceptInRange('0', '9');
    }

    private readonly char At(int position) => position >= 0 && position < _text.Length ? _text[position] : '\0';

    private Token TokenAt(int position)
    {
        if (position >= _token.Start && position < _token.End) return _token;

        // Tokens do not overlap, and positions are asked for from left to right: every character is walked over once each way.
        var start = position;
        while (start > 0 && IsTokenChar(_text[start - 1])) start--;
        var end = position;
        while (end < _text.Length && IsTokenChar(_text[end])) end++;
        _token = new Token(start, end, IsAddress(_text[start..end]));
        return _token;
    }

    private Segment SegmentAt(int position)
    {
        if (position >= _segment.Start && position < _segment.End) return _segment;

        var start = position;
        while (start > 0 && IsSegmentChar(_text[start - 1])) start--;
        var segment = new Segment { Start = start };
        var end = start;
        for (; end < _text.Length && IsSegmentChar(_text[end]); end++)
        {
            var c = _text[end];
            if (char.IsAsciiLetterUpper(c)) segment.HasCapital = true;
            if (Characters.IsWord(c) || c == '-') continue;

            // A sign counts between words; of several in a row (an ellipsis) none does.
            var between = end > start && Characters.IsWord(_text[end - 1]) && Characters.IsWord(At(end + 1));
            if (c == '.' && between) segment.Dots.Add(end);
            if (c == ':' && between) segment.Colons.Add(end);
            if (c == '@' && between) segment.Ats.Add(end);
            if (c == '\\' && Characters.IsWord(At(end + 1))) segment.Backslashes.Add(end);
        }

        segment.End = end;
        _segment = segment;
        return segment;
    }

    private static bool IsAddress(ReadOnlySpan<char> token)
    {
        if (token.StartsWith("arn:") || token.StartsWith("//") || token.StartsWith("./") || token.StartsWith("../") || token.StartsWith("~/")) return true;
        if (token.Contains("://", StringComparison.Ordinal) || HasWordAfter(token, "::")) return true;
        if (token.Length > 2 && char.IsAsciiLetter(token[0]) && token[1] == ':' && token[2] == '\\') return true;

        var slash = token.IndexOf('/');
        if (slash < 0) return false;
        if (slash == 0) return token.Length > 1 && char.IsAsciiLetterLower(token[1]) && token[1..].Contains('/');
        return IsHost(token[..slash]);
    }

    private static bool HasWordAfter(ReadOnlySpan<char> token, string sign)
    {
        var at = token.LastIndexOf(sign, StringComparison.Ordinal);
        return at >= 0 && at + sign.Length < token.Length && Characters.IsWord(token[at + sign.Length]);
    }

    private static bool IsHost(ReadOnlySpan<char> part) => part.Count('.') >= 2
        || part.EndsWith(".com") || part.EndsWith(".org") || part.EndsWith(".net") || part.EndsWith(".io") || part.EndsWith(".dev");

    private static bool HasWhiteSpace(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (Characters.IsWhiteSpace(c)) return true;
        }

        return false;
    }

    private static bool IsTokenSign(char c) => c is '.' or ':' or '/' or '\\' or '@' or '-' or '#' or '$' or '~' or '&' or '=' or '?' or '%' or '+';

    private static bool IsTokenChar(char c) => Characters.IsWord(c) || IsTokenSign(c);

    private static bool IsSegmentChar(char c) => Characters.IsWord(c) || c is '.' or ':' or '\\' or '@' or '-';

    private readonly record struct Token(int Start, int End, bool IsAddress);

    private struct Segment
    {
        public int Start;
        public int End;
        public bool HasCapital;
        public Positions Dots;
        public Positions Colons;
        public Positions Ats;
        public Positions Backslashes;
    }

    /// <summary>The first and the last place of a sign: enough to tell whether one lies outside a name.</summary>
    private struct Positions
    {
        private int _firstPlusOne;
        private int _last;

        public void Add(int position)
        {
            if (_firstPlusOne == 0) _firstPlusOne = position + 1;
            _last = position;
        }

        public readonly bool AnyBefore(int position) => _firstPlusOne != 0 && _firstPlusOne - 1 < position;

        public readonly bool AnyFrom(int position) => _firstPlusOne != 0 && _last >= position;
    }
}
