using Stratus.Notes;

namespace Stratus.Tests.Notes;

public sealed class MentionTests
{
    [Theory]
    [InlineData("Use «CloudFront» before «Route 53 Resolver».")]
    [InlineData("A **«Route** 53» zone, once more: **«Route 53»**.")]
    [InlineData("See [«Route 53»](https://aws.example/route53 \"Route 53\") there.")]
    [InlineData("Names break over lines: «Transit\nGateway» and > not.")]
    [InlineData("> Quoted «Transit\n> Gateway» too.")]
    [InlineData("- «Direct&nbsp;Connect» in an item")]
    [InlineData("«VPCs» and «NAT gateways», «VPC»'s and «CloudFront»’s edge")]
    [InlineData("«EBS»-backed, «Lambda@Edge», «S3»/«ALB»")]
    [InlineData("«CloudFront»는 빠르다. 이것은«CloudFront»")]
    [InlineData("🌩 «CloudFront», 🌩«EC2»")]
    [InlineData("\\*«CloudFront»\\*")]
    [InlineData("![«CloudFront» edge](img.png)")]
    [InlineData("## «Transit Gateway» {#tgw}")]
    [InlineData("Title with «NLB»\n===")]
    [InlineData("<p>Text of <b>«Route</b> 53» in HTML</p>")]
    [InlineData("- [ ] learn «EC2»")]
    [InlineData("1. one\n2. «EC2»\n\n   and «S3» below")]
    [InlineData("[^1]: A footnote on «NLB»")]
    [InlineData("\uFEFF# «CloudFront»")]
    [InlineData("tab\t«CloudFront»\tand «S3»\r\nnext «EC2»\rlone «ENI»")]
    public void Names_are_found_where_a_reader_sees_them(string marked)
    {
        var fixture = NoteFixture.Parse(marked);
        Assert.Equal(marked, fixture.Mark(fixture.Note.Mentions.Where(mention => mention.Written is not null).Select(mention => mention.Span)));
    }

    [Theory]
    [InlineData("see https://d1.cloudfront.net/a and <https://CloudFront.example>")]
    [InlineData("[text](https://CloudFront.example/CloudFront \"x\")")]
    [InlineData("[r]: https://x.example/CloudFront")]
    [InlineData("`aws cloudfront create`, `CloudFront distribution`")]
    [InlineData("```yaml\nType: CloudFront\n```")]
    [InlineData("    CloudFront indented")]
    [InlineData("<a href=\"CloudFront\" title='S3'></a>")]
    [InlineData("<!-- CloudFront -->")]
    [InlineData("<script>CloudFront()</script>")]
    [InlineData("<style>.CloudFront{}</style>")]
    [InlineData("---\ntitle: CloudFront\n---")]
    [InlineData("AWS::CloudFront::Distribution cloudfront:CreateInvalidation aws-cloudfront-go cloudfront_distribution.py")]
    [InlineData("MyCloudFront CloudFrontier XCloudFront1")]
    [InlineData("16 GB RAM, SMS messages, Azure Batch and Google Cloud Storage Gateway")]
    [InlineData("lambda calculus, glue code, batch job, to inspect, a shield, the region")]
    public void Names_are_not_found_where_nobody_speaks_of_them(string text) =>
        Assert.DoesNotContain(NoteFixture.Parse(text).Note.Mentions, mention => mention.Written is not null);

    [Theory]
    [InlineData("AWS «Lambda» runs code.", null)]
    [InlineData("On AWS, use Lambda here.", MentionWeight.Probable)]
    [InlineData("On AWS. Support is included.", null)]
    [InlineData("On AWS:\n\n- Lambda: runs code", MentionWeight.Probable)]
    [InlineData("We use Lambda here.", null)]
    [InlineData("On AWS, a lambda is small.", null)]
    public void An_ambiguous_word_needs_its_case_and_a_note_on_AWS_and_is_never_certain_in_prose(string text, MentionWeight? weight)
    {
        var fixture = NoteFixture.Parse(text);
        var lambda = fixture.Note.Mentions.Where(mention => fixture.Cut(mention.Span) is "Lambda" or "Support" or "lambda").Select(mention => (MentionWeight?)mention.Weight).SingleOrDefault();
        Assert.Equal(weight, lambda);
    }

