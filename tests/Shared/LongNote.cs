using System.Text.RegularExpressions;
using CsCheck;
using Stratus.Notes.Text;

namespace Stratus.Tests.Shared;

/// <summary>
/// Notes of some 250 chunks, and edits aimed at what a chunk takes from the rest of its note: its borders, the labels of links,
/// abbreviations, whether the note speaks of AWS, headings of other layer models, fences, comments, tables, directives, front matter.
/// </summary>
internal static partial class LongNote
{
    // None of these speaks of AWS, none defines a link or an abbreviation, and many are read otherwise where others do.
    public static readonly string[] Blocks =
    [
        "Words and no more.\n\n", "We put Config and Backup there, and a Shield; see [r] and [the labels][x].\n\n", "Lambda\n\n",
        "CF is quick, Connect is not.\n\n",
        "CloudFornt, Guard Duty and the gateway.\n\n", "The CVP and the GAC sit at L3.\n\n",
        "# One\n\n", "## Two\n\n", "### Three\nWith words below.\n\n", "## The TCP/IP model\n\n", "### The OSI model\n\n",
        "## L4 Transport\n\n- Global Accelerator\n- NAT Gateway\n\n",
        "Layer 4 is Transport, L5 Transport is not.\n\n", "- WAF (L7)\n- **NAT Gateway (L3)** – translates many addresses\n\n",
        "1. Lambda\n2. Step\n\n", "> A quote of Lambda\n> at L7\n\n",
        "| OSI Layer | Service | Words |\n|---|---|---|\n| L4 | Lambda | quick |\n| | NAT Gateway (mostly) | slow |\n| L9 | WAF | |\n\n",
        "| Layer | CVP | WAF |\n|---|---|---|\n| L3 | yes | |\n| L7 | | yes |\n\n", "| a | b |\n|---|---|\n| 1 | 2 |\n\n",
        "<table>\n<caption>W</caption>\n<tr><th>OSI Layer<th>Service\n<tr><td rowspan=2>L7<td>WAF\n<tr><td>NAT\nGateway\n</table>\n\n",
        "```\nWAF at L3\n```\n\n", "```mermaid\ngraph LR\n A[WAF] --> B[Lambda]\n```\n\n", "    WAF at L3\n\n",
        "@startuml\nactor WAF\n@enduml\n\n", "$$\nx\n$$\n\n",
        "[^1]: A note on WAF.\n\n", "<!-- stratus-disable-next-line misspelled-service -->\nCloudFornt\n\n",
        "<!-- stratus-disable -->\n\n", "<!-- stratus-enable -->\n\n", "<!-- stratus-disable-file service-casing -->\n\n",
        "<!-- words -->\n\n", "***\n\n", "\r\n",
        "Lambda\r\nat L7.\r\n\r\n", "🌩 漢字 e\u0301 WAF\n\n", "`WAF` and **Lamb**da\n\n",
    ];

    // What other chunks take from these: of each a note has few, so that one edit can take the last of them away.
    public static readonly string[] TellingBlocks =
    [
        "A Client VPN (CVP) ends at L3.\n\n", "A Global Accelerator (GAC) begins at L4.\n\n", "[r]: http://x.example\n\n",
        "[x]: <y> 'Lambda'\n\n", "> [r]: z\n\n",
        "AWS Shield and the rest.\n\n", "Here is Amazon Connect.\n\n", "Cloudfront and CloudFront.\n\n", "## CloudFormation\n\n",
        "A Transit Gateway (CVP) sits at L3.\n\n",
        "| OSI Layer | AWS Service |\n|---|---|\n| L4 | NLB |\n| L3 | Transit Gateway |\n| L7 | App Mesh / ALB |\n\n",
    ];

    // A heading right below the front matter: after a line before it the same text is a chunk too, and no front matter.
    private static readonly string[] Openings =
    [
        "", "---\ntitle: x\n---\n# Title\n\n", "---\nstratus-disable: [service-casing, 'b']\n---\n# Title\n\n",
        "\uFEFF---\ntitle: x\n---\n\n",
        "---\n",
    ];

    // Where edits go. In a note without such a place they go to its start.
    private static readonly Regex[] Targets =
    [
        Border(), Border(), Border(), Label(), Label(), Abbreviation(), Abbreviation(), SaysAws(), SaysAws(), Fence(), Comment(),
        TableMark(), TableMark(), HeadingMark(), HeadingMark(), Directive(),
        Start(), Start(), FrontMatterMark(), Anything(),
    ];

