using Stratus.Features.Folder;
using Stratus.Server.Session;
using Stratus.Terms;

namespace Stratus.Server.Tests.InProcess;

/// <summary>An open note counts as it is in the editor, and is looked at no more often than it changes.</summary>
public sealed class FolderNotesTests
{
    private const string Here = "file:///notes/a.md";
    private const string There = "file:///notes/b.md";

    private int _digested;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_note_is_digested_once_for_each_of_its_texts()
    {
        var (first, second) = (Digest(There, 4), Digest(There, 5));
        var opened = FolderNotes.None.With(new Dictionary<string, Once<NoteDigest>?> { [There] = first });
        var saved = opened.WithSaved(SavedNotes.Empty.With([new("file:///notes/c.md", [new("nlb", LayerSet.Of(6), 0, "")])]));
        Assert.Equal(0, _digested);

        Assert.Equal("L4", await LayersAsync(opened));
        Assert.Equal("L4 L6", await LayersAsync(saved));
        Assert.Equal("L4 L6", await LayersAsync(saved.With(new Dictionary<string, Once<NoteDigest>?> { [There] = first })));
        Assert.Equal(1, _digested);

        var edited = saved.With(new Dictionary<string, Once<NoteDigest>?> { [There] = second });
        Assert.Equal("L5 L6", await LayersAsync(edited));
        Assert.Equal("L5 L6", await LayersAsync(edited));
        Assert.Equal(2, _digested);
        Assert.Equal("L6", await LayersAsync(edited.With(new Dictionary<string, Once<NoteDigest>?> { [There] = null })));
    }

    [Fact]
    public async Task A_note_is_not_digested_for_its_own_cards()
    {
        var both = FolderNotes.None.With(new Dictionary<string, Once<NoteDigest>?> { [There] = Digest(There, 4) });
        Assert.Equal("L4", await LayersAsync(both));
        for (var edit = 0; edit < 5; edit++)
        {
            both = both.With(new Dictionary<string, Once<NoteDigest>?> { [Here] = Digest(Here, 1 + edit) });
            Assert.Equal("L4", await LayersAsync(both));
        }

        Assert.Equal(1, _digested);
        Assert.Equal("L5", await LayersAsync(both, There));
        Assert.Equal(2, _digested);
    }

    private static async Task<string> LayersAsync(FolderNotes notes, string address = Here) => string.Join(
        ' ', (await notes.IndexForAsync(address, Cancellation)).PlacesOf("nlb", address).Select(places => places.Layers));

    private Once<NoteDigest> Digest(string address, int layer) => new(_ =>
    {
        _digested++;
        return Task.FromResult(new NoteDigest(address, [new("nlb", LayerSet.Of(layer), 0, "")]));
    });
}
