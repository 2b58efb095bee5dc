using Stratus.Notes.Text;

namespace Stratus.Benchmarks;

/// <summary>
/// Types in a note of a server's own: a letter is written, and taken away by the next keystroke, so that the note keeps its size.
/// </summary>
internal sealed class Typist : IDisposable
{
    public const string Uri = "file:///notes/generated.md";

    private readonly SourceText _source;
    private readonly GeneratedNote _note;
    private readonly Action<LspServer, LinePosition> _afterwards;
    private double? _workBefore;
    private int _strokes;

    /// <param name="command">How the server is started.</param>
    /// <param name="note">The note.</param>
    /// <param name="afterwards">What an editor asks after each keystroke, with the place of the cursor; null for nothing.</param>
    public Typist(Command command, GeneratedNote note, Action<LspServer, LinePosition>? afterwards = null)
    {
        (Server, _source, _note, _afterwards) = (new(command), new(note.Text), note, afterwards ?? ((_, _) => { }));
        Server.Initialize();
        Server.OpenAndWait(Uri, note.Text);
    }

    public LspServer Server { get; }

    /// <summary>How long each keystroke waited for its findings, in milliseconds.</summary>
    public Series Waits { get; } = new();

    /// <summary>The processor time of the server for each keystroke, with whatever it does until the next, in milliseconds.</summary>
    public Series Works { get; } = new();

    /// <summary>The length of the findings of each keystroke, in bytes.</summary>
    public Series Pushed { get; } = new();

    public void Type()
    {
        EndStroke();
        var number = _strokes++;
        var place = _source.PositionOf(_note.PlaceOf(number / 2), PositionEncoding.Utf16);
        var isWriting = number % 2 == 0;
        var answer = Server.ChangeAndWait(Uri, _strokes + 1, new Replacement(place.Line, place.Character, isWriting ? 0 : 1, isWriting ? "e" : ""));
        Waits.Add(answer.Milliseconds);
        Pushed.Add(answer.Bytes);
        _afterwards(Server, isWriting ? place with { Character = place.Character + 1 } : place);
    }

    /// <summary>Forgets what was counted: from here on it is warm.</summary>
    public void Begin()
    {
        EndStroke();
        foreach (var series in new[] { Waits, Works, Pushed })
        {
            series.Clear();
        }
    }

    /// <summary>Counts the last keystroke too.</summary>
    public void End()
    {
        EndStroke();
        _workBefore = null;
    }

    public void Dispose() => Server.Dispose();

    // What a keystroke leaves to be done once its findings are out is part of it, so its end is the beginning of the next.
    private void EndStroke()
    {
        var now = ProcessorTime.Of(Server.Process);
        if (_strokes > 0 && _workBefore is not null)
        {
            Works.Add(now - _workBefore ?? double.NaN);
        }

        _workBefore = now;
    }
}
