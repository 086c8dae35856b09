using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>What a template is about, as weighted terms: its path says most, its code and comments the rest.</summary>
internal static class TemplateTerms
{
    private const double PathWeight = 3;
    private const double DescriptionWeight = 2;
    private const string Test = "test";

    public static Dictionary<string, double> Of(Template template)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string text, double weight) =>
            Terms.Each(text, t => terms[t] = terms.GetValueOrDefault(t) + weight);

        Add(TemplatePaths.Plain(template.Path[..(template.Path.LastIndexOf('/') + 1)], filling: " "), PathWeight);
        Add(TemplatePaths.Plain(template.FileName, filling: " "), PathWeight);
        Add(LanguageWords(template.Language), DescriptionWeight);
        Add(PlaceWords(template.Path), DescriptionWeight);
        Add(template.Purpose ?? "", DescriptionWeight);
        Add(string.Join(' ', template.Technologies), 1);
        foreach (var unit in template.Units)
        {
            Add(KindWords(unit), 1);
        }

        var tests = RunsTests(template.Language) ? terms.GetValueOrDefault(Test) : -1;
        foreach (var line in WithoutPlaceholders(template.Source))
        {
            Add(line, 1);
        }

        // A pipeline that runs tests is no test; one that says so in its path is about them.
        if (tests == 0)
        {
            terms.Remove(Test);
        }

        return terms;
    }

    private static bool RunsTests(string language) => language is "yaml" or "dockerfile" or "makefile" or "shell";

    /// <summary>A placeholder's name is the template's, not the subject's: <c>{{EntityName}}</c> says nothing of entities.</summary>
    public static IEnumerable<string> WithoutPlaceholders(LexedSource source)
    {
        var next = 0;
        for (var i = 0; i < source.Lines.Length; i++)
        {
            var line = source.Lines[i];
            if (next >= source.Placeholders.Length || source.Placeholders[next].Line != i + 1)
            {
                yield return line;
                continue;
            }

            var buffer = line.ToCharArray();
            for (; next < source.Placeholders.Length && source.Placeholders[next].Line == i + 1; next++)
            {
                var placeholder = source.Placeholders[next];
                Array.Fill(buffer, ' ', placeholder.Column, Math.Min(placeholder.Text.Length, buffer.Length - placeholder.Column));
            }

            yield return new string(buffer);
        }
    }

    /// <summary>The words by which agents call what code only is: nobody writes "hook" into a hook.</summary>
    internal static string KindWords(Unit unit) => unit.Kind switch
    {
        UnitKind.Hook => "hook",
        UnitKind.Component => "component",
        UnitKind.Route => "route endpoint",
        UnitKind.Fixture => "fixture",
        UnitKind.Test or UnitKind.TestSuite => "test",
        UnitKind.Query => Defines(unit.Name) ? "table schema migration" : "query",
        _ => "",
    };

    /// <summary>A statement that makes or changes tables, not one that reads or writes rows.</summary>
    private static bool Defines(string name) =>
        ((string[])["CREATE ", "ALTER ", "DROP "]).Any(v => name.StartsWith(v, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words by which agents call what a tool looks for in a place of its own: no workflow says that it is a pipeline.</summary>
    private static string PlaceWords(string path) =>
        path.Contains(".github/workflows/", StringComparison.Ordinal) || path.Contains(".gitlab-ci", StringComparison.Ordinal) || path.Contains("azure-pipelines", StringComparison.Ordinal)
            || path.Contains("Jenkinsfile", StringComparison.Ordinal) || path.Contains(".circleci/", StringComparison.Ordinal) ? "pipeline ci workflow"
        : path.Contains("compose.", StringComparison.Ordinal) && path.Contains(".y", StringComparison.Ordinal) ? "docker compose container"
        : "";

    /// <summary>The words by which agents call a language that its files rarely name.</summary>
    private static string LanguageWords(string language) => language switch
    {
        "csharp" => "csharp dotnet",
        "typescript" => "typescript",
        "tsx" or "jsx" => "typescript react component",
        "dockerfile" => "docker container image",
        "hcl" => "terraform infrastructure",
        "sql" => "sql database schema",
        "proto" => "protobuf grpc",
        "razor" => "razor blazor dotnet",
        "xaml" => "xaml view",
        "python" or "go" or "rust" or "java" or "kotlin" or "swift" or "dart" or "php" or "ruby" or "elixir" or "scala"
            or "vue" or "svelte" or "graphql" or "css" or "shell" or "powershell" or "prisma" => language,
        _ => "",
    };
}
