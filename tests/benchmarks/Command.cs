namespace Stratus.Benchmarks;

/// <summary>How a language server is started.</summary>
internal sealed record Command(string Program, params string[] Arguments);
