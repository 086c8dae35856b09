using System.Collections.Immutable;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>
/// Finds which template defines a name and which use it. In code only, within a language family, and never where several
/// templates define the name: a link that might be wrong is worse than none, for references, recipes and warnings rest on it.
/// </summary>
internal static class SymbolLinker
{
    // What so many define is nobody's; bounds the work that a common name costs at each of its uses.
    private const int MostDefiners = 32;

    public static ImmutableArray<SymbolLink> Link(ImmutableArray<Template> templates, Func<string, string> family)
    {
        var tokens = templates.Select(t => Identifiers.In(t.Source).ToArray()).ToArray();
        var used = tokens.SelectMany(t => t).Select(t => t.Text).ToHashSet(StringComparer.Ordinal);
        var symbols = templates.SelectMany(t => Symbols.In(t, used))
            .GroupBy(s => (Family: family(s.Template.Language), s.Key))
            .ToDictionary(g => g.Key, g => g.ToArray());
        var uses = new Dictionary<Symbol, SortedDictionary<int, List<int>>>();
        for (var user = 0; user < templates.Length; user++)
        {
            foreach (var token in tokens[user])
            {
                if (symbols.TryGetValue((family(templates[user].Language), token.Text), out var candidates)
                    && Resolve(candidates, templates[user], token) is { } symbol)
                {
                    Add(uses, symbol, user, token.Line);
                }
            }
        }

        return
        [
            .. uses
                .OrderBy(u => u.Key.Template.Path, StringComparer.Ordinal).ThenBy(u => u.Key.Unit.Span)
                .Select(u => new SymbolLink(u.Key.Template, u.Key.Unit, u.Key.Name, [.. u.Value.Select(v => new SymbolUse(templates[v.Key], Lines(templates[v.Key], v.Value)))])),
        ];
    }

    private static Symbol? Resolve(Symbol[] candidates, Template user, IdentifierToken token)
    {
        if (candidates.Any(c => ReferenceEquals(c.Template, user)) && candidates.Length == 1)
        {
            return null;
        }

        var line = user.Source.Code[token.Line - 1];
        var before = Identifiers.Before(line, token.Column);
        var after = Identifiers.After(line, token.Column + token.Text.Length);
        var qualifier = before is '.' or ':' ? Qualifier(line, token.Column) : null;
        if (qualifier is not null)
        {
            // module.name: exact where the module is a template, whoever else defines the name.
            var module = Qualifier(line, token.Column, user.Source.Lines[token.Line - 1]);
            var exact = candidates.Where(c => !c.IsMember && !ReferenceEquals(c.Template, user)
                && ImportScope.ModuleNames(user, c.Template).Contains(module, StringComparer.Ordinal)).ToArray();
            if (exact.Length == 1)
            {
                return exact[0];
            }
        }

        candidates = candidates.Length == 1 ? candidates : Narrowed(candidates, user);
        if (candidates.Length != 1)
        {
            return null;
        }

        var symbol = candidates[0];
        if (!symbol.IsMember && before == '.' && qualifier is { Length: > 0 } && char.IsUpper(qualifier[0])
            && !string.Equals(qualifier, symbol.Unit.Parent?.Name, StringComparison.Ordinal))
        {
            return null; // HttpStatusCode.NotFound is no use of BookingError.NotFound
        }

        if (symbol.IsMember)
        {
            if (user.Role == TemplateRole.Test && !IsExtension(symbol) && symbol.Unit.Parent is { } owner && StandsIn(user, symbol, owner))
            {
                return null; // what implements the interface there is a mock
            }

            // A method of that name may be anybody's: the user must also know its type, or pipe through an extension of it.
            return before == '.' && after is '(' or '<' && Identifiers.IsDistinctive(symbol.Key) && (IsExtension(symbol) || (KnowsTypeOf(symbol, user) && Symbols.IsOfType(user.Language, qualifier, symbol.Template, symbol.Unit))) ? symbol : null;
        }

        if (before == '.' && user.Language is not ("go" or "java" or "kotlin"))
        {
            return null;
        }

        if (user.Language == "go" && !GoPackages.Reaches(user, symbol.Template, before == '.' ? qualifier : null))
        {
            return null;
        }

        if ((IsLabel(user.Language, before, after) || IsDeclared(user, line, token)) && !user.Imports.Any(i => i.Span.Contains(token.Line)))
        {
            return null;
        }

        // Test frameworks hand fixtures over by the name of a parameter.
        if (symbol.Unit.Kind == UnitKind.Fixture)
        {
            return user.Role == TemplateRole.Test && before is '(' or ',' && after is ',' or ')' or ':' ? symbol : null;
        }

        if (symbol.NeedsImport || ImportScope.IsStrict(user.Language))
        {
            return ImportScope.Reaches(user, symbol) ? symbol : null;
        }

        // No import is needed in the language: an ordinary word might be anything but a type's name.
        return Identifiers.IsDistinctive(symbol.Key) || (Symbols.IsType(symbol.Unit) && char.IsUpper(symbol.Key[0])) ? symbol : null;
    }

