namespace Stratus.Server.Api;

/// <summary>The errors of LSP that requests are answered with.</summary>
internal static class ErrorCodes
{
    /// <summary>The note is not as it was when it was asked about.</summary>
    internal const int ContentModified = -32801;

    /// <summary>The request is valid, and what it asks for cannot be done.</summary>
    internal const int RequestFailed = -32803;
}
