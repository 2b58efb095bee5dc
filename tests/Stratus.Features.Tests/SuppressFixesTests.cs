using CsCheck;
using Stratus.Features.Diagnostics;
using Stratus.Features.Fixes;
using Stratus.Notes;

namespace Stratus.Features.Tests;

/// <summary>Silencing a finding by a quick fix. The mark is the finding.</summary>
public sealed class SuppressFixesTests
{
    private const string Line = "<!-- stratus-disable-line service-casing -->";
    private const string Next = "<!-- stratus-disable-next-line service-casing -->";
    private const string PipeHead = "| AWS Service | OSI Layer |\n|---|---|\n";

    [Theory]
    [InlineData("«Cloudfront» caches.", $"{Next}\nCloudfront caches.")]
    [InlineData("Text.\r\n\r\n«Cloudfront»\r\n", $"Text.\r\n\r\n{Next}\r\nCloudfront\r\n")]
    [InlineData("Text.\n# «Cloudfront»\n", $"Text.\n{Next}\n# Cloudfront\n")]
    [InlineData("  «Cloudfront» caches.", $"  {Next}\n  Cloudfront caches.")]
    [InlineData("Text\n«Cloudfront» caches\nmore.", $"Text\nCloudfront caches {Line}\nmore.")]
    [InlineData("Text\n«Cloudfront» caches  \nmore.", $"Text\nCloudfront caches {Line}  \nmore.")]
    [InlineData("Text\n«Cloudfront» caches\\\nmore.", $"Text\nCloudfront caches {Line}\\\nmore.")]
    [InlineData("- «Cloudfront»\n- S3", $"- Cloudfront {Line}\n- S3")]
    [InlineData("1. «Cloudfront»", $"1. Cloudfront {Line}")]
    [InlineData("> «Cloudfront»", $"> Cloudfront {Line}")]
    [InlineData("- S3\n\n  «Cloudfront»", $"- S3\n\n  {Next}\n  Cloudfront")]
    [InlineData(PipeHead + "| «Red Shift» | L7 |\n", PipeHead + $"| Red Shift | L7 {Line} |\n")]
    [InlineData(PipeHead + "| «Red Shift» | L7 |  ", PipeHead + $"| Red Shift | L7 {Line} |  ")]
    [InlineData(PipeHead + "| «Red Shift» |   |\n", PipeHead + $"| Red Shift | {Line}   |\n")]
    [InlineData(PipeHead + "| «Red Shift» |\n", PipeHead + $"| Red Shift | {Line} \n")]
    [InlineData("AWS Service | OSI Layer\n---|---\n«Red Shift» | L7\n", $"AWS Service | OSI Layer\n---|---\nRed Shift | L7 {Line} \n")]
    [InlineData("> | AWS Service | OSI Layer |\n> |---|---|\n> | «Red Shift» | L7 |\n", $"> | AWS Service | OSI Layer |\n> |---|---|\n> | Red Shift | L7 {Line} |\n")]
    [InlineData("<table>\n<tr>\n  <td>«Cloudfront»</td>\n</tr>\n</table>", $"<table>\n<tr>\n  {Next}\n  <td>Cloudfront</td>\n</tr>\n</table>")]
    [InlineData("<table><tr><td\n class=\"x\">«Cloudfront»</td></tr></table>", $"<table><tr><td\n class=\"x\">Cloudfront</td></tr></table> {Line}")]
    [InlineData("<p>\n«Cloudfront»\n</p>", $"<p>\n{Next}\nCloudfront\n</p>")]
    [InlineData("Cloud `a\nb` «Cloudfront» `c\nd` S3", null)]
    [InlineData("«Cloudfront» <!-- stratus-disable-line retired-service -->", "Cloudfront <!-- stratus-disable-line retired-service service-casing -->")]
    [InlineData("<!-- stratus-disable-next-line a, b -- why -->\n«Cloudfront»", "<!-- stratus-disable-next-line a, b, service-casing -- why -->\nCloudfront")]
    public void A_line_is_silenced_in_the_way_that_its_place_allows(string marked, string? expected)
    {
        var note = MarkedNote.Parse(marked);
        var fix = Fixes(note).FirstOrDefault(fix => fix.Title == "Disable `service-casing` for this line");
        Assert.Equal(expected, fix is null ? null : note.Apply(fix));
    }

