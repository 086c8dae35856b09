using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>What is known of a file before its tags are read.</summary>
/// <param name="Path">May be empty.</param>
/// <param name="LiteralStrings">Strings over lines in which double braces stand for single ones; in order.</param>
internal sealed partial record TagFile(string Text, string Path, string Language, TemplateKit Kit, TemplateEngine Engine, ImmutableArray<(int Start, int End)> LiteralStrings)
{
    /// <summary>Far longer than any placeholder; bounds the search for an end that isn't there.</summary>
    public const int LongestTag = 240;

    /// <summary>The same for comments and code blocks, which may span lines.</summary>
    public const int LongestBlock = 4_000;

    private FrozenSet<string>? _plainWords;
    private FrozenSet<string>? _xmlNames;
    private bool? _isPage;
    private bool? _isLogger;
    private bool? _isCMake;
    private bool? _hasConditions;

    /// <summary>Words that stand outside of braces: what a component declares.</summary>
    public FrozenSet<string> PlainWords => _plainWords ??= Words(PlainWord());

    /// <summary>What an XML file names itself: elements without attributes, and values of <c>name</c>.</summary>
    public FrozenSet<string> XmlNames => _xmlNames ??= Words(XmlName());

    /// <summary>A page of ASP, JSP or Express, which shows its own data.</summary>
    public bool IsPage => _isPage ??= PageMark().IsMatch(Text);

    /// <summary>A logger's configuration, whose <c>${…}</c> the logger fills in.</summary>
    public bool IsLogger => _isLogger ??= LoggerMark().IsMatch(Text);

    public bool IsCMake => _isCMake ??= CMakeMark().IsMatch(Text);

    /// <summary><c>$if$</c> and <c>$endif$</c> of Visual Studio.</summary>
    public bool HasConditions => _hasConditions ??= Text.Contains("$endif$", StringComparison.Ordinal);

    private FrozenSet<string> Words(Regex regex) => regex.Matches(Text).Select(m => m.Groups["w"].Value).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![{\w])(?<w>[A-Za-z_]\w*)(?![}\w])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainWord();

    [GeneratedRegex(@"<(?<w>\w+)>|\bname=""(?<w>\w+)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex XmlName();

    [GeneratedRegex(@"\A\s*<%@|<%-\s*include\(|<html[\s>]", RegexOptions.CultureInvariant)]
    private static partial Regex PageMark();

    [GeneratedRegex(@"<(?:appender|Appenders|root|logger|nlog|NLog)\b", RegexOptions.CultureInvariant)]
    private static partial Regex LoggerMark();

    [GeneratedRegex(@"\b(?:cmake_minimum_required|add_library|add_executable|target_\w+|find_package)\s*\(", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CMakeMark();

    public static TagFile Of(string text, string language, string path)
    {
        var kit = TemplateKits.Of(path, text, language);
        return new TagFile(text, path, language, kit, OwnExpressions.EngineOf(text, language, path, kit), OwnBraces.LiteralStrings(text, language));
    }
}
