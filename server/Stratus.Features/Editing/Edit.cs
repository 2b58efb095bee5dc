using Stratus.Notes.Text;

namespace Stratus.Features.Editing;

/// <summary>A replacement.</summary>
/// <param name="Span">What to replace.</param>
/// <param name="NewText">What to write there.</param>
public readonly record struct Edit(TextSpan Span, string NewText);
