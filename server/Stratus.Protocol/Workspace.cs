using System.Text.Json;

namespace Stratus.Protocol;

/// <summary>A part of the client's settings to ask for.</summary>
public sealed record ConfigurationItem(string Section);

/// <summary>The settings have changed; clients that are asked for them send null or nothing of use.</summary>
public sealed record DidChangeConfigurationParams(JsonElement? Settings = null);

/// <summary>Something that the server wants from now on.</summary>
public sealed record Registration(string Id, string Method);

/// <summary>How loud a message to the user is, by the protocol's numbers.</summary>
public enum MessageType
{
    /// <summary>Something failed.</summary>
    Error = 1,
    /// <summary>Something needs a look.</summary>
    Warning = 2,
}
