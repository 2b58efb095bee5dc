using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Stratus.Server.Transport;

/// <summary>
/// Makes a message readable whose text is not quite Unicode. A note may hold half of a surrogate pair, which JSON can
/// carry and System.Text.Json refuses, or bytes that are no UTF-8; refused, an edit would leave the note out of step with
/// the editor without a word. What is broken is read as U+FFFD, half a pair as one unit, so that positions stay.
/// </summary>
internal static class LenientText
{
    private const int EscapeLength = 6;

    /// <summary>The same message, or a fixed copy.</summary>
    internal static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> body)
    {
        var isUtf8 = Utf8.IsValid(body.Span);
        if (isUtf8 && body.Span.IndexOf("\\ud"u8) < 0 && body.Span.IndexOf("\\uD"u8) < 0)
        {
            return body;
        }

        var mended = isUtf8 ? body.ToArray() : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
        MendEscapes(mended);
        return mended;
    }

    private static void MendEscapes(Span<byte> json)
    {
        for (var at = json.IndexOf((byte)'\\'); at >= 0 && at < json.Length;)
        {
            var unit = EscapedUnit(json[at..]);
            if (char.IsHighSurrogate(unit) && char.IsLowSurrogate(EscapedUnit(json[(at + EscapeLength)..])))
            {
                at += 2 * EscapeLength;
            }
            else if (char.IsSurrogate(unit))
            {
                "\\ufffd"u8.CopyTo(json[at..]);
                at += EscapeLength;
            }
            else
            {
                // Two characters of any other escape: a backslash after a backslash begins nothing.
                at += 2;
            }

            var next = at < json.Length ? json[at..].IndexOf((byte)'\\') : -1;
            at = next < 0 ? -1 : at + next;
        }
    }

    // The unit that an escape stands for, or NUL where there is none.
    private static char EscapedUnit(ReadOnlySpan<byte> json) =>
        json is [(byte)'\\', (byte)'u', _, _, _, _, ..] && ushort.TryParse(json[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : '\0';
}
