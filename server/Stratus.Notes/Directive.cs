using System.Collections.Immutable;
using Stratus.Notes.Text;

namespace Stratus.Notes;

/// <summary>What a directive suppresses.</summary>
public enum DirectiveKind
{
    /// <summary><c>stratus-disable-line</c>: the lines that the comment is in.</summary>
    Line,
    /// <summary><c>stratus-disable-next-line</c>: the next line that is neither blank nor only directives.</summary>
    NextLine,
    /// <summary><c>stratus-disable</c>: everything after the comment, up to its <see cref="End"/> or the end of the note.</summary>
    Begin,
    /// <summary><c>stratus-enable</c>: ends what a <see cref="Begin"/> suppressed.</summary>
    End,
    /// <summary><c>stratus-disable-file</c>, and <c>stratus-disable</c> in the front matter: the whole note, wherever it stands.</summary>
    File,
    /// <summary>A word that begins like a directive and is none: a slip. It suppresses nothing.</summary>
    Unknown,
}

/// <summary>A comment, or a key of the front matter, that suppresses findings. Spans are UTF-16 units of the note's source.</summary>
/// <param name="Kind">What it suppresses.</param>
/// <param name="Place"><see cref="TextKind.Comment"/> or <see cref="TextKind.FrontMatter"/>.</param>
/// <param name="Span">The whole comment, or the key with its value.</param>
/// <param name="Word">The directive's word or key: <c>stratus-disable-line</c>.</param>
/// <param name="Codes">The rules that it names, known or not; empty for all rules.</param>
public sealed record Directive(DirectiveKind Kind, TextKind Place, TextSpan Span, TextSpan Word, ImmutableArray<DirectiveCode> Codes)
{
    internal Directive Shift(int offset) => offset == 0 ? this : this with
    {
        Span = Span.Shift(offset),
        Word = Word.Shift(offset),
        Codes = [.. Codes.Select(code => code with { Span = code.Span.Shift(offset) })],
    };
}

/// <summary>A rule that a directive names.</summary>
/// <param name="Code">Its code, as written.</param>
/// <param name="Span">Where, without quotation marks.</param>
public readonly record struct DirectiveCode(string Code, TextSpan Span);
