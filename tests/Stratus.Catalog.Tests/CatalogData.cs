using System.Text.Json;
using System.Text.Json.Nodes;

namespace Stratus.Tests.CatalogRoom;

/// <summary>The data files as they lie in the repository, read as plain JSON: what people review.</summary>
internal static class CatalogData
{
    private static readonly Lazy<string> LazyFolder = new(FindFolder);

    public static string Folder => LazyFolder.Value;

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) != "schema")
        .Order(StringComparer.Ordinal);

    public static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!.AsObject();

    public static JsonObject[] List(string file, string field) => [.. Read(file)[field]!.AsArray().Select(entry => entry!.AsObject())];

    public static (string Category, JsonObject Entry)[] Services { get; } =
    [
        .. Directory.EnumerateFiles(Path.Combine(Folder, "services")).Order(StringComparer.Ordinal).SelectMany(path =>
            List(path, "services").Select(entry => (Path.GetFileNameWithoutExtension(path), entry))),
    ];

    public static string? Text(this JsonObject entry, string field) => entry[field]?.GetValue<string>();

    public static bool Mark(this JsonObject entry, string field) => entry[field]?.GetValueKind() == JsonValueKind.True;

    public static string[] Texts(this JsonObject entry, string field) => entry[field] is JsonArray texts ? [.. texts.Select(text => text!.GetValue<string>())] : [];

    public static int[] Numbers(this JsonObject entry, string field) => entry[field] is JsonArray numbers ? [.. numbers.Select(number => number!.GetValue<int>())] : [];

    public static int Number(this JsonObject entry, string field) => entry[field]!.GetValue<int>();

    public static string DisplayName(JsonObject service) => service.Text("prefix") is { } prefix ? $"{prefix} {service.Text("name")}" : service.Text("name")!;

    /// <summary>The name, with its prefix, and in full.</summary>
    public static string[] NamesOf(JsonObject service) =>
        [.. new[] { service.Text("name")!, DisplayName(service), service.Text("fullName") ?? DisplayName(service) }.Distinct()];

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "server", "Stratus.Catalog", "data");
            if (Directory.Exists(data)) return data;
        }

        throw new DirectoryNotFoundException("server/Stratus.Catalog/data is in no folder above the tests.");
    }
}