    [Fact]
    public void An_ambiguous_word_counts_fully_with_its_prefix_in_a_service_cell_and_as_a_heading()
    {
        var fixture = NoteFixture.Parse("## «Lambda»\n\nCalled «AWS Lambda».\n\n| Service | Purpose |\n|---|---|\n| «Lambda» | runs code |\n");
        Assert.Equal(fixture.Marks, fixture.Note.Mentions.Where(mention => mention.Weight == MentionWeight.Certain).Select(mention => mention.Span));
    }

    [Theory]
    [InlineData("«Traffic Mirroring target (TMT)» later", "")]
    [InlineData("Network Load Balancer (NLBX), then NLBX.", "")]
    [InlineData("Over AWS we send SMS; ABC", "")]
    [InlineData("CloudFront (CDN), a CDN; Route 53 (DNS), DNS", "")]
    [InlineData("VPC Reachability Analyzer (VRA) finds paths. VRA helps; XVRA and VRAS do not.", "reachability-analyzer")]
    public void An_abbreviation_that_the_note_defines_holds_in_it(string text, string id)
    {
        var fixture = NoteFixture.Parse(text);
        var abbreviations = fixture.Note.Mentions.Where(mention => fixture.Cut(mention.Span) is "TMT" or "NLBX" or "CDN" or "DNS" or "VRA").ToList();
        Assert.All(abbreviations, mention => Assert.Equal(id, mention.Services.Single().Id));
        Assert.Equal(id.Length > 0 ? 2 : 0, abbreviations.Count);
    }

    [Theory]
    [InlineData("CF caches on AWS.", "cloudformation cloudfront")]
    [InlineData("CloudFront: CF caches on AWS.", "cloudfront")]
    [InlineData("CloudFormation: CF builds on AWS.", "cloudformation")]
    [InlineData("CloudFront, CloudFormation: CF on AWS.", "cloudformation cloudfront")]
    [InlineData("CloudFormation (CF), CloudFront: CF on AWS.", "cloudformation")]
    public void A_form_with_two_meanings_has_both_unless_the_note_decides(string text, string ids)
    {
        var fixture = NoteFixture.Parse(text);
        var mention = fixture.Note.Mentions.Last(mention => fixture.Cut(mention.Span) == "CF");
        Assert.Equal(ids, string.Join(' ', mention.Services.Select(service => service.Id)));
    }

    [Fact]
    public void Inline_code_gives_a_hover_where_the_name_is_written_as_AWS_writes_it()
    {
        var mentions = NoteFixture.Parse("`CloudFront` and `cloudfront` and `cloudfront.amazonaws.com`").Note.Mentions.ToList();
        Assert.Equal((TextKind.CodeSpan, MentionWeight.Probable), Assert.Single(mentions.Select(mention => (mention.Kind, mention.Weight))));
    }

    [Theory]
    [InlineData("```\n@startuml\nactor Client\nClient -> \"«CloudFront» Cache\" : GET\n' CloudFront comment\n@enduml\n```")]
    [InlineData("```plantuml\nA -> B : to «S3»\n```")]
    [InlineData("```mermaid\nflowchart LR\n  a[«CloudFront»] --> b[«S3»]\n%% CloudFront\n```")]
    [InlineData("<script type=\"text/plain\">\n@startuml\nA -> B : «EC2»\n@enduml\n</script>")]
    public void Diagrams_name_services_in_their_labels(string marked)
    {
        var fixture = NoteFixture.Parse(marked);
        Assert.Equal(marked, fixture.Mark(fixture.Note.Mentions.Select(mention => mention.Span)));
        Assert.All(fixture.Note.Mentions, mention => Assert.Equal(TextKind.Diagram, mention.Kind));
    }

    [Fact]
    public void The_mention_at_the_cursor_is_the_one_it_touches()
    {
        var fixture = NoteFixture.Parse("one «CloudFront»$0, two");
        Assert.Equal(fixture.Marks[0], fixture.Note.MentionAt(fixture.Cursor)!.Value.Span);
        Assert.Equal(fixture.Marks[0], fixture.Note.MentionAt(fixture.Marks[0].Start)!.Value.Span);
        Assert.Null(fixture.Note.MentionAt(fixture.Cursor + 1));
        Assert.Null(fixture.Note.MentionAt(2));
    }
}
