using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;

namespace Stratus.Server.Transport;

/// <summary>
/// Reads the frames of the base protocol: header lines, an empty line, a body of as many bytes as <c>Content-Length</c>
/// says. Generous in what it takes: the header's name in any case, other headers, lines that are no header, line ends
/// without CR. A header block that tells no usable length gives no body; the next block is then looked for.
/// </summary>
internal sealed class Frames(PipeReader input)
{
    private const int LongestHeaderLine = 64 * 1024;
    private const int LongestBody = 1 << 30;
    private static ReadOnlySpan<byte> ContentLength => "content-length"u8;

    /// <summary>The body of the next frame; empty where a header block told no usable length; null at the end of the stream.</summary>
    internal async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellation)
    {
        var length = -1;
        var hasHeader = false;
        while (true)
        {
            var result = await input.ReadAsync(cancellation).ConfigureAwait(false);
            var rest = result.Buffer;
            while (TakeLine(ref rest, out var line))
            {
                if (!line.IsEmpty)
                {
                    hasHeader = true;
                    length = LengthIn(line) ?? length;
                }
                else if (hasHeader)
                {
                    input.AdvanceTo(rest.Start);
                    return length is < 0 or > LongestBody
                        ? ReadOnlyMemory<byte>.Empty
                        : await ReadBodyAsync(length, cancellation).ConfigureAwait(false);
                }
            }

            if (rest.Length > LongestHeaderLine)
            {
                // No line end in sight: what is not followed by one can be no header, save for its last bytes.
                rest = rest.Slice(rest.Length - ContentLength.Length - 32);
            }

            input.AdvanceTo(rest.Start, rest.End);
            if (result.IsCompleted)
            {
                return null;
            }
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>?> ReadBodyAsync(int length, CancellationToken cancellation)
    {
        if (length == 0)
        {
            return ReadOnlyMemory<byte>.Empty;
        }

        // A copy of its own: the parsed message looks into it until its handler has run, and the next frame is read meanwhile.
        var filled = 0;
        var body = Array.Empty<byte>();
        while (filled < length)
        {
            var result = await input.ReadAsync(cancellation).ConfigureAwait(false);
            var part = result.Buffer.Slice(0, Math.Min(result.Buffer.Length, length - filled));
            if (body.Length < filled + part.Length)
            {
                // Grown with what has come, so that a length that was made up costs no memory.
                Array.Resize(ref body, (int)Math.Min(length, Math.Max(filled + part.Length, Math.Max(body.Length * 2L, 1 << 20))));
            }

            part.CopyTo(body.AsSpan(filled));
            filled += (int)part.Length;
            input.AdvanceTo(part.End);
            if (result.IsCompleted && filled < length)
            {
                return null;
            }
        }

        return body.AsMemory(0, length);
    }

    private static bool TakeLine(ref ReadOnlySequence<byte> rest, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is not { } end)
        {
            line = default;
            return false;
        }

        line = rest.Slice(0, end);
        rest = rest.Slice(rest.GetPosition(1, end));
        if (!line.IsEmpty && line.Slice(line.Length - 1).FirstSpan[0] == '\r')
        {
            line = line.Slice(0, line.Length - 1);
        }

        return true;
    }

    /// <summary>The length that a line tells, -1 for one that cannot be, null where it is no such line. Junk before the name is skipped: a body whose length was not told.</summary>
    private static int? LengthIn(ReadOnlySequence<byte> sequence)
    {
        ReadOnlySpan<byte> line = sequence.IsSingleSegment ? sequence.FirstSpan : sequence.ToArray();
        for (var start = line.Length - ContentLength.Length; start >= 0; start--)
        {
            var name = line.Slice(start, ContentLength.Length);
            if ((name[0] | 0x20) != 'c' || !System.Text.Ascii.EqualsIgnoreCase(name, ContentLength))
            {
                continue;
            }

            var value = line[(start + name.Length)..].Trim(" \t"u8);
            if (!value.IsEmpty && value[0] == ':')
            {
                value = value[1..].Trim(" \t"u8);
                return Utf8Parser.TryParse(value, out int length, out var used) && used == value.Length && length >= 0 ? length : -1;
            }
        }

        return null;
    }
}
