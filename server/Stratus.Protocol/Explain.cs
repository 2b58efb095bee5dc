namespace Stratus.Protocol;

/// <summary>Asks for the page of a rule (<c>stratus/explain</c>, beyond the protocol).</summary>
/// <param name="Code">The code of the rule.</param>
public sealed record ExplainParams(string Code);

/// <summary>The command by which a client shows the page of a rule (beyond the protocol); it takes the rule's code.</summary>
public static class ExplainCommand
{
    /// <summary>What the command is called.</summary>
    public const string Name = "stratus.explainRule";
}

/// <summary>The page of a rule.</summary>
/// <param name="Markdown">All of it.</param>
public sealed record ExplainResult(string Markdown);
