namespace Stratus.Names;

/// <summary>A written form found in a text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units from the start of the text; at the prefix where there is one.</param>
/// <param name="Length">How many UTF-16 units it covers: prefix, name and plural ending, no possessive.</param>
/// <param name="Written">The form that was found.</param>
/// <param name="PrefixLength">UTF-16 units of <c>AWS </c> or <c>Amazon </c> (with what white space there is) before the name, whether or not the form holds it; 0 without.</param>
/// <param name="IsPlural">True if the name carries a plural ending that the form itself does not hold.</param>
/// <param name="IsExactCase">True if the name is in the case of the form (white space, dashes and plural ending apart).</param>
public readonly record struct TermMatch(
    int Start,
    int Length,
    WrittenForm Written,
    int PrefixLength,
    bool IsPlural,
    bool IsExactCase)
{
    /// <summary>Where it ends, in UTF-16 units from the start of the text (exclusive).</summary>
    public int End => Start + Length;
}
