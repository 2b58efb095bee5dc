using System.Collections.Immutable;
using CsCheck;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Features.Editing;
using Stratus.Features.Fixes;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

public sealed class FixAllTests
{
    private static readonly string[] Pieces =
    [
        "Cloudfront", "CloudFornt", "CloudFromt", "AWS Route53", "Dynamo DB", "**Cloudfront**", "Amazon Dynamodb", "[Route53](https://cloudfront.example/Route53)", "NLB",
        "`Cloudfront`", "Private Link", "ElasticBeanstalk", " ", " ", "\n", "\n\n", "\r\n", "# ", "- ", "> ", "*", "(", ")", ", ", "plain words", "😀", "는", "\u00a0", "\ud83d",
        "| AWS Service | Purpose |\n|-|-|\n", "| Red Shift | Cloudfront logs |\n", "| Route53 | L7 |\r\n",
        "<table><tr><th>AWS Service</th></tr>", "<tr><td>Cloudfront</td></tr>", "</table>", "```\n", "---\n", "<!-- Cloudfront -->",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]).Array[0, 25].Select(string.Concat);

    [Fact]
    public void All_that_can_be_mended_is_and_the_rest_stays_letter_for_letter()
    {
        var result = Fix("Cloudfront and CloudFornt,\r\nRoute53 is `Route53`.\r\n");
        Assert.Equal("CloudFront and CloudFront,\r\nRoute 53 is `Route53`.\r\n", result.Note.Source.ToString());
        Assert.Equal(
            ["0 service-casing", "15 misspelled-service", "28 service-casing"],
            result.Fixed.Select(one => FormattableString.Invariant($"{one.Offset} {one.Finding.Rule.Code}")));
        Assert.Empty(result.Remaining);
        Assert.True(result.IsSettled);
    }

    [Theory]
    [InlineData("| AWS Service | What It Does |\n|---|---|\n| ALB | Balances HTTP |\n| NLB | |\n", "empty-cell")]
    [InlineData("Logs go to Amazon Kinesis Data Firehose first.\n", "renamed-service")]
    [InlineData("Video comes by MediaConect in AWS.\n", "misspelled-service")]
    [InlineData("| OSI Layer | AWS Service |\n|---|---|\n| L4 | NLB |\n| L4 | NLB |\n", "duplicate-row")]
    [InlineData("<!-- stratus-disable-next-line service-casing -->\nCloudFront.\n", "unused-suppression")]
    [InlineData("# Route53\n\nIn AWS, see [above](#route53).\n", "service-casing")]
    [InlineData("# CloudFornt\n\nSee [above](#cloudfornt).\n", "misspelled-service")]
    public void What_only_the_author_knows_is_not_fixed_unasked(string text, string code)
    {
        var result = Fix(text);
        Assert.Equal(text, result.Note.Source.ToString());
        Assert.Contains(result.Remaining, finding => finding.Rule.Code == code && finding.Fixes.Any(fix => fix.IsPreferred));
        Assert.NotEqual(text, Fix(text, code).Note.Source.ToString());
    }

    [Fact]
    public void A_heading_whose_anchor_stays_is_mended() =>
        Assert.Equal("# CloudFront\n\nText.\n", Fix("# Cloudfront\n\nText.\n").Note.Source.ToString());

    [Fact]
    public void What_is_known_to_be_found_is_not_looked_for_again()
    {
        var looks = 0;
        FixAll.Of(Parse("aaa"), [], _ => { looks++; return []; }, null, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(0, looks);
    }

    [Fact]
    public void Of_one_rule_only_when_asked()
    {
        var result = Fix("Cloudfront and CloudFornt.", "misspelled-service");
        Assert.Equal("Cloudfront and CloudFront.", result.Note.Source.ToString());
        Assert.Equal("service-casing", Assert.Single(result.Remaining).Rule.Code);
    }

    [Fact]
    public void A_rule_that_is_off_mends_nothing()
    {
        var workspace = MarkedNote.Workspace with { Settings = Settings.Default with { Rules = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary([KeyValuePair.Create("service-casing", Severity.Off)]) } };
        var note = Note.Parse(new SourceText("Cloudfront"), Catalog.Embedded, TestContext.Current.CancellationToken);
        Assert.Same(note, FixAll.Of(workspace, note, Findings.Of(workspace, note, CancellationToken.None), null, CancellationToken.None).Note);
    }

    [Fact]
    public void What_a_fix_brings_to_light_remains_to_be_seen()
    {
        // The conflict was there before; only the misspelt name hid it.
        var result = Fix("| OSI Layer | AWS Service |\n|-|-|\n| L3 | CloudFornt |\n\nText.\n\n| OSI Layer | AWS Service |\n|-|-|\n| L7 | CloudFront |\n");
        Assert.Contains("| L3 | CloudFront |", result.Note.Source.ToString(), StringComparison.Ordinal);
        Assert.Contains(result.Remaining, finding => finding.Rule.Code == "conflicting-layers");
    }

    [Fact]
    public void A_fixed_note_says_the_same_but_for_the_fix() => Text.Sample(text =>
    {
        var before = Parse(text);
        var result = Fix(text);
        var after = result.Note;
        Assert.True(result.IsSettled);
        Assert.Equal(result.Change.Apply(text), after.Source.ToString());
        AssertFullyParsed(after);

        // The same shape: headings, tables, rows and cells; a row that stood there twice is gone once.
        Assert.Equal(before.Headings.Count(), after.Headings.Count());
        Assert.Equal(before.Tables.Count, after.Tables.Count);
        var removed = result.Fixed.Count(one => one.Finding.IsUnnecessary);
        Assert.Equal(before.Tables.Sum(table => table.Rows.Length) - removed, after.Tables.Sum(table => table.Rows.Length));
        if (removed == 0)
        {
            Assert.Equal(
                before.Tables.Select(table => string.Join(',', table.Rows.Select(row => row.Cells.Length))),
                after.Tables.Select(table => string.Join(',', table.Rows.Select(row => row.Cells.Length))));
            Assert.Equal(before.Regions.Select(region => region.Kind), after.Regions.Select(region => region.Kind));
        }

        // No word outside the edits means something else than before.
        var edited = result.Change.Edits;
        Assert.Equal(
            Untouched(before, span => edited.Any(edit => edit.Span.Intersects(span)), offset => offset),
            Untouched(after, span => Written(edited).Any(place => place.Intersects(span)), result.Change.Origin));

        // What was mended is gone, and nothing new is wrong. Here no two tables speak of one service at different layers.
        var old = Find(before).Where(finding => finding.Severity >= Severity.Warning).GroupBy(finding => finding.Rule.Code).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(
            result.Remaining.Where(finding => finding.Severity >= Severity.Warning).GroupBy(finding => finding.Rule.Code),
            group => Assert.InRange(group.Count(), 0, old.GetValueOrDefault(group.Key)));
        Assert.DoesNotContain(result.Remaining, finding => finding.Fixes.Any(fix => fix.IsSafe));
        Assert.Equal(Find(after).Select(finding => (finding.Rule.Code, finding.Span)), result.Remaining.Select(finding => (finding.Rule.Code, finding.Span)));
    });

    [Fact]
    public void Fixing_twice_changes_nothing() => Text.Sample(text =>
    {
        var once = Fix(text).Note;
        var twice = Fix(once.Source.ToString());
        Assert.Empty(twice.Fixed);
        Assert.Same(once.Source, FixAll.Of(MarkedNote.Workspace, once, Find(once), null, CancellationToken.None).Note.Source);
    });

    [Fact]
    public void Two_changes_in_a_row_are_one() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 0, 12], Edits, Edits).Sample((text, one, other) =>
        {
            var first = Within(one, text.Length);
            var middle = first.Apply(text);
            var second = Within(other, middle.Length);
            var both = first.Then(second);
            Assert.Equal(second.Apply(middle), both.Apply(text));
            for (var index = 1; index < both.Edits.Length; index++)
            {
                Assert.True(both.Edits[index - 1].Span.End <= both.Edits[index].Span.Start);
            }
        });

    [Fact]
    public void Of_fixes_that_touch_one_is_taken_at_a_time()
    {
        // Each makes one letter of a run large; the runs touch.
        var result = FixWith("aaa b aa", LettersOf('a', "A"));
        Assert.Equal("AAA b AA", result.Note.Source.ToString());
        Assert.Equal([0, 1, 2, 6, 7], result.Fixed.Select(one => one.Offset));
        Assert.Equal("AAA b AA", result.Change.Apply("aaa b aa"));
    }

    [Fact]
    public void A_fix_with_several_edits_is_made_whole_or_not_at_all()
    {
        static ImmutableArray<Finding> Brackets(Note note) => note.Source.ToString().Contains('(', StringComparison.Ordinal)
            ? [Found("brackets", new(0, 1), new(0, 1), "["), Found("both", new(0, 1), new(0, 1), "{", new(4, 1), "}"), Found("end", new(4, 1), new(4, 1), "]")]
            : [];
        Assert.Equal("[abc]", FixWith("(abc)", Brackets).Note.Source.ToString());
    }

    [Fact]
    public void Fixes_that_undo_each_other_spoil_nothing()
    {
        static ImmutableArray<Finding> Swap(Note note) => [Found("swap", new(0, 1), new(0, 1), note.Source[0] == 'a' ? "b" : "a")];
        var result = FixWith("a", Swap);
        Assert.Equal(("a", false, 0), (result.Note.Source.ToString(), result.IsSettled, result.Fixed.Length));
        Assert.Single(result.Remaining);
    }

    [Fact]
    public void Only_a_safe_fix_is_taken_unasked()
    {
        static ImmutableArray<Finding> Choice(Note note) => [Found("choice", new(0, 1), new(0, 1), "x") with { Fixes = [new("x", [new(new(0, 1), "x")], IsPreferred: true)] }];
        Assert.Equal("a", FixWith("a", Choice).Note.Source.ToString());
    }

    [Theory]
    [InlineData("a\r\nb", "x\r\ny\r\nb")]
    [InlineData("a\nb", "x\ny\nb")]
    [InlineData("a\rb", "x\ry\rb")]
    [InlineData("a", "x\ny")]
    public void New_lines_end_as_those_of_the_note(string text, string expected)
    {
        static ImmutableArray<Finding> Once(Note note) => note.Source.ToString().StartsWith('a') ? [Found("lines", new(0, 1), new(0, 1), "x\ny")] : [];
        Assert.Equal(expected, FixWith(text, Once).Note.Source.ToString());
    }

    private static Gen<(int, int, string)[]> Edits => Gen.Select(Gen.Int[0, 14], Gen.Int[0, 3], Gen.String[Gen.Char["xyz"], 0, 3]).Array[0, 5];

    private static TextChange Within((int Start, int Length, string Text)[] edits, int length)
    {
        var at = 0;
        var kept = ImmutableArray.CreateBuilder<Edit>();
        foreach (var edit in edits.OrderBy(edit => edit.Start))
        {
            if (edit.Start >= at && edit.Start <= length)
            {
                at = Math.Min(length, edit.Start + edit.Length);
                kept.Add(new(TextSpan.FromBounds(edit.Start, at), edit.Text));
            }
        }

        return new(kept.ToImmutable());
    }

    private static IEnumerable<TextSpan> Written(ImmutableArray<Edit> edits)
    {
        var shift = 0;
        foreach (var edit in edits)
        {
            yield return new(edit.Span.Start + shift, edit.NewText.Length);
            shift += edit.NewText.Length - edit.Span.Length;
        }
    }

    private static List<string> Untouched(Note note, Func<TextSpan, bool> isEdited, Func<int, int> origin) =>
    [
        .. note.Mentions.Where(mention => !isEdited(mention.Span)).Select(mention => FormattableString.Invariant(
            $"{origin(mention.Span.Start)} {note.Source.Slice(mention.Span).ToString()} {mention.Layers} {string.Join('/', mention.Services.Select(service => service.Id))}")),
    ];

    private static void AssertFullyParsed(Note note) =>
        Assert.Equal(Parse(note.Source.ToString()).Mentions.Select(mention => mention.Span), note.Mentions.Select(mention => mention.Span));

    private static Func<Note, ImmutableArray<Finding>> LettersOf(char letter, string replacement) => note =>
        [.. note.Source.ToString().Index().Where(unit => unit.Item == letter).Select(unit => Found("letters", new(unit.Index, 1), new(unit.Index, 1), replacement))];

    private static Finding Found(string code, TextSpan span, TextSpan edited, string text, TextSpan? other = null, string? otherText = null) => new(
        new(code, Severity.Warning, code),
        Severity.Warning,
        span,
        "Found.",
        [],
        [new("Mend", other is { } second ? [new(edited, text), new(second, otherText!)] : [new(edited, text)], IsPreferred: true, IsSafe: true)]);

    private static FixAllResult FixWith(string text, Func<Note, ImmutableArray<Finding>> find) => FixAll.Of(Parse(text), find(Parse(text)), find, null);

    private static FixAllResult Fix(string text, string? code = null) => FixAll.Of(MarkedNote.Workspace, Parse(text), Find(Parse(text)), code, CancellationToken.None);

    private static ImmutableArray<Finding> Find(Note note) => Findings.Of(MarkedNote.Workspace, note, CancellationToken.None);

    private static Note Parse(string text) => Note.Parse(new SourceText(text), Catalog.Embedded);
}
