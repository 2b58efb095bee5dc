using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Server.Conversion;
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

    private static readonly DiagnosticsEncoder Encoder =
        new(new(new(TextDocument: new(PublishDiagnostics: new(RelatedInformation: true, VersionSupport: true)))));

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

    private static Typed Opened(EditedNote edited)
    {
        var note = Note.Parse(new(edited.Text), Catalog.Embedded);
        return Published(new(note, NoteAnalysis.Of(Workspace, note, CancellationToken.None), 1));
    }

    /// <summary>Writes a letter and takes it away, again and again; after each keystroke the findings are made ready to be sent.</summary>
    private static Typed Type(Typed typed, int offset, int strokes)
    {
        for (var stroke = 0; stroke < strokes; stroke++)
        {
            var isWriting = stroke % 2 == 0;
            var note = typed.Note.WithSource(typed.Source.Replace(new TextSpan(offset, isWriting ? 0 : 1), isWriting ? "e" : ""));
            typed = Published(new(note, typed.Analysis.After(note, CancellationToken.None), typed.Version + 1));
        }

        return typed;
    }

    private static Typed Published(Typed typed)
    {
        Assert.InRange(Encoder.Encode(typed, typed.Analysis).Json.Length, 100, int.MaxValue);
        return typed;
    }

    /// <summary>A note that is typed in, all on one thread, so that all is counted.</summary>
    private sealed record Typed(Note Note, NoteAnalysis Analysis, int? Version) : IDocument
    {
        public string Uri => InProcessServer.Note;

        public SourceText Source => Note.Source;
    }
}
