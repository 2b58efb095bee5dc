using System.Text.Json.Serialization;

namespace Stratus.Server.Reports;

// The part of SARIF 2.1.0 that is written, in the words and the order of the specification; what is null is left out.

/// <summary>A file of results.</summary>
internal sealed record SarifLog([property: JsonPropertyName("$schema")] string Schema, string Version, SarifRun[] Runs);

/// <summary>What one run of a tool found. <see cref="Results"/> may be made one by one while they are written.</summary>
internal sealed record SarifRun(
    SarifTool Tool,
    SarifInvocation[] Invocations,
    Dictionary<string, SarifArtifactLocation> OriginalUriBaseIds,
    string ColumnKind,
    string[] NewlineSequences,
    IEnumerable<SarifResult> Results);

/// <summary>The tool.</summary>
internal sealed record SarifTool(SarifDriver Driver);

/// <summary>Its program, and what it can report.</summary>
internal sealed record SarifDriver(string Name, string Version, string SemanticVersion, SarifRule[] Rules);

/// <summary>A rule.</summary>
internal sealed record SarifRule(
    string Id, string Name, SarifMessage ShortDescription, SarifMessage Help, SarifConfiguration DefaultConfiguration);

/// <summary>What a rule does as long as nobody says otherwise.</summary>
internal sealed record SarifConfiguration(bool Enabled, string Level);

/// <summary>Whether the tool could do its work.</summary>
internal sealed record SarifInvocation(bool ExecutionSuccessful, SarifNotification[] ToolExecutionNotifications);

/// <summary>What hindered it.</summary>
internal sealed record SarifNotification(string Level, SarifMessage Message, SarifLocation[] Locations);

/// <summary>A finding.</summary>
internal sealed record SarifResult(
    string RuleId,
    int RuleIndex,
    string Level,
    SarifMessage Message,
    SarifLocation[] Locations,
    SarifLocation[]? RelatedLocations,
    SarifFix[]? Fixes,
    Dictionary<string, string> PartialFingerprints);

/// <summary>A text, plain and perhaps as Markdown too.</summary>
internal sealed record SarifMessage(string Text, string? Markdown = null);

/// <summary>A place, and what is to say of it.</summary>
internal sealed record SarifLocation(int? Id, SarifPhysicalLocation PhysicalLocation, SarifMessage? Message = null);

/// <summary>A file, and where in it.</summary>
internal sealed record SarifPhysicalLocation(SarifArtifactLocation ArtifactLocation, SarifRegion? Region = null);

/// <summary>A file: its address, or its path below a base.</summary>
internal sealed record SarifArtifactLocation(string Uri, string? UriBaseId = null);

/// <summary>A stretch of a text; lines and columns are from 1, the end is exclusive.</summary>
internal sealed record SarifRegion(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>What would mend a finding.</summary>
internal sealed record SarifFix(SarifMessage Description, SarifArtifactChange[] ArtifactChanges);

/// <summary>What a fix changes in a file.</summary>
internal sealed record SarifArtifactChange(SarifArtifactLocation ArtifactLocation, SarifReplacement[] Replacements);

/// <summary>A stretch that goes, and what comes in its place.</summary>
internal sealed record SarifReplacement(SarifRegion DeletedRegion, SarifMessage InsertedContent);

/// <summary>How the log is written.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(SarifLog))]
internal sealed partial class SarifJson : JsonSerializerContext;
