using Stratus.Notes.Text;

namespace Stratus.Server.Conversion;

/// <summary>A document as the client has it: what positions and edits are about.</summary>
internal interface IDocument
{
    /// <summary>The address, as the client writes it.</summary>
    string Uri { get; }

    /// <summary>The client's version of the text; null if it gave none.</summary>
    int? Version { get; }

    /// <summary>The text.</summary>
    SourceText Source { get; }
}
