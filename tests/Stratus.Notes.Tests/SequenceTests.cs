using CsCheck;
using Stratus.Notes.Sequences;

namespace Stratus.Tests.Notes;

/// <summary>A sequence is a list, whatever was replaced in it before; what is kept of its stretches is what there is to count.</summary>
public sealed class SequenceTests
{
    private static readonly Gen<Thing[]> AnyThings = Gen.Int[0, 5].Select(size => new Thing(size)).Array[0, 40];

    private static readonly Gen<(double Where, double Share, Thing[] Things)[]> AnySteps =
        Gen.Select(Gen.Double[0, 1], Gen.Frequency((3, Gen.Double[0, 0.1]), (1, Gen.Double[0, 1])), AnyThings).Array[0, 20];

    [Fact]
    public void A_sequence_after_replacements_is_the_list_of_its_things() => Gen.Select(AnyThings, AnySteps).Sample((things, steps) =>
    {
        var (list, sequence) = (things.ToList(), new Sequence<Thing, Sizes>(things));
        foreach (var (where, share, replacement) in steps)
        {
            var index = (int)(where * list.Count);
            var count = (int)(share * (list.Count - index));
            var before = sequence;
            list.RemoveRange(index, count);
            list.InsertRange(index, replacement);
            sequence = sequence.Replace(index, count, replacement);
            AssertShared(before, sequence);
        }

        Assert.Equal(list, sequence);
        Assert.Equal(list.Count, sequence.Count);
        Assert.Equal(list.Sum(thing => thing.Size), sequence.Measure.Total);
        for (var index = 0; index < list.Count; index++)
        {
            Assert.Same(list[index], sequence[index]);
            Assert.Equal(list.Take(index).Sum(thing => thing.Size), sequence.MeasureOf(index).Total);
            Assert.Equal(list.Skip(index).Sum(thing => thing.Size), sequence.MeasureFrom(index).Total);
            Assert.Equal(list.Skip(index), sequence.From(index));
            Assert.Equal(index == 0 ? -1 : list.FindLastIndex(index - 1, thing => thing.Size > 3), sequence.LastBefore(index, static sizes => sizes.Largest > 3));
            var large = list.FindIndex(index, thing => thing.Size > 3);
            Assert.Equal(large < 0 ? list.Count : large, sequence.FirstFrom(index, static sizes => sizes.Largest > 3));
        }

        Assert.Equal(
            list.Select((thing, index) => (list.Take(index).Sum(before => before.Size), thing)).Where(placed => placed.thing.Size > 3),
            sequence.Holding(static sizes => sizes.Largest > 3).Select(placed => (placed.Before.Total, placed.Thing)));
        for (var target = 0; target <= sequence.Measure.Total && list.Count > 0; target++)
        {
            var found = sequence.Find(static sizes => sizes.Total, target, out var before);
            Assert.Equal(list.Take(found).Sum(thing => thing.Size), before.Total);
            Assert.True(before.Total <= target);
            Assert.True(before.Total + list[found].Size > target || found == list.Count - 1);
        }
    });

    [Fact]
    public void A_letter_in_a_long_sequence_costs_its_depth()
    {
        var sequence = new Sequence<Thing, Sizes>([.. Enumerable.Range(0, 100_000).Select(size => new Thing(size % 7))]);
        Thing[] one = [new(3)], two = [new(1), new(2)];
        sequence.Replace(1, 1, two);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var step = 0; step < 100; step++)
        {
            sequence = sequence.Replace(step * 999, 1, step % 2 == 0 ? one : two);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100 * 8_000);
    }

    private static void AssertShared(Sequence<Thing, Sizes> one, Sequence<Thing, Sizes> other)
    {
        var most = Math.Min(one.Count, other.Count);
        var before = Enumerable.Range(0, most).TakeWhile(index => ReferenceEquals(one[index], other[index])).Count();
        var after = Enumerable.Range(0, most - before).TakeWhile(index => ReferenceEquals(one[one.Count - 1 - index], other[other.Count - 1 - index])).Count();
        Assert.Equal((before, after), one.SharedWith(other));
    }

    private sealed class Thing(int size) : IMeasured<Sizes>
    {
        public int Size { get; } = size;

        public Sizes Measure => new(Size, Size);
    }

    private readonly record struct Sizes(int Total, int Largest) : IMeasure<Sizes>
    {
        public static Sizes operator +(Sizes left, Sizes right) => new(left.Total + right.Total, Math.Max(left.Largest, right.Largest));
    }
}
