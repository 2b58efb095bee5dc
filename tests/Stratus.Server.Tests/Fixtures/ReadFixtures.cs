using System.Collections.Concurrent;
using System.Text.Json;

namespace Stratus.Server.Tests.Fixtures;

/// <summary>All fixtures, read by the real program at once: one <c>stratus inspect</c> and one session of <c>stratus lsp</c> a profile.</summary>
public sealed class ReadFixtures : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, ReadNote> _read = new();
    private readonly Dictionary<string, Fixture> _fixtures = [];
    private readonly Dictionary<string, FormatException> _unreadable = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var name in Fixture.Names)
        {
            try
            {
                _fixtures.Add(name, Fixture.Load(name));
            }
            catch (FormatException wrong)
            {
                _unreadable.Add(name, wrong);
            }
        }

        var models = await ModelsAsync([.. _fixtures.Values]);
        foreach (var group in _fixtures.Values.Zip(models).GroupBy(pair => pair.First.Profile))
        {
            await using var client = await LspClient.InitializedAsync(new { textDocument = AroundTheCursor.TextDocument }, new { inlayHints = new { layers = true }, profile = group.Key });
            foreach (var (fixture, model) in group)
            {
                _read[fixture.Name] = await ReadAsync(client, fixture, model);
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What does not hold of a fixture, a line each.</summary>
    /// <exception cref="FormatException">The fixture itself is wrong.</exception>
    internal string[] ComplaintsOf(string name) => _unreadable.TryGetValue(name, out var wrong)
        ? throw wrong
        : [.. new Judge(_fixtures[name], _read[name]).Complaints()];

    private static async Task<JsonElement[]> ModelsAsync(IReadOnlyList<Fixture> fixtures)
    {
        using var folder = new Folder([.. fixtures.Select(fixture => (fixture.Name, fixture.HasMark ? "\uFEFF" + fixture.Note : fixture.Note))]);
        var (code, output, error) = await StratusProgram.RunAsync(folder.Path, ["inspect", .. fixtures.Select(fixture => fixture.Name)]);
        Assert.Equal((0, ""), (code, error));
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
    }

    private static async Task<ReadNote> ReadAsync(LspClient client, Fixture fixture, JsonElement model)
    {
        var uri = $"file:///fixtures/{fixture.Name}";
        client.Open(fixture.Note, uri);
        var findings = (await client.RequestAsync("textDocument/diagnostic", new { textDocument = new { uri } })).GetProperty("result").GetProperty("items");
        var hovers = new Dictionary<int, string?>();
        foreach (var expectation in fixture.Expectations.Where(one => one.Verb == "hover"))
        {
            foreach (var (start, end) in PlacesOrNone(expectation, fixture.Note))
            {
                var (line, character) = ReadNote.Position(fixture.Note, (start + end) / 2);
                var card = await client.AtAsync("textDocument/hover", line, character, uri);
                hovers[start] = card.ValueKind == JsonValueKind.Null ? null : card.GetProperty("contents").GetProperty("value").GetString();
            }
        }

        var offers = new Dictionary<(bool, int), string[]>();
        foreach (var expectation in fixture.Expectations.Where(one => one.IsOffer))
        {
            foreach (var (_, end) in PlacesOrNone(expectation, fixture.Note))
            {
                offers[(expectation.IsTyped, end)] = await OffersAsync(client, uri, fixture.Note, end, expectation.IsTyped);
            }
        }

        var around = await AroundTheCursor.ReadAsync(client, fixture, uri, expectation => PlacesOrNone(expectation, fixture.Note));
        client.Notify("textDocument/didClose", new { textDocument = new { uri } });
        return new(fixture.Note, model, [.. findings.EnumerateArray()], hovers, offers, around);
    }

    private static async Task<string[]> OffersAsync(LspClient client, string uri, string note, int offset, bool isTyped)
    {
        var (line, character) = ReadNote.Position(note, offset);
        object context = isTyped ? new { triggerKind = 2, triggerCharacter = note[(offset - 1)..offset] } : new { triggerKind = 1 };
        var answer = await client.RequestAsync("textDocument/completion", new { textDocument = new { uri }, position = new { line, character }, context });
        return [.. answer.GetProperty("result").GetProperty("items").EnumerateArray().Select(item => item.GetProperty("label").GetString()!)];
    }

    // An expectation that is wrong fails its own case, not all of them.
    private static IEnumerable<(int Start, int End)> PlacesOrNone(Expectation expectation, string note)
    {
        try
        {
            return Judge.Places(expectation, note);
        }
        catch (FormatException)
        {
            return [];
        }
    }
}
