using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stratus.Protocol.Tests;

/// <summary>One odd member of <c>initialize</c> costs no more than itself.</summary>
public sealed class LenientTests
{
    private const string Full =
        """
        {"processId":1,"rootUri":"file:///a","workspaceFolders":[{"uri":"file:///a"},{"uri":"file:///b"}],"initializationOptions":{"x":[1]},
         "capabilities":{"general":{"positionEncodings":["utf-8"]},
          "workspace":{"configuration":true,"didChangeConfiguration":{"dynamicRegistration":true},"didChangeWatchedFiles":{"dynamicRegistration":true},
           "workspaceEdit":{"documentChanges":true},"diagnostics":{"refreshSupport":true},"inlayHint":{"refreshSupport":true},"semanticTokens":{"refreshSupport":true}},
          "textDocument":{"hover":{"contentFormat":["markdown"]},
           "completion":{"completionItem":{"documentationFormat":["markdown"],"deprecatedSupport":true,"tagSupport":{"valueSet":[1]},"insertReplaceSupport":true,
            "labelDetailsSupport":true,"snippetSupport":true,"insertTextModeSupport":{"valueSet":[1,2]}},"completionItemKind":{"valueSet":[1,20]}},
           "codeAction":{"codeActionLiteralSupport":{},"isPreferredSupport":true,"disabledSupport":true},
           "publishDiagnostics":{"relatedInformation":true,"tagSupport":{"valueSet":[1,2]},"versionSupport":true,"codeDescriptionSupport":true},
           "diagnostic":{"relatedInformation":true,"tagSupport":{"valueSet":[1]},"codeDescriptionSupport":true},
           "documentHighlight":{},"selectionRange":{},"inlayHint":{},"semanticTokens":{},
           "documentSymbol":{"hierarchicalDocumentSymbolSupport":true,"symbolKind":{"valueSet":[1,23]},"tagSupport":{"valueSet":[1]}},
           "foldingRange":{"rangeLimit":5000,"lineFoldingOnly":true}},
          "experimental":{"commands":{"commands":["a"]}}}}
        """;

    public static TheoryData<string> Odd => ["true", "5", "1.5", "1099511627776", "\"utf-8\"", "null", "[]", "{}", "[null]", "[5,true]", "[{\"uri\":null}]", "{\"valueSet\":5}"];

    [Fact]
    public void What_is_as_it_should_be_is_read_in_full() =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Full), Read(JsonNode.Parse(Full)!)), Read(JsonNode.Parse(Full)!).ToJsonString());

    [Theory]
    [MemberData(nameof(Odd))]
    public void A_member_of_another_type_counts_as_absent_and_all_others_stay(string odd)
    {
        var members = Members(JsonNode.Parse(Full)!.AsObject(), []).ToList();
        Assert.InRange(members.Count, 60, int.MaxValue);
        foreach (var path in members)
        {
            var client = JsonNode.Parse(Full)!;
            At(client, path[..^1])[path[^1]] = JsonNode.Parse(odd);
            var (read, expected) = (Read(client), JsonNode.Parse(Full)!);
            At(read, path[..^1]).AsObject().Remove(path[^1]);
            At(expected, path[..^1]).AsObject().Remove(path[^1]);
            Assert.True(JsonNode.DeepEquals(expected, read), $"{string.Join('.', path)} = {odd}: {read.ToJsonString()}");
        }
    }

    [Theory]
    [InlineData("[null]", "[]")]
    [InlineData("""[{"uri":null},{"uri":"file:///b","name":5},{},"file:///c"]""", """[{"uri":"file:///b"}]""")]
    public void An_item_of_another_type_counts_as_absent(string folders, string read)
    {
        var client = JsonNode.Parse(Full)!;
        client["workspaceFolders"] = JsonNode.Parse(folders);
        Assert.Equal(read, Read(client)["workspaceFolders"]!.ToJsonString());
    }

    [Theory]
    [InlineData("5")]
    [InlineData("null")]
    [InlineData("[1]")]
    public void What_is_no_object_is_refused(string json) =>
        Assert.Throws<JsonException>(() => Read(JsonNode.Parse(json)));

    [Theory]
    [InlineData("2", 2)]
    [InlineData("2.0", 2)]
    [InlineData("2e0", 2)]
    [InlineData("-1", -1)]
    [InlineData("2.5", null)]
    [InlineData("1099511627776", null)]
    [InlineData("\"2\"", null)]
    [InlineData("{\"a\":[1]}", null)]
    [InlineData("null", null)]
    public void A_version_is_a_whole_number_or_unknown(string json, int? version) =>
        Assert.Equal(new("a", version), JsonSerializer.Deserialize($$"""{"version":{{json}},"uri":"a"}""", ProtocolJson.Default.VersionedTextDocumentIdentifier));

    private static JsonNode Read(JsonNode? client) => JsonSerializer.SerializeToNode(
        Lenient.Read(JsonDocument.Parse(client?.ToJsonString() ?? "null").RootElement, ProtocolJson.Default.InitializeParams),
        ProtocolJson.Default.InitializeParams)!;

    private static JsonNode At(JsonNode node, string[] path) => path.Aggregate(node, (inner, name) => inner[name]!);

    private static IEnumerable<string[]> Members(JsonObject node, string[] path) => node.SelectMany(member => (string[][])
    [
        [.. path, member.Key],
        .. member.Value is JsonObject inner && member.Key is not ("experimental" or "initializationOptions") ? Members(inner, [.. path, member.Key]) : [],
    ]);
}
