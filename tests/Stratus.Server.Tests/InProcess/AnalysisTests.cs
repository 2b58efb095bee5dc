using System.Text;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Notes;
using Stratus.Server.Files;
using Stratus.Server.Reports;
using Stratus.Server.Session;

namespace Stratus.Server.Tests.InProcess;

/// <summary>What is worked out of a text is shared by all snapshots that differ in nothing that it depends on.</summary>
public sealed class AnalysisTests
{
    private const string Text = "We put Cloudfront before an NLB (L4).\n";
    private static readonly Workspace Workspace = new(Catalog.Embedded, Settings.Default, new(2026, 11, 1)) { Address = InProcessServer.Note };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Findings_and_fixes_are_found_once()
    {
        var note = Open();
        Assert.Equal(await note.Analysis.FindingsAsync(Cancellation), await note.Analysis.FindingsAsync(Cancellation));
        Assert.Same(await note.Analysis.FixAllAsync(null, Cancellation), await note.Analysis.FixAllAsync(null, Cancellation));
        Assert.NotSame(await note.Analysis.FixAllAsync(null, Cancellation), await note.Analysis.FixAllAsync("service-casing", Cancellation));
    }

    [Fact]
    public async Task Another_day_and_other_settings_keep_what_was_parsed()
    {
        var note = Open();
        var parsed = await note.Analysis.NoteAsync(Cancellation);
        var findings = await note.Analysis.FindingsAsync(Cancellation);
        foreach (var other in new[] { Workspace with { Today = new(2027, 1, 1) }, Workspace with { Settings = new() { ChosenProfile = Profile.Strict } }, Workspace with { IsChecked = false } })
        {
            var later = note.With(other, 2).Analysis;
            Assert.NotSame(note.Analysis, later);
            Assert.Same(parsed, await later.NoteAsync(Cancellation));
            Assert.Same(note.Analysis.Digest, later.Digest);
            Assert.NotEqual(findings, await later.FindingsAsync(Cancellation));
        }
    }

    [Fact]
    public async Task The_same_text_under_the_same_settings_keeps_everything()
    {
        var note = Open();
        Assert.Same(note.Analysis, note.With(note.Source, 2, 2).Analysis);
        Assert.Same(note.Analysis, note.With(Workspace with { }, 2).Analysis);
        Assert.NotSame(note.Analysis, note.With(new(Text), 2, 2).Analysis);
        Assert.Single(await note.Analysis.FindingsAsync(Cancellation));
    }

    [Fact]
    public async Task With_another_catalog_the_text_is_parsed_again()
    {
        var note = Open();
        var other = Workspace with { Catalog = Catalog.Embedded.With([new("Sled", [], [3], null, null, new("/g", 1, 1))]) };
        Assert.Same(other.Catalog, (await note.With(other, 2).Analysis.NoteAsync(Cancellation)).Catalog);
    }

    [Fact]
    public async Task A_note_that_is_opened_reads_as_one_that_is_parsed_from_scratch()
    {
        var paths = new[] { "examples", "tests/fixtures" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(StratusProgram.RepoRoot, folder), "*.md", SearchOption.AllDirectories))
            .ToList();
        Assert.True(paths.Count > 100);
        foreach (var path in paths)
        {
            var source = NoteText.Read(path).Source;
            var opened = await OpenNote.Open(InProcessServer.Note, 1, source, Workspace, 1).Analysis.NoteAsync(Cancellation);
            Assert.Equal(ModelOf(Note.Parse(source, Catalog.Embedded, Cancellation)), ModelOf(opened));
        }
    }

    private static string ModelOf(Note note)
    {
        using var output = new MemoryStream();
        NoteModel.Write(note, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static OpenNote Open() => OpenNote.Open(InProcessServer.Note, 1, new(Text), Workspace, 1);
}
