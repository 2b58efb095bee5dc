using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Stratus.Configuration.Files;

/// <summary>
/// Reads files, and only those: a pipe or a device under the name of a note or of a settings file may never end, or never begin, and
/// whoever sends a folder with one in it decides how much memory it takes.
/// </summary>
public static class RegularFile
{
    // What open(2) says of a socket, on Linux and on macOS.
    private const int NoSuchDevice = 6, NotSupported = 102;

    private const int LeastGrowth = 4096;

    /// <summary>The text of a file: UTF-8, or what its byte order mark says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">What is longer is not read.</param>
    /// <exception cref="IOException">It cannot be read, is no file, or is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static string ReadAllText(string path, int mostBytes)
    {
        using var reader = new StreamReader(new MemoryStream(ReadAllBytes(path, mostBytes)));
        return reader.ReadToEnd();
    }

    /// <summary>All bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="mostBytes">What is longer is not read.</param>
    /// <exception cref="IOException">It cannot be read, is no file, or is too large.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] ReadAllBytes(string path, int mostBytes)
    {
        using var handle = Open(path);
        if ((File.GetAttributes(handle) & FileAttributes.Directory) != 0)
        {
            throw new IOException("it is a folder");
        }

        using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        if (!file.CanSeek)
        {
            throw new IOException("it is not a regular file");
        }

        // The length of a device is 0, so that the bytes are counted and not believed.
        return ReadToEnd(file, file.Length, mostBytes);
    }

    /// <summary>All bytes of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expected">How many there probably are.</param>
    /// <param name="mostBytes">What is longer is not read.</param>
    /// <exception cref="IOException">It cannot be read, or is too large.</exception>
    public static byte[] ReadToEnd(Stream stream, long expected, int mostBytes)
    {
        var bytes = new byte[Math.Clamp(expected, 0, mostBytes)];
        var length = 0;
        Span<byte> next = stackalloc byte[1];
        while (true)
        {
            length += stream.ReadAtLeast(bytes.AsSpan(length), bytes.Length - length, throwOnEndOfStream: false);
            if (length < bytes.Length || stream.Read(next) == 0)
            {
                Array.Resize(ref bytes, length);
                return bytes;
            }

            if (length == mostBytes)
            {
                throw new IOException($"it is larger than {mostBytes / 1024 / 1024} MB");
            }

            Array.Resize(ref bytes, Math.Min(Math.Max(bytes.Length * 2, LeastGrowth), mostBytes));
            bytes[length++] = next[0];
        }
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
            : Marshal.GetLastPInvokeError() is NoSuchDevice or NotSupported
                ? throw new IOException("it is not a regular file")
                : File.OpenHandle(path); // Says why it cannot be opened.
    }

    /// <summary>open(2), with O_RDONLY, O_NONBLOCK and O_CLOEXEC.</summary>
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int OpenWithoutWaiting(byte[] path, int flags);
}
