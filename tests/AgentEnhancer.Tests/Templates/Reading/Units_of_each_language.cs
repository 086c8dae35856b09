using System.Runtime.CompilerServices;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Reading;

/// <summary>Small files of hard cases, each with a list of its units beside it, checked by hand.</summary>
[TestClass]
public sealed class Units_of_each_language
{
    public static IEnumerable<object[]> Files =>
        Directory.EnumerateFiles(Folder()).Where(f => !f.EndsWith(".units", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).Select(f => new object[] { f });

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Are_those_that_a_reader_sees(string file)
    {
        var path = Path.Combine(Folder(), file);
        var language = Languages.FromPath(path);

        var units = UnitReader.Read(Lexer.Lex(File.ReadAllText(path), language), language, file)
            .Select(u => $"{new string(' ', 2 * u.Level)}{u.Kind} {u.Name} {u.Span} {string.Join(' ', u.Attributes)}".TrimEnd());

        units.Should().Equal(File.ReadAllLines(path + ".units"));
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void Keep_the_three_forms_of_the_text_aligned(string file)
    {
        var path = Path.Combine(Folder(), file);

        Lexing_any_text.IsAligned(Lexer.Lex(File.ReadAllText(path), Languages.FromPath(path))).Should().BeTrue();
    }

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Fixtures", "Units");
}
