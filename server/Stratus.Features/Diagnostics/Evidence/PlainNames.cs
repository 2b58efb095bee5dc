using Stratus.Names;
using Stratus.Notes;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>Tells names that are also words or names of other things (<c>Macie</c> and <c>Kendra</c> are people too) by what else a note names.</summary>
internal sealed class PlainNames(Note note)
{
    /// <summary>The first two services, of different names, that a note names by what only AWS is called; made when first asked for.</summary>
    private List<Service>? _vouching;

    /// <summary>
    /// True for a mention that could as well be another thing: one word without capitals or digits inside, without its prefix and
    /// outside a service cell, in a note that names nothing else of AWS by a name that only AWS has.
    /// </summary>
    public bool IsProbablyNotAws(Mention mention)
    {
        if (mention is not { HasPrefix: false, InServiceCell: false, Written: { } written } || !IsPlain(written))
        {
            return false;
        }

        _vouching ??= [.. note.Mentions
            .Where(other => other is { Weight: MentionWeight.Certain, Written: { Generic: false } name } && (other.HasPrefix || other.InServiceCell || !IsPlain(name)))
            .Select(other => other.Services[0])
            .DistinctBy(service => service.Id)
            .Take(2)];
        return _vouching.TrueForAll(service => written.Services.Contains(service));
    }

    private static bool IsPlain(WrittenForm form)
    {
        var name = form.Correction ?? form.Text;
        return name.Length > 0 && char.IsAsciiLetter(name[0]) && name.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0;
    }
}
