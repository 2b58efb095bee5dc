using System.Collections.Immutable;
using Stratus.Names;
using Stratus.Notes;
using Stratus.Terms;

namespace Stratus.Features.Diagnostics.Evidence;

/// <summary>
/// What a note, or a stretch of it, names: as much as it takes to tell notes on AWS from others, and names from words. Two stretches
/// one after the other name what both name, so that an edit costs its stretch.
/// </summary>
/// <param name="Count">How often it names a service or layers by a form that is no word beside.</param>
/// <param name="IsSure">True if one of these is more than a word in a sentence (<c>Redshift</c>): layers, a prefix, a heading, a cell.</param>
/// <param name="First">The service that the first of these stands for; null for none.</param>
/// <param name="HasSecond">True if one of these stands for another service.</param>
/// <param name="Vouching">The first two services, of different names, that are named by what only AWS is called.</param>
/// <param name="Forms">The services of the first two forms that do not stand for the same, of all that is named for certain.</param>
internal readonly record struct NamedServices(
    int Count, bool IsSure, Service? First, bool HasSecond, (Service? First, Service? Second) Vouching, (ImmutableArray<Service> First, ImmutableArray<Service> Second) Forms)
{
    private const int LinesPerName = 40;

    /// <summary>Those of a note.</summary>
    public static NamedServices Of(IEnumerable<Mention> mentions)
    {
        var all = default(NamedServices);
        foreach (var mention in mentions)
        {
            all += Of(mention);
        }

        return all;
    }

    /// <summary>Those of two stretches, one after the other.</summary>
    public static NamedServices operator +(NamedServices left, NamedServices right) => new(
        left.Count + right.Count,
        left.IsSure || right.IsSure,
        left.First ?? right.First,
        left.HasSecond || right.HasSecond || (left.First is not null && right.First is not null && left.First.Id != right.First.Id),
        FirstTwo(FirstTwo(left.Vouching, right.Vouching.First), right.Vouching.Second),
        FirstTwo(FirstTwo(left.Forms, right.Forms.First), right.Forms.Second));

    /// <summary>
    /// True if the note names services or layers, and not only here and there in a long text; a single word in a sentence is not
    /// enough.
    /// </summary>
    /// <param name="lines">How many lines it has.</param>
    public bool AreOfStudyNote(int lines) => Count >= Math.Max(1, lines / LinesPerName) && (IsSure || HasSecond);

    /// <summary>
    /// True for a mention that could as well be another thing (<c>Macie</c> and <c>Kendra</c> are people too): one word without capitals
    /// or digits inside, without its prefix and outside a service cell, in a note that names nothing else of AWS by a name that only AWS has.
    /// </summary>
    public bool IsProbablyNotAws(Mention mention) => mention is { HasPrefix: false, InServiceCell: false, Written: { } written } && IsPlain(written)
        && (Vouching.First is null || written.Services.Contains(Vouching.First))
        && (Vouching.Second is null || written.Services.Contains(Vouching.Second));

    /// <summary>True if something is named that this form does not stand for.</summary>
    public bool AreOthersThan(WrittenForm written) =>
        !Forms.Second.IsDefault || (!Forms.First.IsDefault && !Forms.First.SequenceEqual(written.Services));

    /// <summary>True if a rule that asks about names gets the same answers of both.</summary>
    public bool AnswerAs(NamedServices other) =>
        Vouching.First?.Id == other.Vouching.First?.Id && Vouching.Second?.Id == other.Vouching.Second?.Id
        && IsSame(Forms.First, other.Forms.First) && IsSame(Forms.Second, other.Forms.Second);

    private static bool IsSame(ImmutableArray<Service> one, ImmutableArray<Service> other) =>
        one.IsDefault || other.IsDefault ? one.IsDefault == other.IsDefault : one.SequenceEqual(other);

    private static NamedServices Of(Mention mention)
    {
        if (mention.Weight != MentionWeight.Certain || mention.Written is { Generic: true })
        {
            return default;
        }

        var vouches = mention.Written is { } written && (mention.HasPrefix || mention.InServiceCell || !IsPlain(written)) ? mention.Services[0] : null;
        var forms = mention.Written is null ? default : mention.Services;
        return mention.Written is { Ambiguous: true }
            ? default(NamedServices) with { Vouching = (vouches, null), Forms = (forms, default) }
            : new(
                1,
                mention.Layers is not null || mention.HasPrefix || mention.Kind is TextKind.Heading or TextKind.TableCell,
                mention.Written?.Services[0],
                false,
                (vouches, null),
                (forms, default));
    }

    private static (Service? First, Service? Second) FirstTwo((Service? First, Service? Second) two, Service? next) =>
        next is null || two.Second is not null || two.First?.Id == next.Id ? two : two.First is null ? (next, null) : (two.First, next);

    private static (ImmutableArray<Service> First, ImmutableArray<Service> Second) FirstTwo((ImmutableArray<Service> First, ImmutableArray<Service> Second) two, ImmutableArray<Service> next) =>
        next.IsDefault || !two.Second.IsDefault ? two
        : two.First.IsDefault ? (next, default)
        : two.First.SequenceEqual(next) ? two
        : (two.First, next);

    private static bool IsPlain(WrittenForm form)
    {
        var name = form.Correction ?? form.Text;
        return name.Length > 0 && char.IsAsciiLetter(name[0]) && name.AsSpan(1).IndexOfAnyExceptInRange('a', 'z') < 0;
    }
}
