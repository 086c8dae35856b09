using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>A name that a template defines.</summary>
/// <param name="Key">As users write it in masked code.</param>
/// <param name="Name">As users write it in the source.</param>
/// <param name="IsMember">Reached through another name: a method.</param>
/// <param name="NeedsImport">The definition has only a placeholder for a name, so nothing but an import tells who uses it.</param>
internal sealed record Symbol(Template Template, Unit Unit, string Key, string Name, bool IsMember, bool NeedsImport);

/// <summary>What templates define for others to use.</summary>
internal static class Symbols
{
    private const int ShortestName = 4;

    // db, cn: where an import must name it, even a short name is nobody else's.
    private const int ShortestImport = 2;

    /// <param name="usedNames">Every identifier that occurs in some template's code: a name that a file's stem suggests is real only if somebody uses it.</param>
    public static IEnumerable<Symbol> In(Template template, IReadOnlySet<string> usedNames)
    {
        var stemTaken = false;
        foreach (var unit in template.Units)
        {
            if (unit is { Kind: UnitKind.Query, Level: 0 } && template.Language is "sql" && string.Equals(unit.Name, Stem(template.FileName), StringComparison.Ordinal))
            {
                // A model of dbt: others name it by its file.
                yield return new Symbol(template, unit, unit.Name, unit.Name, IsMember: false, NeedsImport: false);
                continue;
            }

            if (!IsDefinition(unit) || unit.SignatureLine < 1 || unit.SignatureLine > template.LineCount)
            {
                continue;
            }

            if (unit.Level == 0 && !ScriptExports.Reach(template, unit))
            {
                continue;
            }

            if (IsPattern(unit))
            {
                foreach (var name in NamesIn(unit).Where(n => n.Length >= ShortestImport))
                {
                    yield return new Symbol(template, unit with { Name = name }, name, name, IsMember: false, NeedsImport: false);
                }

                continue;
            }

            if (KeyOf(template, unit) is not { } key || !Identifiers.IsIdentifier(key))
            {
                continue;
            }

            if ((unit.Level > 0 || template.Language is "kotlin" or "swift" or "scala" or "dart") && Private(template, unit))
            {
                continue;
            }

            var isMember = unit.Kind is UnitKind.Method;
            if (!IsLonePlaceholder(unit.Name))
            {
                if (key.Length >= (ImportScope.IsStrict(template.Language) && !isMember ? ShortestImport : ShortestName))
                {
                    yield return new Symbol(template, unit, key, unit.Name, isMember && unit.Level > 0, NeedsImport: false);
                }

                continue;
            }

            var stem = Stem(template.FileName);
            if (!stemTaken && NamesTypesByFile(template.Language) && IsType(unit) && Identifiers.IsIdentifier(stem) && usedNames.Contains(stem))
            {
                stemTaken = true;
                yield return new Symbol(template, unit, stem, stem, IsMember: false, NeedsImport: false);
            }
            else if (!isMember)
            {
                yield return new Symbol(template, unit, key, unit.Name, IsMember: false, NeedsImport: true);
            }
        }
    }

    /// <summary>A unit's name as it stands in masked code; null where it doesn't stand on its line.</summary>
    public static string? KeyOf(Template template, Unit unit)
    {
        var column = template.Source.Lines[unit.SignatureLine - 1].IndexOf(unit.Name, StringComparison.Ordinal);
        return column < 0 ? null : template.Source.Masked[unit.SignatureLine - 1].Substring(column, unit.Name.Length);
    }

    /// <summary><c>const { handlers, auth } = …</c>: several names, and none for them together.</summary>
    public static bool IsPattern(Unit unit) => unit.Kind == UnitKind.Value && unit.Name.StartsWith("{ ", StringComparison.Ordinal);

    private static IEnumerable<string> NamesIn(Unit pattern) =>
        pattern.Name.Trim('{', '}', ' ').Split(',').Select(n => n[(n.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()).Where(Identifiers.IsIdentifier);

    /// <summary>Nobody outside the file can mean it.</summary>
    private static bool Private(Template template, Unit unit) =>
        template.Source.Code[unit.SignatureLine - 1].AsSpan().TrimStart() is var line
            && (line.StartsWith("private ", StringComparison.Ordinal) || line.StartsWith("fileprivate ", StringComparison.Ordinal))
        || (template.Language is "python" or "dart" && unit.Name.StartsWith('_'));

    /// <summary>A type that stands before a dot is the member's own; where properties begin with a capital as well, it might be one.</summary>
    public static bool IsOfType(string language, string? qualifier, Template template, Unit member) =>
        language is "csharp" or "go" or "razor" || qualifier is not { Length: > 1 } || !char.IsUpper(qualifier[0]) || qualifier.All(c => !char.IsLower(c))
        || member.Parent is not { } parent || string.Equals(qualifier, KeyOf(template, parent) ?? parent.Name, StringComparison.Ordinal);

    public static bool IsType(Unit unit) => unit.Kind is UnitKind.Class or UnitKind.Record or UnitKind.Struct or UnitKind.Interface
        or UnitKind.Enum or UnitKind.Type or UnitKind.Trait;

    public static bool IsCallable(Unit unit) => unit.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Hook;

    private static bool IsDefinition(Unit unit) => unit.Kind switch
    {
        UnitKind.Method => unit.Level <= 1,
        UnitKind.Class or UnitKind.Record or UnitKind.Struct or UnitKind.Interface or UnitKind.Enum or UnitKind.Type or UnitKind.Trait => unit.Level <= 1,
        UnitKind.Function or UnitKind.Component or UnitKind.Hook or UnitKind.Value or UnitKind.Fixture => unit.Level == 0,
        _ => false,
    };

    public static bool IsLonePlaceholder(string name) =>
        (name.StartsWith("{{", StringComparison.Ordinal) && name.EndsWith("}}", StringComparison.Ordinal) && name.IndexOf("}}", StringComparison.Ordinal) == name.Length - 2)
        || (name.StartsWith("<%", StringComparison.Ordinal) && name.IndexOf("%>", StringComparison.Ordinal) == name.Length - 2)
        || (name.StartsWith('$') && name.Length > 2 && name.IndexOf('$', 1) == name.Length - 1)
        || (name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal));

    public static bool NamesTypesByFile(string language) => language is "csharp" or "java" or "kotlin" or "scala" or "swift" or "php" or "vb";

    /// <summary><c>CustomerService</c> of <c>CustomerService.cs</c>.</summary>
    public static string Stem(string fileName)
    {
        var dot = fileName.IndexOf('.', StringComparison.Ordinal);
        return dot <= 0 ? fileName : fileName[..dot];
    }
}
