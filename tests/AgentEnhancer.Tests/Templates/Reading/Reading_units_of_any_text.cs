using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace AgentEnhancer.Tests.Templates.Reading;

[TestClass]
public sealed class Reading_units_of_any_text
{
    private static readonly string[] Pieces =
    [
        "class A ", "{", "}", "(", ")", ";", "\n", "\n  ", "public ", "void f", "=>", "=", "[Fact]", "@x", "#[test]", "function ", "const a ", "export ", "default ",
        "describe('a', () => ", "fn x", "impl ", "struct ", "enum ", "interface ", "<T>", "<div>", "</div>", "return ", ",", ".", "// c\n", "/* d */", "\"s\"", "`t`",
        "{{Name}}", "{{#if x}}", "func (", "type ", "namespace ", "operator ", "static ", "new ", "=> x", "import ", "case ", "~", "?", ":", "def ", "val ", "init",
        "template <", "record ", "delegate ", "this[", "it('", "http.get('/a', ", "model A ", "@interface ", "extension ", "fun `", "$",
    ];

    public static IEnumerable<object[]> Languages => LanguageNames.All.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Languages))]
    public void Units_lie_within_the_file_and_within_their_parents(string language) =>
        Check.One(
            Properties.Config.WithMaxTest(150).WithEndSize(100),
            Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary(), text =>
            {
                var source = Lexer.Lex(text, language);
                var units = UnitReader.Read(source, language);
                var excerpts = ExcerptFinder.Find(source, units, "x");
                return units.All(u => IsWithin(u, source)) && excerpts.All(e => e.Span.First >= 1 && e.Span.Last <= source.Lines.Length && e.Cuts.All(e.Span.Contains));
            }));

    [TestMethod]
    [DynamicData(nameof(Languages))]
    public void Deep_nesting_costs_no_stack(string language)
    {
        foreach (var piece in new[] { "class A {", "namespace A {", "describe('a', () => {", "mod a {", "(", "<div>\n", "a {\n" })
        {
            var source = Lexer.Lex(string.Concat(Enumerable.Repeat(piece, 5_000)), language);

            UnitReader.Read(source, language).All(u => IsWithin(u, source)).Should().BeTrue();
        }
    }

    private static bool IsWithin(Unit unit, LexedSource source) =>
        unit.Span.First >= 1 && unit.Span.Last >= unit.Span.First && unit.Span.Last <= source.Lines.Length && unit.Span.Contains(unit.SignatureLine);
}
