using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stratus.Protocol;

/// <summary>Diagnostics as they are sent: a JSON array, written where most of it did not change since it was sent last.</summary>
/// <param name="json">The array.</param>
[JsonConverter(typeof(EncodedDiagnosticsConverter))]
public sealed class EncodedDiagnostics(ReadOnlyMemory<byte> json) : IReadOnlyList<Diagnostic>
{
    private Diagnostic[]? _all;

    /// <summary>No diagnostics.</summary>
    public static EncodedDiagnostics None { get; } = new("[]"u8.ToArray());

    /// <summary>These diagnostics.</summary>
    public static EncodedDiagnostics Of(Diagnostic[] diagnostics) =>
        new(JsonSerializer.SerializeToUtf8Bytes(diagnostics, ProtocolJson.OnTheWire.DiagnosticArray));

    /// <summary>The array.</summary>
    public ReadOnlyMemory<byte> Json { get; } = json;

    /// <inheritdoc/>
    public int Count => All.Length;

    private Diagnostic[] All => _all ??= JsonSerializer.Deserialize(Json.Span, ProtocolJson.Default.DiagnosticArray)!;

    /// <inheritdoc/>
    public Diagnostic this[int index] => All[index];

    /// <inheritdoc/>
    public IEnumerator<Diagnostic> GetEnumerator() => All.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Writes diagnostics that are JSON already.</summary>
public sealed class EncodedDiagnosticsConverter : JsonConverter<EncodedDiagnostics>
{
    /// <inheritdoc/>
    public override EncodedDiagnostics Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(System.Text.Encoding.UTF8.GetBytes(JsonElement.ParseValue(ref reader).GetRawText()));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, EncodedDiagnostics value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteRawValue(value.Json.Span, skipInputValidation: true);
    }
}
