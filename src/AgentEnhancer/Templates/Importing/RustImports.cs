using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Importing;

/// <summary>Use trees: <c>use a::b::{c, d::{e, f as g}, self};</c> is one import from <c>a::b</c> of c, e, g and b.</summary>
internal static partial class RustImports
{
    public static IEnumerable<Import> Read(FlatSource source)
    {
        var refused = 0;
        foreach (Match match in Keyword().Matches(source.Code))
        {
            var start = match.Index + match.Length;
            if (start < refused)
            {
                // It would run into the same end as the one before: once is enough, however often the word stands there.
                continue;
            }

            var end = start;
            while (end < source.Code.Length && (char.IsLetterOrDigit(source.Code[end]) || char.IsWhiteSpace(source.Code[end]) || "_:{},*#".Contains(source.Code[end], StringComparison.Ordinal)))
            {
                end++;
            }

            // A tree that runs into anything but its semicolon is no import.
            if (end >= source.Code.Length || source.Code[end] != ';' || Tree(source, start, end) is not { } tree)
            {
                refused = end;
                continue;
            }

            var local = tree.Module.Split("::")[0] is "crate" or "self" or "super" || tree.Module.StartsWith("{{", StringComparison.Ordinal);
            yield return new Import(source.Lines(match.Index, end + 1), tree.Module, [.. tree.Names], local);
        }
    }

    private static (string Module, List<string> Names)? Tree(FlatSource source, int start, int end)
    {
        var names = new List<string>();
        var parents = new Stack<string>();
        string? module = null;
        var path = new List<string>();
        var last = "";
        var pending = false;
        var alias = false;
        for (var i = start; i < end; i++)
        {
            var c = source.Code[i];
            if (source.IdentifierEnd(i) is var word && word > i)
            {
                var text = source.Text[i..word];
                if (text is "as" && pending)
                {
                    alias = true;
                }
                else if (alias)
                {
                    last = text;
                    alias = false;
                }
                else
                {
                    last = text;
                    if (module is null)
                    {
                        path.Add(text);
                    }

                    pending = true;
                }

                i = word - 1;
            }
            else if (c == '*')
            {
                module ??= string.Join("::", path);
                pending = false;
            }
            else if (c == '{')
            {
                module ??= string.Join("::", path);
                parents.Push(last);
                pending = false;
            }
            else if (c is ',' or '}')
            {
                Flush();
                if (c == '}' && !parents.TryPop(out _))
                {
                    return null;
                }
            }
        }

        if (module is null && path.Count > 1 && pending)
        {
            module = string.Join("::", path[..^1]);
        }

        Flush();
        return path.Count == 0 ? null : (module ?? path[0], names);

        void Flush()
        {
            if (pending)
            {
                names.Add(last is "self" && parents.Count > 0 ? parents.Peek() : last);
            }

            pending = false;
        }
    }

    [GeneratedRegex(@"^[ \t]*(?:pub(?:\([\w :]*\))?[ \t]+)?use[ \t]+(?:::)?", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Keyword();
}
