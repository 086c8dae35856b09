using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A table that grows with each new handler, job or type: what it holds is found there by key, while the program runs.</summary>
/// <param name="Entries">Names of functions or types, as the source has them: what each key leads to, or the keys themselves.</param>
/// <param name="IsByType">The entries are the keys.</param>
internal sealed record Registry(Template Template, Unit Unit, ImmutableArray<string> Entries, bool IsByType);

/// <summary>Where a registry is asked, and what becomes of a key that it does not hold.</summary>
/// <param name="Default">What it gets instead of an entry, as the source has it.</param>
/// <param name="Refusal">The error that it then ends in; null where the code does not say it near by.</param>
internal sealed record Lookup(Template Template, int Line, string? Refusal, string? Default);

internal static partial class Registries
{
    private const int FewestEntries = 2;
    private const int MostLines = 60;

    /// <summary>How far below a lookup its refusal may stand.</summary>
    private const int Reach = 5;

    public static IEnumerable<Registry> In(Template template, IReadOnlySet<string> defined)
    {
        foreach (var unit in template.Units.Where(u => u.Kind is UnitKind.Value or UnitKind.Property && u.Span.Length is > FewestEntries and <= MostLines))
        {
            var code = string.Join('\n', Enumerable.Range(unit.SignatureLine, unit.Span.Last - unit.SignatureLine + 1).Select(l => template.Source.Code[l - 1]));
            if (!Opening().IsMatch(code))
            {
                continue;
            }

            var entries = new List<string>();
            var isByType = false;
            for (var line = unit.SignatureLine + 1; line <= unit.Span.Last; line++)
            {
                var entry = Entry().Match(template.Source.Code[line - 1]);
                if (!entry.Success)
                {
                    entry = TypeKey().Match(template.Source.Code[line - 1]);
                    isByType |= entry.Success;
                }

                if (entry.Success)
                {
                    var name = entry.Groups["name"];
                    entries.Add(template.Source.Lines[line - 1].Substring(name.Index, name.Length));
                }
            }

            if (entries.Distinct(StringComparer.Ordinal).Count() >= FewestEntries && entries.Count(defined.Contains) * 2 >= entries.Count)
            {
                yield return new Registry(template, unit, [.. entries], isByType);
            }
        }
    }

    /// <summary>The first place of a template that asks the registry by a key that is not written there.</summary>
    public static Lookup? Find(Registry registry, Template template)
    {
        var name = Regex.Escape(registry.Unit.Name);
        var asked = new Regex(
            $@"(?<![\w.]){name}(?:\[\s*(?!\d)\w|(?:\.|\?\.|::)(?:get|Get\w*|TryGetValue|at|find|has|ContainsKey|containsKey|getOrDefault|get_or\w*)\(\s*[&(]?\w)|(?<=\w\s+(?:not\s+)?in\s+){name}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        for (var line = 1; line <= template.LineCount; line++)
        {
            if (!(ReferenceEquals(template, registry.Template) && registry.Unit.Span.Contains(line)) && MaskedName(template, line, registry.Unit.Name) && asked.IsMatch(template.Source.Code[line - 1])
                && !TypeLevel().IsMatch(template.Source.Code[line - 1]))
            {
                return new Lookup(template, line, RefusalBelow(template, line), DefaultOf(registry, template, line));
            }
        }

        return null;
    }

    /// <summary>The last argument of <c>TABLE.get(key, 500)</c>.</summary>
    private static string? DefaultOf(Registry registry, Template template, int line)
    {
        var pattern = new Regex($@"(?<![\w.]){Regex.Escape(registry.Unit.Name)}\.(?:get|getOrDefault|GetValueOrDefault)\((?:[^(),]|\([^()]*\))+,\s*(?<default>[\w.]+)\)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
        return pattern.Match(template.Source.Lines[line - 1]) is { Success: true } match && match.Groups["default"].Value is not ("None" or "null" or "nil" or "undefined") and var value ? value : null;
    }

    private static bool MaskedName(Template template, int line, string name) => template.Source.Lines[line - 1].Contains(name, StringComparison.Ordinal);

    private static string? RefusalBelow(Template template, int line)
    {
        var unit = MarkerStatements.Enclosing(template, line);
        for (var at = line; at <= Math.Min(template.LineCount, line + Reach) && unit is not null && unit.Span.Contains(at); at++)
        {
            if (Refusal().Match(template.Source.Code[at - 1]) is { Success: true } refusal)
            {
                return refusal.Groups["error"].Value;
            }
        }

        return null;
    }

    // const X = { | X: Record<A, B> = { | X = new() { | = new Dictionary<K, V> { | = Map.of( | = map[string]Handler{ | = dict( | = Map.ofEntries(
    [GeneratedRegex(@"(?<![=!<>])=(?!=|>)\s*(?:new\s*(?:[\w.<>,\[\]\s?]*)(?:\([^()]*\))?\s*\{|new\s+Map\s*(?:<[^(]*>)?\s*\(\s*\[|(?:Immutable)?Map\.of(?:Entries)?\(|map\[[\w.]+\][\w.*()\s]+\{|mapOf\(|dict\(|\{|\[)\s*(?:\n|$)")]
    private static partial Regex Opening();

    // "x": f, | ["x"] = typeof(F), | { "x", typeof(F) }, | [Kind.A]: f, | "x", F.class, | "x" to ::f, | entry("x", F.class)
    [GeneratedRegex(@"^\s*(?:\{|\[|\(|(?:Map\.)?entry\()?\s*\[?(?:""\s*""|'\s*'|`\s*`|[A-Za-z_][\w.]*)\]?\s*(?::|=>|=(?![=>])|,|\bto\b)\s*(?:typeof\(|new\s+|::|&)?(?<name>[A-Za-z_]\w*)(?:\.class|::class|\([^()]*\))?\s*[)\]}]*\s*,?\s*[)\]}]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    // [typeof(F)] = x, | { typeof(F), x }, | F.class, x, | F: x in Python
    [GeneratedRegex(@"^\s*(?:\{\s*|\[|(?:Map\.)?entry\()?(?:typeof\((?<name>[A-Za-z_]\w*)\)|(?<name>[A-Z]\w*)(?:\.class|::class)|(?<name>[A-Z]\w*[a-z]\w*)(?=\s*:\s*[""'\w]))\]?\s*(?:=(?![=>])|,|:|\bto\b)\s*[""'\w].*$", RegexOptions.ExplicitCapture)]
    private static partial Regex TypeKey();

    [GeneratedRegex(@"\btypeof\s+\w+\s*\[|\bkeyof\b|^\s*(?:export\s+)?(?:type|interface)\s")]
    private static partial Regex TypeLevel();

    [GeneratedRegex(@"\b(?:throw\s+(?:new\s+)?|raise\s+)(?<error>[A-Za-z_][\w.]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Refusal();
}
