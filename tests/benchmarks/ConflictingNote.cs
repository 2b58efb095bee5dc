using System.Globalization;
using System.Text;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Benchmarks;

/// <summary>
/// A note of many small tables that do not agree: every other one places the same services at other layers, so that each row is in
/// conflict with rows all over the note. What is typed is typed in prose.
/// </summary>
internal static class ConflictingNote
{
    private const int Rows = 4, Services = 40;

    /// <summary>Makes one with at least so many rows in conflict.</summary>
    public static GeneratedNote OfFindings(int findings)
    {
        var services = Catalog.Embedded.Services.Where(service => service.Layers is { Shown: true }).Take(Services).ToArray();
        var draft = new StringBuilder("# The same services, again and again\n\n");
        for (var section = 0; section * Rows < findings; section++)
        {
            draft.Append(CultureInfo.InvariantCulture, $"""
                ## Reading {section + 1}

                A first reading of this chapter says where a packet is looked at, and a second one says it of the whole way that it
                takes. Both are kept, since they show what was understood when{GeneratedNote.Cursor}, and the table below is the one of this reading.
                It was written from memory and is not corrected. Whoever wants to know what is right reads the summary at the end
                and the pages that it names; there each of them is explained with a drawing, an example and a question.

                The drawing has the client on the left and the target on the right. Between them are the parts of the table, in the
                order in which a packet meets them, and below each of them is what it reads and what it changes. An arrow{GeneratedNote.Cursor} that
                ends in the middle is a connection that ends there: the part answers it and opens another one of its own. A part
                that only passes on what comes has an arrow through it. The numbers at the arrows are those of the questions.

                1. Which address does the target see, and which port?
                2. What happens to a connection that is open when the part is replaced?
                3. Where is the certificate, and who renews it?
                4. What is written to the log, by whom, and how long{GeneratedNote.Cursor} is it kept?

                A part that is in front of a group is named once, and the members of the group are counted below it. Where a group
                grows and shrinks by itself the number is the least and the most, and the rule{GeneratedNote.Cursor} by which it grows is written along
                the edge of the page, with the quota beside it.

                The answers are on the back of the page. They were looked up and not guessed; where the pages say nothing the answer
                is a question mark, and the question is asked again in the next chapter.

                | AWS Service | Purpose | OSI Layer |
                |---|---|---|

                """);
            for (var row = 0; row < Rows; row++)
            {
                var service = services[(section / 2 * Rows + row) % Services];
                var layer = section % 2 == 0 ? GeneratedNote.LayerOf(service) : OtherLayerThan(service);
                draft.Append(CultureInfo.InvariantCulture, $"| {service.Name} | {GeneratedNote.Descriptions[row]} | {layer} |\n");
            }

            draft.Append('\n');
        }

        return GeneratedNote.Of(draft);
    }

    /// <summary>How many rows of a note are found to be in conflict.</summary>
    public static int CountIn(GeneratedNote note)
    {
        var workspace = new Workspace(Catalog.Embedded, Settings.Default, Catalog.Embedded.AsOf);
        return Findings.Of(workspace, Note.Parse(new SourceText(note.Text), Catalog.Embedded), CancellationToken.None).Count(finding => finding.Rule.Code == "conflicting-layers");
    }

    private static string OtherLayerThan(Service service)
    {
        var layer = Catalog.Embedded.Layers.First(layer => !service.Layers!.All.Contains(layer.Number));
        return string.Create(CultureInfo.InvariantCulture, $"L{layer.Number} {layer.Name}");
    }
}
