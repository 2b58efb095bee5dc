namespace Stratus.Notes.Chunks;

/// <summary>
/// All that the reading of a chunk takes from the rest of its note: small, and comparable, so that an unchanged chunk in
/// an unchanged context need not be read again.
/// </summary>
/// <param name="LinkLabels">The labels of the link definitions of the whole note, one a line, in order.</param>
/// <param name="SpeaksOfAws">True if the note names AWS or Amazon anywhere: an ambiguous word may then mean a service.</param>
/// <param name="OtherLayerModel">True below a heading that speaks of TCP/IP or another layer model.</param>
internal readonly record struct ChunkContext(string LinkLabels, bool SpeaksOfAws, bool OtherLayerModel);
