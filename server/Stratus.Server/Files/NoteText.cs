using System.Text;
using System.Text.Unicode;
using Stratus.Configuration.Files;
using Stratus.Notes.Text;

namespace Stratus.Server.Files;

/// <summary>The text of a file, and what it takes to write it back as it was.</summary>
/// <param name="Bytes">The file.</param>
/// <param name="Source">Its text without a byte order mark, as editors show it; what is no UTF-8 is shown as U+FFFD.</param>
/// <param name="HasMark">Whether it begins with UTF-8's byte order mark.</param>
/// <param name="IsUtf8">Whether all of it is UTF-8: only then it can be written back.</param>
internal sealed record NoteText(byte[] Bytes, SourceText Source, bool HasMark, bool IsUtf8)
{
    /// <summary>More than any note: what is larger is data, or a mistake.</summary>
    internal const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The text of a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static NoteText Read(string path) => Of(RegularFile.ReadAllBytes(path, MostBytes));

    internal static NoteText Of(byte[] bytes)
    {
        var hasMark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble);
        if (Utf8.IsValid(bytes))
        {
            return new(bytes, new(Encoding.UTF8.GetString(bytes.AsSpan(hasMark ? Encoding.UTF8.Preamble.Length : 0))), hasMark, true);
        }

        // UTF-16 and UTF-32 are known by their marks.
        using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
        return new(bytes, new(reader.ReadToEnd()), hasMark, false);
    }

    /// <summary>The file with another text.</summary>
    internal byte[] With(SourceText source) =>
        [.. HasMark ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(source.ToString())];
}
