using Stratus.Names;
using Stratus.Tests.Shared;
using static Stratus.Tests.CatalogRoom.MarkedNames;

namespace Stratus.Tests.CatalogRoom;

/// <summary>What is a name in prose, and which one. The marks « » stand around all that must be found.</summary>
public sealed class TermMatcherTests
{
    [Theory]
    [InlineData("«Route 53 Resolver» answers, «Route 53» hosts")]
    [InlineData("«Elastic Load Balancer» – «NLB»")]
    [InlineData("«ACM» («Certificate Manager»)")]
    [InlineData("«Elastic Network Interface» («ENI»)")]
    [InlineData("the «AWS Global Network Backbone» and «AWS Shield Advanced»")]
    [InlineData("«EC2 Instance Connect» or «EC2»")]
    [InlineData("«API Gateway», «App Mesh» and «Site-to-Site VPN»")]
    public void The_longest_name_wins(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("«CloudFront»는 빠르다")]
    [InlineData("한국어«CloudFront»")]
    [InlineData("「«Route 53»」と«VPC»を使う")]
    [InlineData("«CloudFront»、«S3»。")]
    [InlineData("🚀«Lambda@Edge»🚀")]
    [InlineData("CloudFronté, éCloudFront, CloudFrontier, my_CloudFront, CloudFront_2, 2CloudFront, xNLB, NLBx, NLB2")]
    [InlineData("CloudFront\u0301 has an accent on its last letter")]
    [InlineData("“«CloudFront»”, (<«NLB»>), [«ALB»]!, «ENI»?, *«IGW»*, |«VGW»|")]
    public void Names_are_bounded_by_what_is_no_Latin_letter_or_digit(string marked) => AssertFound(marked);

    [Theory]
    [InlineData("«Route\u00A053» and «Route  53» and «Route\t53»")]
    [InlineData("a «Transit\n    Gateway» over two lines, «Transit\r\nGateway» too")]
    [InlineData("«Site‑to‑Site VPN», «Site–to–Site VPN», «Site\u2212to\u2212Site VPN»")]
    [InlineData("«X‐Ray» traces")]
    public void Kinds_of_space_and_dash_do_not_matter(string marked) => AssertFound(marked);

    [Fact]
    public void A_blank_line_is_no_space_in_a_name() => AssertFound("Transit\n\nGateway, Direct\r\n\r\n«Connect» and Storage\r\rGateway");

    [Theory]
    [InlineData("«AWS Lambda»", 4, "lambda")]
    [InlineData("«Amazon Lambda»", 7, "lambda")]
    [InlineData("«AWS S3»", 4, "s3")]
    [InlineData("«Amazon  S3»", 8, "s3")]
    [InlineData("«AWS\n  CloudFront»", 6, "cloudfront")]
    [InlineData("«aws CloudFront»", 4, "cloudfront")]
    [InlineData("«AWS Transit Gateway»", 4, "transit-gateway")]
    [InlineData("Amazon «AWS Lambda»", 4, "lambda")]
    [InlineData("my«CloudFront»", 0, null)]
    [InlineData("AWSCloudFront, AWS, Amazon and AWS-«CloudFront»", 0, "cloudfront")]
    public void The_prefix_belongs_to_the_name_be_it_right_or_wrong(string marked, int prefixLength, string? id)
    {
        if (id is null)
        {
            Assert.Empty(Find(Unmark(marked)));
            return;
        }

        var match = Assert.Single(AssertFound(marked));
        Assert.Equal(prefixLength, match.PrefixLength);
        Assert.Equal(id, Assert.Single(match.Written.Services).Id);
    }

    [Theory]
    [InlineData("«VPCs», «NLBs», «ENIs» and «NAT gateways»", true)]
    [InlineData("two «transit gateways», three «security groups»", true)]
    [InlineData("«VPC peerings»", true)]
    [InlineData("«Subnets»", true)]
    [InlineData("«resource control policies»", true)]
    [InlineData("«EBS» and «EB»", false)]
    [InlineData("«VPC»'s and «VPC»’s range", false)]
    [InlineData("«Organizations»", false)]
    public void Plurals_of_known_names_are_found_and_possessives_end_them(string marked, bool plural) =>
        Assert.All(AssertFound(marked), match => Assert.Equal(plural && !match.Written.Text.EndsWith('s'), match.IsPlural));

    [Theory]
    [InlineData("VPCS, gatewaies, NLBes, CloudFrontS, Organizationss")]
    [InlineData("It Connects and Translates; he Shields, she Comprehends")]
    public void What_is_no_plural_of_a_name_is_none(string text) => AssertFound(text);

    [Theory]
    [InlineData("nlb, Alb, s3, vpc and Ec2 are no abbreviations")]
    [InlineData("the eni of an igw")]
    public void Abbreviations_count_in_their_own_case_only(string text) =>
        Assert.DoesNotContain(Find(text), match => match.Written.Form == NameForm.Abbreviation);

