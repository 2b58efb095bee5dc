namespace Stratus.Names;

/// <summary>What AWS writes before its names: <c>AWS </c> or <c>Amazon </c>.</summary>
internal static class Prefix
{
    /// <summary>How many UTF-16 units of the written form are prefix and space; 0 without a prefix.</summary>
    public static int LengthIn(string form) =>
        form.StartsWith("AWS ", StringComparison.Ordinal) ? "AWS ".Length :
        form.StartsWith("Amazon ", StringComparison.Ordinal) ? "Amazon ".Length : 0;
}
