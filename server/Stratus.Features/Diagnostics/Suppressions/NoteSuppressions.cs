using System.Runtime.InteropServices;
using Stratus.Notes;
using Stratus.Notes.Text;

namespace Stratus.Features.Diagnostics.Suppressions;

/// <summary>
/// The directives of one note while its findings are gathered: says which of them are suppressed, and afterwards which
/// directives suppressed nothing. A finding counts for the directive that says it most narrowly: line before block before note.
/// </summary>
internal sealed class NoteSuppressions
{
    private readonly Note _note;
    private readonly Dictionary<int, List<Directive>> _byLine = [];
    private readonly List<Directive> _blocks = [];
    private readonly List<Directive> _file = [];
    private readonly Dictionary<string, List<Directive>> _blocksOfCode = new(StringComparer.Ordinal);
    private readonly HashSet<(int Directive, string Code)> _used = [];

    private NoteSuppressions(Note note, List<Directive> directives)
    {
        _note = note;
        Directives = directives;
        var lines = new NextLines(note.Source, directives);

        // From the end, so that of a run of directives each finds the line that the next one has found.
        for (var index = directives.Count - 1; index >= 0; index--)
        {
            var directive = directives[index];
            switch (directive.Kind)
            {
                case DirectiveKind.Line:
                    for (var line = note.Source.LineOf(directive.Span.Start); line <= note.Source.LineOf(directive.Span.End); line++)
                    {
                        Add(line, directive);
                    }

                    break;
                case DirectiveKind.NextLine when lines.After(note.Source.LineOf(directive.Span.End)) is { } line:
                    Add(line, directive);
                    break;
                case DirectiveKind.Begin or DirectiveKind.End:
                    _blocks.Insert(0, directive);
                    break;
                case DirectiveKind.File:
                    _file.Insert(0, directive);
                    break;
            }
        }
    }

    /// <summary>Every directive of the note, in order.</summary>
    public IReadOnlyList<Directive> Directives { get; }

    /// <summary>Those of a note, or null where it has none.</summary>
    public static NoteSuppressions? Of(Note note) => note.Directives.ToList() is { Count: > 0 } directives ? new(note, directives) : null;

    /// <summary>True if the directive is about the rule.</summary>
    public static bool Covers(Directive directive, string code) => directive.Codes.IsEmpty || directive.Codes.Any(named => named.Code == code);

    /// <summary>
    /// True if a directive suppresses a finding of a rule at an offset; it is remembered that it did, so each finding is to be asked about
    /// before <see cref="IsUsed"/> is asked at all.
    /// </summary>
    public bool Suppresses(Rule rule, int offset)
    {
        if (SuppressorOf(rule.Code, offset) is not { } directive)
        {
            return false;
        }

        _used.Add((directive.Span.Start, rule.Code));
        return true;
    }

    /// <summary>True if the directive has suppressed a finding of this rule; of any rule where it is null. Final once all other rules have run.</summary>
    public bool IsUsed(Directive directive, string? code) => code is null
        ? _used.Any(use => use.Directive == directive.Span.Start)
        : _used.Contains((directive.Span.Start, code));

    /// <summary>The directive that suppresses a rule at an offset, or null.</summary>
    /// <param name="code">The rule.</param>
    /// <param name="offset">Where.</param>
    /// <param name="except">A directive that does not count, or null.</param>
    public Directive? SuppressorOf(string code, int offset, Directive? except = null) =>
        OnLine(_note.Source.LineOf(offset)).FirstOrDefault(directive => directive != except && Covers(directive, code))
        ?? (BlockAt(code, offset) is { } block && block != except ? block : null)
        ?? _file.FirstOrDefault(directive => directive != except && Covers(directive, code));

    /// <summary>The directives that are about a line alone.</summary>
    public IEnumerable<Directive> OnLine(int line) => _byLine.TryGetValue(line, out var directives) ? directives : [];

    /// <summary>The directives for the whole note.</summary>
    public IReadOnlyList<Directive> OfFile => _file;

    /// <summary>True if an <see cref="DirectiveKind.End"/> ends a block: of this rule, or of any where it is null.</summary>
    public bool EndsBlock(Directive end, string? code)
    {
        if (code is not null)
        {
            return BlockAt(code, end.Span.Start) is not null;
        }

        var blocks = _blocks.TakeWhile(block => block.Span.Start < end.Span.Start).ToList();
        var named = blocks.SelectMany(block => block.Codes).Select(block => block.Code).Distinct(StringComparer.Ordinal);
        return blocks.FindLast(block => block.Codes.IsEmpty) is { Kind: DirectiveKind.Begin } || named.Any(block => BlockAt(block, end.Span.Start) is not null);
    }

    private Directive? BlockAt(string code, int offset)
    {
        if (_blocks.Count == 0)
        {
            return null;
        }

        ref var blocks = ref CollectionsMarshal.GetValueRefOrAddDefault(_blocksOfCode, code, out _);
        blocks ??= _blocks.FindAll(block => Covers(block, code));
        var last = Spans.LastStartingAtOrBefore(CollectionsMarshal.AsSpan(blocks), offset - 1, static block => block.Span);
        return last >= 0 && blocks[last].Kind == DirectiveKind.Begin ? blocks[last] : null;
    }

    private void Add(int line, Directive directive)
    {
        ref var directives = ref CollectionsMarshal.GetValueRefOrAddDefault(_byLine, line, out _);
        (directives ??= []).Insert(0, directive);
    }

    /// <summary>Finds the next line that holds something to suppress findings in.</summary>
    private sealed class NextLines(SourceText source, List<Directive> directives)
    {
        private readonly Dictionary<int, int?> _known = [];

        /// <summary>The first line below that is neither blank nor only directives; null where there is none.</summary>
        public int? After(int line)
        {
            var passed = new List<int>();
            int? found = null;
            for (var next = line; !_known.TryGetValue(next, out found); next++)
            {
                passed.Add(next);
                if (next + 1 >= source.LineCount)
                {
                    break;
                }

                if (!IsPassedOver(next + 1))
                {
                    found = next + 1;
                    break;
                }
            }

            foreach (var one in passed)
            {
                _known[one] = found;
            }

            return found;
        }

        private bool IsPassedOver(int number)
        {
            var line = source.Line(number);
            var at = line.Start;
            while (true)
            {
                // The marks of a quote stand before its blank lines too.
                while (at < line.End && source[at] is ' ' or '\t' or '>')
                {
                    at++;
                }

                if (at >= line.End)
                {
                    return true;
                }

                if (DirectiveAt(at) is not { } directive)
                {
                    return false;
                }

                at = directive.Span.End;
            }
        }

        private Directive? DirectiveAt(int offset)
        {
            var next = Spans.FirstEndingAfter(CollectionsMarshal.AsSpan(directives), offset, static directive => directive.Span);
            return next < directives.Count && directives[next].Span.Start <= offset ? directives[next] : null;
        }
    }
}
