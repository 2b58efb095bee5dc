using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Stratus.Server.Tests;

/// <summary>What each room knows of the others, and which libraries it may see. What the pure rooms may not call is in server/BannedSymbols.txt.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Rooms = ["Stratus.Catalog", "Stratus.Configuration", "Stratus.Features", "Stratus.Notes", "Stratus.Protocol", "Stratus.Server"];

    [Theory]
    [InlineData("Stratus.Catalog", "")]
    [InlineData("Stratus.Notes", "Stratus.Catalog")]
    [InlineData("Stratus.Configuration", "Stratus.Catalog")]
    [InlineData("Stratus.Features", "Stratus.Configuration Stratus.Notes")]
    [InlineData("Stratus.Protocol", "")]
    [InlineData("Stratus.Server", "Stratus.Features Stratus.Protocol")]
    public void A_room_refers_only_to_the_rooms_below_it(string room, string others) =>
        Assert.Equal(others.Split(' ', StringSplitOptions.RemoveEmptyEntries), References(room, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Markdig", "Stratus.Notes")]
    [InlineData("Newtonsoft.Json", "Stratus.Configuration")]
    [InlineData("Spectre.Console", "Stratus.Server")]
    [InlineData("StreamJsonRpc", "Stratus.Server")]
    [InlineData("System.CommandLine", "Stratus.Server")]
    [InlineData("Wcwidth", "Stratus.Server")]
    [InlineData("Microsoft.Extensions.FileSystemGlobbing", "Stratus.Configuration")]
    [InlineData("YamlDotNet", "Stratus.Configuration", "Stratus.Notes")]
    public void A_library_is_seen_in_few_rooms(string package, params string[] rooms) =>
        Assert.Equal(rooms, Rooms.Where(other => References(other, "PackageReference").Contains(package)));

    [Theory]
    [InlineData("Stratus.Catalog", "Markdig", "Newtonsoft.Json", "System.Text.Json", "StreamJsonRpc", "System.Console")]
    [InlineData("Stratus.Notes", "Newtonsoft.Json", "System.Text.Json", "StreamJsonRpc", "System.Console")]
    [InlineData("Stratus.Features", "Markdig", "YamlDotNet", "Newtonsoft.Json", "System.Text.Json", "StreamJsonRpc", "System.Console", "Stratus.Protocol")]
    [InlineData("Stratus.Configuration", "Markdig", "System.Text.Json", "StreamJsonRpc", "Stratus.Notes")]
    [InlineData("Stratus.Protocol", "Stratus.Catalog", "Stratus.Notes", "Stratus.Features", "StreamJsonRpc", "Newtonsoft.Json")]
    public void What_a_room_knows_nothing_of_is_not_in_its_assembly(string room, params string[] unknown) =>
        Assert.Empty(unknown.Intersect(AssemblyReferences(room)));

    [Fact]
    public void The_solution_holds_the_rooms_and_their_tests()
    {
        var projects = File.ReadLines(Path.Combine(StratusProgram.RepoRoot, "Lsp.sln"))
            .Where(line => line.StartsWith("Project(", StringComparison.Ordinal) && line.Contains(".csproj", StringComparison.Ordinal))
            .Select(line => line.Split('"')[5].Replace('\\', '/'))
            .ToList();
        Assert.Equal(
            Rooms.Select(room => $"server/{room}/{room}.csproj"),
            projects.Where(project => !project.StartsWith("tests/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Empty(Rooms.Select(room => $"tests/{room}.Tests/{room}.Tests.csproj").Except(projects));
    }

    private static List<string> References(string room, string kind) =>
    [
        .. XDocument.Load(Path.Combine(StratusProgram.RepoRoot, "server", room, room + ".csproj"))
            .Descendants(kind).Select(reference => reference.Attribute("Include")!.Value),
    ];

    private static List<string> AssemblyReferences(string room)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, room + ".dll")));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name))];
    }
}
