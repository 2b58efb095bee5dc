using System.Collections.Immutable;
using CsCheck;
using Stratus.Configuration;
using Stratus.Features.Decorations;
using Stratus.Features.Navigation;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Features.Tests;

/// <summary>What editors rely on, for every note.</summary>
public sealed class AroundTheCursorLawTests
{
    // Whole rows and blocks too: out of single marks no table comes about by chance that would try these laws.
    private static readonly string[] Blocks =
    [
        "# A\n", "\n### B\n\n", "\n| OSI Layer | AWS Service |\n|---|---|\n", "| L4 | NLB |\n", "| | Transit Gateway |\n", "| L2 | ALB / App Mesh |\r\n",
        "<table>\n<tr><th>OSI Layer<th>Service", "<tr>\n<td>L3/L4</td>\n<td>NAT\nGateway</td>\n</tr>\n", "<tr><td><td>VPC\n", "<td><table><tr><td>L7<td>WAF</table>", "</table>\n",
        "<caption>Words</caption>", "\n## L4 Transport\n\n- NLB\n- 😀 Global\n  Accelerator\n", "> A Transit\n> Gateway\n", "```mermaid\ngraph LR\n A[NLB]\n```\n", "\n\n",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        AnyNote.Text,
        Gen.OneOf([.. Blocks, .. Blocks, .. Blocks, .. Blocks, .. AnyNote.Pieces]).Array[0, 25].Select(string.Concat));

    private static readonly Workspace Hinting = MarkedNote.Workspace with { Settings = Settings.Default with { ChosenLayerHints = true } };

    [Fact]
    public void Selection_ranges_hold_their_place_grow_and_end_with_the_note() => Gen.Select(Texts, Gen.Double[0, 1]).Sample((text, where) =>
    {
        var note = Read(text);
        var offset = (int)(where * text.Length);
        var ranges = SelectionRanges.At(note, [offset]).Single();
        Assert.Equal(new TextSpan(0, text.Length), ranges[^1]);
        Assert.All(ranges, range => Assert.True(range.Touches(offset)));
        Assert.All(ranges.Zip(ranges.Skip(1)), pair => Assert.True(pair.Second.Contains(pair.First) && pair.Second.Length > pair.First.Length));
    }, iter: AnyNote.Iterations);

    [Fact]
    public void Tokens_are_in_order_apart_and_within_a_line_and_a_range_has_the_same() => Gen.Select(Texts, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((text, one, other) =>
    {
        var note = Read(text);
        var all = SemanticTokens.In(MarkedNote.Workspace, note, new(0, text.Length));
        var end = 0;
        foreach (var token in all)
        {
            Assert.True(token.Span.Start >= end && token.Span.Length > 0 && token.Span.End <= text.Length);
            Assert.DoesNotContain(text[token.Span.Start..token.Span.End], unit => unit is '\r' or '\n');
            end = token.Span.End;
        }

        var range = TextSpan.FromBounds((int)(Math.Min(one, other) * text.Length), (int)(Math.Max(one, other) * text.Length));
        var some = SemanticTokens.In(MarkedNote.Workspace, note, range);
        Assert.Equal(all.Where(some.Contains), some);
        Assert.Equal(all.Where(token => token.Span.Intersects(range)), some.Where(token => token.Span.Intersects(range)));
    }, iter: AnyNote.Iterations);

    [Fact]
    public void Hints_of_a_range_are_those_of_the_note_that_stand_in_it() => Gen.Select(Texts, Gen.Double[0, 1], Gen.Double[0, 1]).Sample((text, one, other) =>
    {
        var note = Read(text);
        var range = TextSpan.FromBounds((int)(Math.Min(one, other) * text.Length), (int)(Math.Max(one, other) * text.Length));
        Assert.Equal(
            LayerHints.In(Hinting, note, new(0, text.Length)).Select(hint => hint.Offset).Where(range.Touches),
            LayerHints.In(Hinting, note, range).Select(hint => hint.Offset));
    }, iter: AnyNote.Iterations);

    [Fact]
    public void Folds_take_two_lines_and_are_nested_or_apart() => Texts.Sample(text =>
    {
        var note = Read(text);
        var folds = Folding.Of(note, null).Select(fold => (First: note.Source.LineOf(fold.Start), Last: note.Source.LineOf(fold.End))).ToList();
        for (var index = 0; index < folds.Count; index++)
        {
            var (first, last) = folds[index];
            Assert.True(last > first);
            Assert.All(folds.Skip(index + 1), later => Assert.True(later.First > first && (later.First > last || later.Last <= last)));
        }
    }, iter: AnyNote.Iterations);

    [Fact]
    public void Entries_of_the_outline_have_a_name_and_lie_in_their_parents() => Texts.Sample(
        text => AssertNested(Outline.Of(MarkedNote.Workspace, Read(text)), new(0, text.Length)),
        iter: AnyNote.Iterations);

    [Fact]
    public void Highlights_hold_the_place_that_was_asked_about() => Gen.Select(Texts, Gen.Double[0, 1]).Sample((text, where) =>
    {
        var note = Read(text);
        var offset = (int)(where * text.Length);
        var highlights = Highlights.At(note, offset);
        var isTerm = note.MentionAt(offset) is { } mention && mention.Layers is not { Layers.IsEmpty: true };
        Assert.Equal(isTerm, highlights.Any(span => span.Touches(offset)));
    }, iter: AnyNote.Iterations);

    [Fact]
    public void What_a_note_has_of_a_term_is_found_without_a_look_at_all_of_it() => Gen.Select(Gen.OneOf(Texts, LongNote.Texts), Gen.Double[0, 1]).Sample((text, where) =>
    {
        var note = Read(text);
        if (note.MentionsIn(new((int)(where * text.Length), 200)).FirstOrDefault() is not { Span.Length: > 0 } named)
        {
            return;
        }

        var highlights = Highlights.At(note, named.Span.Start + 1);
        Assert.Equal(note.Mentions.Where(IsSame).Select(mention => mention.Span), highlights);
        foreach (var service in named.Services)
        {
            Assert.Equal(
                note.Placements.Where(placement => placement.Subjects.Any(subject => subject.Service.Id == service.Id)).Select(placement => (placement.Span, placement.Table)),
                Occurrences.PlacementsOf(note, service).Select(placement => (placement.Span, placement.Table)));
        }

        bool IsSame(Mention mention) => named.Layers is { } layers
            ? mention.Layers?.Layers.Overlaps(layers.Layers) == true
            : mention.Services.Any(service => named.Services.Any(wanted => wanted.Id == service.Id));
    }, iter: AnyNote.Iterations / 10);

    private static Note Read(string text) => Note.Parse(new SourceText(text), Catalog.Embedded);

    private static void AssertNested(ImmutableArray<OutlineEntry> entries, TextSpan parent)
    {
        var end = parent.Start;
        foreach (var entry in entries)
        {
            Assert.True(entry.Name.Length > 0 && entry.Name.IndexOfAny(['\r', '\n']) < 0);
            Assert.True(parent.Contains(entry.Span) && entry.Span.Contains(entry.Selection) && entry.Span.Start >= end, $"{entry.Kind} {entry.Span} selects {entry.Selection}, in {parent}, behind {end}");
            AssertNested(entry.Children, entry.Span);
            end = entry.Span.End;
        }
    }
}
