using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates;

/// <summary>Tells tests, configuration and prose from code, by path first and by content where the path is silent.</summary>
internal static partial class TemplateRoles
{
    /// <param name="path">Below the templates' root: a project that is called <c>tests</c> says nothing about its templates.</param>
    public static TemplateRole Of(string path, string language, ImmutableArray<Unit> units)
    {
        var output = path.EndsWith(".template", StringComparison.OrdinalIgnoreCase) ? path[..^".template".Length] : path;
        var name = output[(output.LastIndexOf('/') + 1)..];
        if (TestPath().IsMatch(output) || TestName().IsMatch(output))
        {
            return TemplateRole.Test;
        }

        if (ConfigurationName().IsMatch(name) || ConfigurationLanguages.Contains(language))
        {
            return TemplateRole.Configuration;
        }

        if (language is "markdown" or "restructuredtext" or "asciidoc" || ProseName().IsMatch(name))
        {
            return TemplateRole.Prose;
        }

        return MostlyTests(units) ? TemplateRole.Test : TemplateRole.Code;
    }

    private static readonly ImmutableHashSet<string> ConfigurationLanguages = ImmutableHashSet.Create(
        StringComparer.Ordinal, "yaml", "toml", "ini", "dotenv", "json", "properties", "dockerfile", "makefile", "editorconfig", "msbuild");

    /// <summary>Tests inside a code file (Rust keeps them there) do not make it a test file; a file that holds little else is one.</summary>
    private static bool MostlyTests(ImmutableArray<Unit> units)
    {
        long tests = 0, all = 0;
        foreach (var unit in units)
        {
            if (unit.Kind is UnitKind.Test or UnitKind.TestSuite && unit.Parent?.Kind is not (UnitKind.Test or UnitKind.TestSuite))
            {
                tests += unit.Span.Length;
            }

            all += unit.Parent is null ? unit.Span.Length : 0;
        }

        return tests > 0 && tests * 2 >= all;
    }

    [GeneratedRegex(@"(?:^|[/._ (-])(?:tests?|e2e|__tests__|__mocks__|mocks?|fixtures?|conftest)(?=[/._ ()-]|$)|(?:^|/)(?:specs?|testing)/|[._]spec\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TestPath();

    /// <summary><c>CustomerServiceTests.cs</c>, <c>OrderSpec.scala</c>, <c>ParserTest.java</c>: a capital keeps <c>latest.ts</c> out.</summary>
    [GeneratedRegex(@"[a-z0-9]Tests?/|(?:Tests?|Specs?|TestCase|[a-z]IT)\.\w+$", RegexOptions.CultureInvariant)]
    private static partial Regex TestName();

    [GeneratedRegex(@"^(?:readme|license|licence|changelog|contributing|notice|authors|code_of_conduct)(?:\.\w+)?$|\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ProseName();

    [GeneratedRegex(@"^(?:dockerfile|containerfile|makefile|jenkinsfile|procfile|\.[\w.-]+|requirements[\w.-]*\.txt|go\.(?:mod|sum)|gemfile|pom\.xml|build\.gradle(?:\.kts)?|settings\.gradle(?:\.kts)?)$|^dockerfile\.|\.config\.\w+$|\.(?:dockerfile|ya?ml|toml|ini|cfg|conf|env|json|jsonc|json5|properties|csproj|fsproj|vbproj|props|targets|sln|slnx|editorconfig|lock)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ConfigurationName();
}
