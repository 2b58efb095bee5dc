using Stratus.Notes.Text;

namespace Stratus.Notes;

/// <summary>What kind of text a place of a note is: it decides what is offered there.</summary>
public enum TextKind
{
    /// <summary>Paragraphs, lists, quotes.</summary>
    Prose,
    /// <summary>A heading's words.</summary>
    Heading,
    /// <summary>A cell of a pipe, grid or HTML table.</summary>
    TableCell,
    /// <summary>The words of a link or the description of an image.</summary>
    LinkText,
    /// <summary>Text between HTML tags, outside tables.</summary>
    HtmlText,
    /// <summary>Inline code.</summary>
    CodeSpan,
    /// <summary>A fenced or indented code block, a script or a style.</summary>
    CodeBlock,
    /// <summary>A PlantUML or Mermaid diagram.</summary>
    Diagram,
    /// <summary>An address, a link's target, a link definition.</summary>
    Url,
    /// <summary>An HTML tag with its attributes.</summary>
    HtmlTag,
    /// <summary>An HTML comment.</summary>
    Comment,
    /// <summary>The YAML block at the start of a note.</summary>
    FrontMatter,
}

/// <summary>A stretch of one kind of text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Span">Where.</param>
public readonly record struct TextRegion(TextKind Kind, TextSpan Span);
