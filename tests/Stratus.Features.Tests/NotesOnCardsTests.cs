using Stratus.Features.Folder;
using Stratus.Features.Hover;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

/// <summary>What cards say of the user's own notes.</summary>
public sealed class NotesOnCardsTests
{
    private const string Here = "file:///notes/vpc/layers.md";

    private const string Table =
        """
        | OSI Layer | AWS Service | What It Does |
        |-|-|-|
        | L7 Application | CloudFront | Caches. |
        | | Route 53 | Names. |
        | L4 Transport | Transit Gateway | A hub for VPCs and on-premises networks. |
        | | Something of ours | Unknown. |
        | L3 Network | NAT Gateway | Lends an address. |
        | | VPC | A network. |

        """;

    [Fact]
    public void The_card_says_where_this_note_and_the_others_place_a_service_with_links_and_the_words_of_the_row() => AssertMarkdown(
        Table.Replace("Transit Gateway", "Transit Gate$0way", StringComparison.Ordinal),
        """
        **AWS Transit Gateway** (TGW)

        Regional hub router that interconnects VPCs and on-premises networks.

        - **Layer:** L3 Network (AWS says): routing through a transit gateway operates at layer 3, choosing a next-hop attachment by destination IP.
        - **In this note:** L4 at [line 5](file:///notes/vpc/layers.md#L5): ‘A hub for VPCs and on-premises networks.’
        - **In your notes:** L3 at [gateways.md, line 3](file:///notes/vpc/gateways.md#L3), [6](file:///notes/vpc/gateways.md#L6): ‘Routes by table · $0.05 an hour’
        - **In your notes:** L3 at [index.md, line 1](file:///notes/index.md#L1): ‘routes between networks’ (and 1 more)
        - **Not to be confused with Virtual Private Gateway:** A VGW is attached to one VPC and ends VPN or Direct Connect private VIFs there. A transit gateway is a hub router for many VPCs, VPNs and Direct Connect gateways.
        - **Not to be confused with VPC Peering:** Peering is one-to-one and not transitive, with no hourly charge. Transit gateway is hub-and-spoke and transitive, charged per attachment and per GB.

        Stratus data of 2026-11-23 · [Documentation](https://docs.aws.amazon.com/vpc/latest/tgw/)
        """,
        ("file:///notes/vpc/gateways.md", "| Gateway | OSI Layer | How | Price |\n|-|-|-|-|\n| Transit Gateway | L3 | Routes by table | $0.05 an hour |\n| NAT Gateway | L3 | | |\n\n- TGW (L3)\n"),
        ("file:///notes/index.md", "- **Transit Gateway (L3)** – routes between networks\n"),
        ("file:///notes/other.md", "- **Transit Gateway (L4)** – carries connections\n"),
        (Here, "- Transit Gateway (L7) – the saved form of the note that is open\n"));

    [Fact]
    public void The_card_of_a_layer_names_what_the_notes_place_there_each_with_a_link() => AssertMarkdown(
        Table.Replace("L4 Transport", "L4 Trans$0port", StringComparison.Ordinal),
        """
        **L4 Transport**, layer 4 of the OSI model

        End-to-end delivery between processes: ports, reliability, ordering, flow and congestion control.

        - **Data unit:** Segment (TCP) or datagram (UDP)
        - **Protocols:** TCP, UDP, SCTP, QUIC (by convention), DCCP
        - **Devices:** Layer-4 load balancer, Stateful firewall
        - **In TCP/IP:** Transport
        - **On AWS:** Network Load Balancer (NLB), Global Accelerator (AGA), Security Group (SG)
        - **In your notes:** [TGW](file:///notes/vpc/layers.md#L5), [NLB](file:///notes/lb.md#L3)

        Stratus data of 2026-11-23
        """,
        ("file:///notes/lb.md", "| Service | OSI Layer |\n|-|-|\n| NLB | L4 |\n| ALB | L7 |\n"));

    [Theory]
    [InlineData("OSI Layer", "OSI Lay$0er", "OSI Layer")]
    [InlineData("AWS Service", "$0AWS Service", "AWS Service")]
    public void The_header_of_a_layer_or_service_column_gives_a_legend_of_its_table(string heading, string marked, string range)
    {
        var note = MarkedNote.Parse(Table.Replace(heading, marked, StringComparison.Ordinal));

        var hover = note.Hover()!;
        Assert.Equal(range, note.Cut(hover.Span));
        Assert.Equal(
            """
            **This table**: 5 services at 3 layers

            - **L7 Application, 2:** CloudFront, Route 53
            - **L4 Transport, 1:** Transit Gateway
            - **L3 Network, 2:** NAT Gateway, VPC
            - **Missing:** L6 Presentation, L5 Session, L2 Data Link, L1 Physical

            1 row about something unknown.
            """.ReplaceLineEndings("\n"),
            hover.Card.Markdown);
    }

