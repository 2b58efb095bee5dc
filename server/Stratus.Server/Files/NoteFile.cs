using Stratus.Configuration.Files;

namespace Stratus.Server.Files;

/// <summary>Writes a note that was fixed.</summary>
internal static class NoteFile
{
    /// <summary>
    /// Puts other bytes in the place of a file's, all or none: they are written beside it and then take its name. A link is followed,
    /// and who may read and write the file stays as it is.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="before">What it held when it was read.</param>
    /// <param name="after">What it shall hold.</param>
    /// <exception cref="IOException">It cannot be written, or has been changed since.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    internal static void Replace(string path, byte[] before, byte[] after)
    {
        // A link is resolved from its full path: from a bare name the library begins at the root.
        var target = Path.GetFullPath(path);
        target = File.ResolveLinkTarget(target, returnFinalTarget: true)?.FullName ?? target;
        // A folder that may be written would let a file be replaced that may not.
        File.OpenHandle(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete).Dispose();
        var now = RegularFile.ReadAllBytes(target, NoteText.MostBytes);
        if (now.AsSpan().SequenceEqual(after))
        {
            // Two paths may lead to one file.
            return;
        }

        if (!now.AsSpan().SequenceEqual(before))
        {
            throw new IOException("it was changed meanwhile");
        }

        var beside = Path.Combine(Path.GetDirectoryName(target)!, $".stratus-{Path.GetRandomFileName()}");
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(beside, options))
            {
                file.Write(after);
                file.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(beside, File.GetUnixFileMode(target));
            }

            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
