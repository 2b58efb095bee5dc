using System.Text.RegularExpressions;
using CsCheck;
using static Stratus.Tests.CatalogRoom.MarkedNames;

namespace Stratus.Tests.CatalogRoom;

/// <summary>What holds for every text, made of the pieces that notes are made of.</summary>
public sealed partial class TermMatcherPropertyTests
{
    private static readonly string[] Pieces =
    [
        " ", " ", " ", "\n", "\r\n", "\u00A0", "-", "–", "/", ".", ":", "::", ",", "(", ")", "'s", "’s", "s", "es", "ies", "AWS ", "Amazon ", "aws ", "_", "@", "#", "\\",
        "the", "x", "Ω", "는", "é", "1.", "policy", "Gateway", "Route", "53", "Load", "Balancer", "VPC", "\0", "\uD83D",
    ];

    private static readonly Gen<string> Text =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, int.MaxValue]).Select(Piece).List[0, 40].Select(string.Concat);

    [Fact]
    public void Matches_come_in_order_and_do_not_overlap() => Text.Sample(text =>
    {
        var end = 0;
        foreach (var match in Find(text))
        {
            if (match.Start < end || match.Length <= 0 || match.End > text.Length) return false;
            end = match.End;
        }

        return true;
    });

    [Fact]
    public void The_cut_is_the_form_but_for_prefix_case_space_dash_and_plural() => Text.Sample(text => Find(text).All(match =>
    {
        var cut = Normalise(text.Substring(match.Start + match.PrefixLength, match.Length - match.PrefixLength));
        var form = Normalise(match.Written.HasPrefix ? match.Written.Text[(match.Written.Text.IndexOf(' ', StringComparison.Ordinal) + 1)..] : match.Written.Text);
        return match.IsPlural ? cut == form + "s" || cut == form + "es" || cut == form[..^1] + "ies" : cut == form;
    }));

    [Fact]
    public void A_case_sensitive_form_is_found_in_its_case_only() => Text.Sample(text =>
        Find(text).TrueForAll(match => match.IsExactCase || !match.Written.CaseSensitive));

    [Fact]
    public void Texts_are_matched_apart_at_a_blank_line() => Gen.Select(Text, Text).Sample((first, second) =>
    {
        var whole = first + "\n\n" + second;
        var offset = first.Length + 2;
        var apart = Find(first).Concat(Find(second).Select(match => match with { Start = match.Start + offset }));
        return Find(whole).SequenceEqual(apart);
    });

    [Fact]
    public void Matching_twice_gives_the_same() => Text.Sample(text => Find(text).SequenceEqual(Find(text)));

    private static string Piece((int Kind, int Index) choice)
    {
        var forms = Catalog.Embedded.Matcher.Forms;
        return choice.Kind == 0 ? forms[choice.Index % forms.Length].Text
            : choice.Kind == 1 ? forms[choice.Index % forms.Length].Text.ToLowerInvariant()
            : Pieces[choice.Index % Pieces.Length];
    }

    private static string Normalise(string text) => WhiteSpace().Replace(Dash().Replace(text, "-"), " ").Replace('’', '\'').ToLowerInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex("[\u00AD\u2010\u2011\u2012\u2013\u2212\uFE63\uFF0D]")]
    private static partial Regex Dash();
}
