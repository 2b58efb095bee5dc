using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Stratus.Server.Checking;

/// <summary>Reads files, and only those: a pipe or a device under a note's name may never end, or never begin.</summary>
internal static class RegularFile
{
    /// <summary>More than any note: what is larger is data, or a mistake.</summary>
    internal const int MostBytes = 20 * 1024 * 1024;

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="IOException">It cannot be read, is no file, or is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    internal static byte[] ReadAllBytes(string path)
    {
        using var handle = Open(path);
        using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        if (!file.CanSeek)
        {
            throw new IOException("it is no regular file");
        }

        // The length of a device is 0, so that the bytes are counted and not believed.
        return ReadToEnd(file, file.Length);
    }

    /// <summary>All bytes of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">How many there probably are.</param>
    /// <exception cref="IOException">It cannot be read, or is too large.</exception>
    internal static byte[] ReadToEnd(Stream stream, long expected)
    {
        var bytes = new byte[Math.Clamp(expected, 0, MostBytes) + 1];
        var length = 0;
        while (stream.Read(bytes, length, bytes.Length - length) is > 0 and var read)
        {
            length += read;
            if (length > MostBytes)
            {
                throw new IOException($"it is larger than {MostBytes / 1024 / 1024} MB");
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(bytes.Length * 2, MostBytes + 1));
            }
        }

        Array.Resize(ref bytes, length);
        return bytes;
    }

    private static SafeFileHandle Open(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return File.OpenHandle(path);
        }

        // The library's own way waits at a pipe until somebody writes into it.
        var descriptor = OpenWithoutWaiting([.. Encoding.UTF8.GetBytes(Path.GetFullPath(path)), 0], OperatingSystem.IsLinux() ? 0x80800 : 0x1000004);
        return descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : Marshal.GetLastPInvokeError() is 6
                ? throw new IOException("it is no regular file")
                : File.OpenHandle(path); // Says why it cannot be opened.
    }

    /// <summary>open(2), with O_RDONLY, O_NONBLOCK and O_CLOEXEC.</summary>
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenWithoutWaiting(byte[] path, int flags);
}
