using System.Collections.Immutable;
using Stratus.Features.Diagnostics;
using Stratus.Features.Fixes;
using Stratus.Features.Refactorings;
using Stratus.Notes;
using Stratus.Notes.Chunks;

namespace Stratus.Features.Tests;

/// <summary>The menu over a selection: titles at once, changes once one is chosen.</summary>
public sealed class OffersTests
{
    private const string Names = "# One\n\nBy Cloudfront and Route53,\nthen Cloudfront.\n\n| OSI Layer | AWS Service |\n|---|---|\n| L4 | Red Shift |\n| L4 | Cloudfront |\n";

    [Fact]
    public void Titles_need_no_further_reading_of_the_note_however_much_is_found()
    {
        var note = MarkedNote.Parse(string.Concat(Enumerable.Repeat(Names, 40))).Note;
        var all = NoteAnalysis.Of(MarkedNote.Workspace, note, CancellationToken.None);
        var findings = all.Findings();
        Assert.True(findings.Length > 150);
        var before = ReadingCost.Notes;
        Assert.NotEmpty(Offers.Fixes(all, findings).ToList());
        Assert.NotEmpty(Offers.Silencing(note, findings, CancellationToken.None).ToList());
        Assert.Equal(before, ReadingCost.Notes);
    }

    [Fact]
    public void A_chosen_silencing_is_tried_and_others_are_not()
    {
        var note = MarkedNote.Parse(Names).Note;
        var finding = Find(note)[0];
        var before = ReadingCost.Notes;
        Assert.NotNull(SuppressFixes.Of(note, finding, "Disable `service-casing` for this line", CancellationToken.None));
        Assert.Equal(before + 1, ReadingCost.Notes);
        Assert.Null(SuppressFixes.Of(note, finding, "Disable `service-casing` for this diagram", CancellationToken.None));
        Assert.Equal(before + 1, ReadingCost.Notes);
    }

    [Fact]
    public void Fixing_all_begins_with_what_is_found_already()
    {
        var note = MarkedNote.Parse("By Cloudfront.\n").Note;
        var findings = Find(note);
        var before = ReadingCost.Notes;
        Assert.Equal("By CloudFront.\n", FixAll.Of(MarkedNote.Workspace, note, findings, null, CancellationToken.None).Note.Source.ToString());
        Assert.Equal(before + 1, ReadingCost.Notes);
    }

    [Fact]
    public void For_the_findings_of_a_rule_in_one_line_silencing_is_offered_once_and_for_the_note_once_at_all()
    {
        var note = MarkedNote.Parse("By Cloudfront and Route53.\n\nThen Cloudfront.\n").Note;
        var offers = Offers.Silencing(note, Find(note), CancellationToken.None).ToList();
        Assert.Equal(
            [("Disable `service-casing` for this line", 2), ("Disable `service-casing` for this note", 2), ("Disable `service-casing` for this line", 1)],
            offers.Select(offer => (offer.Title, offer.Findings.Length)));
    }

    [Fact]
    public void Of_very_many_findings_the_first_are_mended_and_the_rest_remains()
    {
        var note = MarkedNote.Parse("Cloudfront, Cloudfront and Cloudfront.\n").Note;
        var result = FixAll.Of(MarkedNote.Workspace, note, Find(note), null, CancellationToken.None, most: 2);
        Assert.Equal("CloudFront, CloudFront and Cloudfront.\n", result.Note.Source.ToString());
        Assert.True(result.IsSettled);
        Assert.Single(result.Remaining);
    }

    [Fact]
    public void Whatever_takes_long_can_be_cancelled()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        var note = MarkedNote.Parse(Names).Note;
        var findings = Find(note);
        Assert.Throws<OperationCanceledException>(() => Findings.Of(MarkedNote.Workspace, note, cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => SuppressFixes.Of(note, findings[0], cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => Offers.Silencing(note, findings, cancelled.Token).ToList());
        Assert.Throws<OperationCanceledException>(() => FixAll.Of(MarkedNote.Workspace, note, findings, null, cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => OfferedRefactorings.OfTable(note, note.Tables[0], cancelled.Token));
    }

    [Theory]
    [InlineData("\u001b[31m", " [31m")]
    [InlineData("a\u202eb", "a b")]
    public void What_a_comment_holds_cannot_steer_a_terminal_or_turn_a_line(string code, string shown)
    {
        var finding = Assert.Single(Find(MarkedNote.Parse($"<!-- stratus-disable-line {code} -->\n").Note), finding => finding.Rule.Code == "unused-suppression");
        Assert.Contains($"`{shown}`", finding.Message, StringComparison.Ordinal);
        Assert.Equal([$"Remove `{shown}`"], finding.Fixes.Select(fix => fix.Title));
    }

    [Fact]
    public void A_very_long_word_is_cut_in_titles_and_messages()
    {
        var finding = Assert.Single(Find(MarkedNote.Parse($"<!-- stratus-disable-line {new string('x', 5_000)} -->\n").Note));
        Assert.Equal($"Remove `{new string('x', 111)}…", finding.Fixes[0].Title);
        Assert.InRange(finding.Message.Length, 100, 1_000);
    }

    private static ImmutableArray<Finding> Find(Note note) => Findings.Of(MarkedNote.Workspace, note, CancellationToken.None);
}
