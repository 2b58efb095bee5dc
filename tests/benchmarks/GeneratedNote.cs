using System.Globalization;
using System.Text;
using Stratus.Terms;

namespace Stratus.Benchmarks;

/// <summary>
/// A study note of a given size, the same every time. It repeats a section in the shapes that notes have: a heading,
/// prose that names services and layers (every third paragraph in Korean), an HTML table with empty layer cells and blank
/// lines within its rows, a pipe table, a list, a diagram, a block of code. The services go round through the catalog.
/// Every fortieth row or so has something wrong (a name in the wrong case, a misspelled one, a number that is not that
/// layer's), so that the rules have findings to make, and one row of each table waits for its service.
/// </summary>
/// <param name="Text">The note.</param>
/// <param name="Typing">Offsets where someone might type: in an empty service cell, in a layer cell, and behind the first letters of a name in prose.</param>
internal sealed record GeneratedNote(string Text, IReadOnlyList<int> Typing)
{
    /// <summary>Stands in the drafts for a place where someone types.</summary>
    public const char Cursor = '\u2038';

    private static readonly string[] Paragraphs =
    [
        "Traffic that enters through {0} is balanced by {1} before it meets {2}; the answer takes the same way back, and none of them\nlooks deeper than it must. At layer 4 only addresses and ports count, at {3} the request itself does. Whoever studies for\nthe exam should be able to draw this from memory, with every hop, port and table that a packet passes.",
        "The difference between {0} and {1} is small but asked for: the first one keeps state, the second one does not. Beside them\nstands {2} (see the documentation), which the diagram below shows at {3}. Throughput, latency, price and quotas decide in\npractice, and organisations often begin with the simplest of the three.",
        "{0}는 {3} 계층에서 동작하고, {1}와 함께 사용된다. 트래픽은 먼저 {2}를 지나서 대상 그룹으로 전달된다.\n이 순서를 기억해 두면 시험에서 도움이 된다. 각 계층의 역할을 표로 정리하면 다음과 같다.",
    ];

    /// <summary>What services do.</summary>
    public static readonly string[] Descriptions =
    [
        "Chooses a target by host, path or header, and keeps a session where it was.",
        "Moves packets between networks that know nothing of each other; routes are exchanged over BGP.",
        "Terminates TLS at the edge, near the viewer, and fetches from the origin what it has not.",
        "Filters what comes in and what goes out, per subnet, without any memory of what it let pass.",
    ];

    private static readonly string[] WrongNames = ["Cloudfront", "CloudFornt", "Route53", "App Mesh", "DynamoDb", "Guard Duty"];

    private static readonly string[] HalfNames = ["Transit", "Cloud", "load bal", "nlb", "Direct Con"];

    /// <summary>Makes a note of at least this many characters: it ends with the section that reaches them.</summary>
    public static GeneratedNote OfLength(int length)
    {
        // By layer, so that rows that follow each other may share the layer above them.
        var names = Catalog.Embedded.Services.Where(service => service.ShownLayers is not null).OrderBy(service => service.ShownLayers!.Primary).ToArray();
        var draft = new StringBuilder("---\ntitle: A generated study note\n---\n\n");
        for (var section = 0; draft.Length < length; section++)
        {
            AppendSection(draft, section, names);
        }

        return Of(draft);
    }

    /// <summary>From place to place all over the note, and not in its order: as far from the last as can be.</summary>
    /// <returns>An offset where someone might type.</returns>
    public int PlaceOf(int number) => Typing[(int)(number * 0.6180339887 % 1 * Typing.Count)];

    /// <summary>Takes the cursors out of a draft.</summary>
    public static GeneratedNote Of(StringBuilder draft)
    {
        var text = new StringBuilder(draft.Length);
        var typing = new List<int>();
        foreach (var letter in draft.ToString())
        {
            if (letter == Cursor)
            {
                typing.Add(text.Length);
            }
            else
            {
                text.Append(letter);
            }
        }

        return new GeneratedNote(text.ToString(), typing);
    }

    private static void AppendSection(StringBuilder draft, int section, Service[] names)
    {
        Service At(int index) => names[(section * 17 + index) % names.Length];

        draft.Append(CultureInfo.InvariantCulture, $"## {section + 1}. {At(0).Name} and what stands around it\n\n");
        for (var paragraph = 0; paragraph < 3; paragraph++)
        {
            draft.AppendFormat(
                CultureInfo.InvariantCulture, Paragraphs[paragraph], At(paragraph).Name, At(paragraph + 1).DisplayName, At(paragraph + 2).Name, LayerOf(At(paragraph)));
            draft.Append("\n\n");
        }

        draft.Append(CultureInfo.InvariantCulture, $"A sentence that is still being written speaks of {HalfNames[section % HalfNames.Length]}{Cursor}\n\n");
        AppendHtmlTable(draft, section, At);
        AppendPipeTable(draft, section, At);
        draft.Append(CultureInfo.InvariantCulture, $"""
            - {At(3).Name}: remember the **quota** and the [documentation](https://docs.example.com/{section}).
            - {At(4).Name} works at {LayerOf(At(4))}.
              - Below it stands {At(5).Name}, see `aws_{section}_resource` and *{At(6).Name}*.

            ```mermaid
            flowchart LR
              A["{At(0).Name}"] --> B["{At(1).Name}"]
              B -->|TCP 443| C["{At(2).Name}"]
            ```

            ```hcl
            resource "aws_lb" "front"
              load_balancer_type = "network"
            ```


            """);
    }

    private static void AppendHtmlTable(StringBuilder draft, int section, Func<int, Service> at)
    {
        draft.Append("<table class=\"study-table\">\n<thead>\n<tr>\n<th>OSI Layer</th>\n<th>AWS Service</th>\n<th>What It Does</th>\n</tr>\n</thead>\n<tbody>\n");
        for (var row = 0; row < 8; row++)
        {
            var service = at(row + 3);
            var layer = row == 0 || LayerOf(service) != LayerOf(at(row + 2)) ? $"<strong>{LayerOf(service)}</strong>" : "";
            var name = row == 5 ? Cursor.ToString() : (section * 8 + row) % 40 == 9 ? WrongNames[section % WrongNames.Length] : service.Name;
            draft.Append(CultureInfo.InvariantCulture, $"<tr>\n<td>{layer}</td>\n\n<td>{name}</td>\n<td>{Descriptions[row % Descriptions.Length]}</td>\n</tr>\n");
        }

        draft.Append("</tbody>\n</table>\n\n");
    }

    private static void AppendPipeTable(StringBuilder draft, int section, Func<int, Service> at)
    {
        draft.Append("| AWS Service | Purpose | OSI Layer |\n|---|---|---|\n");
        for (var row = 0; row < 6; row++)
        {
            var service = at(row);
            var name = row == 2 ? $" {Cursor} " : $"**{service.Name}**";
            var layer = (section * 6 + row) % 40 == 9 ? "L5 Transport" : row == 4 ? $"L{Cursor}" : LayerOf(service);
            draft.Append(CultureInfo.InvariantCulture, $"| {name} | {Descriptions[(row + section) % Descriptions.Length]} | {layer} |\n");
        }

        draft.Append('\n');
    }

    /// <summary>The layer that the catalog places a service at, as notes write it.</summary>
    public static string LayerOf(Service service)
    {
        var layer = Catalog.Embedded.Layer(service.ShownLayers!.Primary);
        return string.Create(CultureInfo.InvariantCulture, $"L{layer.Number} {layer.Name}");
    }
}
