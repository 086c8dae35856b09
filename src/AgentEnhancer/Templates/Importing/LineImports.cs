using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Importing;

/// <summary>
/// Languages whose import is one short statement: a pattern each, over code in which strings are blank, so that
/// <c>q</c> marks the quote at which a module's name is read from the source.
/// </summary>
internal static partial class LineImports
{
    public static IEnumerable<Import> Read(FlatSource source, string language)
    {
        var pattern = language switch
        {
            "csharp" => CSharp(),
            "java" or "groovy" => Java(),
            "kotlin" => Kotlin(),
            "scala" => Scala(),
            "swift" => Swift(),
            "dart" => Dart(),
            "php" => Php(),
            "c" or "cpp" or "objc" => C(),
            "ruby" => Ruby(),
            "elixir" => Elixir(),
            "lua" => Lua(),
            "css" or "scss" or "less" => Css(),
            "razor" => Razor(),
            "proto" => Proto(),
            "fsharp" => FSharp(),
            "vb" => VisualBasic(),
            "shell" => Shell(),
            "r" => R(),
            "haskell" => Haskell(),
            "perl" => Perl(),
            _ => null,
        };

        return pattern is null ? [] : pattern.Matches(source.Code).Select(m => Make(source, m, language)).OfType<Import>();
    }

    private static Import? Make(FlatSource source, Match match, string language)
    {
        var end = match.Index + match.Length;
        string module;
        if (match.Groups["q"] is { Success: true } quote)
        {
            if (!source.TryString(quote.Index, out module, out var after))
            {
                return null;
            }

            end = Math.Max(end, after);
        }
        else
        {
            module = Text(match.Groups["m"]).Trim();
        }

        if (module.Length == 0)
        {
            return null;
        }

        var names = new List<string>();
        if (match.Groups["a"] is { Success: true } alias)
        {
            names.Add(Text(alias));
        }
        else if (match.Groups["n"] is { Success: true } list)
        {
            foreach (Match item in Item().Matches(list.Value))
            {
                var name = item.Groups["a"].Success ? item.Groups["a"] : item.Groups["m"];
                names.Add(source.Text.Substring(list.Index + name.Index, name.Length));
            }

            names.RemoveAll(n => n is "_" or "given");
        }
        else if (LastPartIsUsed(language, match))
        {
            names.Add(LastPart(module));
        }

        return new Import(source.Lines(match.Index, end), module, [.. names], IsLocal(module, match, language));

        string Text(Group group) => source.Text.Substring(group.Index, group.Length);
    }

    /// <summary>Languages in which <c>import a.b.C</c> brings in C.</summary>
    private static bool LastPartIsUsed(string language, Match match) =>
        !match.Groups["all"].Success && !match.Groups["q"].Success && (language is "java" or "groovy" or "kotlin" or "scala" or "php" || (language is "elixir" && match.Groups["k"].Value is "alias"));

    private static string LastPart(string module)
    {
        // A placeholder may hold a dot of its own, but never after its closing braces.
        var cut = module.LastIndexOfAny(['.', '\\']);
        return module[(cut + 1)..];
    }

    private static bool IsLocal(string module, Match match, string language)
    {
        if (module.StartsWith('.') || module.StartsWith("{{", StringComparison.Ordinal) || module.StartsWith("__", StringComparison.Ordinal))
        {
            return true;
        }

        return language switch
        {
            "c" or "cpp" or "objc" => match.Groups["q"].Success,
            "dart" => !module.Contains(':', StringComparison.Ordinal),
            "php" => match.Groups["q"].Success || module.StartsWith("App\\", StringComparison.Ordinal) || module.StartsWith("\\App\\", StringComparison.Ordinal),
            "ruby" => match.Groups["k"].Value is "require_relative",
            "css" or "scss" or "less" => !module.Contains("//", StringComparison.Ordinal) && !module.Contains(':', StringComparison.Ordinal) && (language is "css" || !module.StartsWith('@')),
            "shell" => true,
            _ => false,
        };
    }

