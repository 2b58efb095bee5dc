using System.Text.Json;

namespace Stratus.Benchmarks;

/// <summary>What came from a server.</summary>
/// <param name="Milliseconds">From the first byte that was sent to the last that came.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Body">The message.</param>
internal sealed record Answer(double Milliseconds, int Bytes, JsonElement Body)
{
    /// <summary>What a request was answered with.</summary>
    public JsonElement Result => Body.GetProperty("result");
}
