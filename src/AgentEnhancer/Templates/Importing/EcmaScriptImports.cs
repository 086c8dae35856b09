using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Importing;

/// <summary>JavaScript and TypeScript: <c>import</c>, <c>export … from</c>, <c>require</c> and <c>import()</c>, over any number of lines.</summary>
internal static partial class EcmaScriptImports
{
    public static IEnumerable<Import> Read(FlatSource source)
    {
        var taken = 0;
        foreach (Match match in Keyword().Matches(source.Code))
        {
            if (match.Index < taken)
            {
                continue;
            }

            var after = match.Index + match.Length;
            var found = match.Groups["k"].ValueSpan switch
            {
                "require" => Call(source, match.Index, after),
                "export" => Statement(source, match.Index, after),
                _ => Statement(source, match.Index, after) ?? Call(source, match.Index, after),
            };
            if (found is { } import)
            {
                taken = import.End;
                yield return import.Import;
            }
        }
    }

    /// <summary><c>import A, { b as c }, * as d from 'm'</c>, <c>import 'm'</c>, <c>import a = require('m')</c>, <c>export { a } from 'm'</c>.</summary>
    private static (Import Import, int End)? Statement(FlatSource source, int start, int index)
    {
        var names = new List<string>();
        var inBraces = false;
        var expectsName = true;
        index = source.SkipBlank(index);
        if (source.TryString(index, out var bare, out var bareEnd))
        {
            return source.Code[start] == 'i' ? (Make(source, start, bareEnd, bare, names), bareEnd) : null;
        }

        // The grammar is narrow: whatever does not fit ends the attempt at once, so a failed one costs next to nothing.
        while (index < source.Code.Length)
        {
            var c = source.Code[index];
            var end = source.IdentifierEnd(index);
            if (end > index)
            {
                if (!expectsName)
                {
                    if (inBraces || !source.IsWord(index, end, "from"))
                    {
                        return null;
                    }

                    var quote = source.SkipBlank(end);
                    return source.TryString(quote, out var module, out var after) ? (Make(source, start, after, module, names), after) : null;
                }

                index = Name(source, index, end, inBraces, names);
                expectsName = false;
            }
            else if (c == '*' && expectsName)
            {
                var next = source.SkipBlank(index + 1);
                var wordEnd = source.IdentifierEnd(next);
                if (source.IsWord(next, wordEnd, "as"))
                {
                    next = source.SkipBlank(wordEnd);
                    wordEnd = source.IdentifierEnd(next);
                    names.Add(source.Text[next..wordEnd]);
                    next = wordEnd;
                }

                index = next;
                expectsName = false;
            }
            else if (c == '{' && expectsName && !inBraces)
            {
                inBraces = true;
                index++;
            }
            else if (c == '}' && inBraces)
            {
                inBraces = false;
                expectsName = false;
                index++;
            }
            else if (c == ',' && !expectsName)
            {
                expectsName = true;
                index++;
            }
            else if (c == '=' && !expectsName && !inBraces)
            {
                return Required(source, start, index + 1, names);
            }
            else
            {
                return null;
            }

            index = source.SkipBlank(index);
        }

        return null;
    }

    /// <summary>Reads one name with its modifier and alias; the name that the file uses is added.</summary>
    private static int Name(FlatSource source, int index, int end, bool inBraces, List<string> names)
    {
        // "type" and "typeof" may lead a name, or be one.
        if (source.IsWord(index, end, "type") || source.IsWord(index, end, "typeof"))
        {
            var next = source.SkipBlank(end);
            var nextEnd = source.IdentifierEnd(next);
            if (nextEnd > next && !source.IsWord(next, nextEnd, "from") && !source.IsWord(next, nextEnd, "as"))
            {
                (index, end) = (next, nextEnd);
            }
            else if (next < source.Code.Length && !inBraces && source.Code[next] is '{' or '*')
            {
                return SkipInto(source, next, names);
            }
        }

        var alias = source.SkipBlank(end);
        var aliasEnd = source.IdentifierEnd(alias);
        if (source.IsWord(alias, aliasEnd, "as"))
        {
            var name = source.SkipBlank(aliasEnd);
            var nameEnd = source.IdentifierEnd(name);
            if (nameEnd > name)
            {
                names.Add(source.Text[name..nameEnd]);
                return nameEnd;
            }
        }

        names.Add(source.Text[index..end]);
        return end;
    }

