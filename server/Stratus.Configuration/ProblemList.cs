using System.Collections.Immutable;

namespace Stratus.Configuration;

/// <summary>The mistakes of one file, as many as anybody reads: a generated file of another kind could hold a hundred thousand.</summary>
/// <param name="most">How many are listed.</param>
internal sealed class ProblemList(int most = ProblemList.MostOfFile)
{
    /// <summary>How many mistakes of a file anybody reads.</summary>
    internal const int MostOfFile = 100;

    /// <summary>What a message quotes can be as long as the file.</summary>
    private const int MostInMessage = 500;

    private readonly ImmutableArray<SettingsProblem>.Builder _listed = ImmutableArray.CreateBuilder<SettingsProblem>();
    private SettingsProblem _next;
    private int _count;

    /// <summary>Takes a mistake.</summary>
    internal void Add(SettingsProblem problem)
    {
        _count++;
        if (_count <= most)
        {
            _listed.Add(problem with { Message = Shortened(problem.Message) });
        }
        else if (_count == most + 1)
        {
            _next = problem;
        }
    }

    /// <summary>The first mistakes, and then how many more there are, at the place of the next.</summary>
    internal ImmutableArray<SettingsProblem> ToImmutable() => _count <= most
        ? _listed.ToImmutable()
        : [.. _listed, _next with { Message = $"{_count - most} more mistakes from here on are not listed." }];

    private static string Shortened(string message) =>
        message.Length <= MostInMessage ? message : $"{message.AsSpan(0, MostInMessage / 2)}…{message.AsSpan(message.Length - (MostInMessage / 2))}";
}