    [Theory]
    [InlineData("cloud front", "«cloud front»", NameForm.Casing, "CloudFront")]
    [InlineData("Cloudfront", "«Cloudfront»", NameForm.Casing, "CloudFront")]
    [InlineData("Guard Duty", "«Guard Duty»", NameForm.Spacing, "GuardDuty")]
    [InlineData("AWS Guard Duty", "«AWS Guard Duty»", NameForm.Spacing, "GuardDuty")]
    [InlineData("Route53", "«Route53»", NameForm.Spacing, "Route 53")]
    [InlineData("route53", "«route53»", NameForm.Casing, "Route 53")]
    [InlineData("Availabilty Zones", "«Availabilty Zones»", NameForm.Misspelling, "Availability Zone")]
    [InlineData("CloudFornt", "«CloudFornt»", NameForm.Misspelling, "CloudFront")]
    public void A_listed_wrong_form_in_its_own_case_says_what_to_write(string text, string marked, NameForm form, string correction)
    {
        var match = Assert.Single(AssertFound(marked));
        Assert.Equal(marked, Mark(text, [match]));
        Assert.Equal((form, correction), (match.Written.Form, match.Written.Correction));
        Assert.True(match.IsExactCase);
    }

    [Fact]
    public void The_case_of_the_name_is_told_apart_from_the_prefix_and_the_plural()
    {
        Assert.True(Assert.Single(Find("aws CloudFront")).IsExactCase);
        Assert.True(Assert.Single(Find("Security Groups")).IsExactCase);
        Assert.False(Assert.Single(Find("CLOUDFRONT")).IsExactCase);
        Assert.False(Assert.Single(Find("AWS CLOUDFRONT")).IsExactCase);
        Assert.Equal("cloudfront", Assert.Single(Find("CLOUDFRONT").Single().Written.Services).Id);
    }

    [Theory]
    [InlineData("aws-lambda-go, lambda-handler and my-cloudfront")]
    [InlineData("d1.cloudfront.net, *.cloudfront.net and .cloudfront")]
    [InlineData("AWS::Lambda::Function, AWS::CloudFront::Distribution")]
    [InlineData("dynamodb:GetItem, cloudfront:CreateInvalidation")]
    [InlineData("lambda_function.py, cloudfront.tf, CloudFront.png, src/Lambda.cs")]
    [InlineData("arn:aws:cloudfront::1:distribution/CloudFront, arn:aws:s3:::x")]
    [InlineData("user@cloudfront.net, cloudfront@example, @CloudFront")]
    [InlineData("s3://bucket/CloudFront, S3://x, https://example.com/CloudFront?via=Lambda")]
    [InlineData("docs.aws.amazon.com/CloudFront/latest, github.com/aws/CloudFront")]
    [InlineData("/aws/lambda/x, /aws/CloudFront/x, ./CloudFront, ~/CloudFront, aws/cloudfront")]
    [InlineData(@"C:\CloudFront\x, CloudFront\x, \CloudFront")]
    [InlineData("--cloudfront, $CloudFront, #cloudfront, &CloudFront; and x=cloudfront")]
    [InlineData("auto-scaling-group, route53-resolver, fargate-spot")]
    public void Identifiers_are_no_prose(string text) => AssertFound(text);

    [Theory]
    [InlineData("«Lambda@Edge», «EBS»-backed, «VPC-peering», non-«VPC», cross-«VPC»")]
    [InlineData("«S3»/«ALB», «ALB»/«NLB», «CloudFront»/«Global Accelerator», «CloudFront»/«Lambda@Edge»")]
    [InlineData("«internet gateway»/«NAT gateway», «EC2»/«CloudFront» /«ALB»")]
    [InlineData("«EC2». «CloudFront»: («CloudFront») «Route 53», «CloudFront»... and ...«CloudFront»")]
    [InlineData("«CloudFront»:CDN, CDN:«CloudFront», «GA»=«Global Accelerator», «S3»&«ALB»")]
    [InlineData("«site-to-site vpn», «auto-scaling», «fargate»")]
    [InlineData("1.«Route 53» 2.«CloudFront»")]
    [InlineData("«ALB»-«NLB»-«ENI» -«CloudFront» --«CloudFront» #«CloudFront»")]
    [InlineData("«AppStream 2.0», «VPC+2», «.2 resolver», «802.1AE», «re:Post», «VM Import/Export», «Oracle Database@AWS»")]
    [InlineData("«Route 53»-hosted")]
    public void Names_with_signs_beside_them_stay_names(string marked) => AssertFound(marked);

    [Fact]
    public void Where_the_longest_name_runs_into_an_identifier_a_shorter_one_may_stand() =>
        AssertFound("«VPC» endpoint.tf and «Route 53» Resolver.md");

    [Theory]
    [InlineData("")]
    [InlineData("AWS")]
    [InlineData("AWS ")]
    [InlineData("Amazon\u00A0")]
    [InlineData("\0\0\0")]
    [InlineData("\uD83D")]
    [InlineData("s")]
    public void Text_without_a_name_gives_nothing(string text) => Assert.Empty(Find(text));

    [Fact]
    public void Matches_are_added_behind_what_the_list_holds()
    {
        var matches = Find("CloudFront");
        Catalog.Embedded.Matcher.FindAll("an ENI", matches);
        Assert.Equal([0, 3], matches.Select(match => match.Start));
    }

    [Theory]
    [InlineData("AWS ")]
    [InlineData("Amazon ")]
    [InlineData("a")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("ALB/")]
    [InlineData("alb-")]
    [InlineData("lambda.")]
    [InlineData("cloudfront:")]
    [InlineData("Elastic Load ")]
    [InlineData("Site-to-Site-")]
    [InlineData("AWS                                                                                              ")]
    public Task A_megabyte_costs_in_proportion_whatever_it_holds(string unit) =>
        // It is passed over in some 50 ms; were the cost the square of that, it would take a quarter of an hour.
        Cost.AssertInProportionAsync(unit, 1_000_000, text => Find(text));
}
