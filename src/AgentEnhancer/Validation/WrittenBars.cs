using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;
using static AgentEnhancer.Rendering.InlineText;

namespace AgentEnhancer.Validation;

/// <summary>What a model that writes whole documents may make up: code that no template holds, and technologies that the project doesn't use.</summary>
internal static partial class WrittenBars
{
    /// <summary>Each block and each technology once; more would only say the same again.</summary>
    private const int MostOfAKind = 5;

    private const int FewestTellingCharacters = 3;

    private static readonly SearchValues<char> CodeMarks = SearchValues.Create(";{}=()");

    /// <summary>What nobody imports by name.</summary>
    private static readonly ImmutableArray<string> Infrastructure =
    [
        "Docker", "Kubernetes", "Terraform", "Ansible", "Kafka", "RabbitMQ", "MongoDB", "MySQL", "MariaDB", "SQLite", "Elasticsearch",
        "DynamoDB", "Cassandra", "Memcached", "GitHub Actions", "GitLab CI", "Jenkins", "Azure DevOps", "AWS Lambda", "Azure Functions",
        "Prometheus", "Grafana", "Auth0", "Keycloak",
    ];

    /// <summary>Names that are words of English: they mean the technology only where they stand as code.</summary>
    private static readonly ImmutableHashSet<string> Words = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Express", "Click", "Requests", "Gin", "Echo", "Fiber", "Zap", "Phoenix", "Rails", "Boost", "Marten", "Wolverine", "Solid", "Vapor",
        "Doctrine", "Spring", "React", "Bogus", "Dapper", "Diesel", "Electron", "Celery", "Flask", "Jest", "Stripe", "Tonic", "tracing", "clap",
        "chi", "anyhow", "pandas", "Polly", "Bloc", "Spring Data", "Generic Host", "Testing Library");

    /// <summary>By block: its first line that no template holds.</summary>
    public static IEnumerable<Violation> Code(DocumentView view, CatalogueCode code, DiagnosticDescriptor descriptor)
    {
        var blocks =
            from fence in view.Outline.Fences
            where !IsText(view, fence)
            let lines = Enumerable.Range(fence.Open + 1, Math.Max(0, Math.Min(fence.Close, view.Outline.Lines.Length) - fence.Open - 1))
                .Where(i => view.Added[i] && IsCode(view.Outline.Lines[i]) && !code.Contains(view.Outline.Lines[i])).ToList()
            where lines.Count > 0
            let line = view.LineOf(lines[0])
            select Violation.Of(descriptor, line, Number(line), view.Outline.Lines[lines[0]].Trim(), Number(lines.Count - 1));
        return blocks.Take(MostOfAKind);
    }

    public static IEnumerable<Violation> Technologies(DocumentView view, CatalogueCode code, DiagnosticDescriptor descriptor)
    {
        var added = Enumerable.Range(0, view.Outline.Lines.Length).Where(i => view.Added[i]).ToList();
        var text = string.Join('\n', added.Select(i => view.Outline.Lines[i]));
        var found =
            from name in KnownTechnologies.Names.Concat(Infrastructure)
            let at = PlaceOf(name, text)
            where at >= 0 && !view.Agent.Text.Contains(name, StringComparison.OrdinalIgnoreCase) && !code.Mentions(name)
            let line = view.LineOf(added[text.AsSpan(0, at).Count('\n')])
            orderby line, name.Length descending
            select (Line: line, Name: name);

        // "Entity Framework Core" is one technology, and so is "React Router".
        return found.DistinctBy(f => f.Line).Take(MostOfAKind).Select(f => Violation.Of(descriptor, f.Line, f.Name, Number(f.Line)));
    }

    /// <summary>Where a name stands as a whole word, in its own spelling; -1 where it doesn't.</summary>
    private static int PlaceOf(string name, string text)
    {
        var isWord = Words.Contains(name);
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            var before = at == 0 ? ' ' : text[at - 1];
            var after = end == text.Length ? ' ' : text[end];
            if (!char.IsLetterOrDigit(before) && before is not ('_' or '.' or '-' or '/') && !char.IsLetterOrDigit(after) && after is not ('_' or '-')
                && (!isWord || (before == '`' && after == '`')))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>A block that shows no code: a tree of folders, an output, a diagram.</summary>
    private static bool IsText(DocumentView view, OutlineFence fence)
    {
        var language = view.Outline.Lines[fence.Open].Trim().TrimStart('`', '~').Trim().Split(' ', 2)[0].ToLowerInvariant();
        return language is "text" or "txt" or "plaintext" or "console" or "output" or "mermaid" or "markdown" or "md" or "diff"
            || (language.Length == 0 && !view.Content(fence).Any(l => l.AsSpan().ContainsAny(CodeMarks)));
    }

    private static bool IsCode(string line) =>
        line.Count(char.IsLetterOrDigit) >= FewestTellingCharacters && !Comment().IsMatch(line);

    [GeneratedRegex(@"^\s*(?://|#\s|--|/\*|\*|<!--|\{/\*|%|;;|'''|"""""")", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}
