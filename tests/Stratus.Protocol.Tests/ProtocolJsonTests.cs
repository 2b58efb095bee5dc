using System.Text.Json;

namespace Stratus.Protocol.Tests;

/// <summary>The types on the wire are those of LSP 3.17.</summary>
public sealed class ProtocolJsonTests
{
    private static readonly Range Somewhere = new(new(1, 2), new(3, 4));

    [Fact]
    public void A_plain_text_edit_and_an_insert_replace_edit_are_told_apart()
    {
        Assert.Equal(
            """{"newText":"x","range":{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}}""",
            JsonSerializer.Serialize(new CompletionEdit("x", Somewhere), ProtocolJson.Default.CompletionEdit));
        var both = JsonSerializer.SerializeToElement(new CompletionEdit("x", Insert: Somewhere, Replace: Somewhere), ProtocolJson.Default.CompletionEdit);
        Assert.Equal(["newText", "insert", "replace"], both.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void What_is_null_is_left_out_but_the_version_of_an_edited_document()
    {
        Assert.Equal("""{"uri":"a","diagnostics":[]}""", JsonSerializer.Serialize(new PublishDiagnosticsParams("a", EncodedDiagnostics.None), ProtocolJson.Default.PublishDiagnosticsParams));
        Assert.Equal("""{"uri":"a","version":null}""", JsonSerializer.Serialize(new VersionedTextDocumentIdentifier("a"), ProtocolJson.Default.VersionedTextDocumentIdentifier));
    }

    [Theory]
    [InlineData("""{"line":4294967295,"character":-7}""", int.MaxValue, 0)]
    [InlineData("""{"line":1.0,"character":1e30}""", 1, int.MaxValue)]
    public void Numbers_outside_the_range_of_a_position_are_the_nearest_within(string json, int line, int character) =>
        Assert.Equal(new Position(line, character), JsonSerializer.Deserialize(json, ProtocolJson.Default.Position));

    [Theory]
    [InlineData("""{"textDocument":{"uri":"a"}}""")]
    [InlineData("""{"textDocument":null,"position":{"line":0,"character":0}}""")]
    [InlineData("""{"textDocument":{"uri":null},"position":{"line":0,"character":0}}""")]
    [InlineData("""{"textDocument":{"uri":"a"},"position":{"line":"0","character":0}}""")]
    [InlineData("""[]""")]
    public void A_required_member_that_is_missing_null_or_of_another_type_is_refused(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, ProtocolJson.Default.TextDocumentPositionParams));

    [Fact]
    public void Members_that_are_not_used_are_passed_over()
    {
        var request = JsonSerializer.Deserialize(
            """
            {"processId":null,"rootUri":null,"trace":"off","clientInfo":{"name":"e","version":"1","x":1},"locale":"ko",
             "capabilities":{"textDocument":{"hover":{"dynamicRegistration":true,"contentFormat":["markdown"]},"moniker":{}},"experimental":{"a":[1]}},
             "workspaceFolders":[{"uri":"file:///a","name":"a"}]}
            """,
            ProtocolJson.Default.InitializeParams)!;
        Assert.Null(request.ProcessId);
        Assert.Equal(["markdown"], request.Capabilities!.TextDocument!.Hover!.ContentFormat!);
    }

    [Fact]
    public void Tokens_in_full_and_as_a_difference_are_told_apart()
    {
        Assert.Equal("""{"resultId":"1","data":[0,0,3,0,0]}""", JsonSerializer.Serialize(new SemanticTokens("1", [0, 0, 3, 0, 0]), ProtocolJson.Default.SemanticTokens));
        Assert.Equal(
            """{"resultId":"2","edits":[{"start":5,"deleteCount":10,"data":[]}]}""",
            JsonSerializer.Serialize(new SemanticTokens("2", Edits: [new(5, 10, [])]), ProtocolJson.Default.SemanticTokens));
    }

    [Fact]
    public void A_symbol_of_a_tree_and_one_of_a_list_are_told_apart()
    {
        var tree = JsonSerializer.SerializeToElement(new DocumentSymbol("A", SymbolKind.String, Range: Somewhere, SelectionRange: Somewhere, Children: []), ProtocolJson.Default.DocumentSymbol);
        Assert.Equal(["name", "kind", "range", "selectionRange", "children"], tree.EnumerateObject().Select(member => member.Name));
        var list = JsonSerializer.SerializeToElement(new DocumentSymbol("A", SymbolKind.Field, [SymbolTag.Deprecated], Location: new("a", Somewhere), ContainerName: "B"), ProtocolJson.Default.DocumentSymbol);
        Assert.Equal(["name", "kind", "tags", "location", "containerName"], list.EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Ranges_hints_and_folds_are_written_as_LSP_has_them()
    {
        const string place = """{"start":{"line":1,"character":2},"end":{"line":3,"character":4}}""";
        Assert.Equal($$$"""[{"range":{{{place}}},"kind":1}]""", JsonSerializer.Serialize([new(Somewhere, DocumentHighlightKind.Text)], ProtocolJson.Default.DocumentHighlightArray));
        Assert.Equal($$$"""[{"range":{{{place}}},"parent":{"range":{{{place}}}}}]""", JsonSerializer.Serialize([new(Somewhere, new(Somewhere))], ProtocolJson.Default.SelectionRangeArray));
        Assert.Equal("""[{"startLine":1,"endLine":2}]""", JsonSerializer.Serialize([new(1, 2)], ProtocolJson.Default.FoldingRangeArray));
        Assert.Equal(
            """[{"position":{"line":1,"character":2},"label":"L3","tooltip":{"kind":"plaintext","value":"x"},"paddingLeft":true}]""",
            JsonSerializer.Serialize([new(new(1, 2), "L3", new(MarkupKind.PlainText, "x"), true)], ProtocolJson.Default.InlayHintArray));
    }

    [Theory]
    [InlineData("""{}""", null, null)]
    [InlineData("""{"rangeLimit":5000,"lineFoldingOnly":true}""", 5000.0, true)]
    [InlineData("""{"rangeLimit":4294967295}""", 4294967295.0, null)]
    public void The_limit_of_folds_is_any_number_or_none(string json, double? limit, bool? onlyLines) =>
        Assert.Equal(new FoldingRangeClientCapabilities(limit, onlyLines), JsonSerializer.Deserialize(json, ProtocolJson.Default.FoldingRangeClientCapabilities));

    [Theory]
    [InlineData("""{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"message":"m","code":17,"codeDescription":{"href":"x"}}""", "17")]
    [InlineData("""{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"message":"m","code":"E1","severity":1}""", "E1")]
    [InlineData("""{"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"message":"m"}""", null)]
    public void The_code_of_a_diagnostic_may_be_a_number(string json, string? code) =>
        Assert.Equal(code, JsonSerializer.Deserialize(json, ProtocolJson.Default.Diagnostic)!.Code);
}
