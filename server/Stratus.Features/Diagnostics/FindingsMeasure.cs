using Stratus.Configuration;
using Stratus.Features.Diagnostics.Evidence;
using Stratus.Notes.Sequences;

namespace Stratus.Features.Diagnostics;

/// <summary>What is known of what was found in a stretch of chunks.</summary>
/// <param name="Errors">How many findings are errors.</param>
/// <param name="Warnings">How many are warnings.</param>
/// <param name="Informations">How many are informations.</param>
/// <param name="Hints">How many are hints.</param>
/// <param name="Named">What is named there.</param>
/// <param name="AsksForWhole">True if a rule asked what the whole note names.</param>
/// <param name="Disagrees">True if a disagreement was found that a conflict may say as well.</param>
internal readonly record struct FindingsMeasure(
    int Errors, int Warnings, int Informations, int Hints, NamedServices Named, bool AsksForWhole, bool Disagrees) : IMeasure<FindingsMeasure>
{
    public static FindingsMeasure operator +(FindingsMeasure left, FindingsMeasure right) => new(
        left.Errors + right.Errors,
        left.Warnings + right.Warnings,
        left.Informations + right.Informations,
        left.Hints + right.Hints,
        left.Named + right.Named,
        left.AsksForWhole || right.AsksForWhole,
        left.Disagrees || right.Disagrees);

    /// <summary>How many findings there are.</summary>
    public int Count => Errors + Warnings + Informations + Hints;

    /// <summary>How many findings are of a severity.</summary>
    public int Of(Severity severity) => severity switch
    {
        Severity.Error => Errors,
        Severity.Warning => Warnings,
        Severity.Information => Informations,
        _ => Hints,
    };
}
