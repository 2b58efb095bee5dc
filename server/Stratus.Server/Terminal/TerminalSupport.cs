using System.Text;

namespace Stratus.Server.Terminal;

/// <summary>What a terminal shows, and how.</summary>
internal static class TerminalSupport
{
    /// <summary>Whether standard output shows colors: a terminal, unless the user would rather have none.</summary>
    internal static bool HasColours() => !Console.IsOutputRedirected && IsCapable() && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Whether standard error can show something that moves.</summary>
    internal static bool CanShowProgress() => !Console.IsErrorRedirected && IsCapable();

    /// <summary>Text of a note or a path as a terminal may show it: nothing that could steer it or turn words round; a tab is a space.</summary>
    internal static string Printable(ReadOnlySpan<char> text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            printable.Append(unit == '\t' ? ' ' : char.IsControl(unit) || IsBidirectional(unit) ? '\uFFFD' : unit);
        }

        return printable.ToString();
    }

    private static bool IsCapable() => Environment.GetEnvironmentVariable("TERM") != "dumb";

    private static bool IsBidirectional(char unit) => unit is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029';
}
