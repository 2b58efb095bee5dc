using System.Collections.Immutable;

namespace Stratus;

/// <summary>
/// All written forms as one tree of characters, folded as <see cref="Characters.Fold"/> says, with a run of white space as one
/// space. Built in one go from any list, since a user's glossary makes a new one.
/// </summary>
internal sealed class TermTrie
{
    /// <summary>The node that no form has passed: its index stands for "nothing".</summary>
    public const int None = 0;

    private readonly ImmutableArray<WrittenForm> _forms;
    private readonly int[] _roots = new int[128];
    private readonly ulong[] _pairs = new ulong[64];
    private readonly int[] _previousForm;
    private Node[] _nodes;
    private int _count = 1;
    private int _otherRoots;

    public TermTrie(ImmutableArray<WrittenForm> forms)
    {
        _forms = forms;
        _previousForm = new int[forms.Length];
        _nodes = new Node[Math.Max(16, forms.Length * 8)];
        for (var index = 0; index < forms.Length; index++) Add(index);
    }

    /// <summary>True if forms begin with these two characters; false leaves most words of a text out at once.</summary>
    public bool MayBegin(char first, char second) => (_pairs[CodeOf(first)] >> CodeOf(second) & 1) != 0;

    /// <summary>Keeps words that begin with these two characters in, although no form may.</summary>
    public void Admit(char first, char second) => _pairs[CodeOf(first)] |= 1UL << CodeOf(second);

    /// <summary>The node of a form's first character, already folded, or <see cref="None"/>.</summary>
    public int Root(char folded)
    {
        if (folded < 128) return _roots[folded];

        var node = _otherRoots;
        while (node != None && _nodes[node].Symbol != folded) node = _nodes[node].Sibling;
        return node;
    }

    /// <summary>The node that a folded character leads to, or <see cref="None"/>.</summary>
    public int Child(int node, char folded)
    {
        var child = _nodes[node].FirstChild;
        while (child != None && _nodes[child].Symbol != folded) child = _nodes[child].Sibling;
        return child;
    }

    /// <summary>The index of the last of the forms that end at the node, plus one; 0 where none ends.</summary>
    public int LastForm(int node) => _nodes[node].LastForm;

    /// <summary>The index (plus one) of the form before this one (plus one) among those that end at the same node; 0 after the first.</summary>
    public int PreviousForm(int form) => _previousForm[form - 1];

    private void Add(int index)
    {
        var node = None;
        var depth = 0;
        char first = '\0';
        var inWhiteSpace = false;
        foreach (var c in _forms[index].Text)
        {
            var folded = Characters.Fold(c);
            if (folded == ' ' && inWhiteSpace) continue;

            inWhiteSpace = folded == ' ';
            node = depth == 0 ? AddRoot(folded) : AddChild(node, folded);
            if (depth == 0) first = folded;
            if (depth == 1) Admit(first, folded);
            depth++;
        }

        if (depth == 0) return;
        if (depth == 1) _pairs[CodeOf(first)] = ulong.MaxValue;

        _previousForm[index] = _nodes[node].LastForm;
        _nodes[node].LastForm = index + 1;
    }

    private int AddRoot(char folded)
    {
        var known = Root(folded);
        if (known != None) return known;
        if (folded < 128) return _roots[folded] = NewNode(folded, None);
        return _otherRoots = NewNode(folded, _otherRoots);
    }

    private int AddChild(int parent, char folded)
    {
        var known = Child(parent, folded);
        if (known != None) return known;

        var child = NewNode(folded, _nodes[parent].FirstChild);
        _nodes[parent].FirstChild = child;
        return child;
    }

    private int NewNode(char folded, int sibling)
    {
        if (_count == _nodes.Length) Array.Resize(ref _nodes, _count * 2);
        _nodes[_count] = new Node { Symbol = folded, Sibling = sibling };
        return _count++;
    }

    /// <summary>A number below 64 for every character; several share one, which only lets a few more words through.</summary>
    private static int CodeOf(char c) => c < 128 ? c & 0x1F | (c >= 64 ? 0x20 : 0) : 0;

    private struct Node
    {
        public char Symbol;
        public int FirstChild;
        public int Sibling;
        public int LastForm;
    }
}
