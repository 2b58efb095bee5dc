using Stratus.Configuration;
using Stratus.Notes;

namespace Stratus.Features.Diagnostics;

/// <summary>A diagnostic rule.</summary>
/// <param name="Code">Kebab-case; never changes its meaning once released.</param>
/// <param name="DefaultSeverity">Its severity unless the user chooses another.</param>
/// <param name="Title">What it finds, in one line.</param>
/// <param name="Check">Finds it: a pure function of the snapshot and the note.</param>
/// <param name="StrictSeverity">Its severity under the profile <c>strict</c>; null where that is its default severity.</param>
public sealed record Rule(
    string Code,
    Severity DefaultSeverity,
    string Title,
    Func<Workspace, Note, IEnumerable<Finding>> Check,
    Severity? StrictSeverity = null);
