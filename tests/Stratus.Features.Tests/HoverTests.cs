using Stratus.Features.Hover;

namespace Stratus.Features.Tests;

/// <summary>What a user reads who rests on a name. The cards stand here whole, to be read by a person.</summary>
public sealed class HoverTests
{
    [Fact]
    public void The_card_of_a_service_names_its_kind_its_layer_and_what_it_is_confused_with() => AssertCard(
        "Balances with an N$0LB.",
        "NLB",
        """
        **Network Load Balancer** (NLB), a kind of Elastic Load Balancing

        Load balancer for TCP, UDP, TLS and QUIC connections with very high throughput and static addresses.

        - **Layer:** L4 Transport (AWS says): operates at the transport layer (layer 4); supports TCP, TLS, UDP and QUIC.
        - **Not to be confused with Application Load Balancer:** ALB works at layer 7 on HTTP and HTTPS (paths, hosts, headers). NLB works at layer 4 on TCP, UDP, TLS and QUIC and can keep static addresses per zone.
        - **Not to be confused with Gateway Load Balancer:** NLB spreads connections over application targets at layer 4. GWLB steers whole IP packets through security appliances at layer 3 with GENEVE.

        Stratus data of 2026-11-23 · [Documentation](https://docs.aws.amazon.com/elasticloadbalancing/latest/network/introduction.html)
        """);

    [Fact]
    public void A_card_says_what_ended_and_what_takes_its_place() => AssertCard(
        "Services talk through AWS App$0 Mesh here.",
        "AWS App Mesh",
        """
        **AWS App Mesh**

        **AWS App Mesh reached its end of support on 2026-09-30. Use Amazon ECS Service Connect or Amazon VPC Lattice instead.**

        Envoy-based service mesh.

        - **Layer:** L7 Application (from its protocol): Envoy-based mesh; routes HTTP, HTTP/2 and gRPC at L7 and can also proxy plain TCP (L4).
        - **Not to be confused with VPC Lattice:** App Mesh ran Envoy sidecars and has ended support; VPC Lattice is a managed service network without sidecars.
        - **Not to be confused with ECS Service Connect:** App Mesh ended support on 30 September 2026. Service Connect is the suggested successor for ECS workloads.

        Stratus data of 2026-11-23 · [Documentation](https://docs.aws.amazon.com/app-mesh/latest/userguide/)
        """);

    [Fact]
    public void A_former_name_gives_the_card_of_the_present_one() => AssertCard(
        "Events go to Kinesis Fire$0hose.",
        "Kinesis Firehose",
        """
        ‘Kinesis Firehose’ is a former name: it is called Amazon Data Firehose now.

        **Amazon Data Firehose**

        Fully managed delivery of streaming data into stores such as S3, Redshift and OpenSearch.

        - **Formerly:** Amazon Kinesis Data Firehose, Kinesis Data Firehose
        - **Not to be confused with Kinesis Data Streams:** Streams stores records for custom consumers and replay; Firehose delivers to destinations with no code.

        Stratus data of 2026-11-23 · [Documentation](https://docs.aws.amazon.com/firehose/latest/dev/)
        """);

    [Fact]
    public void The_card_of_a_layer_gives_its_place_in_the_model() => AssertCard(
        "| OSI Layer | AWS Service |\n|-|-|\n| L4 Trans$0port | NLB |\n",
        "L4 Transport",
        """
        **L4 Transport**, layer 4 of the OSI model

        End-to-end delivery between processes: ports, reliability, ordering, flow and congestion control.

        - **Data unit:** Segment (TCP) or datagram (UDP)
        - **Protocols:** TCP, UDP, SCTP, QUIC (by convention), DCCP
        - **Devices:** Layer-4 load balancer, Stateful firewall
        - **In TCP/IP:** Transport
        - **On AWS:** Network Load Balancer (NLB), Global Accelerator (AGA), Security Group (SG)
        - **In your notes:** NLB

        Stratus data of 2026-11-23
        """);

