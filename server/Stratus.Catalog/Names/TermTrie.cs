using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Stratus.Names;

/// <summary>
/// All written forms as one tree of characters, folded as <see cref="Characters.Fold"/> says, with a run of white space as one
/// space. Built in one go from any list, since a user's glossary makes a new one.
/// </summary>
internal sealed class TermTrie
{
    /// <summary>The index of no node: nothing is there.</summary>
    public const int None = 0;

    private const int RowLength = 128;
    private const int ContinuationMask = 4095;

    private readonly ImmutableArray<WrittenForm> _forms;
    private readonly int[] _previousForm;

    /// <summary>One bit for every three characters (five bits each) that a form begins with: most words of a text are out at once.</summary>
    private readonly uint[] _beginnings = new uint[32 * 32];

    /// <summary>One bit for every fourth character after these three, where they are in use; some of them share their bits.</summary>
    private readonly uint[] _continuations = new uint[ContinuationMask + 1];

    /// <summary>The nodes that a form begins with, by ASCII character; slot 0 heads the chain of all others.</summary>
    private readonly int[] _roots = new int[RowLength];

    /// <summary>The same for the second character: a row for every root, since many forms share a first letter.</summary>
    private int[] _rows = new int[RowLength * 48];
    private int _rowCount;
    private Node[] _nodes;
    private int _count = 1;

    public TermTrie(ImmutableArray<WrittenForm> forms)
    {
        _forms = forms;
        _previousForm = new int[forms.Length];
        _nodes = new Node[Math.Max(16, forms.Length * 8)];
        for (var index = 0; index < forms.Length; index++) Add(index);
    }

    /// <summary>False if no form begins as the text does from here on; true for all that do, and some others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBegin(ReadOnlySpan<char> text, int position)
    {
        // Near the end of the text only short forms are left; they let every continuation through.
        var first = text[position] & 31;
        var second = position + 1 < text.Length ? text[position + 1] & 31 : 0;
        var third = position + 2 < text.Length ? text[position + 2] & 31 : 0;
        var beginning = first * 32 + second;
        if ((_beginnings[beginning] & 1u << third) == 0) return false;

        var fourth = position + 3 < text.Length ? text[position + 3] : 0;
        return (_continuations[(beginning * 32 + third) & ContinuationMask] & 1u << fourth) != 0;
    }

    /// <summary>Lets texts that begin so pass <see cref="MayBegin"/>, although no form may.</summary>
    public void Admit(string beginning)
    {
        Span<uint> codes = stackalloc uint[4];
        for (var index = 0; index < codes.Length; index++) codes[index] = index < beginning.Length ? CodesOf(Characters.Fold(beginning[index])) : uint.MaxValue;

        // White space may be longer in a text, and a plural turn "y" into "ies".
        if (beginning.Length > 3 && (beginning[3] is 'y' or 'Y' || beginning.AsSpan(0, 3).Contains(' '))) codes[3] = uint.MaxValue;

        for (var first = 0; first < 32; first++)
        {
            if ((codes[0] >> first & 1) == 0) continue;
            for (var second = 0; second < 32; second++)
            {
                if ((codes[1] >> second & 1) == 0) continue;

                _beginnings[first * 32 + second] |= codes[2];
                for (var third = 0; third < 32; third++)
                {
                    if ((codes[2] >> third & 1) != 0) _continuations[((first * 32 + second) * 32 + third) & ContinuationMask] |= codes[3];
                }
            }
        }
    }

    /// <summary>The node of a form's first character, already folded, or <see cref="None"/>.</summary>
    public int Root(char folded) => HasSlot(folded) ? _roots[folded] : FindInChain(_roots[0], folded);

    /// <summary>The node that a folded character leads to, or <see cref="None"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Child(int node, char folded)
    {
        var nodes = _nodes;
        if (nodes[node].NextIsChild && nodes[node + 1].Symbol == folded) return node + 1;

        var child = nodes[node].FirstChild;
        if (child < 0) return HasSlot(folded) ? _rows[~child + folded] : FindInChain(_rows[~child], folded);
        while (child != None && nodes[child].Symbol != folded) child = nodes[child].Sibling;
        return child;
    }

    /// <summary>The index of the last of the forms that end at the node, plus one; 0 where none ends.</summary>
    public int LastForm(int node) => _nodes[node].LastForm;

    /// <summary>The index (plus one) of the form before this one (plus one) among those that end at the same node; 0 after the first.</summary>
    public int PreviousForm(int form) => _previousForm[form - 1];

    private void Add(int index)
    {
        var text = _forms[index].Text;
        var node = None;
        var inWhiteSpace = false;
        foreach (var c in text)
        {
            var folded = Characters.Fold(c);
            if (folded == ' ' && inWhiteSpace) continue;

            inWhiteSpace = folded == ' ';
            node = node == None ? AddRoot(folded) : AddChild(node, folded);
        }

        if (node == None) return;

        Admit(text);
        _previousForm[index] = _nodes[node].LastForm;
        _nodes[node].LastForm = index + 1;
    }

    private int AddRoot(char folded)
    {
        var node = Root(folded);
        if (node == None) node = Link(folded, ref _roots[HasSlot(folded) ? folded : 0]);
        if (_nodes[node].FirstChild < 0) return node;

        if (_rowCount * RowLength == _rows.Length) Array.Resize(ref _rows, _rows.Length * 2);
        _nodes[node].FirstChild = ~(_rowCount++ * RowLength);
        return node;
    }

    private int AddChild(int parent, char folded)
    {
        var node = Child(parent, folded);
        if (node != None) return node;

        var first = _nodes[parent].FirstChild;
        if (first < 0) return Link(folded, ref _rows[~first + (HasSlot(folded) ? folded : 0)]);

        node = Link(folded, ref first);
        _nodes[parent].FirstChild = first;
        _nodes[parent].NextIsChild |= node == parent + 1;
        return node;
    }

    /// <summary>Makes a node and puts it at the head of a chain.</summary>
    private int Link(char folded, ref int head)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        _nodes[_count] = new Node { Symbol = folded, Sibling = head };
        return head = _count++;
    }

    private int FindInChain(int node, char folded)
    {
        while (node != None && _nodes[node].Symbol != folded) node = _nodes[node].Sibling;
        return node;
    }

    /// <summary>The low five bits of every character that folds to this one, as a set; all of them where signs or scripts vary.</summary>
    private static uint CodesOf(char folded) => folded is ' ' or '-' or '\'' or >= (char)128 ? uint.MaxValue : 1u << (folded & 31);

    private static bool HasSlot(char folded) => (uint)(folded - 1) < RowLength - 1;

    private struct Node
    {
        public char Symbol;

        /// <summary>True if the node after this one in memory is a child of it, as along the tail of most forms: no index to wait for.</summary>
        public bool NextIsChild;

        /// <summary>The head of the chain of its children; for a root the complement of where its row begins.</summary>
        public int FirstChild;
        public int Sibling;
        public int LastForm;
    }
}
