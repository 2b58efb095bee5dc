using System.Runtime.CompilerServices;
using Stratus.Configuration;
using Stratus.Features.Diagnostics;

namespace Stratus.Features.Tests.Rules;

/// <summary>Holds a rule to a marked note: it finds what stands in «…» and nothing else.</summary>
internal static class RuleAssert
{
    /// <summary>The rule finds exactly the marks; what is found is given back.</summary>
    public static IReadOnlyList<Finding> Finds(string code, string marked)
    {
        var note = MarkedNote.Parse(marked);
        var found = note.Find(code);
        Assert.NotEmpty(note.Marks);
        Assert.Equal(note.Marks, found.Select(finding => finding.Span));
        return found;
    }

    /// <summary>The rule finds the marks, and the preferred or first fix of each gives the text.</summary>
    public static void Fixes(string code, string marked, string expected)
    {
        var note = MarkedNote.Parse(marked);
        var found = Finds(code, marked);
        Assert.Equal(expected, note.Apply(found[0].Fixes[0]));
    }

    /// <summary>No rule finds anything.</summary>
    public static void IsQuiet(string code, string note, [CallerArgumentExpression(nameof(note))] string? what = null)
    {
        var parsed = MarkedNote.Parse(note);
        Assert.True(parsed.Marks.Count == 0, what);
        Assert.Empty(parsed.Find(code).Select(finding => $"{finding.Message} at “{parsed.Cut(finding.Span)}”"));
    }

    /// <summary>What all rules find with a severity set for one.</summary>
    public static IReadOnlyList<Finding> WithSeverity(string code, Severity severity, string marked)
    {
        var note = MarkedNote.Parse(marked);
        var settings = Settings.Default with { Rules = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, Severity> { [code] = severity }) };
        return Findings.Of(MarkedNote.Workspace with { Settings = settings }, note.Note, CancellationToken.None);
    }
}