    [GeneratedRegex(@"(?<m>[\w?]+)(?:[ \t\n]*(?:\bas\b|=>|as:)[ \t\n]*(?<a>\w+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"^[ \t]*(?:global[ \t]+)?using[ \t]+(?:static[ \t]+|unsafe[ \t]+)?(?:(?<a>@?\w+)[ \t]*=[ \t]*)?(?<m>[\w.:]+(?:[ \t]*<[\w.:<>, \t?\[\]]*>)?)[ \t]*;", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex CSharp();

    [GeneratedRegex(@"^[ \t]*import[ \t]+(?:static[ \t]+)?(?<m>[\w.]*\w)(?<all>\.\*)?(?:[ \t]+as[ \t]+(?<a>\w+))?[ \t]*(?:;|$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Java();

    [GeneratedRegex(@"^[ \t]*import[ \t]+(?<m>[\w.]*\w)(?<all>\.\*)?(?:[ \t]+as[ \t]+(?<a>\w+))?[ \t]*;?[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Kotlin();

    [GeneratedRegex(@"^[ \t]*import[ \t]+(?<m>\w+(?:\.(?!_\b|given\b)\w+)*)(?:\.\{(?<n>[^{}]*)\}|(?<all>\.(?:\*|_|given))|(?:[ \t]+as[ \t]+(?<a>\w+)))?(?![\w.])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Scala();

    [GeneratedRegex(@"^[ \t]*(?:@\w+[ \t]+)?import[ \t]+(?:(?:struct|class|enum|protocol|func|var|let|typealias)[ \t]+)?(?<m>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Swift();

    [GeneratedRegex(@"^[ \t]*(?:import|export|part)[ \t\n]+(?<q>['""])[^\n'""]*['""](?:[ \t\n]+(?:deferred[ \t]+)?as[ \t]+(?<a>\w+))?(?:[ \t\n]+show[ \t\n]+(?<n>\w+(?:[ \t\n]*,[ \t\n]*\w+)*))?(?:[ \t\n]+hide[ \t\n]+\w+(?:[ \t\n]*,[ \t\n]*\w+)*)?[ \t]*;", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Dart();

    /// <summary>At the margin only: inside a class <c>use</c> takes in a trait.</summary>
    [GeneratedRegex(@"^use[ \t]+(?:function[ \t]+|const[ \t]+)?(?<m>[\w\\]*\w)\\?(?:\{(?<n>[^{}]*)\}|[ \t]+as[ \t]+(?<a>\w+))?[ \t]*;|^[ \t]*(?:require|include)(?:_once)?[ \t]*\(?[ \t]*(?:__DIR__[ \t]*\.[ \t]*)?(?<q>['""])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Php();

    [GeneratedRegex(@"^[ \t]*[#@][ \t]*(?:include|import)[ \t]*(?:<(?<m>[^<>\n]+)>|(?<q>""))", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex C();

    [GeneratedRegex(@"^[ \t]*(?<k>require_relative|require|load)[ \t]*\(?[ \t]*(?<q>['""])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Ruby();

    [GeneratedRegex(@"^[ \t]*(?<k>alias|import|use|require)[ \t]+(?<m>[A-Z]\w*(?:\.\w+)*)(?:\.\{(?<n>[^{}]*)\}|[ \t]*,[ \t\n]*as:[ \t]*(?<a>\w+))?(?![\w.])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Elixir();

    [GeneratedRegex(@"(?:^|(?<=[\s=(,]))(?:local[ \t]+(?<a>\w+)[ \t]*=[ \t]*)?require[ \t]*\(?[ \t]*(?<q>['""])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Lua();

    [GeneratedRegex(@"^[ \t]*@(?:import|use|forward|reference)[ \t]+(?:\([\w, \t]*\)[ \t]*)?(?:url\([ \t]*)?(?<q>['""])[^\n'""]*['""]\)?(?:[ \t]+as[ \t]+(?<a>[\w-]+))?", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Css();

    [GeneratedRegex(@"^[ \t]*@using[ \t]+(?:static[ \t]+)?(?:(?<a>\w+)[ \t]*=[ \t]*)?(?<m>[\w.]+)[ \t]*;?[ \t]*$|^[ \t]*@inject[ \t]+(?<m>[\w.<>,?\[\] \t]*[\w>?\]])[ \t]+(?<a>\w+)[ \t]*;?[ \t]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Razor();

    [GeneratedRegex(@"^[ \t]*import[ \t]+(?:public[ \t]+|weak[ \t]+)?(?<q>['""])", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Proto();

    [GeneratedRegex(@"^[ \t]*open[ \t]+(?:type[ \t]+)?(?<m>[\w.]+)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FSharp();

    [GeneratedRegex(@"^[ \t]*Imports[ \t]+(?:(?<a>\w+)[ \t]*=[ \t]*)?(?<m>[\w.]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex VisualBasic();

    [GeneratedRegex(@"^[ \t]*(?:source|\.)[ \t]+(?:(?<q>['""])(?=[^'""\n]*['""](?:\s|$|;))|(?<m>[\w./~${}-]+(?=\s|$|;)))", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Shell();

    [GeneratedRegex(@"^[ \t]*(?:library|require|requireNamespace|source)\([ \t]*(?:(?<q>['""])|(?<m>[\w.]+))", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex R();

    [GeneratedRegex(@"^import[ \t]+(?:qualified[ \t]+)?(?<m>[\w.]+)(?:[ \t]+qualified)?(?:[ \t]+as[ \t]+(?<a>[\w.]+))?", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Haskell();

    [GeneratedRegex(@"^[ \t]*(?:use|require)[ \t]+(?<m>[A-Z]\w*(?:::\w+)*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Perl();
}
