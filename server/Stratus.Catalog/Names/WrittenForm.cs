using System.Collections.Immutable;
using Stratus.Terms;

namespace Stratus.Names;

/// <summary>In what way a written form names its service.</summary>
public enum NameForm
{
    /// <summary>The name itself, with or without prefix, or the full name.</summary>
    Canonical,
    /// <summary>Another accepted way to write it.</summary>
    Alias,
    /// <summary>An abbreviation (<c>NLB</c>).</summary>
    Abbreviation,
    /// <summary>A name that the thing had.</summary>
    Former,
    /// <summary>The name with wrong spacing (<c>Guard Duty</c>, <c>Route53</c>).</summary>
    Spacing,
    /// <summary>The name with wrong case (<c>Cloudfront</c>), perhaps with wrong spacing too.</summary>
    Casing,
    /// <summary>A known misspelling (<c>CloudFornt</c>).</summary>
    Misspelling,
}

/// <summary>One way in which notes write the name of a service, right or wrong.</summary>
/// <param name="Text">The form, as in the data.</param>
/// <param name="Services">What it names; several only where it is <paramref name="Ambiguous"/>.</param>
/// <param name="Form">In what way it names it.</param>
/// <param name="CaseSensitive">True if only the exact case is meant.</param>
/// <param name="Ambiguous">True if the bare form is also an ordinary word or another thing's name: it counts fully in a service cell or after AWS or Amazon; elsewhere, in exact case only, it gives a hover and no more.</param>
/// <param name="Generic">True for a common noun that AWS also uses: hover and completion, no findings anywhere.</param>
/// <param name="Coined">True for an invented word: only near these may a misspelling be guessed.</param>
/// <param name="Correction">For a wrong form: what to write instead; else null.</param>
/// <param name="ServiceCellOnly">For a right form (<c>RAM</c>): it names the service only in a service cell or after AWS or Amazon. For a wrong form: it is a finding only there.</param>
/// <param name="Diagnosed">For a wrong form: false where it is no finding unless the user asks for it.</param>
public sealed record WrittenForm(
    string Text,
    ImmutableArray<Service> Services,
    NameForm Form,
    bool CaseSensitive,
    bool Ambiguous = false,
    bool Generic = false,
    bool Coined = false,
    string? Correction = null,
    bool ServiceCellOnly = false,
    bool Diagnosed = false)
{
    /// <summary>True if the form itself begins with AWS or Amazon.</summary>
    public bool HasPrefix => Prefix.LengthIn(Text) > 0;
}
