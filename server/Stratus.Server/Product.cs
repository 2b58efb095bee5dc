using System.Reflection;

namespace Stratus.Server;

/// <summary>What this program is.</summary>
internal static class Product
{
    /// <summary>Where the documentation is published, as the build was told (<c>StratusSite</c>); null where it was not.</summary>
    private static string? Site { get; } =
        typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(fact => fact.Key == "StratusSite")?.Value?.TrimEnd('/');

    /// <summary>The published page of a rule; null where the build knows of no site.</summary>
    internal static string? RulePage(string code) => string.IsNullOrEmpty(Site) ? null : $"{Site}/rules/{code}";

    /// <summary>The version, as in <c>--version</c>.</summary>
    internal static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
