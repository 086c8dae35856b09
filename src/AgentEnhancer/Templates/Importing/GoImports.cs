using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Importing;

/// <summary><c>import "x"</c> and blocks of them, with aliases.</summary>
internal static partial class GoImports
{
    public static IEnumerable<Import> Read(FlatSource source)
    {
        foreach (Match match in Keyword().Matches(source.Code))
        {
            var index = source.SkipBlank(match.Index + match.Length);
            if (index >= source.Code.Length || source.Code[index] != '(')
            {
                if (Spec(source, index) is { } single)
                {
                    yield return single.Import;
                }

                continue;
            }

            index = source.SkipBlank(index + 1);
            while (Spec(source, index) is { } spec)
            {
                yield return spec.Import;
                index = source.SkipBlank(spec.End);
                if (index < source.Code.Length && source.Code[index] == ';')
                {
                    index = source.SkipBlank(index + 1);
                }
            }
        }
    }

    private static (Import Import, int End)? Spec(FlatSource source, int start)
    {
        var end = start < source.Code.Length && source.Code[start] == '.' ? start + 1 : source.IdentifierEnd(start);
        var alias = source.Text[start..end];
        var quote = source.SkipBlank(end);
        if (!source.TryString(quote, out var module, out var after) || module.Length == 0)
        {
            return null;
        }

        string[] names = alias switch { "" => [PackageName(module)], "_" or "." => [], _ => [alias] };
        var local = module.StartsWith('.') || module.Split('/')[..^1].Any(p => p.Contains("{{", StringComparison.Ordinal)) || module.Contains("/internal/", StringComparison.Ordinal);
        return (new Import(source.Lines(start, after), module, [.. names], local), after);
    }

    /// <summary>The last part of the path that is no version, without what Go's packages leave out of their names.</summary>
    private static string PackageName(string module)
    {
        var parts = module.Split('/');
        var name = parts.Length > 1 && Version().IsMatch(parts[^1]) ? parts[^2] : parts[^1];
        name = Suffix().Replace(name, "");
        return name.StartsWith("go-", StringComparison.Ordinal) ? name[3..] : name;
    }

    [GeneratedRegex(@"^import\b", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Keyword();

    [GeneratedRegex(@"^v\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"\.(?:v\d+|go)$|-go$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();
}
