using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Stratus.Notes.Reading.Markdown;

namespace Stratus.Benchmarks;

/// <summary>
/// <c>stratus check</c> of a folder beside Markdig alone: a process of this program, native code as the other, that reads the same
/// files and parses them with the pipeline of Stratus.Notes. Both have one processor.
/// </summary>
internal static class MarkdigBenchmark
{
    /// <summary>The argument that makes this program the process of Markdig alone: the files come on standard input, one a line.</summary>
    public const string Verb = "--markdig";

    public static void Run(Report report, Command stratus, string folder, int runs)
    {
        var files = FinishedProcess.Run(stratus.Program, ["check", "--list-files", folder]).Output;
        Series checks = new(), alone = new();
        var parsed = "";
        for (var run = -1; run < runs; run++)
        {
            var check = FinishedProcess.Run(stratus.Program, ["check", "--format", "json", folder], onOneProcessor: true);
            var markdig = FinishedProcess.Run(Environment.ProcessPath!, [Verb], files, onOneProcessor: true);
            if (check.ExitCode is not (0 or 1) || markdig.ExitCode != 0)
            {
                throw new InvalidOperationException($"check ended with {check.ExitCode}, Markdig with {markdig.ExitCode}.");
            }

            parsed = markdig.Output.Trim();
            if (run >= 0)
            {
                checks.Add(check.Work);
                alone.Add(markdig.Work);
            }
        }

        report.Table($"`stratus check` of a folder ({parsed}; on one processor, {runs} runs, medians)", "Markdig alone");
        report.Compare("processor time of the whole process", checks.Median, alone.Median, "ms", 5);
    }

    /// <summary>Is the process of Markdig alone.</summary>
    public static void ParseAll(TextReader files)
    {
        int notes = 0, blocks = 0;
        var characters = 0L;
        while (files.ReadLine() is { } path)
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
            blocks += Markdown.Parse(text, MarkdownReader.Pipeline).Descendants<Block>().Count();
            characters += text.Length;
            notes++;
        }

        // Printed, so that nothing of it can be left out.
        var sum = string.Create(CultureInfo.InvariantCulture, $"{notes} notes, {characters / 1e6:0.0} M characters, {blocks} blocks");
        Console.WriteLine(sum);
    }
}
