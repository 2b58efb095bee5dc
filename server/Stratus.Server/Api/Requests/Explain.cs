using Stratus.Features.Hover;
using Stratus.Protocol;

namespace Stratus.Server.Api.Requests;

/// <summary><c>stratus/explain</c>: the page of a rule, for clients that can show it.</summary>
internal static class Explain
{
    /// <summary>The page, or null where there is no such rule.</summary>
    internal static ExplainResult? Handle(ExplainParams request) =>
        Explanation.Rule(request.Code) is { } page ? new(page) : null;
}
