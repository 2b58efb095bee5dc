using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Nerdbank.Streams;
using Stratus.Features.Diagnostics;
using Stratus.Protocol;

namespace Stratus.Server.Conversion;

/// <summary>
/// Writes findings as a client takes them. The JSON of a finding is kept with the finding, all but the numbers of its lines: after an
/// edit that moves it, it is copied and not written again.
/// </summary>
/// <param name="support">What the client takes.</param>
internal sealed class DiagnosticsEncoder(ClientSupport support)
{
    /// <summary>How many findings of a note are sent at most: more than anyone reads, and more than editors draw well.</summary>
    internal const int Most = 1_000;

    private readonly ConditionalWeakTable<Finding, Form> _forms = [];

    /// <summary>The findings of a note: of very many those that count most, and how many more there are.</summary>
    internal EncodedDiagnostics Encode(IDocument document, NoteAnalysis analysis)
    {
        var (findings, left) = analysis.Most(Most);
        if (findings.Length == 0)
        {
            return EncodedDiagnostics.None;
        }

        // In pieces that are used again: a megabyte a keystroke would else be thrown away.
        var json = new Sequence<byte>(ArrayPool<byte>.Shared) { MinimumSpanLength = 32 * 1024 };
        json.Write("["u8);
        foreach (var finding in findings)
        {
            if (json.Length > 1)
            {
                json.Write(","u8);
            }

            Write(json, document, finding);
        }

        if (left > 0)
        {
            json.Write(","u8);
            json.Write(JsonSerializer.SerializeToUtf8Bytes(More(left), ProtocolJson.OnTheWire.Diagnostic));
        }

        json.Write("]"u8);
        return new(json.AsReadOnlySequence, json);
    }

    private static Diagnostic More(int left) => new(
        new(new(0, 0), new(0, 0)),
        $"Stratus shows {Most.ToString("N0", CultureInfo.InvariantCulture)} of the problems in this note, errors first, then those near your last edit. {left.ToString("N0", CultureInfo.InvariantCulture)} more are not shown.",
        DiagnosticSeverity.Information,
        Source: "stratus");

    private void Write(Sequence<byte> json, IDocument document, PlacedFinding finding)
    {
        var form = _forms.GetValue(finding.Found, _ => Form.Of(document.Uri, finding, support));
        if (!form.TryWrite(json, finding))
        {
            json.Write(JsonSerializer.SerializeToUtf8Bytes(ToProtocol.Diagnostic(document, finding.ToFinding(), support), ProtocolJson.OnTheWire.Diagnostic));
        }
    }

    /// <summary>The JSON of a finding without the numbers of its lines.</summary>
    private sealed class Form
    {
        // No note has so many lines: the numbers that stand for lines are told from all others.
        private const int FirstLine = 2_000_000_000;

        // In digits.
        private const int LongestNumber = 10;

        private readonly byte[] _json;
        private readonly (int At, int Line)[] _lines;

        private Form(byte[] json, (int At, int Line)[] lines) => (_json, _lines) = (json, lines);

        /// <summary>That of a finding in the document that is called by an address.</summary>
        internal static Form Of(string uri, PlacedFinding finding, ClientSupport support)
        {
            var lines = new List<int>();
            var diagnostic = ToProtocol.Diagnostic(uri, finding.Found, support, span => new(Position(span.Start), Position(span.End)));
            ReadOnlySpan<byte> json = JsonSerializer.SerializeToUtf8Bytes(diagnostic, ProtocolJson.OnTheWire.Diagnostic);
            var (rest, places) = (new ArrayBufferWriter<byte>(json.Length), new (int, int)[lines.Count]);
            // They are written in another order than they are made in, but each once.
            for (var index = 0; index < places.Length; index++)
            {
                var at = json.IndexOf("\"line\":2"u8) + "\"line\":"u8.Length;
                _ = Utf8Parser.TryParse(json[at..], out int number, out var length);
                rest.Write(json[..at]);
                places[index] = (rest.WrittenCount, lines[number - FirstLine]);
                json = json[(at + length)..];
            }

            rest.Write(json);
            return new(rest.WrittenSpan.ToArray(), places);

            Position Position(int offset)
            {
                var home = finding.HomePosition(offset, support.Encoding);
                lines.Add(home.Line);
                return new(FirstLine + lines.Count - 1, home.Character);
            }
        }

        /// <summary>Writes the finding with the lines that it is in now; false, and nothing, where one of them was edited.</summary>
        internal bool TryWrite(Sequence<byte> json, PlacedFinding finding)
        {
            Span<int> lines = _lines.Length <= 64 ? stackalloc int[_lines.Length] : new int[_lines.Length];
            for (var index = 0; index < lines.Length; index++)
            {
                if (finding.LineOf(_lines[index].Line) is not { } line)
                {
                    return false;
                }

                lines[index] = line;
            }

            var all = json.GetSpan(_json.Length + (lines.Length * LongestNumber));
            var (from, to) = (0, 0);
            for (var index = 0; index < lines.Length; index++)
            {
                var text = _json.AsSpan(from, _lines[index].At - from);
                text.CopyTo(all[to..]);
                from += text.Length;
                to += text.Length;
                Utf8Formatter.TryFormat(lines[index], all[to..], out var length);
                to += length;
            }

            _json.AsSpan(from).CopyTo(all[to..]);
            json.Advance(to + _json.Length - from);
            return true;
        }
    }
}
