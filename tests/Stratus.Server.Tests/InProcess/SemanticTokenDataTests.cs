using CsCheck;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Decorations;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Server.Tests.Costs;
using Stratus.Tests.Shared;

namespace Stratus.Server.Tests.InProcess;

/// <summary>Tokens are kept and sent by chunks; what a client makes of them is what it would have been sent of the note read from scratch.</summary>
public sealed class SemanticTokenDataTests
{
    private static readonly Workspace Workspace = new(Catalog.Embedded, Settings.Default, new(2026, 11, 23));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void What_a_client_has_after_each_edit_is_what_it_would_get_of_the_note_read_from_scratch() =>
        Gen.Select(LongNote.Texts, LongNote.Edits.Array[1, 6], Gen.Enum<PositionEncoding>()).Sample((text, steps, encoding) =>
        {
            var note = Read(new(text));
            var tokens = NoteTokens.Of(Workspace, note, encoding, Cancellation);
            var client = SemanticTokenData.Encode(tokens);
            Assert.Equal(FromScratch(note.Source, encoding), client);
            foreach (var step in steps)
            {
                note = note.WithSource(step.Aggregate(note.Source, (source, edit) => edit.ApplyTo(source)));
                var later = tokens.After(note, Cancellation);
                client = Applied(SemanticTokenData.Difference(tokens, later), client);
                tokens = later;
                Assert.Equal(FromScratch(note.Source, encoding), client);
                Assert.Equal(client, SemanticTokenData.Encode(tokens));
            }
        }, iter: AnyNote.LongIterations);

    [Fact]
    public void The_difference_to_any_other_note_makes_its_tokens() =>
        Gen.Select(LongNote.Texts, LongNote.Texts).Sample((one, other) =>
        {
            var (earlier, later) = (Tokens(one), Tokens(other));
            Assert.Equal(SemanticTokenData.Encode(later), Applied(SemanticTokenData.Difference(earlier, later), SemanticTokenData.Encode(earlier)));
        }, iter: AnyNote.LongIterations / 4);

    [Fact]
    public void A_form_far_away_is_colored_as_an_edit_decides_it()
    {
        var filling = string.Concat(Enumerable.Repeat("Words and no more.\n\n", 100));
        var note = Read(new($"# AWS\n\nThe CF is here.\n\n{filling}The end.\n"));
        var tokens = NoteTokens.Of(Workspace, note, PositionEncoding.Utf16, Cancellation);
        foreach (var name in new[] { "CloudFront ", "CloudFormation ", "Lambda " })
        {
            note = note.WithSource(note.Source.Replace(new TextSpan(note.Source.Length - "The end.\n".Length, 0), name), Cancellation);
            tokens = tokens.After(note, Cancellation);
            Assert.Equal(FromScratch(note.Source, PositionEncoding.Utf16), SemanticTokenData.Encode(tokens));
        }
    }

    [Fact]
    public void A_keystroke_makes_the_tokens_of_few_chunks_and_the_difference_costs_little()
    {
        var edited = EditedNote.OfLength(1_000_000, saysAwsOnce: false);
        var place = edited.Places.Single(place => place.Name == "prose").Offset;
        var note = Read(new(edited.Text));
        var tokens = NoteTokens.Of(Workspace, note, PositionEncoding.Utf16, Cancellation);
        for (var stroke = 0; stroke < 4; stroke++)
        {
            note = note.WithSource(note.Source.Replace(new TextSpan(place, stroke % 2), stroke % 2 == 0 ? "e" : ""), Cancellation);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var later = tokens.After(note, Cancellation);
            var edits = SemanticTokenData.Difference(tokens, later);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            var (same, sameAtEnd) = tokens.Chunks.SharedWith(later.Chunks);
            Assert.InRange(later.Chunks.Count - same - sameAtEnd, 1, 4);
            Assert.True(edits.Sum(edit => edit.Data.Length) <= 10);
            // The first keystroke makes what all others use.
            Assert.True(stroke == 0 || allocated < 64 * 1024, $"{allocated:N0} bytes");
            tokens = later;
        }
    }

    private static NoteTokens Tokens(string text) => NoteTokens.Of(Workspace, Read(new(text)), PositionEncoding.Utf16, Cancellation);

    private static int[] FromScratch(SourceText source, PositionEncoding encoding)
    {
        var note = Read(new(source.ToString()));
        return SemanticTokenData.Encode(note.Source, Features.Decorations.SemanticTokens.In(Workspace, note, new(0, source.Length)), encoding);
    }

    private static int[] Applied(SemanticTokensEdit[] edits, int[] data) => edits.Aggregate(
        data, (numbers, edit) => [.. numbers[..edit.Start], .. edit.Data, .. numbers[(edit.Start + edit.DeleteCount)..]]);

    private static Note Read(SourceText source) => Note.Parse(source, Catalog.Embedded);
}
