using System.Collections.Immutable;

namespace AgentEnhancer.Templates;

/// <summary>Which technologies a template shows: those that its set's manifest names and it uses, else those of well-known imports.</summary>
internal static class TemplateTechnologies
{
    /// <summary>What an author set on the item: separated by <c>;</c> or <c>,</c>.</summary>
    public static ImmutableArray<string> Parse(string metadata) =>
        [.. metadata.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Those of <paramref name="named"/> whose name occurs in an import or in the code of the template; without remarks and versions.</summary>
    public static ImmutableArray<string> Named(ImmutableArray<string> named, LexedSource source, ImmutableArray<Import> imports)
    {
        if (named.IsEmpty)
        {
            return [];
        }

        var modules = imports.Where(i => !i.IsLocal).Select(i => ModuleWords(i.Module)).ToList();
        var identifiers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in source.Code)
        {
            AddIdentifiers(line, identifiers);
        }

        return [.. named.Select(name => Spellings(name).FirstOrDefault(s => Occurs(s, modules, identifiers)))
            .OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    public static ImmutableArray<string> WellKnown(ImmutableArray<Import> imports)
    {
        var found = new List<string>();
        foreach (var import in imports)
        {
            // The longest known prefix of the module's path: react-router before react.
            if (!import.IsLocal && KnownTechnologies.Find(import.Module) is { } technology && !found.Contains(technology, StringComparer.Ordinal))
            {
                found.Add(technology);
            }
        }

        return [.. found];
    }

    private static bool Occurs(string name, List<HashSet<string>> modules, HashSet<string> identifiers)
    {
        var words = name.Split([' ', '.', '-', '/', '@'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 0
            && (modules.Any(module => words.All(w => module.Contains(w.ToLowerInvariant()) || Words(w).TrueForAll(module.Contains)))
                || (name.Length >= 3 && identifiers.Contains(name)));
    }

    /// <summary><c>FluentValidation (via X)</c>, <c>A / B</c>, <c>ASP.NET Core 10.0</c>: each name without remarks and versions.</summary>
    private static IEnumerable<string> Spellings(string name)
    {
        var remark = name.IndexOf('(', StringComparison.Ordinal);
        foreach (var part in (remark > 0 ? name[..remark] : name).Split([" / ", " + ", " and ", ","], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(w => !char.IsAsciiDigit(w[0]) && !(w.Length > 1 && w[0] is 'v' or '^' or '~' or '>' && char.IsAsciiDigit(w[^1])));
            yield return string.Join(' ', words);
        }
    }

    /// <summary>The parts of a module's path, and the words of each: <c>@tanstack/react-query</c>, <c>Microsoft.AspNetCore</c>.</summary>
    private static HashSet<string> ModuleWords(string module) =>
        [.. module.Split(['/', '.', '-', '_', ':', '@', '\\'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.ToLowerInvariant()), .. Words(module)];

    /// <summary>Lower-case words of a name: <c>AspNetCore</c> gives asp, net, core.</summary>
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsAsciiLetterOrDigit(text[i]);
            var ends = start >= 0 && (!inside
                || (char.IsAsciiLetterUpper(text[i]) && (char.IsAsciiLetterLower(text[i - 1]) || (i + 1 < text.Length && char.IsAsciiLetterLower(text[i + 1])))));
            if (ends)
            {
                words.Add(text[start..i].ToLowerInvariant());
                start = -1;
            }

            if (inside && start < 0)
            {
                start = i;
            }
        }

        return words;
    }

    private static void AddIdentifiers(string line, HashSet<string> identifiers)
    {
        var start = -1;
        for (var i = 0; i <= line.Length; i++)
        {
            var inside = i < line.Length && (char.IsLetterOrDigit(line[i]) || line[i] == '_');
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                identifiers.Add(line[start..i]);
                start = -1;
            }
        }
    }
}
