using Stratus.Configuration;
using Stratus.Features;
using Stratus.Notes.Text;
using Stratus.Server.Conversion;
using Stratus.Server.Session;
using Stratus.Server.Tests.InProcess;

namespace Stratus.Server.Tests.Costs;

/// <summary>What a keystroke costs, counted and not timed: no more than is recorded, with some room.</summary>
public sealed class EditCostTests
{
    // The first keystrokes in the first note make what all others use; the first at a place may make what the next use.
    private const int WarmUps = 200, WarmUpsAtPlace = 2;

    // A letter and its end: one of them may be dearer than the other.
    private const int Strokes = 2;

    private static readonly Workspace Workspace = new(Catalog.Embedded, Settings.Default, new(2026, 11, 23));

    private static readonly ClientSupport Support =
        new(new(TextDocument: new(PublishDiagnostics: new(RelatedInformation: true, VersionSupport: true))));

    [Fact]
    public void A_keystroke_costs_no_more_than_is_recorded_and_a_fifth()
    {
        var warm = EditedNote.OfLength(7_000, saysAwsOnce: false);
        Type(Opened(warm), warm.Places[0].Offset, WarmUps);
        RecordedCosts.Check([.. CostsOf("7 KB", 7_000), .. CostsOf("1 MB", 1_000_000)]);
    }

    [Fact]
    public void What_costs_too_much_is_named_with_its_bar()
    {
        Assert.Null(RecordedCosts.Complaint(new("7 KB", "prose", "bytes allocated", 1_200), 1_000));
        Assert.Equal(
            "prose, 7 KB: 1,201 bytes allocated for a keystroke, over the bar of 1,200 (1,000 are recorded).",
            RecordedCosts.Complaint(new("7 KB", "prose", "bytes allocated", 1_201), 1_000));
        Assert.NotNull(RecordedCosts.Complaint(new("7 KB", "prose", "bytes allocated", 0), null));
    }

    private static IEnumerable<Cost> CostsOf(string size, int length)
    {
        var once = EditedNote.OfLength(length, saysAwsOnce: true);
        return
        [
            .. CostsOf(size, EditedNote.OfLength(length, saysAwsOnce: false)),
            .. CostsOf(size, once with { Places = [("the only AWS", once.Places[0].Offset)] }),
        ];
    }

    private static IEnumerable<Cost> CostsOf(string size, EditedNote edited)
    {
        var note = Opened(edited);
        foreach (var (place, offset) in edited.Places)
        {
            note = Type(note, offset, WarmUpsAtPlace);
            var before = Array.ConvertAll(Counters.All, counter => counter.Read());
            note = Type(note, offset, Strokes);
            for (var index = 0; index < Counters.All.Length; index++)
            {
                var (name, read) = Counters.All[index];
                yield return new(size, place, name, (read() - before[index]) / Strokes);
            }
        }
    }

    private static OpenNote Opened(EditedNote note) => Published(OpenNote.Open(InProcessServer.Note, 1, note.Text, Workspace, 1));

    /// <summary>Writes a letter and takes it away, again and again; after each keystroke the findings are made ready to be sent.</summary>
    private static OpenNote Type(OpenNote note, int offset, int strokes)
    {
        for (var stroke = 0; stroke < strokes; stroke++)
        {
            var isWriting = stroke % 2 == 0;
            var source = note.Source.Replace(new TextSpan(offset, isWriting ? 0 : 1), isWriting ? "e" : "");
            note = Published(note.With(source, note.Version + 1, stroke));
        }

        return note;
    }

    private static OpenNote Published(OpenNote note)
    {
        Assert.NotEmpty(ToProtocol.Diagnostics(note, note.FindingsOf(CancellationToken.None), Support));
        return note;
    }
}
