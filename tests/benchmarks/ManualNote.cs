using System.Globalization;
using System.Text;

namespace Stratus.Benchmarks;

/// <summary>
/// A note like the reference manual of a language: over a megabyte of prose about types and instructions, full of angle brackets
/// and square ones, in code and beside it, with code fences and definitions by indents. Few words of it are names.
/// </summary>
internal static class ManualNote
{
    private static readonly string[] Instructions = ["add", "fsub", "shl", "extractelement", "insertvalue", "load", "cmpxchg", "getelementptr", "fptoui", "icmp"];
    private static readonly string[] Types = ["i32", "float", "i1", "ptr", "double", "i8"];

    /// <summary>Makes one of at least this many characters.</summary>
    public static GeneratedNote OfLength(int length)
    {
        var draft = new StringBuilder("# Reference manual\n\n## Abstract\n\nThis page says what each instruction means.\n\n");
        for (var section = 0; draft.Length < length; section++)
        {
            var (name, type, count) = (Instructions[section % Instructions.Length], Types[section % Types.Length], 2 + (section % 15));
            draft.Append(CultureInfo.InvariantCulture, $"""
                .. _i_{name}_{section}:

                ### '`{name}`' instruction, form {section}

                #### Syntax

                ```llvm
                <result> = {name} <ty> <op1>, <op2>          ; yields ty:result
                <result> = {name} nuw nsw <{count} x {type}> <op1>, <op2>, !dbg !{section}
                %{section} = {name} [{count} x {type}] %a, [{count} x [4 x {type}]] %b   ; <label> %bb{section}
                br i1 %cond{section}, label %IfEqual, label %IfUnequal, !prof !{section % 7}
                ```

                #### Overview

                The '`{name}`' instruction returns what its two operands of <{type}> give, where <ty> is an integer, a <{count} x {type}>
                or an [{count} x {type}] (see the [type system](#t_{type})). If <op1> is a vector of <n x {type}>, each element is taken by
                itself{GeneratedNote.Cursor}, as with `<{count} x {type}>` in [i_{name}]; a <vscale x {count} x {type}> is taken by its known minimum.

                #### Arguments

                The two arguments must be [integers](#t_integer) or [vectors <n x {type}>](#t_vector) of integers. Both have identical
                types, [{count} x <2 x {type}>] among them, and `%a[{section % count}]` must not be < 0 or > {count}.

                `<ty>`
                    The type of the result. `<{count} x {type}>` and `[{count} x {type}]` are aggregates; <ty> alone is none, nor is
                    `{type}<{section % 9}>`. It must not be [opaque] or <{type}*>.
                `<op1>`, `<op2>`
                    Values of <ty>, or constants such as `<{type} 0, {type} 1>` and [{type} 2, {type} 3].
                `nuw`, `nsw`
                    No unsigned wrap{GeneratedNote.Cursor} and no signed wrap: a result that is not a <ty> is a [poison value](#poisonvalues).

                #### Semantics

                The value is the mathematical one if -2<sup>n-1</sup> <= x < 2<sup>n-1</sup> and n is the width of <ty>; otherwise it is
                taken modulo 2<sup>n</sup>, unless [nuw] or [nsw] is there. Because {type} has one representation this is appropriate{GeneratedNote.Cursor}
                for both signed and unsigned <{type}>. A label <dest> that is not in [%bb0, %bb{section}] makes the program ill-formed.

                * `!range !{section}` with [{section % 5}, {count + 5}) says x >= {section % 5} && x < {count + 5}.
                * `<result>` of <{count} x ptr addrspace({section % 4})> is not [dereferenceable(<n>)].

                #### Example

                    <result> = {name} {type} 4, %var{section}          ; yields {type}:result = 4 -> %var
                    call void @use(<{count} x {type}> %r, [2 x i8]* @.str.{section})


                """);
        }

        return GeneratedNote.Of(draft);
    }
}
