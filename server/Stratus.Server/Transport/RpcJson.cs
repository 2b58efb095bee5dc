using System.Text.Json.Serialization;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace Stratus.Server.Transport;

/// <summary>The types of the JSON-RPC library itself that go over the wire.</summary>
[JsonSerializable(typeof(RequestId))]
[JsonSerializable(typeof(CommonErrorData))]
internal sealed partial class RpcJson : JsonSerializerContext;
