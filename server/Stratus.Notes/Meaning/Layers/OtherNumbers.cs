using System.Text.RegularExpressions;
using Stratus.Notes.Text;

namespace Stratus.Notes.Meaning.Layers;

/// <summary>
/// Numbers that are no layers wherever they stand: of addresses and their prefix lengths, ports, versions, dates, times and
/// ratios. <c>192.0.2.0/25</c> in a cell of layers means neither layer 0 nor layer 25.
/// </summary>
internal static partial class OtherNumbers
{
    /// <summary>All such places of a text, in order, none overlapping another.</summary>
    public static List<TextSpan> In(string text)
    {
        var found = new List<TextSpan>();
        foreach (var match in Pattern().EnumerateMatches(text))
        {
            found.Add(new TextSpan(match.Index, match.Length));
        }

        return found;
    }

    // "2/3/4" and "3-4" are lists and ranges of layers: of numbers from 1 to 7 only what no list of layers looks like counts.
    [GeneratedRegex(
        """
        (?<![\p{L}\p{Nd}])(?:
            \d+(?:\.\d+)+(?:/\d+)?(?::\d+)?                                   # 192.0.2.0/25, 172.16/12, 10.0.0.1:80, 1.3, 28.11.2026
          | [0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:/\d+)?                     # 2001:db8::/32, fe80::1, ::/0, 10:30:00
          | \d{4}[-/]\d{1,2}[-/]\d{1,2} | \d{1,2}[-/]\d{1,2}[-/]\d{2,4}       # 2026-11-28, 28/11/2026
          | \d+:\d+                                                           # 4:1, 7:30
          | (?:\d{2,}|[089])/\d+                                              # 10/8, 24/7
          | (?:TCP|UDP|SCTP)[\s/:-]*\d{2,}(?:\s*[,/&–-]\s*\d{2,})*            # TCP 80, UDP/53
          | ports?[\s:]*\d+(?:\s*(?:[,/&–-]|and|or|to)\s*\d+)*                # port 7, ports 20 and 21
          | \d{2,}\s?/\s?(?:tcp|udp|sctp)\b                                   # 53/udp
        )(?![\p{L}\p{Nd}])
        | (?<=\p{L}):\d{2,}                                                   # example:80
        | /(?:\d{2,}|[089])(?![\p{L}\p{Nd}])                                  # /24, /0
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
