using Stratus.Features.Completion;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Features.Tests;

/// <summary>What must be true of completion lists at every place of a note.</summary>
public sealed class CompletionLawTests(ITestOutputHelper output)
{
    /// <summary>Notes of all kinds: fixtures, labelled notes, and a page of English.</summary>
    private static IEnumerable<string> Notes() => new[] { "fixtures", "labelled", "typing" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Seed.Root, "tests", folder), "*.md", SearchOption.AllDirectories))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllText);

    /// <summary>Someone who closed the list and asks for it sees it again, and after it what only asking brings.</summary>
    [Fact]
    public void The_list_by_hand_begins_with_the_list_that_opens_by_itself()
    {
        var lists = 0;
        var broken = new List<string>();
        foreach (var text in Notes())
        {
            foreach (var paragraph in TypingNote.Paragraphs(text).Where(paragraph => paragraph.Length < 1500))
            {
                var note = Note.Parse(new SourceText("On AWS.\n\n" + paragraph), Catalog.Embedded, TestContext.Current.CancellationToken);
                for (var offset = "On AWS.\n\n".Length + 1; offset <= note.Source.Length; offset++)
                {
                    var own = Completions.At(MarkedNote.Workspace, note, offset, new(note.Source[offset - 1]), TestContext.Current.CancellationToken).Items;
                    if (own.IsEmpty)
                    {
                        continue;
                    }

                    lists++;
                    var asked = Completions.At(MarkedNote.Workspace, note, offset, cancellation: TestContext.Current.CancellationToken).Items;
                    if (!asked.Take(own.Length).SequenceEqual(own))
                    {
                        broken.Add($"{note.Source.Slice(TextSpan.FromBounds(Math.Max(0, offset - 30), offset)).ToString().ReplaceLineEndings("⏎")}‸ {string.Join(", ", own.Take(4).Select(item => item.Label))} | {string.Join(", ", asked.Take(4).Select(item => item.Label))}");
                    }
                }
            }
        }

        output.WriteLine($"{lists} lists, {broken.Count} broken\n{string.Join('\n', broken.Take(150))}");
        Assert.True(lists > 1000, $"only {lists} lists were compared");
        Assert.Empty(broken);
    }

    /// <summary>Enter then breaks the line: in VS Code it takes the item that an open list has in front.</summary>
    [Theory]
    [InlineData("It works at ")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 |\n| ")]
    public void Behind_a_name_that_is_typed_in_full_no_list_is_open(string before)
    {
        var open = Catalog.Embedded.Matcher.Forms.Select(form => form.Text).Distinct(StringComparer.Ordinal).Where(form =>
        {
            var note = Note.Parse(new SourceText("On AWS.\n\n" + before + form), Catalog.Embedded);
            return IsOpen(note, new(form[^1])) || IsOpen(note, CompletionTrigger.Continued);
        });

        Assert.Empty(open);
    }

    /// <summary>Without a word from the server: an Enter may come before its answer.</summary>
    [Theory]
    [InlineData("over a Tra", "over a Transit Gateway")]
    [InlineData("served by cloudf", "served by cloudfront")]
    [InlineData("at layer ", "at layer 3")]
    [InlineData("the AWS Conf", "the AWS Config")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| Cloudf", "| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| CloudFront")]
    [InlineData("| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| NLB | L", "| AWS Service | OSI Layer |\n|-|-|\n| VPC | L3 Network |\n| NLB | L4")]
    public void The_letter_that_completes_a_name_closes_the_list_in_the_client(string open, string whole)
    {
        var note = MarkedNote.Parse("On AWS.\n\n" + open + "$0");
        var list = note.Complete(open[^1]);

        Assert.False(list.IsIncomplete);
        Assert.NotEmpty(list.Items);
        Assert.All(list.Items, item =>
        {
            var typed = ("On AWS.\n\n" + whole)[item.Insert.Start..];
            Assert.StartsWith(note.Cut(item.Insert), item.FilterText, StringComparison.Ordinal);
            Assert.False(item.FilterText.StartsWith(typed, StringComparison.OrdinalIgnoreCase), $"{item.Label} is still there at ‘{typed}’");
        });
    }

    private static bool IsOpen(Note note, CompletionTrigger trigger) =>
        !Completions.At(MarkedNote.Workspace, note, note.Source.Length, trigger).Items.IsEmpty;
}