    /// <summary>The braces or the star after <c>import type</c>.</summary>
    private static int SkipInto(FlatSource source, int index, List<string> names)
    {
        if (source.Code[index] == '*')
        {
            var word = source.SkipBlank(index + 1);
            var name = source.SkipBlank(source.IdentifierEnd(word));
            var nameEnd = source.IdentifierEnd(name);
            names.Add(source.Text[name..nameEnd]);
            return nameEnd;
        }

        index = source.SkipBlank(index + 1);
        while (index < source.Code.Length && source.IdentifierEnd(index) is var end && end > index)
        {
            index = source.SkipBlank(Name(source, index, end, inBraces: true, names));
            if (index < source.Code.Length && source.Code[index] == ',')
            {
                index = source.SkipBlank(index + 1);
            }
        }

        return index < source.Code.Length && source.Code[index] == '}' ? index + 1 : index;
    }

    private static (Import Import, int End)? Required(FlatSource source, int start, int index, List<string> names)
    {
        index = source.SkipBlank(index);
        var end = source.IdentifierEnd(index);
        var open = source.SkipBlank(end);
        return source.IsWord(index, end, "require") && open < source.Code.Length && source.Code[open] == '('
            && source.TryString(source.SkipBlank(open + 1), out var module, out var after)
            ? (Make(source, start, Math.Min(source.Code.Length, after + 1), module, names), after)
            : null;
    }

    /// <summary><c>const { a, b: c } = require('m')</c>, <c>const m = await import('m')</c>; without a name where nothing is assigned.</summary>
    private static (Import Import, int End)? Call(FlatSource source, int start, int index)
    {
        index = source.SkipBlank(index);
        if (index >= source.Code.Length || source.Code[index] != '('
            || !source.TryString(source.SkipBlank(index + 1), out var module, out var after))
        {
            return null;
        }

        // Declarations stand close before their value: a window keeps this linear.
        var from = Math.Max(0, start - 2000);
        var declaration = Declaration().Match(source.Code[from..start]);
        var names = new List<string>();
        if (declaration.Success)
        {
            var list = declaration.Groups["n"];
            foreach (Match item in Destructured().Matches(list.Value))
            {
                var name = item.Groups["a"].Success ? item.Groups["a"] : item.Groups["m"];
                names.Add(source.Text.Substring(from + list.Index + name.Index, name.Length));
            }

            start = from + declaration.Index;
        }

        return (Make(source, start, Math.Min(source.Code.Length, after + 1), module, names), after);
    }

    private static Import Make(FlatSource source, int start, int end, string module, List<string> names) =>
        new(source.Lines(start, end), module, [.. names], IsLocal(module));

    private static bool IsLocal(string module) =>
        module.StartsWith('.') || module.StartsWith("@/", StringComparison.Ordinal) || module.StartsWith("~/", StringComparison.Ordinal)
        || module.StartsWith('#') || module.StartsWith("$lib", StringComparison.Ordinal) || module.StartsWith('/')
        || module.StartsWith("src/", StringComparison.Ordinal) || module.StartsWith("app/", StringComparison.Ordinal)
        || module.StartsWith("{{", StringComparison.Ordinal) || module.StartsWith("@{{", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<![\w$.])(?<k>import|export|require)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"(?<![\w$.])(?:const|let|var)\s+(?<n>[\w$]+|\{[\w$\s,:]*\})(?:\s*:\s*[\w$.<>]+)?\s*=\s*(?:await\s+)?$", RegexOptions.RightToLeft | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<m>[\w$]+)(?:\s*:\s*(?<a>[\w$]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Destructured();
}
