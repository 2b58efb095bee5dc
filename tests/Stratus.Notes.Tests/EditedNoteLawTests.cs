using CsCheck;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Tests.Notes;

/// <summary>A note after edits says what the same text says that was read from scratch: all of it.</summary>
public sealed class EditedNoteLawTests
{
    private static readonly Gen<(int At, int Length, string Text)[]> ShortEdits =
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 30], Gen.OneOf(AnyNote.Pieces)).Array[1, 8];

    [Fact]
    public void A_short_note_after_edits_is_the_note_read_from_scratch() =>
        Gen.Select(AnyNote.Text, ShortEdits).Sample((text, edits) =>
        {
            var note = Read(new(text));
            foreach (var (at, length, replacement) in edits)
            {
                var start = Math.Min(at, note.Source.Length);
                note = note.WithSource(note.Source.Replace(new(start, Math.Min(length, note.Source.Length - start)), replacement));
            }

            Assert.Equal(Described.Of(Read(note.Source)), Described.Of(note));
        }, iter: AnyNote.Iterations / 2);

    [Fact]
    public void A_long_note_after_each_edit_is_the_note_read_from_scratch() =>
        Gen.Select(LongNote.Texts, LongNote.Edits.Array[1, 6]).Sample((text, steps) =>
        {
            var first = new SourceText(text);
            var note = Read(first);
            var before = Described.Of(note);
            foreach (var step in steps)
            {
                note = note.WithSource(step.Aggregate(note.Source, (source, edit) => edit.ApplyTo(source)));
                var afresh = Read(note.Source);
                Assert.Equal(Described.Of(afresh), Described.Of(note));
                AssertSameAt(afresh, note);
            }

            // As after Undo, or when a branch of Git is checked out and left again.
            Assert.Equal(before, Described.Of(note.WithSource(first)));
        }, iter: AnyNote.LongIterations);

    [Fact]
    public void The_notes_of_this_law_are_long() =>
        LongNote.Texts.Sample(text => Assert.InRange(Chunks(text), 150, 1_000), iter: 20);

    [Fact]
    public void Each_telling_block_of_these_notes_tells_other_chunks_something() =>
        Assert.All(LongNote.TellingBlocks, block => Assert.NotEqual(SaidBefore(""), SaidBefore(block)));

    [Fact]
    public void What_a_note_says_is_described_to_the_last_member()
    {
        var said = Described.Of(Read(new("""
            # The *OSI* model

            | OSI Layer | AWS Service |
            |---|---|
            | L4 (mostly) | NLBs |
            | | Route 53 |

            <!-- stratus-disable-line x -->
            """)));
        foreach (var fact in new[]
        {
            "SpeaksOfAws = True", "Headings[0].Text = The OSI model", "Headings[0].Title = 2+15", "Regions[0].Kind = Heading",
            "Tables[0].Columns[0] = Layer", "Tables[0].IsOsi = True",
            "Tables[0].Rows[0].Claim.IsHedged = True", "Tables[0].Rows[0].Claim.Subjects[0].Service = nlb",
            "Tables[0].Rows[1].Claim.IsInherited = True",
            "Tables[0].Rows[1].Claim.Layers[0] = 4", "Tables[0].Rows[1].Cells[1].Text = Route 53",
            "Placements[1].Subjects[0].Service = route-53", "Placements[0].IsHedged = True",
            "Placements[1].IsInherited = True", "Placements[1].Table = 0", "Directives[0].Kind = Line",
            "Directives[0].Codes[0].Code = x", ".InServiceCell = True", ".IsPlural = True",
            ".HasPrefix = False", ".IsExactCase = True", ".Weight = Certain", ".Written.Text = NLB", ".Written.Form = Abbreviation",
            ".Layers.Items[0].Number = 4", "Source.Lines.Count = 8",
        })
        {
            Assert.Contains(fact + "\n", said, StringComparison.Ordinal);
        }
    }

    // What is asked by place goes another way than what is listed.
    private static void AssertSameAt(Note afresh, Note note)
    {
        Assert.Equal(afresh.Chunks.Select(chunk => chunk.Length), note.Chunks.Select(chunk => chunk.Length));
        Assert.Equal(afresh.Chunks.Measure, note.Chunks.Measure);
        for (var offset = 0; offset <= note.Source.Length; offset += 7)
        {
            Assert.Equal(afresh.KindAt(offset), note.KindAt(offset));
            Assert.Equal(afresh.MentionAt(offset)?.Span, note.MentionAt(offset)?.Span);
            Assert.Equal(afresh.TableAt(offset)?.Span, note.TableAt(offset)?.Span);
        }
    }

    private static Note Read(SourceText source) => Note.Parse(source, Catalog.Embedded);

    private static string SaidBefore(string block)
    {
        var others = string.Concat(LongNote.Blocks);
        var note = Read(new(others + block));
        return Described.Of(note.Mentions.Where(mention => mention.Span.End <= others.Length))
            + Described.Of(note.Regions.Where(region => region.Span.End <= others.Length));
    }

    private static int Chunks(string text) => Read(new(text)).Chunks.Count;
}
