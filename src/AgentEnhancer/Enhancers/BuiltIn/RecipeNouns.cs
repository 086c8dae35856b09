using System.Text.RegularExpressions;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What a member is in the words of the agent: an endpoint, a query, a task.</summary>
internal static partial class RecipeNouns
{
    /// <summary>Last words of type names that say what an instance is.</summary>
    private static readonly string[] Roles =
    [
        "endpoint", "controller", "validator", "job", "handler", "consumer", "service", "repository", "store", "serializer", "page", "view", "component", "worker",
        "listener", "middleware", "policy", "requirement", "query", "command", "event", "message", "entity", "model", "factory", "client", "mapper", "mapping", "filter", "form", "dialog", "screen", "layout", "story", "publisher", "hook", "resource", "provider", "guard", "task", "migration", "option", "tool", "prompt", "plugin", "node", "agent", "action", "route", "loader", "resolver",
    ];

    /// <summary>Last words of attributes and decorators that say what the marked member is.</summary>
    private static readonly string[] Marked = ["task", "command", "tool", "query", "action", "listener", "consumer", "job", "resolver", "mutation", "subscription", "handler", "prompt", "resource", "signal"];

    /// <summary>What only goes with the things of its folder: no validator is an option.</summary>
    private static readonly string[] Ancillary = ["validator", "definition", "configuration", "extensions", "mapper", "mapping", "builder", "factory"];

    /// <summary>For a member of a family.</summary>
    public static string Of(Member member, string? registration, AgentFocus focus)
    {
        var marks = string.Join(' ', member.Unit.Attributes);
        if (HttpMark().IsMatch(marks) || (registration is not null && HttpCall().IsMatch(registration)) || member.Unit.Kind == UnitKind.Route)
        {
            return Says(focus, "endpoint") || !Says(focus, "route") ? "endpoint" : "route";
        }

        foreach (var mark in member.Unit.Attributes.Select(a => Word().Match(a).Value))
        {
            if (LastWord(mark) is { } word && Marked.Contains(word, StringComparer.Ordinal) && Says(focus, word))
            {
                return mark.EndsWith("ExceptionHandler", StringComparison.Ordinal) ? "exception handler" : word;
            }
        }

        // builder.add_node("plan", plan) makes a node of it.
        if (registration is not null && AddCall().Match(registration) is { Success: true } call && call.Groups["what"].Value.Trim('_').ToLowerInvariant() is var added && Roles.Contains(added, StringComparer.Ordinal) && Says(focus, added))
        {
            return added;
        }

        if (member.Unit.Parent is { Kind: UnitKind.Value or UnitKind.Function or UnitKind.Hook } holder)
        {
            return holder.Name.EndsWith("actions", StringComparison.OrdinalIgnoreCase) || IsStore(holder.Name) || Says(focus, "action") ? "action" : "function";
        }

        if (member.Unit.Parent is { } many && Symbols.IsType(many) && LastWord(many.Name) is { } plural && Singular(plural) is var one && one != plural && Says(focus, one))
        {
            return one;
        }

        // A hook in a folder of queries may be a mutation as well.
        var place = $"{member.Unit.Parent?.Name} {member.Template.Path}";
        if (member.Unit.Kind == UnitKind.Query || (member.Unit.Kind != UnitKind.Hook && Storage().IsMatch(place) && Says(focus, "query") && !Changes().IsMatch(member.Unit.Name)))
        {
            return "query";
        }

        return member.Unit.Kind switch
        {
            UnitKind.Block => member.Unit.Name[..Math.Max(0, member.Unit.Name.IndexOf(' ', StringComparison.Ordinal))] is { Length: > 0 } kind ? kind : "block",
            UnitKind.Method => "method",
            UnitKind.Hook when IsStore(member.Unit.Name) => "store",
            UnitKind.Hook => Says(focus, "composable") ? "composable" : "hook",
            _ => "function",
        };
    }

    /// <summary>The line hands a handler to a route.</summary>
    public static bool MapsRoute(string line) => HttpCall().IsMatch(line);