    [Fact]
    public void A_pair_of_layers_gives_both_in_short_and_the_whole_as_its_range() => AssertCard(
        "| AWS Service | OSI Layer |\n|-|-|\n| Gateway Load Balancer | L3/$0L4 |\n",
        "L3/L4",
        """
        **Layers 3 and 4** of the OSI model

        - **L3 Network:** Logical addressing and routing of packets across networks. Data unit: Packet. Protocols: IPv4, IPv6, ICMP, IPsec (ESP/AH), OSPF and others.
        - **L4 Transport:** End-to-end delivery between processes: ports, reliability, ordering, flow and congestion control. Data unit: Segment (TCP) or datagram (UDP). Protocols: TCP, UDP, SCTP, QUIC (by convention), DCCP.

        Stratus data of 2026-11-23
        """);

    [Fact]
    public void Plain_text_says_the_same_without_marks()
    {
        var card = MarkedNote.Parse("An EC$02 instance.").Hover()!.Card;

        Assert.Equal(
            """
            Amazon EC2 (Amazon Elastic Compute Cloud)
            Resizable virtual servers (instances) in the cloud.
            Stratus data of 2026-11-23
            Documentation: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/
            """.ReplaceLineEndings("\n"),
            card.PlainText);
    }

    [Fact]
    public void A_misspelled_name_gives_the_card_of_what_is_meant() => AssertStartsWith(
        "Cached by CloudFor$0nt.", "‘CloudFornt’ is a misspelling of CloudFront.\n\n**Amazon CloudFront**");