    /// <summary>Overloads and arities of one file are one thing to others; of several files, an import that names one tells which is meant.</summary>
    private static Symbol[] Narrowed(Symbol[] candidates, Template user)
    {
        if (candidates.Length > MostDefiners)
        {
            return [];
        }

        var open = candidates.Where(c => !c.IsMember).ToArray();
        if (open.Length < candidates.Length || open.Any(c => ReferenceEquals(c.Template, user)))
        {
            return [];
        }

        var named = open.Where(c => ImportScope.Names(user, c)).ToArray();
        var meant = named.Length > 0 ? named : open;
        return meant.All(c => ReferenceEquals(c.Template, meant[0].Template)) ? [meant[0]] : [];
    }

    /// <summary>The test names the interface of the method's type, and never the type.</summary>
    private static bool StandsIn(Template user, Symbol symbol, Unit type)
    {
        var name = Symbols.KeyOf(symbol.Template, type) ?? type.Name;
        return user.Source.Code.Any(l => l.Contains("I" + name, StringComparison.Ordinal)) && !user.Source.Code.Any(l => Identifiers.Names(l, name));
    }

    private static bool IsExtension(Symbol symbol)
    {
        var line = symbol.Unit.SignatureLine - 1;
        return symbol.Template.Language is "csharp" && symbol.Template.Source.Code[line].Contains("static ", StringComparison.Ordinal)
            && Enumerable.Range(line, Math.Min(3, symbol.Template.LineCount - line)).Any(l => symbol.Template.Source.Code[l].Contains("this ", StringComparison.Ordinal));
    }

    /// <summary>The user names the method's type, or an interface of the same file that declares the method.</summary>
    private static bool KnowsTypeOf(Symbol symbol, Template user)
    {
        if (symbol.Unit.Parent is not { } parent)
        {
            return true;
        }

        // In code: a comment that names the type, or a text, knows nothing of it.
        var names = symbol.Template.Units.Where(u => Symbols.IsType(u) || u.Kind == UnitKind.Implementation).Append(parent)
            .Select(u => Symbols.IsLonePlaceholder(u.Name) ? Symbols.Stem(symbol.Template.FileName) : Symbols.KeyOf(symbol.Template, u) ?? u.Name).ToHashSet(StringComparer.Ordinal);
        return user.Source.Code.Any(l => names.Any(n => Names(l, n)));
    }

