using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Stratus.Configuration;
using Stratus.Features.Completion;
using Stratus.Features.Diagnostics;
using Stratus.Features.Editing;
using Stratus.Features.Hover.Cards;
using Stratus.Notes.Text;
using Stratus.Protocol;

namespace Stratus.Server.Conversion;

/// <summary>From the features' plain results to what this client takes.</summary>
internal static class ToProtocol
{
    internal static Position Position(SourceText source, int offset, PositionEncoding encoding)
    {
        var position = source.PositionOf(offset, encoding);
        return new(position.Line, position.Character);
    }

    internal static Protocol.Range Range(SourceText source, TextSpan span, PositionEncoding encoding) =>
        new(Position(source, span.Start, encoding), Position(source, span.End, encoding));

    /// <summary>The ranges of spans in the order of the text.</summary>
    internal static Protocol.Range[] Ranges(SourceText source, ImmutableArray<TextSpan> spans, PositionEncoding encoding)
    {
        var ends = new int[2 * spans.Length];
        for (var index = 0; index < spans.Length; index++)
        {
            (ends[2 * index], ends[(2 * index) + 1]) = (spans[index].Start, spans[index].End);
        }

        var positions = Array.ConvertAll(Positions.Of(source, ends, encoding), static position => new Position(position.Line, position.Character));
        var ranges = new Protocol.Range[spans.Length];
        for (var index = 0; index < ranges.Length; index++)
        {
            ranges[index] = new(positions[2 * index], positions[(2 * index) + 1]);
        }

        return ranges;
    }

    internal static MarkupContent Markup(Card card, bool markdown) =>
        markdown ? new(MarkupKind.Markdown, card.Markdown) : new(MarkupKind.PlainText, card.PlainText);

    internal static Protocol.CompletionItem CompletionItem(IDocument document, Features.Completion.CompletionItem item, int rank, ClientSupport support)
    {
        var insert = Range(document.Source, item.Insert, support.Encoding);
        var snippet = support.Completion.Snippets ? item.Snippet : null;
        var text = snippet ?? item.InsertText;
        return new(
            item.Label,
            support.Completion.LabelDetails && (item.Detail ?? item.Description) is not null
                ? new(item.Detail is null ? null : $" {item.Detail}", item.Description)
                : null,
            item.Kind switch
            {
                CompletionKind.Layer or CompletionKind.Rule => support.Completion.Kind(CompletionItemKind.EnumMember, CompletionItemKind.Enum),
                CompletionKind.Directive => CompletionItemKind.Keyword,
                CompletionKind.Key => CompletionItemKind.Property,
                // Clients hide items of the kind Text, since words of the document are such.
                CompletionKind.Description => CompletionItemKind.Value,
                CompletionKind.Row => support.Completion.Kind(CompletionItemKind.Struct, CompletionItemKind.Class),
                CompletionKind.EmptyRow => CompletionItemKind.Snippet,
                _ => CompletionItemKind.Module,
            },
            item.IsDeprecated && support.Completion.DeprecatedTag ? [CompletionItemTag.Deprecated] : null,
            support.Completion.LabelDetails ? null : item.Detail,
            Deprecated: item.IsDeprecated && !support.Completion.DeprecatedTag && support.Completion.DeprecatedMark ? true : null,
            // Clients sort by this text, so that the order of the list is the order that is seen.
            SortText: rank.ToString("D5", CultureInfo.InvariantCulture),
            FilterText: item.FilterText,
            InsertTextFormat: snippet is null ? null : InsertTextFormat.Snippet,
            InsertTextMode: support.Completion.KeepsIndentation && text.AsSpan().ContainsAny('\n', '\r') ? InsertTextMode.AsIs : null,
            TextEdit: support.Completion.InsertReplace
                ? new(text, Insert: insert, Replace: Range(document.Source, item.Replace, support.Encoding))
                : new(text, insert),
            Data: item.TermId is { } id ? JsonSerializer.SerializeToElement(new(id, document.Uri), ProtocolJson.Default.CompletionItemData) : null);
    }

    internal static Protocol.Diagnostic Diagnostic(IDocument document, Finding finding, ClientSupport support) =>
        Diagnostic(document.Uri, finding, support, span => Range(document.Source, span, support.Encoding));

    /// <summary>A finding in the document with an address; its spans are ranges as is told.</summary>
    internal static Protocol.Diagnostic Diagnostic(string uri, Finding finding, ClientSupport support, Func<TextSpan, Protocol.Range> rangeOf) => new(
        rangeOf(finding.Span),
        finding.Message,
        SeverityOf(finding),
        finding.Rule.Code,
        "stratus",
        support.Diagnostics.RelatedInformation && !finding.Related.IsEmpty
            ? [.. finding.Related.Select(place => new DiagnosticRelatedInformation(new(uri, rangeOf(place.Span)), place.Message))]
            : null,
        Tags(finding, support),
        CodeDescription: support.Diagnostics.CodeDescription && Product.RulePage(finding.Rule.Code) is { } page ? new(page) : null);

    private static int[]? Tags(Finding finding, ClientSupport support) =>
        finding.IsDeprecated && support.Diagnostics.DeprecatedTag ? [DiagnosticTag.Deprecated]
        : finding.IsUnnecessary && support.Diagnostics.UnnecessaryTag ? [DiagnosticTag.Unnecessary]
        : null;

    internal static WorkspaceEdit WorkspaceEdit(IDocument document, ImmutableArray<Edit> edits, ClientSupport support)
    {
        TextEdit[] changes = [.. edits.Select(edit => new TextEdit(Range(document.Source, edit.Span, support.Encoding), edit.NewText))];
        return support.VersionedEdits
            ? new(DocumentChanges: [new(new(document.Uri, document.Version), changes)])
            : new(Changes: new Dictionary<string, TextEdit[]> { [document.Uri] = changes });
    }

    private static DiagnosticSeverity SeverityOf(Finding finding) => finding.Severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        Severity.Information => DiagnosticSeverity.Information,
        _ => DiagnosticSeverity.Hint,
    };
}
