using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Stratus.Protocol;

/// <summary>
/// Reads what a client says of itself. A member that is not of its type counts as absent, however deep it stands, and so
/// does an item of a list: one odd capability is no reason to serve an editor with nothing.
/// </summary>
public static class Lenient
{
    /// <summary>Reads an object, passing over what cannot be read in it.</summary>
    /// <exception cref="JsonException">It is no object, or lacks what it must have.</exception>
    public static T Read<T>(JsonElement json, JsonTypeInfo<T> type)
        where T : class =>
        (json.ValueKind == JsonValueKind.Object ? Readable(json, type)?.Deserialize(type) : null)
            ?? throw new JsonException($"This is not a valid {typeof(T).Name}.");

    /// <summary>What of a value can be read as a type, or null where nothing can.</summary>
    private static JsonNode? Readable(JsonElement json, JsonTypeInfo type)
    {
        JsonNode? node = (type.Kind, json.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) => Members(json, type),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => Items(json, type.Options.GetTypeInfo(type.ElementType!)),
            (JsonTypeInfoKind.None, JsonValueKind.Object) => JsonObject.Create(json),
            (JsonTypeInfoKind.None, JsonValueKind.Array) => JsonArray.Create(json),
            (JsonTypeInfoKind.None, not JsonValueKind.Null) => JsonValue.Create(json),
            _ => null,
        };
        try
        {
            return node.Deserialize(type) is null ? null : node;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonObject Members(JsonElement json, JsonTypeInfo type)
    {
        var members = new JsonObject();
        foreach (var member in type.Properties)
        {
            if (json.TryGetProperty(member.Name, out var value)
                && Readable(value, type.Options.GetTypeInfo(member.PropertyType)) is { } readable)
            {
                members[member.Name] = readable;
            }
        }

        return members;
    }

    private static JsonArray Items(JsonElement json, JsonTypeInfo type) =>
        [.. json.EnumerateArray().Select(item => Readable(item, type)).Where(item => item is not null)];
}

/// <summary>Reads a member that a client may leave out: a value that cannot be read as <typeparamref name="T"/> counts as left out.</summary>
/// <typeparam name="T">The type of the member; it can be null.</typeparam>
public sealed class LenientConverter<T> : JsonConverter<T>
{
    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            return JsonSerializer.Deserialize(ref reader, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        }
        catch (JsonException)
        {
            reader = start;
            reader.Skip();
            return default;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
}

/// <summary>Reads the protocol's <c>integer</c>, also where a client writes a whole number as <c>2.0</c>.</summary>
public sealed class IntegerConverter : JsonConverter<int>
{
    /// <inheritdoc/>
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType != JsonTokenType.Number ? throw new JsonException("This is not a number.")
        : reader.TryGetInt32(out var number) ? number
        : reader.TryGetDouble(out var real) && real is >= int.MinValue and <= int.MaxValue && double.IsInteger(real) ? (int)real
        : throw new JsonException("This is not a 32-bit integer.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
