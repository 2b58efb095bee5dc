using System.Text.RegularExpressions;

namespace Stratus.Server.Tests;

/// <summary>
/// A request of the protocol is known in few places of the server, so that adding one is a short list of steps (CONTRIBUTING.md):
/// its handler, its method in the dispatch, its capabilities, its records.
/// </summary>
public sealed partial class RequestPlacesTests
{
    private static readonly string Server = Path.Combine(StratusProgram.RepoRoot, "server");

    private static readonly Lazy<(string File, string Code)[]> Sources = new(() =>
    [
        .. from file in Directory.EnumerateFiles(Server, "*.cs", SearchOption.AllDirectories)
           let path = Path.GetRelativePath(Server, file).Replace('\\', '/')
           where !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal)
           select (path, Comment().Replace(File.ReadAllText(file), "")),
    ]);

    [Fact]
    public void A_handler_is_named_by_the_dispatch_alone()
    {
        var handlers = Directory.EnumerateFiles(Path.Combine(Server, "Stratus.Server", "Api", "Requests"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        Assert.NotEmpty(handlers);
        var others = from handler in handlers
                     from source in Sources.Value
                     where source.File is not "Stratus.Server/Api/LanguageServer.cs" && Regex.IsMatch(source.Code, $@"\bRequests\.{handler}\b")
                     select $"{source.File} names {handler}";
        Assert.Empty(others);
    }

    [Fact]
    public void A_method_of_LSP_is_named_by_the_contract_alone()
    {
        const string contract = "Stratus.Server/Api/ILanguageServer.cs";
        var methods = RequestMethod().Matches(Sources.Value.Single(source => source.File == contract).Code).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(methods);
        var others = from method in methods
                     from source in Sources.Value
                     where source.File != contract && source.Code.Contains(method, StringComparison.Ordinal)
                     select $"{source.File} names {method}";
        Assert.Empty(others);
    }

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    // Notifications of the client are no requests, and clients are asked to send some of them.
    [GeneratedRegex(@"JsonRpcMethod\((""(?:textDocument|completionItem|codeAction|workspace|stratus)/(?!did)[^""]+"")")]
    private static partial Regex RequestMethod();
}
