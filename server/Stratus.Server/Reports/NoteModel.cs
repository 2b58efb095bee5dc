using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Server.Reports;

/// <summary>What Stratus makes of a note, as JSON (docs/inspect.md). Ranges are LSP's: from 0, in UTF-16 units.</summary>
/// <param name="Version">The version of this format.</param>
/// <param name="Text">The stretches of text by kind.</param>
/// <param name="Tables">The tables.</param>
/// <param name="Mentions">The names of services and layers.</param>
/// <param name="Placements">The claims that a service sits at a layer.</param>
internal sealed record NoteModel(int Version, ModelText[] Text, ModelTable[] Tables, ModelMention[] Mentions, ModelPlacement[] Placements)
{
    private static readonly ModelJson Readable = new(new(ModelJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    internal static void Write(Note note, Stream output)
    {
        JsonSerializer.Serialize(output, Of(note), Readable.NoteModel);
        output.Write("\n"u8);
    }

    private static NoteModel Of(Note note)
    {
        Protocol.Range Range(TextSpan span) => Conversion.ToProtocol.Range(note.Source, span, PositionEncoding.Utf16);
        return new(
            1,
            [.. note.Regions.Select(region => new ModelText(KindOf(region.Kind), Range(region.Span)))],
            [.. note.Tables.Select(table => new ModelTable(Range(table.Span), [.. table.Columns.Select(RoleOf)], table.Rows.Length))],
            [.. note.Mentions.Select(mention => new ModelMention(TermsOf(mention), FormOf(mention), Range(mention.Span)))],
            [.. note.Placements.Select(placement => new ModelPlacement(
                [.. placement.Subjects.Select(subject => subject.Service.Id)],
                [.. placement.Layers],
                placement.IsHedged,
                Range(placement.Span)))]);
    }

    private static string[] TermsOf(Mention mention) => mention.Layers is { } reference
        ? [.. reference.Layers.Select(layer => $"osi-{layer}")]
        : [.. mention.Services.Select(service => service.Id)];

    private static string FormOf(Mention mention) => mention.Written?.Form switch
    {
        null => "layer",
        NameForm.Canonical or NameForm.Alias or NameForm.Abbreviation when mention.IsPlural => "plural",

        // AWS itself writes "transit gateway": that is no wrong case.
        NameForm.Casing or NameForm.Spacing when mention.Services.All(service => service.IsNoun) => mention.IsPlural ? "plural" : "alias",
        NameForm.Canonical => "canonical",
        NameForm.Alias => "alias",
        NameForm.Abbreviation => "abbreviation",
        NameForm.Former => "former",
        NameForm.Spacing => "spacing",
        NameForm.Casing => "casing",
        _ => "misspelling",
    };

    private static string KindOf(TextKind kind) => kind switch
    {
        TextKind.Heading => "heading",
        TextKind.TableCell => "table-cell",
        TextKind.LinkText => "link-text",
        TextKind.HtmlText => "html-text",
        TextKind.CodeSpan => "code-span",
        TextKind.CodeBlock => "code-block",
        TextKind.Diagram => "diagram",
        TextKind.Url => "url",
        TextKind.HtmlTag => "html-tag",
        TextKind.Comment => "comment",
        TextKind.FrontMatter => "front-matter",
        _ => "prose",
    };

    private static string RoleOf(ColumnRole role) => role switch
    {
        ColumnRole.Layer => "layer",
        ColumnRole.Service => "service",
        ColumnRole.Description => "description",
        _ => "other",
    };
}

/// <summary>A stretch of one kind of text.</summary>
internal sealed record ModelText(string Kind, Protocol.Range Range);

/// <summary>A table: the roles of its columns, and how many rows stand below its header.</summary>
internal sealed record ModelTable(Protocol.Range Range, string[] Columns, int Rows);

/// <summary>A name: the ids of what it can mean.</summary>
internal sealed record ModelMention(string[] Terms, string Form, Protocol.Range Range);

/// <summary>A claim.</summary>
internal sealed record ModelPlacement(string[] Services, int[] Layers, bool Hedged, Protocol.Range Range);

/// <summary>How the model is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, NewLine = "\n")]
[JsonSerializable(typeof(NoteModel))]
internal sealed partial class ModelJson : JsonSerializerContext;