    /// <summary><c>useOrderStore</c>: what it returns is state, getters and actions.</summary>
    private static bool IsStore(string name) => name.StartsWith("use", StringComparison.Ordinal) && name.EndsWith("Store", StringComparison.Ordinal);

    /// <summary>For a type of its own file: the last word of its name, where that is what the agent speaks of; else null.</summary>
    public static string? OfType(string name, AgentFocus focus, string path = "")
    {
        if (name.EndsWith("ViewModel", StringComparison.Ordinal))
        {
            return Says(focus, "view model") || Says(focus, "viewmodel") ? "view model" : null;
        }

        if (name.EndsWith("ViewSet", StringComparison.Ordinal))
        {
            return Says(focus, "viewset") ? "viewset" : null;
        }

        if (name.EndsWith("Options", StringComparison.Ordinal) || name.EndsWith("Settings", StringComparison.Ordinal) || name.EndsWith("Properties", StringComparison.Ordinal))
        {
            return LastWord(name) is { } settings && (Says(focus, Singular(settings)) || Says(focus, "setting")) ? "settings type" : null;
        }

        // OrderEvents holds several: one more goes into it.
        if (LastWord(name) is { } word && Role(word, focus) is { } role)
        {
            return role == word ? role : null;
        }

        if (LastWord(name) is { } part && Ancillary.Contains(part, StringComparer.Ordinal))
        {
            return null;
        }

        // A folder of many says what each of them is.
        var folders = path.Split('/');
        return folders.Length > 1 && folders[^2] is { Length: > 3 } folder && Singular(folder.ToLowerInvariant()) is var one && one.Length < folder.Length ? Role(one, focus) : null;
    }

    private static string? Role(string word, AgentFocus focus) =>
        Singular(word) is var role && Roles.Contains(role, StringComparer.Ordinal) && Says(focus, role) ? role : null;

    public static bool Says(AgentFocus focus, string word) =>
        $"{focus.Agent.Name} {focus.Agent.Description} {focus.Agent.Body}".Contains(word[^1] == 'y' ? word[..^1] : word, StringComparison.OrdinalIgnoreCase);

    public static string Singular(string word) => word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y" : word.Length > 3 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;

    private static string? LastWord(string name)
    {
        var end = name.Length;
        while (end > 0 && !char.IsLetter(name[end - 1]))
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsLetter(name[start - 1]) && (start == end || !char.IsUpper(name[start])))
        {
            start--;
        }

        return end == start ? null : name[start..end].ToLowerInvariant();
    }

    [GeneratedRegex(@"\b(?:Get|Post|Put|Delete|Patch|Request)Mapping\b|\bHttp(?:Get|Post|Put|Delete|Patch)\b|@?\w+\.(?:get|post|put|delete|patch|route)\b|^@(?:Get|Post|Put|Delete|Patch)\b|\baction\(detail|#\[(?:get|post|put|delete|patch)\b")]
    private static partial Regex HttpMark();

    [GeneratedRegex(@"\bMap(?:Get|Post|Put|Delete|Patch)\b|\.(?:get|post|put|delete|patch|Get|Post|Put|Delete|Patch|HandleFunc)\(\s*[""'`/]|\broute\(\s*""")]
    private static partial Regex HttpCall();

    [GeneratedRegex(@"\b(?:add|register)(?<what>_[a-z]+|[A-Z][a-z]+)\(")]
    private static partial Regex AddCall();

    // What writes is no query.
    [GeneratedRegex(@"^(?:create|insert|add|update|upsert|save|store|delete|remove|soft_?delete|archive|mark|set|put|replace|apply|persist)(?![a-z])", RegexOptions.IgnoreCase)]
    private static partial Regex Changes();

    [GeneratedRegex(@"[A-Za-z_][\w.]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"[Rr]epositor|[Ss]tore\b|/stores?/|/repo/|/db/|Dao\b|/queries/")]
    private static partial Regex Storage();
}
