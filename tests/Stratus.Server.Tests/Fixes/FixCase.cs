namespace Stratus.Server.Tests.Fixes;

/// <summary>A note, what is offered to mend in it, and what becomes of it.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Note">The note before.</param>
/// <param name="Fixes">Every fix that the rule offers for the note, in the order of findings and of fixes.</param>
public sealed record FixCase(string Code, string Note, params IReadOnlyList<OfferedFix> Fixes)
{
    private const string Rows = "| OSI Layer | AWS Service |\n|---|---|\n";

    /// <summary>Rules whose findings only the author can mend.</summary>
    public static IReadOnlyList<string> WithoutFixes { get; } = ["empty-section", "invalid-settings", "missing-layer", "retired-service", "unknown-service"];

    /// <summary>One or several notes for each of the other rules.</summary>
    public static IReadOnlyList<FixCase> All { get; } =
    [
        new(
            "conflicting-layers",
            Rows + "| L4 | Transit Gateway |\n| L4 | NLB |\n\n" + Rows + "| L3 Network | Transit Gateway |\n",
            new OfferedFix("Set this row to L3 Network", Rows + "| L3 | Transit Gateway |\n| L4 | NLB |\n\n" + Rows + "| L3 Network | Transit Gateway |\n"),
            new OfferedFix("Set the row in the table below to L4 Transport", Rows + "| L4 | Transit Gateway |\n| L4 | NLB |\n\n" + Rows + "| L4 Transport | Transit Gateway |\n"),
            new OfferedFix("Set the row in the table above to L3 Network", Rows + "| L3 | Transit Gateway |\n| L4 | NLB |\n\n" + Rows + "| L3 Network | Transit Gateway |\n"),
            new OfferedFix("Set this row to L4 Transport", Rows + "| L4 | Transit Gateway |\n| L4 | NLB |\n\n" + Rows + "| L4 Transport | Transit Gateway |\n")),
        new(
            "conflicting-layers",
            "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td><b>L4 Transport</b></td><td>NLB</td></tr>\n<tr><td></td><td>VPC Peering</td></tr>\n</table>\n\n" + Rows + "| L3 | VPC Peering |\n",
            new OfferedFix(
                "Set this row to L3 Network",
                "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td><b>L4 Transport</b></td><td>NLB</td></tr>\n<tr><td><b>L3 Network</b></td><td>VPC Peering</td></tr>\n</table>\n\n" + Rows + "| L3 | VPC Peering |\n"),
            new OfferedFix(
                "Set the row in the table below to L4 Transport",
                "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td><b>L4 Transport</b></td><td>NLB</td></tr>\n<tr><td></td><td>VPC Peering</td></tr>\n</table>\n\n" + Rows + "| L4 | VPC Peering |\n"),
            new OfferedFix(
                "Set the row in the table above to L3 Network",
                "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td><b>L4 Transport</b></td><td>NLB</td></tr>\n<tr><td><b>L3 Network</b></td><td>VPC Peering</td></tr>\n</table>\n\n" + Rows + "| L3 | VPC Peering |\n"),
            new OfferedFix(
                "Set this row to L4 Transport",
                "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td><b>L4 Transport</b></td><td>NLB</td></tr>\n<tr><td></td><td>VPC Peering</td></tr>\n</table>\n\n" + Rows + "| L4 | VPC Peering |\n")),
        new(
            "duplicate-row",
            Rows + "| L4 | NLB |\n| L7 | ALB |\n| L4 | **NLB** |\n\nText.\n",
            new OfferedFix("Remove this row", Rows + "| L4 | NLB |\n| L7 | ALB |\n\nText.\n", IsPreferred: true)),
        new(
            "duplicate-row",
            "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L4</td><td>NLB</td></tr>\n<tr>\n<td>L4</td>\n<td>NLB</td>\n</tr>\n</table>\n",
            new OfferedFix("Remove this row", "<table>\n<tr><th>OSI Layer</th><th>AWS Service</th></tr>\n<tr><td>L4</td><td>NLB</td></tr>\n</table>\n", IsPreferred: true)),
        new(
            "empty-cell",
            "| AWS Service | What It Does |\n|---|---|\n| ALB | Balances HTTP |\n| NLB | |\n",
            new OfferedFix("Fill in what the catalog says", "| AWS Service | What It Does |\n|---|---|\n| ALB | Balances HTTP |\n| NLB | {summary} |\n", IsPreferred: true)),
        new(
            "empty-cell",
            "<table>\n<tr><th>AWS Service</th><th>What It Does</th></tr>\n<tr><td>ALB</td><td>Balances HTTP</td></tr>\n<tr><td>NLB</td><td></td></tr>\n</table>\n",
            new OfferedFix(
                "Fill in what the catalog says",
                "<table>\n<tr><th>AWS Service</th><th>What It Does</th></tr>\n<tr><td>ALB</td><td>Balances HTTP</td></tr>\n<tr><td>NLB</td><td>{summary}</td></tr>\n</table>\n",
                IsPreferred: true)),
        new(
            "invalid-layer",
            Rows + "| L8 Application | CloudFront |\n| L3 Network | VPC |\n",
            new OfferedFix("Change the number to 7", Rows + "| L7 Application | CloudFront |\n| L3 Network | VPC |\n", IsPreferred: true, IsSafe: true)),
        new(
            "layer-disagreement",
            Rows + "| **L4 Transport** | NLB |\n| | ALB |\n| | Global Accelerator |\n",
            new OfferedFix("Set this row to L7 Application", Rows + "| **L4 Transport** | NLB |\n| **L7 Application** | ALB |\n| **L4 Transport** | Global Accelerator |\n")),
        new(
            "layer-name-mismatch",
            Rows + "| L5 – transport | NLB |\n| L3 – Network | VPC |\n",
            new OfferedFix("Change the name to ‘session’", Rows + "| L5 – session | NLB |\n| L3 – Network | VPC |\n"),
            new OfferedFix("Change the number to 4", Rows + "| L4 – transport | NLB |\n| L3 – Network | VPC |\n")),
        new(
            "misspelled-service",
            "Traffic enters by **CloudFornt**, in AWS's edge.\n",
            new OfferedFix("Change to ‘CloudFront’", "Traffic enters by **CloudFront**, in AWS's edge.\n", IsPreferred: true, IsSafe: true)),
        new(
            "misspelled-service",
            "The Rout 53 zone, and MediaConect.\n",
            new OfferedFix("Change to ‘Route 53’", "The Route 53 zone, and MediaConect.\n", IsPreferred: true),
            new OfferedFix("Change to ‘MediaConnect’", "The Rout 53 zone, and MediaConnect.\n", IsPreferred: true),
            new OfferedFix("Change to ‘MediaConvert’", "The Rout 53 zone, and MediaConvert.\n")),
        new(
            "renamed-service",
            "Logs go to Amazon Kinesis Data Firehose first.\n",
            new OfferedFix("Change to ‘Amazon Data Firehose’", "Logs go to Amazon Data Firehose first.\n", IsPreferred: true)),
        new(
            "renamed-service",
            "Logs go to Kinesis Data Firehose first.\n",
            new OfferedFix("Change to ‘Data Firehose’", "Logs go to Data Firehose first.\n", IsPreferred: true)),
        new(
            "service-casing",
            "Names live in Route53, files behind AWS Cloudfront.\n",
            new OfferedFix("Change to ‘Route 53’", "Names live in Route 53, files behind AWS Cloudfront.\n", IsPreferred: true, IsSafe: true),
            new OfferedFix("Change to ‘CloudFront’", "Names live in Route53, files behind AWS CloudFront.\n", IsPreferred: true, IsSafe: true)),
        new(
            "service-prefix",
            "Amazon Lambda reads from AWS S3 behind an AWS Elastic Load Balancer.\n",
            new OfferedFix("Change to ‘AWS Lambda’", "AWS Lambda reads from AWS S3 behind an AWS Elastic Load Balancer.\n", IsPreferred: true, IsSafe: true),
            new OfferedFix("Change to ‘Amazon S3’", "Amazon Lambda reads from Amazon S3 behind an AWS Elastic Load Balancer.\n", IsPreferred: true, IsSafe: true),
            new OfferedFix("Change to ‘Elastic Load Balancing’", "Amazon Lambda reads from AWS S3 behind an AWS Elastic Load Balancing.\n", IsPreferred: true)),
        new(
            "untagged-diagram",
            "````\n@startuml\nA -> B\n@enduml\n````\n\n~~~\ngraph TD\nA-->B\n~~~\n",
            new OfferedFix("Add `plantuml`", "````plantuml\n@startuml\nA -> B\n@enduml\n````\n\n~~~\ngraph TD\nA-->B\n~~~\n", IsPreferred: true, IsSafe: true),
            new OfferedFix("Add `mermaid`", "````\n@startuml\nA -> B\n@enduml\n````\n\n~~~mermaid\ngraph TD\nA-->B\n~~~\n", IsPreferred: true, IsSafe: true)),
        new(
            "unused-suppression",
            "<!-- stratus-disable-next-line service-casing -->\nCloudFront.\n",
            new OfferedFix("Remove the comment", "CloudFront.\n", IsPreferred: true)),
        new(
            "unused-suppression",
            "<!-- stratus-disable-next-line service-casing, service-cassing -->\nCloudfront.\n",
            new OfferedFix("Change to ‘service-casing’", "<!-- stratus-disable-next-line service-casing, service-casing -->\nCloudfront.\n", IsPreferred: true),
            new OfferedFix("Remove `service-cassing`", "<!-- stratus-disable-next-line service-casing -->\nCloudfront.\n")),
        new(
            "unused-suppression",
            "<!-- stratus-disable-nextline service-casing -->\nCloudfront.\n",
            new OfferedFix("Change to ‘stratus-disable-next-line’", "<!-- stratus-disable-next-line service-casing -->\nCloudfront.\n", IsPreferred: true)),
    ];
}

/// <summary>A fix that is offered.</summary>
/// <param name="Title">How the menu names it.</param>
/// <param name="After">The note once it is taken; <c>{summary}</c> stands for what the catalog says of the Network Load Balancer.</param>
/// <param name="IsPreferred">True if it is the one that an editor takes who is told to mend the finding.</param>
/// <param name="IsSafe">True if it is one that fixing all takes.</param>
public sealed record OfferedFix(string Title, string After, bool IsPreferred = false, bool IsSafe = false);
