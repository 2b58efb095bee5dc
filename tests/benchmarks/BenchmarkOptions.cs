namespace Stratus.Benchmarks;

/// <summary>What is measured.</summary>
/// <param name="Stratus">The program.</param>
/// <param name="Yardstick">The yardstick.</param>
/// <param name="Note">A note of everyday size.</param>
/// <param name="Folder">A folder of notes, which need not be there.</param>
/// <param name="Part">What part of it is done: all of it, as much as a machine does in some minutes, for 1, a third for 3.</param>
/// <param name="Only">The sections that are wanted; all of them if none is named.</param>
internal sealed record BenchmarkOptions(Command Stratus, Command Yardstick, string Note, string Folder, int Part, string[] Only)
{
    public static string Usage { get; } =
        $"usage: Stratus.Benchmarks STRATUS NODE YARDSTICK NOTE FOLDER [--quick] [--only SECTION,…], or --parts for the parts alone\nsections: {string.Join(' ', Sections.Names)}";

    /// <summary>Reads a command line; null if it is wrong.</summary>
    public static BenchmarkOptions? Read(string[] arguments)
    {
        if (arguments is not [var program, var node, var script, var note, var folder, .. var rest])
        {
            return null;
        }

        var part = 1;
        if (rest is ["--quick", ..])
        {
            (part, rest) = (3, rest[1..]);
        }

        string[]? only = rest switch
        {
            [] => [],
            ["--only", var names] => names.Split(','),
            _ => null,
        };
        return only is null || only.Except(Sections.Names).Any()
            ? null
            : new(new(program, "lsp"), new(node, script), note, folder, part, only);
    }
}
