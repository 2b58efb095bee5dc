using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Stratus.Notes.Chunks;
using Stratus.Notes.Sequences;
using Stratus.Notes.Text;
using Stratus.Terms;

namespace Stratus.Tests.Shared;

/// <summary>
/// All that a value says in public, one line a fact: <c>Mentions[2].IsPlural = False</c>. The members are found by reflection, so that
/// a new one is compared from its first day.
/// </summary>
internal static class Described
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>What a value says, and all that it holds.</summary>
    public static string Of(object? value)
    {
        var lines = new StringBuilder();
        Add(lines, "", value);
        return lines.ToString();
    }

    private static void Add(StringBuilder lines, string path, object? value)
    {
        switch (value)
        {
            case null:
                Line(lines, path, "null");
                break;
            case string text:
                Line(lines, path, text);
                break;
            case SourceText source:
                Line(lines, path, source.ToString());
                Add(lines, path + ".Lines", Enumerable.Range(0, source.LineCount).Select(source.Line));
                break;
            // Both notes look their names up in one catalog, and may be cut in another way.
            case Catalog or Delegate or Sequence<Chunk, ChunkMeasure>:
                break;
            case Term term:
                Line(lines, path, term.Id);
                break;
            case TextSpan span:
                Line(lines, path, string.Create(CultureInfo.InvariantCulture, $"{span.Start}+{span.Length}"));
                break;
            // Some sets and lists have members beside what they hold, which tell nothing more.
            case IEnumerable list:
                var index = 0;
                foreach (var item in list)
                {
                    Add(lines, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]"), item);
                }

                Line(lines, path + ".Count", index.ToString(CultureInfo.InvariantCulture));
                break;
            case IFormattable or bool:
                Line(lines, path, Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            default:
                foreach (var property in Properties.GetOrAdd(value.GetType(), MembersOf))
                {
                    Add(lines, path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.GetValue(value));
                }

                break;
        }
    }

    private static PropertyInfo[] MembersOf(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance) is { Length: > 0 } members
            ? members
            : throw new InvalidOperationException($"{type} says nothing in public, so that two of it cannot be told apart.");

    private static void Line(StringBuilder lines, string path, string value) => lines.Append(path).Append(" = ").Append(value).Append('\n');
}
