using System.Globalization;
using Wcwidth;

namespace Stratus.Server.Reports;

/// <summary>How many columns of a terminal a text fills.</summary>
internal static class Columns
{
    internal static int Of(string text)
    {
        var columns = 0;
        for (var characters = StringInfo.GetTextElementEnumerator(text); characters.MoveNext();)
        {
            columns += OfCharacter(characters.GetTextElement());
        }

        return columns;
    }

    /// <summary>A character as people see it is as wide as its first code point, or two where it is asked to be an emoji.</summary>
    private static int OfCharacter(string character)
    {
        var width = 0;
        foreach (var rune in character.EnumerateRunes())
        {
            width = rune.Value == 0xFE0F ? 2 : Math.Max(width, UnicodeCalculator.GetWidth(rune));
        }

        return width;
    }
}
