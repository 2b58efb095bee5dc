using Stratus.Configuration;
using Stratus.Features.Completion;
using Stratus.Features.Diagnostics;
using Stratus.Features.Hover;
using Stratus.Notes;
using Stratus.Notes.Text;
using Stratus.Tests.Shared;

namespace Stratus.Features.Tests;

/// <summary>A minimal note with marks in it: <c>$0</c> is the cursor, <c>«…»</c> is what is found there.</summary>
internal sealed class MarkedNote
{
    /// <summary>The day that tests live in: after the end of App Mesh, before the end of WorkMail.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    private MarkedNote(MarkedText marked)
    {
        Note = Note.Parse(new SourceText(marked.Text), Catalog.Embedded);
        Cursor = marked.Cursor ?? -1;
        Marks = [.. marked.Marks.Select(mark => TextSpan.FromBounds(mark.Start, mark.End))];
    }

    public Note Note { get; }

    public int Cursor { get; }

    public IReadOnlyList<TextSpan> Marks { get; }

    public static Workspace Workspace { get; } = new(Catalog.Embedded, Settings.Default, Today);

    public static MarkedNote Parse(string marked) => new(MarkedText.Parse(marked));

    public HoverResult? Hover() => HoverAt(Cursor);

    public HoverResult? HoverAt(int offset) => HoverCard.At(Workspace, Note, offset);

    public string Cut(TextSpan span) => Note.Source.Slice(span).ToString();

    /// <summary>What is offered at the cursor: behind a character that was just typed, or to one who asks.</summary>
    public CompletionResult Complete(char? typed = null) => Completions.At(Workspace, Note, Cursor, new(typed));

    public string[] Labels(int count = 100) => [.. Complete().Items.Take(count).Select(item => item.Label)];

    /// <summary>What one rule finds.</summary>
    public IReadOnlyList<Finding> Find(string code, Profile? profile = null) =>
        [.. Findings.Of(Workspace with { Settings = Settings.Default with { ChosenProfile = profile } }, Note, CancellationToken.None).Where(finding => finding.Rule.Code == code)];

    /// <summary>The text after an edit or several.</summary>
    public string Apply(Fix fix) => fix.Edits.Reverse().Aggregate(Note.Source, (source, edit) => source.Replace(edit.Span, edit.NewText)).ToString();
}
