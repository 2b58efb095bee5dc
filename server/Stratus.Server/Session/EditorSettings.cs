using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Stratus.Configuration;

namespace Stratus.Server.Session;

/// <summary>
/// What the editor says of the user's settings, in two layers: what it answers or sends in the course of the session goes
/// before its initialization options. Null, an error or no object says nothing, and leaves its layer as it was.
/// </summary>
internal sealed class EditorSettings(IReadOnlyCollection<string> ruleCodes)
{
    /// <summary>How many mistakes a message tells of.</summary>
    private const int MostTold = 5;

    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private Settings _options = Settings.Default;
    private Settings _configuration = Settings.Default;

    /// <summary>What holds.</summary>
    internal Settings Current => _configuration.Over(_options);

    /// <summary>Takes the initialization options.</summary>
    /// <returns>The message about the mistakes in them; null for none, or for none that the user does not know of.</returns>
    internal string? TakeOptions(JsonElement? said) => Take(said, ref _options);

    /// <summary>Takes what the editor answers when it is asked for its settings, or sends when they have changed.</summary>
    /// <returns>The message about the mistakes in it; null for none, or for none that the user does not know of.</returns>
    internal string? TakeConfiguration(JsonElement? said) => Take(said, ref _configuration);

    private string? Take(JsonElement? said, ref Settings layer)
    {
        if (said is not { } all || SectionOf(all) is not { ValueKind: JsonValueKind.Object } section)
        {
            return null;
        }

        var mistakes = new List<string>();
        layer = Settings.Default;
        foreach (var member in section.EnumerateObject())
        {
            // The client's own settings stand beside the server's, so only those are read here.
            if (member.Value.ValueKind == JsonValueKind.Null || !SettingsReader.Keys.Contains(member.Name))
            {
                continue;
            }

            var (read, problems) = SettingsReader.Read($$"""{"{{member.Name}}":{{member.Value.GetRawText()}}}""", ruleCodes);
            layer = read.Over(layer);
            mistakes.AddRange(problems.Select(problem => $"stratus.{member.Name}: {problem.Message}"));
        }

        return Message([.. mistakes.Where(_told.Add)]);
    }

    /// <summary>The part for this server, which clients send by itself or below its name.</summary>
    private static JsonElement SectionOf(JsonElement settings) =>
        settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty("stratus", out var section) ? section : settings;

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string? Message(ImmutableArray<string> mistakes) => mistakes switch
    {
        [] => null,
        [var one] => $"Stratus found a mistake in your settings: {one}",
        _ => string.Join(
            '\n',
            [
                $"Stratus found {Number(mistakes.Length)} mistakes in your settings:",
                .. mistakes.Take(MostTold),
                .. mistakes.Length > MostTold ? [$"… and {Number(mistakes.Length - MostTold)} more."] : (string[])[],
            ]),
    };
}
