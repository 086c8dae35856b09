using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary><c>${name}</c>, <c>${{ values.name }}</c> and <c>$name$</c>, each only where the language has no use for it.</summary>
internal static partial class DollarTags
{
    // How far back a string that a tag stands in is looked for.
    private const int LongestPrefix = 1_000;

    /// <summary>What Visual Studio fills in, in a file of any language.</summary>
    private static readonly FrozenSet<string> StudioNames =
        "safeprojectname projectname specifiedsolutionname rootnamespace safeitemname itemname safeitemrootname fileinputname fileinputextension registeredorganization targetframeworkversion defaultnamespace safeclassname"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static Tag? At(string text, int i, ReadOnlySpan<char> rest, int lineStart, TagFile file, TagScope scope)
    {
        if (file.Kit is TemplateKit.Backstage && rest.StartsWith("${{"))
        {
            return Backstage(rest, scope);
        }

        if (file.Kit is not TemplateKit.Unknown || rest.Length < 3)
        {
            return null;
        }

        if (rest[1] == '{')
        {
            var close = rest.IndexOf('}');
            return close > 2 && Identifier().IsMatch(rest[2..close]) && IsPlaceholder(text, i, rest[2..close].ToString(), lineStart, file)
                ? new Tag(close + 1, TagKind.FillIn, rest[2..close].ToString())
                : null;
        }

        var end = rest[1..].IndexOf('$');
        if (end < 1 || !Identifier().IsMatch(rest.Slice(1, end)))
        {
            return null;
        }

        var name = rest.Slice(1, end).ToString();
        if (name is "if" or "else" or "endif")
        {
            var condition = name is "if" ? Condition().Match(rest.ToString()) : Match.Empty;
            return file.HasConditions ? new Tag(condition.Success ? condition.Length : end + 2, TagKind.Steering) : null;
        }

        var isUsual = file.Language is "csharp" or "vb" or "fsharp" or "xml" or "xaml" or "razor" or "java" or "cpp" or Languages.Text && file.Engine is not TemplateEngine.Tex;
        return end > 1 && (isUsual || StudioNames.Contains(name)) ? new Tag(end + 2, TagKind.FillIn, name) : null;
    }

    private static Tag? Backstage(ReadOnlySpan<char> rest, TagScope scope)
    {
        var close = rest.IndexOf("}}");
        if (close < 4)
        {
            return null;
        }

        var expression = rest[3..close].Trim(" -").ToString();
        if (!expression.Contains("values.", StringComparison.Ordinal))
        {
            return null; // the expression of a workflow that lies in the skeleton
        }

        var name = TagExpression.Name(expression, helperComesFirst: false);
        return new Tag(close + 2, name is null || scope.IsOwn(name, TemplateKit.Backstage) ? TagKind.Own : TagKind.FillIn, name ?? "x");
    }

    /// <summary><c>${x}</c> is a placeholder where neither the language nor the string that it stands in gives it a meaning.</summary>
    private static bool IsPlaceholder(string text, int i, string name, int lineStart, TagFile file)
    {
        var from = Math.Max(lineStart, i - LongestPrefix);
        var line = text.AsSpan(from, i - from);
        return file.Language switch
        {
            "csharp" => !line.Contains("$\"", StringComparison.Ordinal) && !line.Contains("$@\"", StringComparison.Ordinal) && !line.EndsWith("$"),
            "python" => !line.Contains("f\"", StringComparison.Ordinal) && !line.Contains("f'", StringComparison.Ordinal),
            "java" => !line.Contains("@Value", StringComparison.Ordinal) && !line.EndsWith("\""),
            "xml" => !IsOfTheXml(file, name),
            "html" => !line.Contains("th:", StringComparison.Ordinal) && line.Count('`') % 2 == 0,
            "markdown" => !IsVariable(name) && line.Count('`') % 2 == 0,
            Languages.Text => !IsVariable(name) && file.Engine is not TemplateEngine.Tex && !file.IsCMake,
            "c" or "cpp" or "go" => !IsVariable(name),
            "sql" or "css" or "proto" or "graphql" or "vb" => true,
            _ => false,
        };
    }

    /// <summary>A property of Maven or Ant, or what a logger writes: the file gives it its value, or the program that reads it.</summary>
    private static bool IsOfTheXml(TagFile file, string name) =>
        file.XmlNames.Contains(name) || file.IsLogger
        || name is "basedir" or "revision" or "changelist" or "sha1";

    /// <summary><c>${HOME}</c>: of the environment.</summary>
    private static bool IsVariable(string name) => name.AsSpan().IndexOfAnyInRange('a', 'z') < 0;

    [GeneratedRegex(@"^[A-Za-z_]\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^\$if\$\s*\([^()]*(?:\([^()]*\)[^()]*)*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
