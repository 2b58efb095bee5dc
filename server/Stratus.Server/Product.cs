using System.Reflection;

namespace Stratus.Server;

/// <summary>What this program is.</summary>
internal static class Product
{
    /// <summary>The version, as in <c>--version</c>.</summary>
    internal static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
