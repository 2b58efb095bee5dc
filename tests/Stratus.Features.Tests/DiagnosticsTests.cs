using CsCheck;
using Stratus.Notes;

namespace Stratus.Features.Tests;

/// <summary>Laws that findings, cards and lists keep, whatever the note.</summary>
public sealed class DiagnosticsTests
{
    private static readonly string[] Pieces =
    [
        "Cloudfront", "CloudFornt", "CloudFromt", "Transit Gateway", "AWS Route53", "App Mesh", "Dynamo DB", "NLB", "**Cloudfront**", "EC2s",
        "L4 Transport", "L5 Transport", "Layer 2 – Network", "L8", "L3/L4", "OSI layer 9", "VPN", " ", " ", "\n", "\n\n", "\r\n", "# ", "- ", "> ", "`", "*", "(", ")",
        "| AWS Service | OSI Layer |\n|-|-|\n", "| Transit Gateway | L3 |\n", "| TGW | L4 Transport |\n", "| Red Shift | L5 Transport |\n", "| | L2 |\n",
        "<table><tr><th>OSI Layer</th><th>AWS Service</th></tr>", "<tr><td>L3</td><td>Cloudfront</td></tr>", "</table>", "```\n", "---\n", "is retired", "😀", "는", "\u00a0",
    ];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(index => Pieces[index]);

    private static readonly Gen<string> Text = Piece.Array[0, 25].Select(string.Concat);

    [Fact]
    public void Findings_lie_within_the_note_in_the_order_of_the_text() => Text.Sample(text =>
    {
        var note = Parse(text);
        var last = 0;
        foreach (var finding in Find(note))
        {
            Assert.InRange(finding.Span.Start, last, text.Length);
            Assert.InRange(finding.Span.End, finding.Span.Start + 1, text.Length);
            Assert.All(finding.Related, place => Assert.InRange(place.Span.End, 0, text.Length));
            Assert.NotEqual("", finding.Message);
            Assert.DoesNotContain('\n', finding.Message);
            last = finding.Span.Start;
        }
    });

    [Fact]
    public void A_fix_takes_its_finding_away_and_touches_nothing_else() => Text.Sample(text =>
    {
        var note = Parse(text);
        foreach (var finding in Find(note))
        {
            foreach (var fix in finding.Fixes)
            {
                Assert.All(fix.Edits, edit => Assert.True(finding.Span.Contains(edit.Span)));
                var fixedNote = Parse(fix.Edits.Reverse().Aggregate(note.Source, (source, edit) => source.Replace(edit.Span, edit.NewText)).Text);
                var mended = new TextSpan(fix.Edits[0].Span.Start, fix.Edits[0].NewText.Length);
                Assert.DoesNotContain(
                    Find(fixedNote),
                    other => other.Rule == finding.Rule && other.Span.Start < mended.End && mended.Start < other.Span.End);
            }
        }
    });

    [Fact]
    public void Lists_and_cards_never_fail_and_stay_in_their_line() => Gen.Select(Text, Gen.Int[0, 400]).Sample((text, at) =>
    {
        var note = Parse(text);
        var offset = Math.Min(at, text.Length);
        var line = note.Source.Line(note.Source.LineOf(offset));
        var list = Completion.At(MarkedNote.Workspace, note, offset);
        Assert.InRange(list.Items.Length, 0, 100);
        foreach (var item in list.Items)
        {
            Assert.Equal(offset, item.Insert.End);
            Assert.True(item.Replace.Contains(item.Insert));
            Assert.True(line.Contains(item.Replace) || item.Replace.Length == 0);
        }

        if (Hover.At(MarkedNote.Workspace, note, offset) is { } hover)
        {
            Assert.True(hover.Span.Touches(offset));
            Assert.InRange(hover.Card.Markdown.Split('\n').Length, 1, 17);
        }
    });

    [Fact]
    public void Every_rule_is_found_by_its_code()
    {
        Assert.Equal(
            ["conflicting-layers", "invalid-layer", "layer-name-mismatch", "misspelled-service", "retired-service", "service-casing", "unused-suppression"],
            Diagnostics.Rules.Select(rule => rule.Code));
        Assert.All(Diagnostics.Rules, rule => Assert.Same(rule, Diagnostics.FindRule(rule.Code)));
        Assert.Null(Diagnostics.FindRule("no-such-rule"));
    }

    [Fact]
    public void What_is_cancelled_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Diagnostics.Of(MarkedNote.Workspace, Parse("S3"), cancelled.Token));
    }

    private static Note Parse(string text) => Note.Parse(new SourceText(text), Catalog.Embedded);

    private static System.Collections.Immutable.ImmutableArray<Finding> Find(Note note) => Diagnostics.Of(MarkedNote.Workspace, note, CancellationToken.None);
}