    [Theory]
    [InlineData("«Cloudfront»\n", "<!-- stratus-disable-file service-casing -->\n\nCloudfront\n")]
    [InlineData("# A\r\n\r\n«Cloudfront»\r\n", "<!-- stratus-disable-file service-casing -->\r\n\r\n# A\r\n\r\nCloudfront\r\n")]
    [InlineData("---\ntitle: x\n---\n«Cloudfront»", "---\ntitle: x\nstratus-disable: service-casing\n---\nCloudfront")]
    [InlineData("---\n---\n\n«Cloudfront»", "---\nstratus-disable: service-casing\n---\n\nCloudfront")]
    [InlineData("---\nx: [\n---\n«Cloudfront»", "---\nx: [\n---\n<!-- stratus-disable-file service-casing -->\nCloudfront")]
    [InlineData("---\nstratus-disable:\n---\n«Cloudfront»", "---\nstratus-disable:\n---\n<!-- stratus-disable-file service-casing -->\nCloudfront")]
    [InlineData("---\nstratus-disable: a\n---\n«Cloudfront»", "---\nstratus-disable: [a, service-casing]\n---\nCloudfront")]
    [InlineData("---\nstratus-disable: \"a\"\n---\n«Cloudfront»", "---\nstratus-disable: [\"a\", service-casing]\n---\nCloudfront")]
    [InlineData("---\nstratus-disable: [a, 'b']\n---\n«Cloudfront»", "---\nstratus-disable: [a, 'b', service-casing]\n---\nCloudfront")]
    [InlineData("---\nstratus-disable:\n  - a\n  - b\nx: y\n---\n«Cloudfront»", "---\nstratus-disable:\n  - a\n  - b\n  - service-casing\nx: y\n---\nCloudfront")]
    [InlineData("«Cloudfront»\n\n<!-- stratus-disable-file a -->", "Cloudfront\n\n<!-- stratus-disable-file a service-casing -->")]
    public void A_note_is_silenced_in_its_front_matter_or_by_a_comment(string marked, string expected)
    {
        var note = MarkedNote.Parse(marked);
        Assert.Equal(expected, note.Apply(Fixes(note).Single(fix => fix.Title == "Disable `service-casing` for this note")));
    }

    [Theory]
    [InlineData(PipeHead + "| «Red Shift» | L7 |\n\nText", $"<!-- stratus-disable service-casing -->\n{PipeHead}| Red Shift | L7 |\n<!-- stratus-enable service-casing -->\n\nText")]
    [InlineData("  <table><tr><td>«Cloudfront»</td></tr></table>\n", "  <!-- stratus-disable service-casing -->\n  <table><tr><td>Cloudfront</td></tr></table>\n  <!-- stratus-enable service-casing -->\n")]
    [InlineData("<div><table><tr><td>«Cloudfront»</td></tr></table></div>", null)]
    public void A_table_is_silenced_by_comments_around_it(string marked, string? expected)
    {
        var note = MarkedNote.Parse(marked);
        var fix = Fixes(note).FirstOrDefault(fix => fix.Title == "Disable `service-casing` for this table");
        Assert.Equal(expected, fix is null ? null : note.Apply(fix));
    }

    [Fact]
    public void A_diagram_is_silenced_by_comments_around_it()
    {
        var note = MarkedNote.Parse("Text\n\n```mermaid\ngraph LR\n  A[App Mesh] --> B\n```\n");
        var finding = Assert.Single(Findings.Of(MarkedNote.Workspace, note.Note, CancellationToken.None));
        var fixes = SuppressFixes.Of(note.Note, finding, CancellationToken.None);
        Assert.Equal(["Disable `retired-service` for this diagram", "Disable `retired-service` for this note"], fixes.Select(fix => fix.Title));
        Assert.Equal("Text\n\n<!-- stratus-disable retired-service -->\n```mermaid\ngraph LR\n  A[App Mesh] --> B\n```\n<!-- stratus-enable retired-service -->\n", note.Apply(fixes[0]));
    }

