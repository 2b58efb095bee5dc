using Stratus.Configuration;
using Stratus.Features.Diagnostics;

namespace Stratus.Features.Tests;

/// <summary>What is silent where. Marks: what is found all the same, of any rule but unused-suppression.</summary>
public sealed class SuppressionTests
{
    [Theory]
    [InlineData("Cloudfront. <!-- stratus-disable-line -->\n«Cloudfront».")]
    [InlineData("Cloudfront. <!-- stratus-disable-line service-casing -->\n«Cloudfront».")]
    [InlineData("Cloudfront. <!-- stratus-disable-line service-casing, retired-service -- as the logo has it -->\n")]
    [InlineData("«Cloudfront». <!-- stratus-disable-line retired-service -->")]
    [InlineData("<!-- stratus-disable-line -->\n\n«Cloudfront».")]
    [InlineData("<!-- stratus-disable-next-line -->\nCloudfront and\n«Route53».")]
    [InlineData("<!-- stratus-disable-next-line -->\n\n\nCloudfront.")]
    [InlineData("<!-- stratus-disable-next-line service-casing -->\n<!-- stratus-disable-next-line retired-service -->\nCloudfront.")]
    [InlineData("<!-- stratus-disable-next-line service-casing --> <!-- stratus-disable-next-line retired-service -->\n  <!-- stratus-disable-line -->\n\nCloudfront.")]
    [InlineData("<!-- stratus-disable-next-line -->\n<!-- another -->\n«Cloudfront».")]
    [InlineData("<!--\nstratus-disable-next-line\n-->\nCloudfront.")]
    [InlineData("> <!-- stratus-disable-next-line -->\n>\n> Cloudfront.")]
    [InlineData("«Cloudfront». <!-- stratus-disable -->\n\nCloudfront.\n\n<!-- stratus-enable -->\n\n«Cloudfront».")]
    [InlineData("<!-- stratus-disable -->\n\nCloudfront.\n\n# Route53\n")]
    [InlineData("<!-- stratus-disable service-casing, misspelled-service -->\n\nCloudfront, CloudFornt.\n\n<!-- stratus-enable misspelled-service -->\n\nCloudfront, «CloudFornt».")]
    [InlineData("<!-- stratus-disable -->\n\nCloudfront, CloudFornt.\n\n<!-- stratus-enable misspelled-service -->\n\nCloudfront, «CloudFornt».")]
    [InlineData("<!-- stratus-disable service-casing -->\n\nCloudfront.\n\n<!-- stratus-enable retired-service -->\n\nCloudfront.")]
    [InlineData("<!-- stratus-disable service-casing -->\n\nCloudfront.\n\n<!-- stratus-enable -->\n\n«Cloudfront».")]
    [InlineData("Cloudfront.\n\nRoute53. <!-- stratus-disable-file service-casing -->\n")]
    [InlineData("---\nstratus-disable: service-casing\n---\nCloudfront, «CloudFornt».")]
    [InlineData("---\nstratus-disable:\n  - service-casing\n  - misspelled-service\n---\nCloudfront, CloudFornt.")]
    [InlineData("---\nstratus-disable: true\n---\nCloudfront, CloudFornt.")]
    [InlineData("---\nstratus-disable: service-casing\nx: [\n---\n«Cloudfront».")]
    [InlineData("---\nstratus: service-casing\n---\n«Cloudfront».")]
    [InlineData("`<!-- stratus-disable-file -->` «Cloudfront».")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| Red Shift | L7 <!-- stratus-disable-line service-casing --> |\n| «Red Shift» | L7 |\n")]
    [InlineData("<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<!-- stratus-disable-next-line -->\n<tr><td>L7</td><td>Cloudfront</td></tr>\n\n  <!-- stratus-disable-next-line -->\n  <tr><td>L7</td><td>Route53</td></tr>\n  <tr><td>L7</td><td>«Route53»</td></tr>\n</table>")]
    [InlineData("- «Cloudfront»\n- Route53 <!-- stratus-disable-line -->\n- «Route53»")]
    [InlineData("# Cloudfront <!-- stratus-disable-line -->\n\n«Cloudfront»")]
    public void A_finding_is_silent_where_its_line_is_silent_for_its_rule(string marked)
    {
        var note = MarkedNote.Parse(marked);
        Assert.Equal(note.Marks, Findings.Of(MarkedNote.Workspace, note.Note, CancellationToken.None)
            .Where(finding => finding.Rule.Code != "unused-suppression").Select(finding => finding.Span));
    }

    [Fact]
    public void One_side_of_a_conflict_can_be_silent()
    {
        var found = MarkedNote.Parse("""
            | OSI Layer | AWS Service |
            |---|---|
            | L4 | Transit Gateway <!-- stratus-disable-line conflicting-layers -- as the course has it --> |

            | OSI Layer | AWS Service |
            |---|---|
            | L3 | «Transit Gateway» |
            """);

        Assert.Equal(found.Marks, Findings.Of(MarkedNote.Workspace, found.Note, CancellationToken.None).Select(finding => finding.Span));
    }

    [Fact]
    public void A_level_changes_nothing_in_what_is_silent()
    {
        var note = MarkedNote.Parse("Cloudfront <!-- stratus-disable-line service-casing -->");
        var settings = Settings.Default with { Rules = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, Severity> { ["service-casing"] = Severity.Error }) };
        Assert.Empty(Findings.Of(MarkedNote.Workspace with { Settings = settings }, note.Note, CancellationToken.None));
    }
}
