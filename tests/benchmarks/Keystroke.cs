namespace Stratus.Benchmarks;

/// <summary>What a keystroke in a note was found to cost.</summary>
/// <param name="Note">The note.</param>
/// <param name="Strokes">How many keystrokes were counted.</param>
/// <param name="Works">The processor time of each in the program, in milliseconds.</param>
/// <param name="Yardstick">The mean of the yardstick, in milliseconds.</param>
/// <param name="Megabytes">The memory of the program afterwards.</param>
/// <param name="YardstickMegabytes">The memory of the yardstick afterwards.</param>
/// <param name="Pushed">The median length of the findings that the program sends, in bytes.</param>
internal sealed record Keystroke(
    string Note, int Strokes, Series Works, double Yardstick, double Megabytes, double YardstickMegabytes, double Pushed);
