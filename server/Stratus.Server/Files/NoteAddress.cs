using Stratus.Configuration.Files;

namespace Stratus.Server.Files;

/// <summary>The address of a note in one spelling, whoever names it: editors write <c>file:///c%3A/a(b).md</c>, the file system knows a path.</summary>
internal static class NoteAddress
{
    /// <summary>The address of a document by its URI as a client writes it.</summary>
    internal static string Of(string uri) => PathOf(uri) is { } path ? OfPath(path) : uri;

    /// <summary>The address of a file.</summary>
    /// <param name="path">Its full path.</param>
    internal static string OfPath(string path) => new Uri(path).AbsoluteUri;

    /// <summary>The full path of a document that is a file; null for any other, and for a path that no file can have.</summary>
    internal static string? PathOf(string uri) =>
        Uri.TryCreate(uri, UriKind.Absolute, out var address) && address.IsFile && FilePath.IsPossible(address.LocalPath) ? address.LocalPath : null;
}
