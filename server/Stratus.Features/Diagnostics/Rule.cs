using Stratus.Configuration;
using Stratus.Notes;

namespace Stratus.Features.Diagnostics;

/// <summary>A diagnostic rule.</summary>
/// <param name="Code">Kebab-case; never changes its meaning once released.</param>
/// <param name="DefaultLevel">How loud it is unless the user chooses otherwise.</param>
/// <param name="Title">What it finds, in one line.</param>
/// <param name="Check">Finds it: a pure function of the snapshot and the note.</param>
/// <param name="StrictLevel">Its level under the profile <c>strict</c>; null where that is its default level.</param>
public sealed record Rule(
    string Code,
    RuleLevel DefaultLevel,
    string Title,
    Func<Workspace, Note, IEnumerable<Finding>> Check,
    RuleLevel? StrictLevel = null);
