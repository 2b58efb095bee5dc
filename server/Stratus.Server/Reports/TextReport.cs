using System.Globalization;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;
using Stratus.Notes.Text;
using Stratus.Server.Checking;
using Stratus.Server.Terminal;

namespace Stratus.Server.Reports;

/// <summary>The findings for a person: place, severity, code, message, the line with the place underlined, and the places that explain it.</summary>
/// <param name="output">Where it is written.</param>
/// <param name="isColoured">Whether the terminal shows colors.</param>
internal sealed class TextReport(TextWriter output, bool isColoured)
{
    internal void Write(IReadOnlyList<CheckedNote> notes)
    {
        foreach (var note in notes)
        {
            foreach (var mended in note.Fixed)
            {
                output.WriteLine($"{Place(note, mended.Place)} {Paint(32, "fixed")} {mended.Code}: {TerminalSupport.Printable(mended.Title)}");
            }

            foreach (var finding in note.Findings)
            {
                WriteFinding(note, finding);
            }
        }

        output.WriteLine(Summary(notes));
    }

    /// <summary>How many notes, and what was found in them, in one line.</summary>
    internal static string Summary(IReadOnlyList<CheckedNote> notes)
    {
        var parts = notes.SelectMany(note => note.Findings).CountBy(finding => finding.Severity).OrderByDescending(severity => severity.Key)
            .Select(severity => Counted(severity.Value, CheckedNote.NameOf(severity.Key))).ToList();
        var mended = notes.Sum(note => note.Fixed.Length);
        var what = parts.Count > 0 ? $": {string.Join(", ", parts)}" : $", nothing {(mended > 0 ? "left" : "found")}";
        return $"{Counted(notes.Count, "note")} checked{(mended > 0 ? $", {mended} fixed" : "")}{what}.";
    }

    private void WriteFinding(CheckedNote note, Finding finding)
    {
        var colour = finding.Severity switch
        {
            Severity.Error => 31,
            Severity.Warning => 33,
            Severity.Information => 36,
            _ => 90,
        };
        output.WriteLine($"{Place(note, finding.Span)} {Paint(colour, CheckedNote.NameOf(finding.Severity))} {finding.Rule.Code}: {TerminalSupport.Printable(finding.Message)}");

        var line = CutLine.Of(note.Source, finding.Span);
        output.WriteLine($"  {line.Head}{line.Marked}{line.Tail}");
        output.WriteLine($"  {new string(' ', Columns.Of(line.Head))}{Paint(colour, new string('^', Math.Max(1, Columns.Of(line.Marked))))}");
        foreach (var related in finding.Related)
        {
            output.WriteLine($"  {Place(note, related.Span)} {TerminalSupport.Printable(related.Message)}");
        }
    }

    private string Place(CheckedNote note, TextSpan span) => Place(note, note.Source.PositionOf(span.Start, PositionEncoding.Utf16));

    private string Place(CheckedNote note, LinePosition position) =>
        Paint(1, string.Create(CultureInfo.InvariantCulture, $"{TerminalSupport.Printable(note.Path)}:{position.Line + 1}:{position.Character + 1}:"));

    private static string Counted(int count, string noun) => string.Create(
        CultureInfo.InvariantCulture,
        $"{count} {noun}{(count == 1 || noun == "information" ? "" : "s")}");

    private string Paint(int colour, string text) => isColoured ? $"\e[{colour}m{text}\e[0m" : text;
}
