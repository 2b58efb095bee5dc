using Stratus.Protocol;
using Stratus.Server.Session;

namespace Stratus.Server.Api.Notifications;

/// <summary><c>textDocument/didOpen</c></summary>
internal static class DidOpen
{
    /// <summary>
    /// The languages that are Markdown with something added (JSX in MDX, chunks in R Markdown and Quarto), by the names
    /// that editors have for them. Their prose and tables read alike, and what is added parses as code or is not changed.
    /// </summary>
    private static readonly string[] Languages = ["markdown", "gfm", "mdx", "rmd", "rmarkdown", "quarto", "pandoc"];

    // The language of an open note may have been changed without a didClose.
    internal static void Handle(ClientSession session, TextDocumentItem document) => session.Apply(IsNote(document)
        ? new Modification.Opened(document.Uri, document.Version, document.Text)
        : new Modification.Closed(document.Uri));

    /// <summary>By its language (<c>markdown.pandoc</c> is one as well), or by its name where a client gives none.</summary>
    private static bool IsNote(TextDocumentItem document) =>
        document.LanguageId is not { Length: > 0 } language
            ? document.Uri.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || document.Uri.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)
            : Languages.Contains(language.Split('.')[0], StringComparer.OrdinalIgnoreCase);
}
