using Stratus.Names;
using Stratus.Notes.Meaning.Layers;
using Stratus.Notes.Text;

namespace Stratus.Notes.Meaning.Mentions;

/// <summary>Decides which of the names and layers that stand in a run are mentions, and how much each counts.</summary>
/// <remarks>
/// Ambiguity is a property of the bare form. With its prefix, in a service cell, or as a whole heading it counts fully.
/// Elsewhere it needs its exact case and a note that is about AWS, it must not merely begin a sentence, and it gives a
/// hover and no more.
/// </remarks>
internal sealed class MentionFinder(ChunkContext context)
{
    /// <summary>True if there was a word that is a mention only in notes about AWS.</summary>
    public bool DependsOnAws { get; private set; }

    /// <summary>Adds the mentions of a run.</summary>
    /// <param name="run">The run; the names in it have been found.</param>
    /// <param name="role">What its column holds, if it is a cell.</param>
    /// <param name="isOsi">False in a table that is about other layers.</param>
    /// <param name="mentions">Takes them.</param>
    public void Find(TextRun run, ColumnRole role, bool isOsi, List<Mention> mentions)
    {
        foreach (var name in run.Names)
        {
            if (WeightOf(name, run, role) is { } weight)
            {
                mentions.Add(new(
                    run.Text.ToSource(name.Start, name.End),
                    run.Text.KindAt(name.Start) ?? run.Kind,
                    weight,
                    name.Written,
                    null,
                    name.PrefixLength > 0,
                    name.IsPlural,
                    name.IsExactCase,
                    role == ColumnRole.Service));
            }
        }

        if (isOsi)
        {
            FindLayers(run, role, mentions);
        }
    }

    private void FindLayers(TextRun run, ColumnRole role, List<Mention> mentions)
    {
        if (run.Place == RunPlace.Code || context.OtherLayerModel)
        {
            return;
        }

        var place = role == ColumnRole.Layer ? LayerPlace.Cell : run.Place == RunPlace.Heading ? LayerPlace.Heading : LayerPlace.Prose;
        foreach (var match in LayerScanner.FindAll(run.Text.Text, run.Names, place))
        {
            var isNumbered = match.Reference.Items.Any(item => item.Number is not null);
            mentions.Add(new(
                run.Text.ToSource(match.Span.Start, match.Span.End),
                run.Text.KindAt(match.Span.Start) ?? run.Kind,
                isNumbered || place != LayerPlace.Prose ? MentionWeight.Certain : MentionWeight.Probable,
                null,
                match.Reference with
                {
                    Items = [.. match.Reference.Items.Select(item => item with { Span = run.Text.ToSource(item.Span.Start, item.Span.End) })],
                },
                false,
                false,
                true,
                false));
        }
    }

    private MentionWeight? WeightOf(TermMatch name, TextRun run, ColumnRole role)
    {
        var written = name.Written;
        if (run.Place == RunPlace.Code)
        {
            // Code is code; only a name just as AWS writes it is a name there too.
            return name.IsExactCase && !written.Ambiguous && !written.Generic && !name.IsPlural
                && written.Form is NameForm.Canonical or NameForm.Abbreviation
                && name.Start == 0 && name.End == run.Text.Text.Length
                ? MentionWeight.Probable
                : null;
        }

        if (written.Generic)
        {
            return MentionWeight.Probable;
        }

        if (name.PrefixLength == 0 && IsOfAnotherCloud(run.Text.Text.AsSpan(0, name.Start)))
        {
            return null;
        }

        if ((written.ServiceCellOnly || (written.Form == NameForm.Casing && written.Ambiguous)) && name.PrefixLength == 0 && role != ColumnRole.Service)
        {
            // "athena", "app flow", "16 GB RAM": words, unless the place says that they are names.
            return null;
        }

        if (!written.Ambiguous || name.PrefixLength > 0 || role == ColumnRole.Service || IsWholeHeading(name, run))
        {
            return MentionWeight.Certain;
        }

        // "Q: …", "plan B": a letter alone is no name.
        if (!name.IsExactCase || name.Length == 1 || BeginsSentence(name, run))
        {
            return null;
        }

        DependsOnAws = true;
        return context.SpeaksOfAws ? MentionWeight.Probable : null;
    }

    // "Azure Batch", "Google Cloud Storage Gateway": names of others.
    private static bool IsOfAnotherCloud(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        foreach (var cloud in Vocabulary.Embedded.OtherClouds.Words)
        {
            if (before.EndsWith(cloud, StringComparison.Ordinal) && (before.Length == cloud.Length || !char.IsAsciiLetterOrDigit(before[^(cloud.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWholeHeading(TermMatch name, TextRun run) =>
        run.Place == RunPlace.Heading && name.IsExactCase
        && !run.Text.Text.AsSpan(0, name.Start).ContainsAny(Letters) && !run.Text.Text.AsSpan(name.End).TrimStart().ContainsAny(Letters);

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // A capital that begins a sentence says nothing: "Support is included", "Connect the two". A name that a list or a
    // definition line begins with does: "- Lambda: runs code", "**Glue** – ETL". An abbreviation is one anywhere,
    // and so is a word that hardly ever begins an ordinary sentence.
    private static bool BeginsSentence(TermMatch name, TextRun run)
    {
        var text = run.Text.Text;
        if (name.Written.Form == NameForm.Abbreviation || run.Place == RunPlace.Diagram || name.Written.Text.Contains(' ') || Vocabulary.Embedded.NeverOpenSentences.Contains(name.Written.Text))
        {
            return false;
        }

        var before = text.AsSpan(0, name.Start).TrimEnd();
        var begins = before.IsEmpty || before[^1] is '.' or '!' or '?' or ':' or FlatText.Break;
        if (!begins)
        {
            return false;
        }

        var after = text.AsSpan(name.End).TrimStart();
        return !(after.IsEmpty || (after[0] is ':' or '：' && (before.IsEmpty || before[^1] == FlatText.Break))
            || after[0] is '–' or '—' or '-' or '=' or '(' or ')' or ',' or '/' or '|' or '.' or ';');
    }
}
