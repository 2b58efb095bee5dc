using Stratus.Configuration;
using Stratus.Features.Completion;
using Stratus.Features.Diagnostics;
using Stratus.Features.Hover;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Tests;

/// <summary>A minimal note with marks in it: <c>$0</c> is the cursor, <c>«…»</c> is what is found there.</summary>
internal sealed class MarkedNote
{
    /// <summary>The day that tests live in: after the end of App Mesh, before the end of WorkMail.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    private MarkedNote(string text, int cursor, List<TextSpan> marks)
    {
        Note = Note.Parse(new SourceText(text), Catalog.Embedded);
        Cursor = cursor;
        Marks = marks;
    }

    public Note Note { get; }

    public int Cursor { get; }

    public IReadOnlyList<TextSpan> Marks { get; }

    public static Workspace Workspace { get; } = new(Catalog.Embedded, Settings.Default, Today);

    public static MarkedNote Parse(string marked)
    {
        var text = new System.Text.StringBuilder();
        var marks = new List<TextSpan>();
        var open = -1;
        var cursor = -1;
        for (var at = 0; at < marked.Length; at++)
        {
            switch (marked[at])
            {
                case '«':
                    open = text.Length;
                    break;
                case '»':
                    marks.Add(TextSpan.FromBounds(open, text.Length));
                    break;
                case '$' when at + 1 < marked.Length && marked[at + 1] == '0':
                    cursor = text.Length;
                    at++;
                    break;
                default:
                    text.Append(marked[at]);
                    break;
            }
        }

        return new(text.ToString(), cursor, marks);
    }

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
    public string Apply(Fix fix) => fix.Edits.Reverse().Aggregate(Note.Source, (source, edit) => source.Replace(edit.Span, edit.NewText)).Text;
}
