using Stratus.Features.Hover;
using Stratus.Protocol;

namespace Stratus.Server.Api.Requests;

/// <summary><c>stratus/explain</c>: the page of a rule, for clients that can show it.</summary>
internal static class Explain
{
    /// <summary>The command by which a client shows the page; it takes the rule's code.</summary>
    internal const string Command = "stratus.explainRule";

    /// <summary>The page, or null where there is no such rule.</summary>
    internal static ExplainResult? Handle(ExplainParams request) =>
        Explanation.Rule(request.Code) is { } page ? new(page) : null;
}