    /// <summary>The name, or <c>I</c> and the name, as a whole word.</summary>
    private static bool Names(string line, string name)
    {
        for (var at = line.IndexOf(name, StringComparison.Ordinal); at >= 0; at = line.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((end == line.Length || !Identifiers.IsPart(line[end])) && (at == 0 || !Identifiers.IsPart(line[at - 1]) || line[at - 1] == 'I'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>Name:</c> of a named argument or a key, <c>Name =</c> of an initialiser: a label, not a use.</summary>
    private static bool IsLabel(string language, char before, char after) => language switch
    {
        "csharp" => (after == ':' && before != '?') || (after == '=' && before is '{' or ',' or '\0'),
        "typescript" or "tsx" or "javascript" or "jsx" or "go" => after == ':' && before is '{' or ',' or '\0',
        "dart" => after == ':' && before is '(' or ',' or '\0',
        "python" => after == '=' && before is '(' or ',',
        _ => false,
    };

    /// <summary><c>Type name</c>: where types stand before names, a word behind a type is a new name and no use of an old one.</summary>
    private static bool IsDeclared(Template user, string line, IdentifierToken token)
    {
        if (user.Language is not ("csharp" or "java" or "dart" or "cpp" or "c"))
        {
            return false;
        }

        var end = line.AsSpan(0, token.Column).TrimEnd().Length;
        if (end == 0 || end == token.Column)
        {
            return false;
        }

        if (!Identifiers.IsPart(line[end - 1]))
        {
            return EndsType(line.AsSpan(0, end));
        }

        var start = end;
        while (start > 0 && Identifiers.IsPart(line[start - 1]))
        {
            start--;
        }

        return !Keywords.Contains(line[start..end]);
    }

    /// <summary><c>List&lt;Order&gt;</c>, <c>int[]</c>, <c>Order?</c>: a type, and neither a comparison nor a choice nor an attribute, which have a space or nothing before their mark.</summary>
    private static bool EndsType(ReadOnlySpan<char> text)
    {
        var (open, close) = text[^1] switch { '>' => ('<', '>'), ']' => ('[', ']'), _ => ('\0', text[^1]) };
        if (close == '?')
        {
            return text.Length > 1 && (Identifiers.IsPart(text[^2]) || text[^2] is '>' or ']');
        }

        if (open == '\0' || text.Length < 2 || text[^2] is '=' or '-')
        {
            return false;
        }

        var depth = 0;
        for (var i = text.Length - 1; i > 0; i--)
        {
            depth += text[i] == close ? 1 : text[i] == open ? -1 : 0;
            if (depth == 0)
            {
                return Identifiers.IsPart(text[i - 1]) || text[i - 1] is '>' or ']' or '?';
            }
        }

        return false;
    }

    /// <summary>Words that stand before a type or an expression.</summary>
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "new", "return", "is", "as", "throw", "throws", "case", "in", "await", "out", "ref", "params", "this", "public", "private", "protected", "internal", "static", "readonly",
        "const", "final", "abstract", "sealed", "override", "virtual", "async", "extern", "partial", "required", "volatile", "using", "where", "not", "and", "or", "when", "else",
        "extends", "implements", "instanceof", "import", "file", "scoped", "yield", "default", "explicit", "implicit", "operator", "typedef", "struct", "enum", "event", "late", "record", "class",
        "select", "from", "on", "equals", "into", "by", "checked", "unchecked", "stackalloc", "nameof", "typeof", "sizeof", "goto", "lock", "if", "while", "for", "foreach", "switch", "synchronized", "native", "transient", "permits", "super", "assert", "goto", "delegate", "namespace", "package", "interface",
    };

    /// <param name="source">The line as the author wrote it, placeholders and all, where that is asked for.</param>
    private static string? Qualifier(string line, int column, string? source = null)
    {
        var end = column - 1;
        while (end >= 0 && line[end] is '.' or ':' or ' ' or '?')
        {
            end--;
        }

        var start = end;
        while (start >= 0 && Identifiers.IsPart(line[start]))
        {
            start--;
        }

        return start == end ? null : (source ?? line)[(start + 1)..(end + 1)];
    }

    private static void Add(Dictionary<Symbol, SortedDictionary<int, List<int>>> uses, Symbol symbol, int user, int line)
    {
        if (!uses.TryGetValue(symbol, out var users))
        {
            uses[symbol] = users = [];
        }

        if (!users.TryGetValue(user, out var lines))
        {
            users[user] = lines = [];
        }

        if (lines.Count == 0 || lines[^1] != line)
        {
            lines.Add(line);
        }
    }

    /// <summary>Without import lines, unless the name is only imported.</summary>
    private static ImmutableArray<int> Lines(Template user, List<int> lines)
    {
        var inCode = lines.Where(l => !user.Imports.Any(i => i.Span.Contains(l))).ToImmutableArray();
        return inCode.IsEmpty ? [.. lines] : inCode;
    }
}
