using CsCheck;

namespace Stratus.Tests.Shared;

/// <summary>Notes generated from the pieces that real notes are made of.</summary>
internal static class AnyNote
{
    public static readonly string[] Pieces =
    [
        "\n", "\n\n", "\r\n", "\r", " ", "  ", "\t", "# ", "## L4 Transport", "- ", "1. ", "> ", "|", " | ", "|---|---|\n",
        "| OSI Layer | Service |\n|---|---|\n",
        "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<th>OSI Layer</th><th>Service</th>", "<td rowspan=2>", "<strong>",
        "</strong>", "<br>",
        "&ndash;", "&nbsp;", "&", "**", "*", "_", "`", "```\n", "~~~", "```plantuml\n", "@startuml\n", "[", "](http://x.example)", "]",
        "\\", "<!--", "-->", "<script>", "</script>",
        "---\n", "===\n", "[r]: http://x.example\n", "[r]", "CloudFront", "Route 53", "Route", "53", "Transit Gateway", "NLB",
        "Cloudfront", "Lambda", "AWS ", "L4", "L3/L4",
        "Layer 7", "layer", "🌩", "漢字", "é", "e\u0301", "\0", "\uFEFF", "\ud83d", "text", ".", "/", ":", "(", ")", "–", "{#id}", "$",
        "<!-- stratus-disable-line -->", "<!-- stratus-disable service-casing, x -- why -->", "<!-- stratus-enable -->",
        "<!-- stratus-disable-next-line a", " -->",
        "stratus-disable: a\n", "stratus-disable: [a, 'b']\n", "stratus-disable:\n", "  - a\n", "stratus-disable", ": ", "title: x\n",
        "'", "\"",
    ];

    /// <summary>How many notes a law is tried with. More for a long search: <c>STRATUS_FUZZ=1000000 npm test</c>.</summary>
    public static long Iterations { get; } =
        long.TryParse(Environment.GetEnvironmentVariable("STRATUS_FUZZ"), out var iterations) ? iterations : 2_000;

    /// <summary>How many <see cref="LongNote"/>s are: each takes as long as some hundred of these.</summary>
    public static long LongIterations { get; } = Math.Max(1, Iterations / 50);

    public static readonly Gen<string> Text = Gen.OneOf(Pieces).Array[0, 60].Select(string.Concat);
}
