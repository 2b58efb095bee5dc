using System.Collections.Immutable;
using CsCheck;
using Stratus.Configuration;
using Stratus.Features.Decorations;
using Stratus.Features.Diagnostics;
using Stratus.Features.Fixes;
using Stratus.Features.Folder;
using Stratus.Features.Navigation;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Features.Tests;

/// <summary>What is shown of a note after edits is what is shown of the same text read from scratch.</summary>
public sealed class EditedNoteLawTests
{
    private static readonly Workspace Workspace = MarkedNote.Workspace with
    {
        Settings = Settings.Default with { ChosenProfile = Profile.Strict, ChosenLayerHints = true },
    };

    [Fact]
    public void What_is_shown_of_a_long_note_after_each_edit_is_what_is_shown_of_it_read_from_scratch() =>
        Gen.Select(LongNote.Texts, LongNote.Edits.Array[1, 3]).Sample((text, steps) =>
        {
            var note = Read(new(text));
            foreach (var step in steps)
            {
                note = note.WithSource(step.Aggregate(note.Source, (source, edit) => edit.ApplyTo(source)));
                Assert.Equal(Shown(Read(note.Source)), Shown(note));
            }
        }, iter: AnyNote.LongIterations / 2);

    [Fact]
    public void What_is_found_in_a_note_after_each_edit_is_what_is_found_in_it_read_from_scratch() =>
        Gen.Select(LongNote.Texts, LongNote.Edits.Array[1, 6], Gen.Enum<Profile>()).Sample((text, steps, profile) =>
        {
            var workspace = Workspace with { Settings = Workspace.Settings with { ChosenProfile = profile } };
            var note = Read(new(text));
            var analysis = NoteAnalysis.Of(workspace, note, CancellationToken.None);
            foreach (var step in steps)
            {
                note = note.WithSource(step.Aggregate(note.Source, (source, edit) => edit.ApplyTo(source)));
                analysis = analysis.After(note, CancellationToken.None);
                Assert.Equal(Described.Of(Findings.Of(workspace, Read(note.Source), CancellationToken.None)), Described.Of(analysis.Findings()));
            }
        }, iter: AnyNote.LongIterations);

    [Fact]
    public void Fixing_all_of_a_long_note_leaves_what_the_rules_find_in_it_read_from_scratch() =>
        LongNote.Texts.Sample(text =>
        {
            var note = Read(new(text));
            var all = FixAll.Of(Workspace, note, FindingsOf(note), null, CancellationToken.None);
            Assert.True(all.IsSettled);
            Assert.Equal(Described.Of(FindingsOf(Read(all.Note.Source))), Described.Of(all.Remaining));
        }, iter: AnyNote.LongIterations / 4);

    [Fact]
    public void Every_rule_is_on_and_all_that_is_shown_is_described()
    {
        Assert.Empty(Findings.Rules.Where(rule => RuleSeverities.IsOff(Workspace.Settings, rule)));
        var shown = Shown(Read(new("""
            # Layers

            | OSI Layer | AWS Service |
            |---|---|
            | L7 Transport | NLB |
            | L4 | Transit Gateway |

            | AWS Gateway | OSI Layer |
            |---|---|
            | Transit Gateway | L3 |

            Here is Cloudfront.
            """)));
        foreach (var fact in new[]
        {
            "Findings[0].Rule.Code = layer-name-mismatch", "Findings[0].Severity = Error", "Findings[0].Message = ",
            ".Fixes[0].Edits[0].NewText = CloudFront\n",
            "Findings[0].Fixes[0].Edits[0].Span = ", ".Related[0].Span = ", "Tokens[0].Disagrees = ",
            "Outline[0].Children[0].Children[0].Name = NLB — L7", "Folds[0] = ",
            "Hints[0].Text = ‹L7›", "Digest.Placements[0].Line = 4",
        })
        {
            Assert.Contains(fact, shown, StringComparison.Ordinal);
        }
    }

    private static string Shown(Note note) => Described.Of(new
    {
        Findings = FindingsOf(note),
        Tokens = SemanticTokens.In(Workspace, note, new(0, note.Source.Length)),
        Outline = Outline.Of(Workspace, note),
        Folds = Folding.Of(note, null),
        Hints = LayerHints.In(Workspace, note, new(0, note.Source.Length)),
        Digest = NoteDigest.Of("file:///notes/a.md", note),
    });

    private static ImmutableArray<Finding> FindingsOf(Note note) => Findings.Of(Workspace, note, CancellationToken.None);

    private static Note Read(SourceText source) => Note.Parse(source, Catalog.Embedded);
}
