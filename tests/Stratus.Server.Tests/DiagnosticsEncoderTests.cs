using System.Buffers;
using System.Text;
using System.Text.Json;
using CsCheck;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Features.Diagnostics;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Protocol;
using Stratus.Server.Conversion;
using Stratus.Tests.Shared;

namespace Stratus.Server.Tests;

/// <summary>What is sent of the findings of a note: kept and moved, and the same as if it were written anew.</summary>
public sealed class DiagnosticsEncoderTests
{
    private const string Conflicts = "| OSI Layer | Service |\n|---|---|\n| L3 | NLB |\n| L9 | NAT Gateway |\n\n| OSI Layer | Service |\n|---|---|\n| L4 | NLB |\n\n";

    private static readonly Workspace Workspace = new(Catalog.Embedded, Settings.Default with { ChosenProfile = Profile.Strict }, new(2026, 11, 23));

    [Fact]
    public void After_each_edit_is_sent_what_is_sent_of_the_note_read_from_scratch() =>
        Gen.Select(LongNote.Texts, LongNote.Edits.Array[1, 6], Gen.Enum<PositionEncoding>()).Sample((text, steps, encoding) =>
        {
            var support = Support(encoding);
            var encoder = new DiagnosticsEncoder(support);
            var note = Note.Parse(new(text), Catalog.Embedded);
            var analysis = NoteAnalysis.Of(Workspace, note, CancellationToken.None);
            Encode(encoder, analysis);
            foreach (var step in steps)
            {
                note = note.WithSource(step.Aggregate(note.Source, (source, edit) => edit.ApplyTo(source)));
                analysis = analysis.After(note, CancellationToken.None);
                Assert.Equal(Written(Note.Parse(note.Source, Catalog.Embedded), support), Encode(encoder, analysis));
            }
        }, iter: AnyNote.LongIterations / 2);

    [Fact]
    public void Of_very_many_findings_the_worst_and_the_nearest_are_sent_and_the_last_says_how_many_more_there_are()
    {
        // Far from the edit an error, near to it hints.
        const string Error = "| OSI Layer | Service |\n|---|---|\n| L5 Transport | NLB |\n\n";
        var text = Error + string.Concat(Enumerable.Repeat("# Empty\n\n# AWS WAF\n\nWords on the VPC.\n\n", 1_500));
        var note = Note.Parse(new(text), Catalog.Embedded, TestContext.Current.CancellationToken);
        var analysis = NoteAnalysis.Of(Workspace, note, CancellationToken.None);
        var edited = note.WithSource(note.Source.Replace(new TextSpan(text.Length, 0), "x"), TestContext.Current.CancellationToken);
        var found = analysis.After(edited, CancellationToken.None);

        var sent = new DiagnosticsEncoder(Support(PositionEncoding.Utf16)).Encode(new Document(edited.Source), found);

        Assert.Equal(1_001, sent.Count);
        Assert.Equal("layer-name-mismatch", sent[0].Code);
        Assert.Equal("Stratus shows 1,000 of the problems in this note, errors first, then those near your last edit. 502 more are not shown.", sent[^1].Message);
        Assert.Equal(found.Findings().Length, sent.Count - 1 + 502);
        // Of the hints, which are too many, those at the end.
        Assert.True(sent.Where(one => one.Severity == DiagnosticSeverity.Hint).Min(one => one.Range.Start.Line) > edited.Source.LineCount / 4);
    }

    [Fact]
    public void What_moves_down_a_line_is_not_written_anew()
    {
        var text = string.Concat(Enumerable.Repeat(Conflicts, 20));
        var note = Note.Parse(new("\n" + text), Catalog.Embedded, TestContext.Current.CancellationToken);
        var analysis = NoteAnalysis.Of(Workspace, note, CancellationToken.None);
        var encoder = new DiagnosticsEncoder(Support(PositionEncoding.Utf16));
        var first = AllocatedBy(() => encoder.Encode(new Document(note.Source), analysis));
        var moved = note.WithSource(note.Source.Replace(new TextSpan(0, 0), "\n"), TestContext.Current.CancellationToken);
        var after = analysis.After(moved, CancellationToken.None);
        Assert.InRange(AllocatedBy(() => encoder.Encode(new Document(moved.Source), after)), 0, first / 2);
        Assert.Equal(Written(moved, Support(PositionEncoding.Utf16)), Encode(encoder, after));
    }

    private static long AllocatedBy(Action work)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Encode(DiagnosticsEncoder encoder, NoteAnalysis analysis) =>
        Encoding.UTF8.GetString(encoder.Encode(new Document(analysis.Note.Source), analysis).Json.ToArray());

    private static string Written(Note note, ClientSupport support) => JsonSerializer.Serialize(
        [.. Findings.Of(Workspace, note, CancellationToken.None).Select(finding => ToProtocol.Diagnostic(new Document(note.Source), finding, support))],
        ProtocolJson.OnTheWire.DiagnosticArray);

    private static ClientSupport Support(PositionEncoding encoding) => new(new(
        General: new([encoding switch { PositionEncoding.Utf8 => "utf-8", PositionEncoding.Utf32 => "utf-32", _ => "utf-16" }]),
        TextDocument: new(PublishDiagnostics: new(RelatedInformation: true, VersionSupport: true))));

    private sealed record Document(SourceText Source) : IDocument
    {
        public string Uri => "file:///notes/a.md";

        public int? Version => 1;
    }
}
