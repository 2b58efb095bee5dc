namespace Stratus.Terms;

/// <summary>Two terms that learners mix up. Where both ids are the same, it is a note on an abbreviation.</summary>
/// <param name="FirstId">Id of the one.</param>
/// <param name="SecondId">Id of the other.</param>
/// <param name="Difference">What sets them apart, in a few sentences.</param>
/// <param name="DocumentationUrl">An https address.</param>
public sealed record Confusion(string FirstId, string SecondId, string Difference, string DocumentationUrl);
