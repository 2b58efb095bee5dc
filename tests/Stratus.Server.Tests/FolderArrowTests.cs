using System.Text.RegularExpressions;

namespace Stratus.Server.Tests;

/// <summary>
/// Which folders of a room may know which. Inside one assembly the compiler forbids nothing, so the arrows are read from the
/// sources: from their <c>using</c> lines and from names that begin with a folder's.
/// </summary>
public sealed partial class FolderArrowTests
{
    /// <summary>
    /// For each room its folders, and for each folder the others that it may use. What lies at a room's root is the model
    /// that its folders share, or what puts them together.
    /// </summary>
    private static readonly Dictionary<string, Dictionary<string, string>> Arrows = new()
    {
        ["Stratus.Catalog"] = new()
        {
            ["Terms"] = "",
            ["Names"] = "Terms",
            ["Glossary"] = "Names Terms",
        },
        ["Stratus.Notes"] = new()
        {
            ["Sequences"] = "",
            ["Text"] = "Sequences",
            ["Reading"] = "Text",
            ["Meaning"] = "Reading Text",
            ["Chunks"] = "Meaning Reading Sequences Text",
            ["Markup"] = "Reading Text",
        },
        ["Stratus.Features"] = new()
        {
            ["Wording"] = "",
            ["Folder"] = "",
            ["Editing"] = "Wording",
            ["Diagnostics"] = "Editing Wording",
            ["Hover"] = "Diagnostics Folder Wording",
            ["Completion"] = "Diagnostics Editing Hover Wording",
            ["Fixes"] = "Diagnostics Editing",
            ["Refactorings"] = "Diagnostics Editing Wording",
            ["Navigation"] = "Wording",
            ["Decorations"] = "Hover Wording",
        },
        ["Stratus.Server"] = new()
        {
            ["Transport"] = "",
            ["Files"] = "",
            ["Terminal"] = "",
            ["Conversion"] = "",
            ["Session"] = "Conversion Files Transport",
            ["Api"] = "Conversion Files Session",
            ["Checking"] = "Files",
            ["Reports"] = "Checking Conversion Files Terminal",
            ["Commands"] = "Api Checking Files Reports Session Terminal Transport",
        },
    };

    public static TheoryData<string> Rooms => [.. Arrows.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_folder_knows_only_the_folders_below_it(string room)
    {
        var arrows = Arrows[room];
        var wrong = from file in SourcesOf(room)
                    let folder = FolderOf(room, file)
                    where folder.Length > 0
                    from known in Known(room, file).Intersect(arrows.Keys)
                    where known != folder && !arrows.GetValueOrDefault(folder, "").Split(' ').Contains(known)
                    select $"{Path.GetFileName(file)}: {folder} → {known}";
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Every_folder_has_its_arrows_and_none_is_a_ring(string room)
    {
        var arrows = Arrows[room];
        Assert.Equal(arrows.Keys.Order(StringComparer.Ordinal), SourcesOf(room).Select(file => FolderOf(room, file)).Where(folder => folder.Length > 0).Distinct().Order(StringComparer.Ordinal));
        // Each folder stands after all that it knows, in some order: so there is no way back.
        var left = arrows.Keys.ToHashSet();
        while (left.FirstOrDefault(folder => !arrows[folder].Split(' ').Any(left.Contains)) is { } free)
        {
            left.Remove(free);
        }

        Assert.Empty(left);
    }

    [Fact]
    public void A_namespace_is_named_as_its_folder()
    {
        var wrong = from room in Directory.EnumerateDirectories(Path.Combine(StratusProgram.RepoRoot, "server"), "Stratus.*").Select(path => Path.GetFileName(path)!)
                    from file in SourcesOf(room)
                    let declared = NamespaceLine().Match(File.ReadAllText(file)).Groups[1].Value
                    // Top-level statements have none.
                    where declared.Length > 0 && declared != string.Join('.', [RootOf(room), .. Path.GetRelativePath(RoomPath(room), Path.GetDirectoryName(file)!).Split('/', '\\', '.').Where(part => part.Length > 0)])
                    select $"{Path.GetRelativePath(RoomPath(room), file)}: {declared}";
        Assert.Empty(wrong);
    }

    private static string RoomPath(string room) => Path.Combine(StratusProgram.RepoRoot, "server", room);

    // The catalog's own name would hide its type.
    private static string RootOf(string room) => room == "Stratus.Catalog" ? "Stratus" : room;

    private static IEnumerable<string> SourcesOf(string room) =>
        from file in Directory.EnumerateFiles(RoomPath(room), "*.cs", SearchOption.AllDirectories)
        where Path.GetRelativePath(RoomPath(room), file).Split('/', '\\')[0] is not ("bin" or "obj")
        select file;

    private static string FolderOf(string room, string file) =>
        Path.GetRelativePath(RoomPath(room), file).Split('/', '\\') is [var folder, _, ..] ? folder : "";

    private static IEnumerable<string> Known(string room, string file)
    {
        var code = Comment().Replace(File.ReadAllText(file), "");
        var absolute = Regex.Matches(code, $@"\b{Regex.Escape(RootOf(room))}\.(\w+)").Select(match => match.Groups[1].Value);
        var relative = QualifiedName().Matches(UsingLine().Replace(code, "")).Select(match => match.Groups[1].Value);
        return absolute.Concat(relative).Distinct();
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();

    [GeneratedRegex(@"^using .*$", RegexOptions.Multiline)]
    private static partial Regex UsingLine();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    // A type behind its namespace: Requests.Hover, Conversion.ToProtocol. A member access begins with a small letter or a dot.
    [GeneratedRegex(@"(?<![\w.""])([A-Z]\w+)\.[A-Z]\w+\.\w")]
    private static partial Regex QualifiedName();
}
