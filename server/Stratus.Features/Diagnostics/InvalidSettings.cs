using Stratus.Configuration;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics;

/// <summary>A mistake in a settings or glossary file. No rule: it looks at no note, and cannot be turned off.</summary>
public static class InvalidSettings
{
    /// <summary>What such a finding is filed under; its page is <c>docs/rules/invalid-settings.md</c>.</summary>
    public static Rule Rule { get; } = new("invalid-settings", Severity.Error, "A settings or glossary file contains a mistake");

    /// <summary>The finding of a mistake in the text of its file.</summary>
    public static Finding At(SourceText source, SettingsProblem problem)
    {
        var start = source.OffsetOf(new(problem.Line - 1, problem.Column - 1), PositionEncoding.Utf16);
        var end = source.OffsetOf(new(problem.Line - 1, problem.Column), PositionEncoding.Utf16);
        return new(Rule, Severity.Error, TextSpan.FromBounds(start, end), problem.Message, [], []);
    }
}
