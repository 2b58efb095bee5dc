using System.Globalization;
using System.Text;
using Stratus.Configuration;
using Stratus.Features;
using Stratus.Notes;

namespace Stratus.Server.Checking;

/// <summary>The findings for a person: place, severity, code, message, and the line with the place underlined.</summary>
/// <param name="output">Where it is written.</param>
/// <param name="isColoured">Whether the terminal shows colours.</param>
internal sealed class TextReport(TextWriter output, bool isColoured)
{
    /// <summary>How much of a line is shown on each side of a finding: a note may be one line of a megabyte.</summary>
    private const int Around = 60;

    internal void Write(IReadOnlyList<CheckedNote> notes)
    {
        foreach (var note in notes)
        {
            foreach (var finding in note.Findings)
            {
                WriteFinding(note, finding);
            }
        }

        WriteSummary(notes);
    }

    private void WriteFinding(CheckedNote note, Finding finding)
    {
        var position = note.Source.PositionOf(finding.Span.Start, PositionEncoding.Utf16);
        var colour = finding.Level switch
        {
            RuleLevel.Error => 31,
            RuleLevel.Warning => 33,
            RuleLevel.Information => 36,
            _ => 90,
        };
        var place = string.Create(CultureInfo.InvariantCulture, $"{Printable(note.Path)}:{position.Line + 1}:{position.Character + 1}:");
        output.WriteLine($"{Paint(1, place)} {Paint(colour, CheckedNote.NameOf(finding.Level))} {finding.Rule.Code}: {Printable(finding.Message)}");

        var line = note.Source.Line(position.Line);
        var start = Math.Max(line.Start, finding.Span.Start - Around);
        var end = Math.Clamp(finding.Span.End, finding.Span.Start, line.End);
        var before = Printable(note.Source.Slice(TextSpan.FromBounds(start, finding.Span.Start)));
        var marked = Printable(note.Source.Slice(TextSpan.FromBounds(finding.Span.Start, end)));
        var after = Printable(note.Source.Slice(TextSpan.FromBounds(end, Math.Min(line.End, end + Around))));
        var (head, tail) = (start > line.Start ? "… " : "", end + Around < line.End ? " …" : "");
        output.WriteLine($"  {head}{before}{marked}{after}{tail}");
        output.WriteLine($"  {new string(' ', Columns.Of(head) + Columns.Of(before))}{Paint(colour, new string('^', Math.Max(1, Columns.Of(marked))))}");
    }

    private void WriteSummary(IReadOnlyList<CheckedNote> notes)
    {
        var count = notes.Sum(note => note.Findings.Length);
        var levels = notes.SelectMany(note => note.Findings).CountBy(finding => finding.Level).OrderByDescending(level => level.Key)
            .Select(level => Counted(level.Value, CheckedNote.NameOf(level.Key)));
        var where = Counted(notes.Count, "note");
        output.WriteLine(count == 0 ? $"{where} checked, nothing found." : $"{where} checked: {string.Join(", ", levels)}.");
    }

    private static string Counted(int count, string noun) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count} {noun}{(count == 1 || noun == "information" ? "" : "s")}");

    /// <summary>Text of a note as a terminal may show it: no control characters, which could steer it; a tab is a space, so that the underline fits.</summary>
    private static string Printable(ReadOnlySpan<char> text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            printable.Append(character is '\t' ? ' ' : char.IsControl(character) ? '\uFFFD' : character);
        }

        return printable.ToString();
    }

    private string Paint(int colour, string text) => isColoured ? $"\e[{colour}m{text}\e[0m" : text;
}