    [Theory]
    [InlineData("Pictures are read by Amazon Rekogni$0toin.", "Rekognitoin", "AWS has no service or feature called ‘Rekognitoin’. Did you mean Rekognition?\n\n**Amazon Rekognition**")]
    [InlineData("Users come in by Global Accele$0ratr.", "Global Acceleratr", "AWS has no service or feature called ‘Global Acceleratr’. Did you mean Global Accelerator?\n\n**AWS Global Accelerator**")]
    public void A_name_that_is_nearly_one_gives_the_card_of_that_one(string marked, string name, string start)
    {
        var note = MarkedNote.Parse(marked);

        var hover = note.Hover();
        Assert.NotNull(hover);
        Assert.Equal(name, note.Cut(hover.Span));
        Assert.StartsWith(start, hover.Card.Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The organi$0zation of work.")]
    [InlineData("An Inspec$0tion of the line.")]
    [InlineData("`Rekogni$0toin`")]
    [InlineData("See rekogni$0toin.example.com.")]
    public void A_word_that_is_none_has_no_card(string marked) => Assert.Null(MarkedNote.Parse(marked).Hover());

    [Fact]
    public void Whatever_the_rule_finds_by_guessing_has_a_card() =>
        Assert.All(
            MarkedNote.Parse("By Rekognitoin, Cloudfrnt and API Gatway.\n\n| AWS Service | OSI Layer |\n|-|-|\n| transist gateway | L3 |\n").Find("misspelled-service"),
            finding => Assert.NotNull(MarkedNote.Parse("By Rekognitoin, Cloudfrnt and API Gatway.\n\n| AWS Service | OSI Layer |\n|-|-|\n| transist gateway | L3 |\n").HoverAt(finding.Fixes[0].Edits[0].Span.Start + 1)));

    [Fact]
    public void A_name_in_wrong_case_says_how_it_is_written() => AssertStartsWith(
        "Cached by Cloudf$0ront.", "‘Cloudfront’ is written CloudFront.\n\n**Amazon CloudFront**");

    [Fact]
    public void An_ambiguous_name_gives_each_in_short()
    {
        var hover = MarkedNote.Parse("An AWS account is reached over a VP$0N.").Hover()!;

        Assert.StartsWith("‘VPN’ can mean:\n\n- **AWS Client VPN (L3 Network):** ", hover.Card.Markdown, StringComparison.Ordinal);
        Assert.Contains("\n- **AWS Site-to-Site VPN (L3 Network):** ", hover.Card.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longer_name_wins()
    {
        var note = MarkedNote.Parse("Queries go to Route$0 53 Resolver.");

        var hover = note.Hover()!;
        Assert.Equal("Route 53 Resolver", note.Cut(hover.Span));
        Assert.StartsWith("**Amazon Route 53 Resolver**, a part of Amazon Route 53\n", hover.Card.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_convention_is_called_one() =>
        Assert.Contains("L6 Presentation (by convention): ", MarkedNote.Parse("A certificate from AC$0M.").Hover()!.Card.PlainText, StringComparison.Ordinal);

    [Fact]
    public void Further_layers_that_are_fair_are_named() =>
        Assert.Contains("Also taught at L4.", MarkedNote.Parse("A NAT Gate$0way.").Hover()!.Card.PlainText, StringComparison.Ordinal);

    [Theory]
    [InlineData("Runs in an AWS Reg$0ion.")]
    [InlineData("Rules by AWS Firewall Man$0ager.")]
    public void Places_and_managing_services_show_no_layer(string note) =>
        Assert.DoesNotContain("Layer:", MarkedNote.Parse(note).Hover()!.Card.PlainText, StringComparison.Ordinal);

    [Fact]
    public void A_card_tells_where_the_note_places_the_service()
    {
        var note = MarkedNote.Parse(
            """
            | OSI Layer | AWS Service |
            |-|-|
            | L4 Transport | Transit Gate$0way |

            | AWS Gateway | OSI Layer |
            |-|-|
            | Transit Gateway | L3 Network |
            """);

        Assert.Contains("\nIn this note: L4 at line 3\nIn this note: L3 at line 7\n", note.Hover()!.Card.PlainText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_layer_that_does_not_exist_says_so() =>
        Assert.StartsWith(
            "There is no layer 8: the OSI model has layers 1 to 7.",
            MarkedNote.Parse("| OSI Layer | AWS Service |\n|-|-|\n| L$08 | VPC |\n").Hover()!.Card.PlainText,
            StringComparison.Ordinal);

    [Fact]
    public void A_number_and_a_name_that_disagree_give_both_layers() =>
        Assert.StartsWith(
            "Layer 5 is Session; Transport is layer 4.\nLayers 4 and 5 of the OSI model\n",
            MarkedNote.Parse("| OSI Layer | AWS Service |\n|-|-|\n| L5 Tran$0sport | VPC |\n").Hover()!.Card.PlainText,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("Plain wor$0ds.")]
    [InlineData("See https://d1.cloud$0front.net/x.")]
    [InlineData("---\ntitle: S$03\n---\n")]
    [InlineData("$0")]
    public void There_is_no_card_where_no_name_stands(string note) => Assert.Null(MarkedNote.Parse(note).Hover());

    [Fact]
    public void Before_the_end_of_support_the_card_names_the_day_to_come()
    {
        var note = MarkedNote.Parse("AWS App$0 Mesh");
        var earlier = MarkedNote.Workspace with { Today = new DateOnly(2026, 1, 1) };

        Assert.Contains(
            "AWS App Mesh reaches its end of support on 2026-09-30; closed to new customers since 2024-09-24.",
            HoverCard.At(earlier, note.Note, note.Cursor, TestContext.Current.CancellationToken)!.Card.PlainText,
            StringComparison.Ordinal);
    }

    private static void AssertCard(string marked, string name, string card)
    {
        var note = MarkedNote.Parse(marked);
        var hover = note.Hover();
        Assert.NotNull(hover);
        Assert.Equal(name, note.Cut(hover.Span));
        Assert.Equal(card.ReplaceLineEndings("\n"), hover.Card.Markdown);
    }

    private static void AssertStartsWith(string marked, string start) =>
        Assert.StartsWith(start, MarkedNote.Parse(marked).Hover()!.Card.Markdown, StringComparison.Ordinal);
}
