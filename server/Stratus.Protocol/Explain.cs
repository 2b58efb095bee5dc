namespace Stratus.Protocol;

/// <summary>Asks for the page of a rule (<c>stratus/explain</c>, beyond the protocol).</summary>
/// <param name="Code">The code of the rule.</param>
public sealed record ExplainParams(string Code);

/// <summary>The page of a rule.</summary>
/// <param name="Markdown">All of it.</param>
public sealed record ExplainResult(string Markdown);