    private static readonly string[] Insertions =
    [
        "", "", " ", "\n", "\n\n", "x\n\n", "\r\n", "x", "AWS ", "AWS", "Amazon ", "VPC", "[r]: y\n", "[q]: y\n\n", "]", "[", ":",
        "(TGW)", "(CVP)", "(GAC) ", "(", ")", "```\n", "~~~\n", "`", "<!-- ", "<!--\n", "-->",
        "<table>\n", "</table>\n", "<tr><td>", "|", "| L4 | WAF |\n", "|---|---|\n", "# ", "## ", "#", "OSI", "TCP/IP", " L4", "- ",
        "> ", "    ", "---\n", "===\n", "---\nstratus-disable: a\n---\n",
        "<!-- stratus-disable -->", "<!-- stratus-enable -->", "<!-- stratus-disable-line x -->\n", "\uFEFF", "\ud83d",
    ];

    /// <summary>A note.</summary>
    public static Gen<string> Texts { get; } = Gen.Select(
        Gen.OneOf(Openings),
        Gen.OneOf(Blocks).Array[280, 320],
        Gen.Select(Gen.OneOf(TellingBlocks), Gen.Int[0, 280], (block, place) => (block, place)).Array[0, 5],
        (opening, blocks, telling) =>
        {
            var all = blocks.ToList();
            foreach (var (block, place) in telling)
            {
                all.Insert(place, block);
            }

            return opening + string.Concat(all);
        });

    /// <summary>One notification: mostly one edit, at times several.</summary>
    public static Gen<Edit[]> Edits { get; } = Gen.Frequency((3, OneEdit().Array[1]), (1, OneEdit().Array[2, 5]));

    private static Gen<Edit> OneEdit() => Gen.Select(
        Gen.OneOf(Targets),
        Gen.Double[0, 1],
        Gen.Enum<Aim>(),
        Gen.Frequency((4, Gen.Int[0, 3]), (1, Gen.Int[0, 400])),
        Gen.Frequency(
            (6, Gen.OneOf(Insertions)),
            (1, Gen.OneOf(AnyNote.Pieces)),
            (1, Gen.OneOf([.. Blocks, .. TellingBlocks]).Array[1, 6].Select(string.Concat))),
        (target, where, aim, length, text) => new Edit(target, where, aim, length, text));

    /// <summary>Where an edit stands to the place that it is aimed at.</summary>
    internal enum Aim
    {
        Before,
        After,
        Instead,
        Within,
        FromThere,
    }

    /// <summary>An edit, whatever the text that it is made to.</summary>
    /// <param name="Target">The places that it may go to.</param>
    /// <param name="Where">Which of them, from 0 for the first to 1 for the last.</param>
    /// <param name="Aim">Where it stands to that place.</param>
    /// <param name="Length">How many units it takes away from there on, if it does.</param>
    /// <param name="Text">What it writes.</param>
    internal sealed record Edit(Regex Target, double Where, Aim Aim, int Length, string Text)
    {
        /// <summary>The text after the edit.</summary>
        public SourceText ApplyTo(SourceText source) => source.Replace(SpanIn(source), Text);

        private TextSpan SpanIn(SourceText source)
        {
            var matches = Target.Matches(source.ToString());
            var found = matches.Count == 0 ? new TextSpan(0, 0) : Span(matches[Math.Min((int)(Where * matches.Count), matches.Count - 1)]);
            var (start, length) = Aim switch
            {
                Aim.Before => (found.Start, 0),
                Aim.After => (found.End, 0),
                Aim.Instead => (found.Start, found.Length),
                Aim.Within => (found.Start + (found.Length / 2), Math.Min(1, found.Length / 2)),
                _ => (found.Start, Length),
            };
            return new(start, Math.Min(length, source.Length - start));
        }

        private static TextSpan Span(Match match) => new(match.Index, match.Length);
    }

    [GeneratedRegex(@"\n(?:\r?\n)+")]
    private static partial Regex Border();

    [GeneratedRegex(@"^\[[^\]]*\]:", RegexOptions.Multiline)]
    private static partial Regex Label();

    [GeneratedRegex(@"[A-Z]\w+(?: \w+)? ?\([A-Z]{3}\)")]
    private static partial Regex Abbreviation();

    [GeneratedRegex("AWS|Amazon|Cloud[A-Z][a-z]+|NLB|VPC|ALB|Transit Gateway")]
    private static partial Regex SaysAws();

    [GeneratedRegex("^(?:```|~~~).*$", RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex("<!--|-->")]
    private static partial Regex Comment();

    [GeneratedRegex(@"</?t\w+|\||-\|-")]
    private static partial Regex TableMark();

    [GeneratedRegex("^#+ |OSI|TCP/IP|L4 Transport", RegexOptions.Multiline)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(@"stratus-[\w-]+")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\A\uFEFF?(?:---\n)?")]
    private static partial Regex Start();

    [GeneratedRegex(@"^(?:---|title|stratus-disable).*\n", RegexOptions.Multiline)]
    private static partial Regex FrontMatterMark();

    [GeneratedRegex("(?s).")]
    private static partial Regex Anything();
}
