using Stratus.Notes.Meaning.Mentions;
using Stratus.Notes.Meaning.Tables;

namespace Stratus.Notes.Meaning;

/// <summary>
/// All that the reading of a chunk takes from the rest of its note: small, and comparable, so that an unchanged chunk in
/// an unchanged context need not be read again.
/// </summary>
/// <param name="LinkLabels">The labels that link definitions of the note define and the chunk may refer to, one a line, in order.</param>
/// <param name="Abbreviations">The abbreviations that the note defines and the chunk contains, as <see cref="DefinedAbbreviations.AddTo"/> takes them.</param>
/// <param name="SpeaksOfAws">True if the note is about AWS: an ambiguous word may then mean a service.</param>
/// <param name="OtherModelLevel">Below a heading that is about TCP/IP or another layer model: the level of that heading; else 0.</param>
internal readonly record struct ChunkContext(string LinkLabels, string Abbreviations, bool SpeaksOfAws, int OtherModelLevel)
{
    /// <summary>True if layers are not OSI's here.</summary>
    public bool OtherLayerModel => OtherModelLevel > 0;

    /// <summary>The context below a heading: what it says holds for its section, deeper headings included.</summary>
    public ChunkContext Below(Heading heading) => this with { OtherModelLevel = LevelBelow(heading, OtherModelLevel) };

    /// <summary>What a heading makes of <see cref="OtherModelLevel"/>.</summary>
    public static int LevelBelow(Heading heading, int level) => ColumnRoles.SpeaksOfOtherModel(heading.Text) ? heading.Level
        : heading.Level <= level || heading.Text.Contains("OSI", StringComparison.Ordinal) ? 0
        : level;
}