    [Theory]
    [InlineData("| OSI Layer | AWS Service | What It $0Does |\n|-|-|-|\n| L4 | NLB | Balances. |\n")]
    [InlineData("| TCP/IP Lay$0er | AWS Service |\n|-|-|\n| 4 | NLB |\n")]
    [InlineData("| Na$0me | Price |\n|-|-|\n| x | y |\n")]
    [InlineData("| AWS Ser$0vice | Price |\n|-|-|\n| NLB | y |\n")]
    public void Other_headers_have_no_legend(string marked) => Assert.Null(MarkedNote.Parse(marked).Hover());

    [Fact]
    public void A_note_that_is_open_counts_as_it_stands_in_the_editor()
    {
        var note = MarkedNote.Parse("Through a Transit Gate$0way.");
        const string Other = "file:///notes/other.md";
        var open = NoteIndex.Empty
            .WithSaved(SavedNotes.Empty.With([Digest(Other, "- TGW (L4) – saved as that\n")]))
            .WithOpen(Digest(Other, "- TGW (L3) – typed, not saved\n"));

        Assert.Equal("L3 at other.md, line 1: ‘typed, not saved’", NotesLine(note, open));
        Assert.Equal("L4 at other.md, line 1: ‘saved as that’", NotesLine(note, open.WithoutOpen(Other)));
    }

    [Fact]
    public void A_note_that_is_gone_or_says_nothing_any_more_is_no_longer_named()
    {
        var note = MarkedNote.Parse("Through a Transit Gate$0way.");
        var saved = SavedNotes.Empty.With([Digest("file:///notes/a.md", "- TGW (L4)\n")]);

        Assert.Equal("L4 at a.md, line 1", NotesLine(note, NoteIndex.Empty.WithSaved(saved)));
        Assert.Null(NotesLine(note, NoteIndex.Empty.WithSaved(saved.With([Digest("file:///notes/a.md", "Nothing.\n")]))));
        Assert.Null(NotesLine(note, NoteIndex.Empty.WithSaved(saved.Without(address => address.EndsWith("a.md", StringComparison.Ordinal)))));
    }

    [Theory]
    [InlineData("| NLB | L4 | [x](command:evil) <b>b</b> |", "‘x b’")]
    [InlineData("| NLB | L4 | \\[x](command:evil) |", "‘\\[x\\](command:evil)’")]
    [InlineData("| NLB | L4 | `**` \\| ~~x~~ $(zap) |", "‘\\| x \\$(zap)’")]
    [InlineData("| NLB | L4 | a\u202Eevil\u2066 b |", "‘a evil  b’")]
    [InlineData("| NLB | L4 | &lt;img src=x&gt; |", "‘\\<img src=x\\>’")]
    public void What_stands_in_a_note_can_neither_link_nor_break_out_of_the_card(string row, string shown)
    {
        var note = MarkedNote.Parse($"| Service | OSI Layer | Description |\n|-|-|-|\n{row}\n".Replace("NLB", "NL$0B", StringComparison.Ordinal));

        Assert.Contains($"- **In this note:** L4 at line 3: {shown}\n", note.Hover()!.Card.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_that_is_no_file_is_no_link()
    {
        var note = MarkedNote.Parse("- NL$0B (L4) – balances connections at L4\n");

        var card = HoverCard.At(MarkedNote.Workspace with { Address = "untitled:Untitled-1" }, note.Note, note.Cursor, TestContext.Current.CancellationToken)!.Card;
        Assert.Contains("- **In this note:** L4 at line 1: ‘balances connections at L4’\n", card.Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_words_are_cut_at_a_space()
    {
        var words = string.Join(' ', Enumerable.Repeat("balances", 30));
        var placed = Assert.Single(Digest(Here, $"- NLB (L4) – {words}\n").Placements);

        Assert.EndsWith("balances…", placed.Words, StringComparison.Ordinal);
        Assert.InRange(placed.Words.Length, 80, 100);
    }

    private static NoteDigest Digest(string address, string text) => NoteDigest.Of(address, Note.Parse(new SourceText(text), Catalog.Embedded));

    private static string? NotesLine(MarkedNote note, NoteIndex notes) =>
        HoverCard.At(MarkedNote.Workspace with { Address = Here, Notes = notes }, note.Note, note.Cursor)!.Card.PlainText
            .Split('\n').FirstOrDefault(line => line.StartsWith("In your notes: ", StringComparison.Ordinal))?["In your notes: ".Length..];

    private static void AssertMarkdown(string marked, string card, params (string Address, string Text)[] others)
    {
        var note = MarkedNote.Parse(marked);
        var saved = SavedNotes.Empty.With(others.Select(other => Digest(other.Address, other.Text)));
        var index = NoteIndex.Empty.WithSaved(saved).WithOpen(NoteDigest.Of(Here, note.Note));

        var hover = HoverCard.At(MarkedNote.Workspace with { Address = Here, Notes = index }, note.Note, note.Cursor)!;
        Assert.Equal(card.ReplaceLineEndings("\n"), hover.Card.Markdown);
    }
}
