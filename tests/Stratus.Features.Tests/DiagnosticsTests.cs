using CsCheck;
using Stratus.Features.Completion;
using Stratus.Features.Diagnostics;
using Stratus.Features.Hover;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

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
        "Guardduty", "Kinesis Data Firehose", "API Gatway", "Amazon Lambda", "@startuml\n", "graph TD\n", "# CloudFront\n", "| L7 | WAF |\n",
        "| OSI Layer | AWS Service | What It Does |\n|-|-|-|\n", "| L4 | NLB | TCP |\n", "| | Transit Gateway | |\n", "| L3 | Transit Gateway | Hub |\n", "| L7 | Packet Weaver | |\n",
        "<tr><td></td><td>Transit Gateway</td></tr>\n", "<tr><td rowspan=2>L4</td><td>NLB</td></tr>\n", "<tr><td>ALB</td></tr>\n",
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

    /// <summary>One Enter at the top must not change what stands in every line below.</summary>
    [Fact]
    public void An_empty_line_at_the_top_changes_no_message()
    {
        var said = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Seed.Root, "tests", "fixtures"), "*.md", SearchOption.AllDirectories))
        {
            said += SaysTheSame(File.ReadAllText(file));
        }

        Assert.True(said > 100, $"only {said} findings were compared");
        Text.Sample(text => { SaysTheSame(text); }, iter: 1000);
    }

    private static int SaysTheSame(string text)
    {
        if (text.StartsWith("---", StringComparison.Ordinal))
        {
            // Front matter begins in the first line or is none.
            return 0;
        }

        var before = Find(Parse(text)).ToList();
        Assert.Equal(before.SelectMany(Words), Find(Parse("\n" + text)).SelectMany(Words));
        return before.Count;
    }

    private static IEnumerable<string> Words(Finding finding) =>
        [finding.Message, .. finding.Related.Select(place => place.Message), .. finding.Fixes.Select(fix => fix.Title)];

    [Fact]
    public void A_fix_takes_its_finding_away() => Text.Sample(text =>
    {
        var note = Parse(text);
        foreach (var finding in Find(note))
        {
            foreach (var fix in finding.Fixes)
            {
                var end = 0;
                Assert.NotEmpty(fix.Edits);
                Assert.All(fix.Edits, edit =>
                {
                    Assert.InRange(edit.Span.Start, end, text.Length);
                    Assert.InRange(edit.Span.End, edit.Span.Start, text.Length);
                    end = edit.Span.End;
                });
                var fixedNote = Parse(Apply(note, fix));
                var place = Moved(finding.Span, fix);
                var left = Find(fixedNote).Where(other => other.Rule == finding.Rule).ToList();
                if (finding.IsUnnecessary)
                {
                    Assert.True(left.Count < Find(note).Count(other => other.Rule == finding.Rule));
                }
                else
                {
                    Assert.DoesNotContain(left, other => other.Span.Start < place.End && place.Start < other.Span.End);
                }
            }
        }
    });

    [Fact]
    public void A_fix_of_a_row_leaves_what_the_other_rows_say() => Text.Sample(text =>
    {
        var note = Parse(text);
        foreach (var finding in Find(note).Where(finding => finding.Rule.Code is "conflicting-layers" or "layer-disagreement" or "duplicate-row"))
        {
            foreach (var fix in finding.Fixes)
            {
                // A row is known by the name that it is about; the changed one and the removed one are left out.
                var changed = note.Tables.SelectMany(table => table.Rows).Where(row => row.Cells.Any(cell => fix.Edits[0].Span.Intersects(cell.Area) && fix.Edits[0].Span.Start >= cell.Area.Start)).ToHashSet();
                var removed = finding.IsUnnecessary ? 1 : 0;
                var before = Claims(note, row => !changed.Contains(row));
                var after = Claims(Parse(Apply(note, fix)), _ => true);
                Assert.Equal(before.Count + changed.Count(row => row.Claim is not null) - removed, after.Count);
                Assert.Empty(before.Except(after));
            }
        }
    });

    private static List<string> Claims(Note note, Func<TableRow, bool> counts) => [.. note.Tables.SelectMany(table => table.Rows)
        .Where(row => row.Claim is not null && counts(row))
        .Select(row => $"{string.Join(',', row.Claim!.Subjects.Select(subject => subject.Service.Id))} at {row.Claim.Layers}")];

    private static string Apply(Note note, Fix fix) => fix.Edits.Reverse().Aggregate(note.Source, (source, edit) => source.Replace(edit.Span, edit.NewText)).ToString();

    // Where a span stands after a fix; what is written into it belongs to it.
    private static TextSpan Moved(TextSpan span, Fix fix)
    {
        var (start, end) = (span.Start, span.End);
        foreach (var edit in fix.Edits)
        {
            var growth = edit.NewText.Length - edit.Span.Length;
            start += edit.Span.End <= span.Start ? growth : 0;
            end += edit.Span.End <= span.End ? growth : 0;
        }

        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    [Fact]
    public void Lists_and_cards_never_fail_and_stay_in_their_line() => Gen.Select(Text, Gen.Int[0, 400]).Sample((text, at) =>
    {
        var note = Parse(text);
        var offset = Math.Min(at, text.Length);
        var line = note.Source.Line(note.Source.LineOf(offset));
        var list = Completions.At(MarkedNote.Workspace, note, offset);
        Assert.InRange(list.Items.Length, 0, 100);
        foreach (var item in list.Items)
        {
            Assert.Equal(offset, item.Insert.End);
            Assert.True(item.Replace.Contains(item.Insert));
            Assert.True(line.Contains(item.Replace) || item.Replace.Length == 0);
        }

        if (HoverCard.At(MarkedNote.Workspace, note, offset) is { } hover)
        {
            Assert.True(hover.Span.Touches(offset));
            Assert.InRange(hover.Card.Markdown.Split('\n').Length, 1, 17);
        }
    });

    [Fact]
    public void Every_rule_is_found_by_its_code()
    {
        Assert.Equal(
            [
                "conflicting-layers", "duplicate-row", "empty-cell", "empty-section", "invalid-layer", "layer-disagreement", "layer-name-mismatch", "missing-layer",
                "misspelled-service", "renamed-service", "retired-service", "service-casing", "service-prefix", "unknown-service", "untagged-diagram", "unused-suppression",
            ],
            Findings.Rules.Select(rule => rule.Code));
        Assert.All(Findings.Rules, rule => Assert.Same(rule, Findings.FindRule(rule.Code)));
        Assert.Null(Findings.FindRule("no-such-rule"));
    }

    [Fact]
    public void Rules_stand_in_the_order_of_their_codes() =>
        Assert.Equal(Findings.Rules.Select(rule => rule.Code).Order(StringComparer.Ordinal), Findings.Rules.Select(rule => rule.Code));

    [Fact]
    public void What_is_cancelled_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => Findings.Of(MarkedNote.Workspace, Parse("S3"), cancelled.Token));
    }

    private static Note Parse(string text) => Note.Parse(new SourceText(text), Catalog.Embedded);

    private static System.Collections.Immutable.ImmutableArray<Finding> Find(Note note) => Findings.Of(MarkedNote.Workspace, note, CancellationToken.None);
}
