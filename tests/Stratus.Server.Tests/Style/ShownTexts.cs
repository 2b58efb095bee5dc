using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Stratus.Server.Tests.Style;

/// <summary>A text that a user may read.</summary>
/// <param name="File">Its file, relative to the root of the repository, with slashes.</param>
/// <param name="Line">The line that it begins in, from 1.</param>
/// <param name="Text">The text; what is filled in when the program runs is <c>{}</c>.</param>
internal readonly record struct ShownText(string File, int Line, string Text);

/// <summary>Finds the texts that a user may read in sources and documentation.</summary>
internal static partial class ShownTexts
{
    /// <summary>All texts of the repository: of the program, the extension and the documentation. The data of the catalog is not read.</summary>
    internal static IEnumerable<ShownText> OfRepository()
    {
        var root = StratusProgram.RepoRoot;
        return Files("server", "*.cs").SelectMany(OfCSharp)
            .Concat(Files("client-extension/src", "*.ts").SelectMany(OfStrings))
            .Concat(Files("client-extension/schemas", "*.json").Append("client-extension/package.json").SelectMany(OfStrings))
            .Concat(Files("docs", "*.md").Where(file => file != "docs/style.md").SelectMany(OfMarkdown))
            .Concat(Directory.EnumerateFiles(root, "*.md").Select(Relative).Append("client-extension/README.md").SelectMany(OfMarkdown));

        IEnumerable<string> Files(string folder, string pattern) =>
            Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories)
                .Select(Relative)
                .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"))
                .Order(StringComparer.Ordinal);

        string Relative(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');
    }

    /// <summary>The literals that hold more than a word. Arguments of attributes (patterns, justifications) are shown to nobody.</summary>
    internal static IEnumerable<ShownText> OfCSharp(string file) => OfCSharp(file, Read(file));

    /// <inheritdoc cref="OfCSharp(string)"/>
    internal static IEnumerable<ShownText> OfCSharp(string file, string source) =>
        from node in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes(node => node is not AttributeSyntax)
        let text = node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax interpolated => string.Concat(interpolated.Contents.Select(part =>
                part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : "{}")),
            _ => "",
        }
        where text.Trim().Any(char.IsWhiteSpace)
        select new ShownText(file, node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, text);

    /// <summary>The strings of TypeScript or JSON that hold more than a word.</summary>
    internal static IEnumerable<ShownText> OfStrings(string file) => OfStrings(file, Read(file));

    /// <inheritdoc cref="OfStrings(string)"/>
    internal static IEnumerable<ShownText> OfStrings(string file, string source) =>
        from match in StringOrComment().Matches(source)
        let text = match.Groups["text"].Value
        where text.Trim().Any(char.IsWhiteSpace)
        select new ShownText(file, LineOf(source, match.Index), text.Replace("\\\"", "\"", StringComparison.Ordinal));

    /// <summary>The text of a page without its code, which is what notes and files say.</summary>
    internal static IEnumerable<ShownText> OfMarkdown(string file) => OfMarkdown(file, Read(file));

    /// <inheritdoc cref="OfMarkdown(string)"/>
    internal static IEnumerable<ShownText> OfMarkdown(string file, string source) =>
        [new(file, 1, WithoutCode(source))];

    /// <summary>A text with marks instead of its code, so that offsets stay.</summary>
    internal static string WithoutCode(string text) =>
        Code().Replace(text, code => new string([.. code.Value.Select(character => character == '\n' ? '\n' : '`')]));

    /// <summary>The line of an offset, from 1.</summary>
    internal static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

    private static string Read(string file) => File.ReadAllText(Path.Combine(StratusProgram.RepoRoot, file));

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"(?<text>(?:\\.|[^"\\\n])*)"|`(?<text>(?:\\.|[^`\\])*)`""", RegexOptions.Singleline)]
    private static partial Regex StringOrComment();

    [GeneratedRegex("""^[ ]*(?<fence>```+|~~~+).*?^[ ]*\k<fence>|(?<mark>`+)(?!`).+?(?<!`)\k<mark>(?!`)""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();
}