    [Fact]
    public void A_section_is_silenced_from_its_heading_to_its_end()
    {
        var note = MarkedNote.Parse("# One\n\nBy Cloudfront.\n\n## Two\n\nBy «Cloudfront» and\nRoute53.\n\n# Three\n\nBy Cloudfront.\n");

        Assert.Equal(
            "# One\n\nBy Cloudfront.\n\n<!-- stratus-disable service-casing -->\n## Two\n\nBy Cloudfront and\nRoute53.\n<!-- stratus-enable service-casing -->\n\n# Three\n\nBy Cloudfront.\n",
            note.Apply(Fixes(note).Single(fix => fix.Title == "Disable `service-casing` for this section")));
    }

    [Fact]
    public void What_is_said_of_comments_is_not_silenced_by_another() =>
        Assert.Empty(SuppressFixes.Of(MarkedNote.Parse("<!-- stratus-disable-line -->").Note, MarkedNote.Parse("<!-- stratus-disable-line -->").Find("unused-suppression")[0], CancellationToken.None));

    private static readonly string[] Pieces =
    [
        "Cloudfront", "CloudFornt", "App Mesh", "**Route53**", "text", " ", " ", "\n", "\n\n", "\r\n", "# ", "- ", "1. ", "> ", "  ", "`", "`code`", "*", "https://x.example", "\\",
        "| AWS Service | OSI Layer |\n|-|-|\n", "| Red Shift | L3 |\n", "| Red Shift |\n", "| | L5 Transport |\n", "<p>", "</p>", "<br>", "<td\nclass='x'>",
        "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>", "<tr>\n<td>L3</td>\n<td>Cloudfront</td></tr>", "</table>\n", "```\n", "```mermaid\n", "---\n",
        "title: x\n", "stratus-disable: [a]\n", "<!-- stratus-disable-next-line a -->\n", "<!-- stratus-disable-line b -->", "<!-- stratus-disable-file c -->", "<!-- x -->", "<!--", "-->", "😀",
    ];

    [Fact]
    public void Whatever_is_offered_silences_its_finding_and_changes_no_other() => Gen.OneOf(Pieces).Array[0, 25].Select(string.Concat).Sample(text =>
    {
        var note = MarkedNote.Parse(text.Replace("$0", "", StringComparison.Ordinal)).Note;
        var before = Findings.Of(MarkedNote.Workspace, note, CancellationToken.None).Where(IsOfARule).ToList();
        foreach (var finding in before)
        {
            foreach (var fix in SuppressFixes.Of(note, finding, CancellationToken.None))
            {
                var after = Findings.Of(MarkedNote.Workspace, Note.Parse(fix.Edits.Reverse().Aggregate(note.Source, (source, edit) => source.Replace(edit.Span, edit.NewText)), note.Catalog), CancellationToken.None);
                var left = after.Where(IsOfARule).Select(other => (other.Rule.Code, Line: Moved(other.Span.Start, fix))).ToList();
                Assert.DoesNotContain((finding.Rule.Code, finding.Span.Start), left);
                Assert.Subset(before.Select(other => (other.Rule.Code, Line: other.Span.Start)).ToHashSet(), left.ToHashSet());
            }
        }
    }, iter: 1_000);

    private static bool IsOfARule(Finding finding) => finding.Rule.Code != "unused-suppression";

    /// <summary>Where an offset of the changed text was before.</summary>
    private static int Moved(int offset, Fix fix)
    {
        foreach (var edit in fix.Edits)
        {
            offset -= edit.Span.Start < offset ? edit.NewText.Length : 0;
        }

        return offset;
    }

    private static System.Collections.Immutable.ImmutableArray<Fix> Fixes(MarkedNote note) =>
        SuppressFixes.Of(note.Note, note.Find("service-casing").Single(finding => finding.Span == note.Marks[0]), CancellationToken.None);
}
