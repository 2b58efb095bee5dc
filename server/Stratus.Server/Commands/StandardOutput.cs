using System.Runtime.InteropServices;

namespace Stratus.Server.Commands;

/// <summary>What the program prints cannot be taken.</summary>
/// <param name="message">Why.</param>
/// <param name="isClosedPipe">True if nobody reads any more, as after <c>| head</c>: nothing that needs to be said.</param>
internal sealed class OutputException(string message, bool isClosedPipe) : Exception(message)
{
    /// <summary>True if nobody reads any more.</summary>
    internal bool IsClosedPipe => isClosedPipe;
}

/// <summary>
/// Standard output, whose failures are told from those of the files that are read. The console's own stream drops what goes into a
/// closed pipe without a word, and a file stream keeps a position of its own, which other programs that write there do not know.
/// </summary>
internal sealed class StandardOutput : Stream
{
    private const int Interrupted = 4, BrokenPipe = 32;
    private static readonly int TryAgain = OperatingSystem.IsLinux() ? 11 : 35;

    private readonly Stream? _console = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : null;

    /// <summary>The output as UTF-8 text, without a mark; to be disposed of, or the last of it is lost.</summary>
    internal static StreamWriter OpenText() => new(new StandardOutput(), bufferSize: 16 * 1024) { NewLine = "\n" };

    /// <summary>The output as bytes, gathered into large writes; to be disposed of, or the last of it is lost.</summary>
    internal static Stream Open() => new BufferedStream(new StandardOutput(), 64 * 1024);

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_console is not null)
        {
            try
            {
                _console.Write(buffer);
                return;
            }
            catch (IOException problem)
            {
                throw new OutputException(problem.Message, isClosedPipe: false);
            }
        }

        while (!buffer.IsEmpty)
        {
            var written = Write(1, in MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == TryAgain)
            {
                // Whoever made the pipe may have made it one that never waits.
                Thread.Sleep(1);
            }
            else if (error != Interrupted)
            {
                throw new OutputException(Marshal.GetPInvokeErrorMessage(error), error == BrokenPipe);
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() => _console?.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Write(int descriptor, in byte bytes, nint count);
}
