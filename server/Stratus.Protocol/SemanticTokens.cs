namespace Stratus.Protocol;

/// <summary>Asks for the tokens of a document as the difference to earlier ones.</summary>
/// <param name="TextDocument">The document.</param>
/// <param name="PreviousResultId">The id of the tokens that the client has.</param>
public sealed record SemanticTokensDeltaParams(TextDocumentIdentifier TextDocument, string PreviousResultId);

/// <summary>
/// The tokens of a document or a part of it: all of them (<paramref name="Data"/>, five numbers each), or as the difference
/// to earlier ones (<paramref name="Edits"/>).
/// </summary>
public sealed record SemanticTokens(string? ResultId = null, int[]? Data = null, SemanticTokensEdit[]? Edits = null);

/// <summary>A change of the numbers of earlier tokens.</summary>
/// <param name="Start">The index of the first number to replace.</param>
/// <param name="DeleteCount">How many to replace.</param>
/// <param name="Data">By what.</param>
public sealed record SemanticTokensEdit(int Start, int DeleteCount, int[] Data);

/// <summary>The names that the numbers of tokens stand for.</summary>
public sealed record SemanticTokensLegend(string[] TokenTypes, string[] TokenModifiers);
