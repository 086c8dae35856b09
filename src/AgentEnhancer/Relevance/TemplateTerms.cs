using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>What a template is about, as weighted terms: its path says most, its code and comments the rest.</summary>
internal static class TemplateTerms
{
    private const double PathWeight = 3;
    private const double DescriptionWeight = 2;

    public static Dictionary<string, double> Of(Template template)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        void Add(string text, double weight) =>
            Terms.Each(text, t => terms[t] = terms.GetValueOrDefault(t) + weight);

        Add(template.Path[..^(template.Path.Length - template.Path.LastIndexOf('/') - 1)], PathWeight);
        Add(template.FileName, PathWeight);
        Add(LanguageWords(template.Language), DescriptionWeight);
        Add(template.Purpose ?? "", DescriptionWeight);
        Add(string.Join(' ', template.Technologies), 1);
        foreach (var unit in template.Units)
        {
            Add(KindWords(unit.Kind), 1);
        }

        foreach (var line in WithoutPlaceholders(template.Source))
        {
            Add(line, 1);
        }

        return terms;
    }

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
    private static string KindWords(UnitKind kind) => kind switch
    {
        UnitKind.Hook => "hook",
        UnitKind.Component => "component",
        UnitKind.Route => "route endpoint",
        UnitKind.Fixture => "fixture",
        UnitKind.Test or UnitKind.TestSuite => "test",
        UnitKind.Query => "query",
        _ => "",
    };

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
