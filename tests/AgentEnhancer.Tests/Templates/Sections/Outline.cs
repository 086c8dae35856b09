using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Sections;

internal static class Outline
{
    /// <summary>Units as one line each, two spaces a level: <c>Kind Name first-last</c>.</summary>
    public static IEnumerable<string> Of(string text, string language) => Read(text, language).Select(u => new string(' ', u.Level * 2) + u);

    public static IEnumerable<Unit> Read(string text, string language) => UnitReader.Read(Lexer.Lex(text, language), language);
}
