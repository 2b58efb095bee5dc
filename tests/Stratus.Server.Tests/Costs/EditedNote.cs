using System.Globalization;
using Stratus.Tests.Shared;

namespace Stratus.Server.Tests.Costs;

/// <summary>A study note with a place for each kind of edit.</summary>
/// <param name="Text">The note.</param>
/// <param name="Places">Where a letter is typed, by what it is typed in.</param>
internal sealed record EditedNote(string Text, IReadOnlyList<(string Name, int Offset)> Places)
{
    // In the order of the text.
    private static readonly string[] PlaceNames = ["the first AWS", "heading", "prose", "pipe table", "HTML table", "list", "link label"];

    /// <summary>Makes a note of some length, in UTF-16 units. The places are in the section in its middle.</summary>
    /// <param name="length">The least length.</param>
    /// <param name="saysAwsOnce">True if AWS is in the title alone, so that the letter in it changes what the whole note is about.</param>
    internal static EditedNote OfLength(int length, bool saysAwsOnce)
    {
        var sections = Math.Max(1, length / Section(0, "", saysAwsOnce).Length);
        var marked = MarkedText.Parse(string.Concat(
        [
            "# Networks on AW«»S\n\n",
            .. Enumerable.Range(1, sections).Select(number => Section(number, number == (sections + 1) / 2 ? "«»" : "", saysAwsOnce)),
            "[guide«»]: https://docs.example.com/guide\n",
        ]));
        return new(marked.Text, [.. PlaceNames.Zip(marked.Marks, (name, mark) => (name, mark.Start))]);
    }

    // None of the names says by itself that a note is about AWS. Some things are wrong, so that there are findings.
    private static string Section(int number, string mark, bool saysAwsOnce) => string.Create(CultureInfo.InvariantCulture, $"""
        ## {number}. What a packet{mark} meets

        Traffic that enters through the Global Accelerator is filtered by {(saysAwsOnce ? "" : "AWS ")}WAF before it meets a NAT Gateway; the answer{mark} takes
        the same way back, as the [guide] says. At layer 4 only addresses and ports count, at L7 Application the request does.
        Guard Duty looks at it from outside.

        | Service | Purpose | OSI Layer |
        |---|---|---|
        | NAT Gateway | Translates addresses{mark} on the way out | L3 |
        | Global Accelerator | Moves traffic to the edge | L4 |
        | WAF | Filters requests | L{4 + (number % 2 * 3)} |
        | Client VPN | Ends tunnels | L5 Transport |

        <table>
        <tr><th>OSI Layer</th><th>Service</th><th>What It Does</th></tr>
        <tr><td>L7</td><td>Lambda</td><td>Runs code{mark} on request</td></tr>
        <tr><td></td><td>WAF</td><td>Filters what comes in, without memory</td></tr>
        <tr><td>L3</td><td>Internet Gateway</td><td>Is the way out</td></tr>
        </table>

        - WAF (L7): remember{mark} the **quota** and the [documentation](https://docs.example.com/{number}).
        - **NAT Gateway (L3)** – translates many addresses.
          - Below it is the Internet Gateway, see `aws_{number}_resource`.

        ```hcl
        resource "aws_lb" "front"
        ```


        """);
}
