using System.Collections;

namespace Stratus.Notes.Sequences;

/// <summary>
/// Things in an order, in a balanced tree that never changes: a sequence with some of its things replaced shares all the rest with
/// the one before, and costs what was replaced and the depth of the tree. Every inner node knows the measure of all below it, so
/// that what is known of a stretch, and where something is, is found by going down once.
/// </summary>
/// <typeparam name="T">The things.</typeparam>
/// <typeparam name="TMeasure">What is known of each, and of any stretch of them.</typeparam>
public sealed class Sequence<T, TMeasure> : IReadOnlyList<T>
    where T : class, IMeasured<TMeasure>
    where TMeasure : struct, IMeasure<TMeasure>
{
    private readonly Node? _root;

    /// <summary>The sequence of these things.</summary>
    public Sequence(ReadOnlySpan<T> things) => _root = Build(things);

    private Sequence(Node? root) => _root = root;

    /// <inheritdoc/>
    public int Count => _root?.Count ?? 0;

    /// <summary>What is known of all of it.</summary>
    public TMeasure Measure => _root?.Measure ?? default;

    /// <inheritdoc/>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count);
            return At(_root!, index);
        }
    }

    /// <summary>The sequence with other things in the place of some.</summary>
    /// <param name="index">The first that is replaced.</param>
    /// <param name="count">How many are.</param>
    /// <param name="things">What takes their place; they need not be as many.</param>
    public Sequence<T, TMeasure> Replace(int index, int count, ReadOnlySpan<T> things)
    {
        if (count == 1 && things.Length == 1)
        {
            return new(With(_root!, index, things[0]));
        }

        var (before, rest) = Split(_root, index);
        var (_, after) = Split(rest, count);
        return new(Join(Join(before, Build(things)), after));
    }

    /// <summary>What is known of the first things.</summary>
    /// <param name="count">How many.</param>
    public TMeasure MeasureOf(int count)
    {
        var (node, measure) = (_root, default(TMeasure));
        while (node is Branch branch && count > 0)
        {
            if (count >= branch.Left.Count)
            {
                measure += branch.Left.Measure;
                count -= branch.Left.Count;
                node = branch.Right;
            }
            else
            {
                node = branch.Left;
            }
        }

        return count > 0 && node is not null ? measure + node.Measure : measure;
    }

    /// <summary>What is known of the last things.</summary>
    /// <param name="from">The index of the first of them.</param>
    public TMeasure MeasureFrom(int from)
    {
        var (node, measure) = (_root, default(TMeasure));
        while (node is Branch branch && from > 0)
        {
            if (from >= branch.Left.Count)
            {
                from -= branch.Left.Count;
                node = branch.Right;
            }
            else
            {
                measure = branch.Right.Measure + measure;
                node = branch.Left;
            }
        }

        return from <= 0 && node is not null ? node.Measure + measure : measure;
    }

    /// <summary>Finds the thing within which an amount that adds up along the sequence goes beyond a target.</summary>
    /// <param name="amount">The amount in a stretch: a static lambda, so that nothing is allocated.</param>
    /// <param name="target">The target, from 0 on. Where the whole holds no more than that, the last thing is found.</param>
    /// <param name="before">What is known of everything before the thing that is found.</param>
    /// <returns>Its index; -1 in an empty sequence.</returns>
    public int Find(Func<TMeasure, int> amount, int target, out TMeasure before)
    {
        ArgumentNullException.ThrowIfNull(amount);
        before = default;
        var index = 0;
        for (var node = _root; node is Branch branch;)
        {
            var next = before + branch.Left.Measure;
            if (amount(next) > target)
            {
                node = branch.Left;
            }
            else
            {
                index += branch.Left.Count;
                before = next;
                node = branch.Right;
            }
        }

        return _root is null ? -1 : index;
    }

    /// <summary>The first thing from an index on that something may be true of; the number of things where there is none.</summary>
    /// <param name="mayHold">False for a stretch in which it is true of nothing: a static lambda, so that nothing is allocated.</param>
    /// <param name="from">Where the search begins.</param>
    public int FirstFrom(int from, Func<TMeasure, bool> mayHold)
    {
        ArgumentNullException.ThrowIfNull(mayHold);
        return _root is null || FirstFrom(_root, from, mayHold) is not (>= 0 and var found) ? Count : found;
    }

    /// <summary>The last thing before an index that something may be true of; -1 where there is none.</summary>
    /// <param name="before">Where the search begins.</param>
    /// <param name="mayHold">False for a stretch in which it is true of nothing: a static lambda, so that nothing is allocated.</param>
    public int LastBefore(int before, Func<TMeasure, bool> mayHold)
    {
        ArgumentNullException.ThrowIfNull(mayHold);
        return _root is null ? -1 : LastBefore(_root, before, mayHold);
    }

    /// <summary>How many things at the beginning, and then at the end, this sequence and another share, as the same objects.</summary>
    /// <returns>Both together are no more than the shorter sequence has.</returns>
    public (int Before, int After) SharedWith(Sequence<T, TMeasure> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var most = Math.Min(Count, other.Count);
        if (ReferenceEquals(_root, other._root))
        {
            return (most, 0);
        }

        var before = Shared(new(_root, isReverse: false), new(other._root, isReverse: false));
        return (before, Math.Min(most - before, Shared(new(_root, isReverse: true), new(other._root, isReverse: true))));
    }

    /// <summary>The things from an index on.</summary>
    public IEnumerable<T> From(int index)
    {
        var walk = new Walk(_root, isReverse: false);
        walk.Skip(index);
        for (; walk.Node is not null; walk.Skip())
        {
            while (walk.Node is Branch)
            {
                walk.GoIn();
            }

            yield return ((Leaf)walk.Node).Thing;
        }
    }

    /// <summary>The things that something may be true of, in order, each with what is known of everything before it.</summary>
    /// <param name="mayHold">False for a stretch in which it is true of nothing: such a stretch is not gone through.</param>
    public IEnumerable<(TMeasure Before, T Thing)> Holding(Func<TMeasure, bool> mayHold)
    {
        ArgumentNullException.ThrowIfNull(mayHold);
        return Holding(_root, mayHold);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => From(0).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Node? Build(ReadOnlySpan<T> things) => things.Length switch
    {
        0 => null,
        1 => new Leaf(things[0]),
        _ => new Branch(Build(things[..(things.Length / 2)])!, Build(things[(things.Length / 2)..])!),
    };

    private static T At(Node node, int index)
    {
        while (node is Branch branch)
        {
            (node, index) = index < branch.Left.Count ? (branch.Left, index) : (branch.Right, index - branch.Left.Count);
        }

        return ((Leaf)node).Thing;
    }

    private static Node With(Node node, int index, T thing) => node is not Branch branch ? new Leaf(thing)
        : index < branch.Left.Count ? new Branch(With(branch.Left, index, thing), branch.Right)
        : new Branch(branch.Left, With(branch.Right, index - branch.Left.Count, thing));

    private static (Node? Before, Node? After) Split(Node? node, int index)
    {
        if (node is null || index <= 0)
        {
            return (null, node);
        }

        if (index >= node.Count)
        {
            return (node, null);
        }

        var branch = (Branch)node;
        if (index <= branch.Left.Count)
        {
            var (before, after) = Split(branch.Left, index);
            return (before, Join(after, branch.Right));
        }
        else
        {
            var (before, after) = Split(branch.Right, index - branch.Left.Count);
            return (Join(branch.Left, before), after);
        }
    }

    private static Node? Join(Node? left, Node? right)
    {
        if (left is null || right is null)
        {
            return left ?? right;
        }

        return left.Height > right.Height + 1 && left is Branch l ? Balanced(l.Left, Join(l.Right, right)!)
            : right.Height > left.Height + 1 && right is Branch r ? Balanced(Join(left, r.Left)!, r.Right)
            : new Branch(left, right);
    }

    // The two differ in height by two at most.
    private static Branch Balanced(Node left, Node right)
    {
        if (left.Height > right.Height + 1 && left is Branch l)
        {
            return l.Left.Height < l.Right.Height && l.Right is Branch middle
                ? new(new Branch(l.Left, middle.Left), new Branch(middle.Right, right))
                : new(l.Left, new Branch(l.Right, right));
        }

        if (right.Height > left.Height + 1 && right is Branch r)
        {
            return r.Right.Height < r.Left.Height && r.Left is Branch middle
                ? new(new Branch(left, middle.Left), new Branch(middle.Right, r.Right))
                : new(new Branch(left, r.Left), r.Right);
        }

        return new(left, right);
    }

    private static IEnumerable<(TMeasure Before, T Thing)> Holding(Node? root, Func<TMeasure, bool> mayHold)
    {
        var before = default(TMeasure);
        var walk = new Walk(root, isReverse: false);
        while (walk.Node is { } node)
        {
            var holds = mayHold(node.Measure);
            if (holds && node is Branch)
            {
                walk.GoIn();
                continue;
            }

            if (holds)
            {
                yield return (before, ((Leaf)node).Thing);
            }

            before += node.Measure;
            walk.Skip();
        }
    }

    private static int FirstFrom(Node node, int from, Func<TMeasure, bool> mayHold)
    {
        if (from >= node.Count || !mayHold(node.Measure))
        {
            return -1;
        }

        if (node is not Branch branch)
        {
            return 0;
        }

        return FirstFrom(branch.Left, from, mayHold) is >= 0 and var left ? left
            : FirstFrom(branch.Right, from - branch.Left.Count, mayHold) is >= 0 and var right ? branch.Left.Count + right
            : -1;
    }

    private static int LastBefore(Node node, int before, Func<TMeasure, bool> mayHold)
    {
        if (before <= 0 || !mayHold(node.Measure))
        {
            return -1;
        }

        if (node is not Branch branch)
        {
            return 0;
        }

        return LastBefore(branch.Right, before - branch.Left.Count, mayHold) is >= 0 and var right ? branch.Left.Count + right
            : LastBefore(branch.Left, before, mayHold);
    }

    private static int Shared(Walk one, Walk other)
    {
        var shared = 0;
        while (one.Node is { } left && other.Node is { } right)
        {
            if (ReferenceEquals(left, right) || (left is Leaf a && right is Leaf b && ReferenceEquals(a.Thing, b.Thing)))
            {
                shared += left.Count;
                one.Skip();
                other.Skip();
            }
            else if (left is Leaf && right is Leaf)
            {
                break;
            }
            else if (left is Branch && left.Count >= right.Count)
            {
                one.GoIn();
            }
            else
            {
                other.GoIn();
            }
        }

        return shared;
    }

    private abstract class Node(TMeasure measure, int count, int height)
    {
        public TMeasure Measure { get; } = measure;

        public int Count { get; } = count;

        public int Height { get; } = height;
    }

    private sealed class Leaf(T thing) : Node(thing.Measure, 1, 0)
    {
        public T Thing { get; } = thing;
    }

    private sealed class Branch(Node left, Node right)
        : Node(left.Measure + right.Measure, left.Count + right.Count, Math.Max(left.Height, right.Height) + 1)
    {
        public Node Left { get; } = left;

        public Node Right { get; } = right;
    }

    /// <summary>A place between the things, and the node that begins there (ends, in reverse): as large as is wanted.</summary>
    private sealed class Walk(Node? root, bool isReverse)
    {
        private readonly Stack<Node> _next = new();

        /// <summary>The node at the place; null at the end.</summary>
        public Node? Node { get; private set; } = root;

        /// <summary>Goes past the node.</summary>
        public void Skip() => Node = _next.TryPop(out var next) ? next : null;

        /// <summary>Goes past some things.</summary>
        public void Skip(int count)
        {
            while (Node is not null && count > 0)
            {
                if (count >= Node.Count)
                {
                    count -= Node.Count;
                    Skip();
                }
                else
                {
                    GoIn();
                }
            }
        }

        /// <summary>Looks at the first part of the node in its place.</summary>
        public void GoIn()
        {
            var branch = (Branch)Node!;
            _next.Push(isReverse ? branch.Left : branch.Right);
            Node = isReverse ? branch.Right : branch.Left;
        }
    }
}
