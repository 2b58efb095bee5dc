using System.Buffers;
using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stratus.Protocol;

/// <summary>Diagnostics as they are sent: a JSON array, written where most of it did not change since it was sent last.</summary>
/// <param name="json">The array.</param>
/// <param name="memory">What holds its bytes, and may have them back once it is sent; null for nothing.</param>
[JsonConverter(typeof(EncodedDiagnosticsConverter))]
public sealed class EncodedDiagnostics(ReadOnlySequence<byte> json, IDisposable? memory = null) : IReadOnlyList<Diagnostic>, IDisposable
{
    private Diagnostic[]? _all;

    /// <summary>No diagnostics.</summary>
    public static EncodedDiagnostics None { get; } = new(new("[]"u8.ToArray()));

    /// <summary>The array.</summary>
    public ReadOnlySequence<byte> Json { get; } = json;

    /// <inheritdoc/>
    public int Count => All.Length;

    private Diagnostic[] All => _all ??= JsonSerializer.Deserialize(Json.ToArray(), ProtocolJson.Default.DiagnosticArray)!;

    /// <inheritdoc/>
    public Diagnostic this[int index] => All[index];

    /// <summary>These diagnostics.</summary>
    public static EncodedDiagnostics Of(Diagnostic[] diagnostics) =>
        new(new(JsonSerializer.SerializeToUtf8Bytes(diagnostics, ProtocolJson.OnTheWire.DiagnosticArray)));

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => All.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives the memory back. Who sent it may do so, and nobody must look at it afterwards.</summary>
    public void Dispose() => memory?.Dispose();
}

/// <summary>Writes diagnostics that are JSON already.</summary>
public sealed class EncodedDiagnosticsConverter : JsonConverter<EncodedDiagnostics>
{
    /// <inheritdoc/>
    public override EncodedDiagnostics Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(new(System.Text.Encoding.UTF8.GetBytes(JsonElement.ParseValue(ref reader).GetRawText())));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EncodedDiagnostics value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.Json, skipInputValidation: true);
    }
}
