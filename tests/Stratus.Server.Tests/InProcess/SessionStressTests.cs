using StreamJsonRpc;

namespace Stratus.Server.Tests.InProcess;

/// <summary>Whatever is done in whatever order beside the work in the background: nothing fails, and what was left last holds.</summary>
public sealed class SessionStressTests
{
    private const int Steps = 1_500;
    private const string Versions = """{"textDocument":{"publishDiagnostics":{"versionSupport":true}}}""";
    private static readonly string[] Severities = ["hint", "information", "warning", "error"];
    private static readonly string[] Names = ["a.md", "b.md", "deep/c.md", "deep/d.md"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_long_session_ends_as_it_was_left(int seed)
    {
        var random = new Random(seed);
        using var folder = new Folder([.. Names.Select(name => (name, "- NLB (L4)\n")), ("deep/.stratus.json", "{}")]);
        using var server = await InProcessServer.StartAsync(Versions, folder: folder.Path);
        var open = new Dictionary<string, (int Version, int Mistakes)>();
        var asked = new List<Answer<bool>>();
        var severity = "information";
        for (var step = 2; step < Steps; step++)
        {
            var name = Names[random.Next(Names.Length)];
            var uri = InProcessServer.Address(folder[name]);
            var mistakes = random.Next(4);
            switch (random.Next(20))
            {
                case 0:
                    await server.CloseAsync(uri);
                    open.Remove(uri);
                    break;
                case 1:
                    severity = Severities[random.Next(Severities.Length)];
                    await server.ConfigureAsync(Settings(severity, random.Next(2) == 0 ? "Sled" : "Sledge"));
                    break;
                case 2:
                    File.WriteAllText(folder[name], Text(mistakes));
                    await server.TellOfFilesAsync(folder[name]);
                    break;
                case 3:
                    File.WriteAllText(folder["deep/.stratus.json"], random.Next(2) == 0 ? "{}" : "{ \"profil\": 1 }");
                    await server.TellOfFilesAsync(folder["deep/.stratus.json"]);
                    break;
                case 4 when open.ContainsKey(uri):
                    await server.DoAsync(it => it.HoverAsync(new(new(uri), new(0, 8)), CancellationToken.None));
                    break;
                case 6 when open.ContainsKey(uri):
                    asked.Add(await server.AskAsync(it => WasAnsweredAsync(it.SemanticTokensAsync(new(new(uri)), CancellationToken.None))));
                    asked.Add(await server.AskAsync(it => WasAnsweredAsync(it.FoldingRangeAsync(new(new(uri)), CancellationToken.None))));
                    asked.Add(await server.AskAsync(it => WasAnsweredAsync(it.SemanticTokensAsync(new(new(uri)), new(canceled: step % 2 == 0)))));
                    break;
                case 5 when open.TryGetValue(uri, out var last):
                    // Just as the worker ends with it.
                    await server.Client.PublishedAsync(uri, published => published.Version == last.Version);
                    goto default;
                default:
                    await (open.ContainsKey(uri)
                        ? server.ChangeAsync(step, Text(mistakes), uri)
                        : server.OpenAsync(Text(mistakes), uri, step));
                    open[uri] = (step, mistakes);
                    break;
            }
        }

        File.WriteAllText(folder["deep/.stratus.json"], "{ \"profil\": 1 }");
        await server.TellOfFilesAsync(folder["deep/.stratus.json"]);
        await server.ConfigureAsync(Settings(severity, "Sled"));
        foreach (var name in Names)
        {
            var uri = InProcessServer.Address(folder[name]);
            if (open.TryGetValue(uri, out var last))
            {
                await server.Client.PublishedAsync(uri, published =>
                    published.Version == last.Version
                    && published.Diagnostics.Count == last.Mistakes
                    && published.Diagnostics.All(one => one.Severity.ToString()!.Equals(severity, StringComparison.OrdinalIgnoreCase)));
            }
            else if (server.Client.Published.Any(published => published.Uri == uri))
            {
                await server.Client.PublishedAsync(uri, published => published.Diagnostics.Count == 0);
            }
        }

        await server.Client.PublishedAsync(InProcessServer.Address(folder["deep/.stratus.json"]), published => published.Diagnostics.Count == 1);
        Assert.DoesNotContain("Exception", server.Log, StringComparison.Ordinal);
        foreach (var answer in asked)
        {
            await answer.ReceiveAsync();
        }
    }

    /// <summary>True for an answer, false where it was refused or cancelled as LSP has it.</summary>
    private static async Task<bool> WasAnsweredAsync<T>(Task<T> answer)
    {
        try
        {
            await answer;
            return true;
        }
        catch (Exception refusal) when (refusal is OperationCanceledException or LocalRpcException { ErrorCode: -32801 })
        {
            return false;
        }
    }

    private static string Text(int mistakes) =>
        "A Sled before an NLB.\n" + string.Concat(Enumerable.Repeat("\nWe put Cloudfront in front.\n", mistakes));

    private static string Settings(string severity, string term) =>
        $$$"""{"rules":{"service-casing":"{{{severity}}}"},"glossary":[{"name":"{{{term}}}","layers":"L3"}]}""";
}
