using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Reading;

[TestClass]
public sealed class Finding_excerpts
{
    [TestMethod]
    public void Whole_units_of_eight_to_forty_lines()
    {
        var excerpts = Find("typescript", "import x from 'y'\n\n" + Function("first", 9) + "\n" + Function("tiny", 1) + "\n" + Function("second", 12) + "\nconst z = 1\n");

        excerpts.Should().Contain(e => e.Title == "first" && e.Span.ToString() == "3-13" && e.Cuts.IsEmpty);
        excerpts.Should().Contain(e => e.Title == "second");
        excerpts.Should().NotContain(e => e.Title == "tiny");
    }

    [TestMethod]
    public void Small_neighbours_stand_together()
    {
        var excerpts = Find("typescript", Function("a", 2) + "\n" + Function("b", 2) + "\n" + Function("c", 2) + "\n" + Function("d", 50));

        excerpts.Should().Contain(e => e.Title == "a, b, c" && e.Span.ToString() == "1-14" && e.Units.Length == 3);
    }

    [TestMethod]
    public void A_short_unit_stands_with_its_neighbour()
    {
        var excerpts = Find("typescript", "type Options = {\n  a: string\n}\n\n" + Function("useIt", 10) + "\n" + Function("other", 50));

        excerpts.Should().Contain(e => e.Title == "Options, useIt" && e.Span.ToString() == "1-16");
    }

    [TestMethod]
    public void A_short_file_is_shown_whole()
    {
        var excerpts = Find("csharp", "using System;\n\nbuilder.Add(1);\n\nbuilder.Add(2);\n\nbuilder.Add(3);\n\nbuilder.Add(4);\n");

        excerpts.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Title = "file", Span = new { First = 1, Last = 9 } });
    }

    [TestMethod]
    public void A_long_unit_is_cut_at_the_edges_of_its_statements()
    {
        var members = string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"    /// <summary>Number {i}.</summary>\n    public int M{i}(\n        int a)\n    {{\n        var text = \"\"\"\n            {{\n            \"\"\";\n        return a + {i};\n    }}\n\n"));
        var lexed = Lexer.Lex("[Serializable]\npublic class Big\n{\n    private readonly int _a = 1;\n\n" + members.TrimEnd() + "\n}\n", "csharp");

        var cut = ExcerptFinder.Find(lexed, UnitReader.Read(lexed, "csharp"), "file").Single(e => e.Title == "Big");

        cut.ShownLines.Should().BeInRange(ExcerptFinder.Shortest, ExcerptFinder.Longest);
        cut.Cuts.Should().NotBeEmpty();
        cut.Cuts.Should().OnlyContain(c => lexed.Lines[c.First - 1].Contains("<summary>") && lexed.Lines[c.Last - 1] == "    }");
        cut.Cuts.Should().OnlyContain(c => c.First > 4 && c.Last < lexed.Lines.Length);
    }

    [TestMethod]
    [DataRow("csharp", "    [Fact]\n", "    public void M{0}()\n    {{\n        Call{0}();\n        Then();\n    }}\n\n", "public class Big\n{{\n", "}}\n")]
    [DataRow("java", "    @Test\n", "    void m{0}() {{\n        call{0}();\n        then();\n    }}\n\n", "public class Big {{\n", "}}\n")]
    [DataRow("python", "    @mark.slow(\"x\")\n", "    def m{0}(self):\n        call{0}()\n        then()\n\n", "class Big:\n", "")]
    public void A_cut_takes_no_mark_from_what_follows_it(string language, string mark, string member, string open, string close)
    {
        var members = string.Concat(Enumerable.Range(1, 14).Select(i => mark + string.Format(System.Globalization.CultureInfo.InvariantCulture, member, i)));
        var lexed = Lexer.Lex(open.Replace("{{", "{") + members.TrimEnd() + "\n" + close.Replace("}}", "}"), language);
        var big = UnitReader.Read(lexed, language).Single(u => u.Name == "Big");

        var cut = UnitCutter.Cut(lexed, big)!;

        cut.Cuts.Should().NotBeEmpty().And.OnlyContain(c => lexed.Lines[c.First - 1] + "\n" == mark && !lexed.Lines[c.Last - 1].StartsWith(mark.TrimEnd()));
    }

    [TestMethod]
    public void A_cut_leaves_what_speaks_of_what_is_wanted()
    {
        var lexed = Lexer.Lex("public class Big\n{\n" + string.Concat(Enumerable.Range(1, 14).Select(i => $"    public void M{i}()\n    {{\n        Call{i}();\n    }}\n\n")) + "}\n", "csharp");
        var big = UnitReader.Read(lexed, "csharp").Single(u => u.Name == "Big");
        var wanted = Array.FindIndex([.. lexed.Lines], l => l.Contains("M9(")) + 1;

        UnitCutter.Cut(lexed, big, s => s.Contains(wanted) ? 1 : 0)!.Cuts.Should().NotContain(c => c.Contains(wanted));
        UnitCutter.Cut(lexed, big)!.Cuts.Should().Contain(c => c.Contains(wanted));
    }

    [TestMethod]
    public void A_statement_too_long_to_show_leaves_the_rest()
    {
        var long_ = string.Concat(Enumerable.Range(1, 50).Select(i => $"      <p>{i}</p>\n"));
        var lexed = Lexer.Lex($"export const Page = () => {{\n  const a = useA({{\n    b: 1,\n    c: 2,\n  }});\n  const d = useD(a);\n  const e = d.map((x) => x.y);\n\n  return (\n    <div>\n{long_}    </div>\n  );\n}};\n", "tsx");

        var cut = ExcerptFinder.Find(lexed, UnitReader.Read(lexed, "tsx"), "file").Single(e => e.Title == "Page");

        cut.Cuts.Should().ContainSingle().Which.ToString().Should().Be("9-62");
    }

    [TestMethod]
    public void Paragraphs_of_a_text_without_units_are_not_cut_inside_brackets()
    {
        var excerpts = Find("text", string.Concat(Enumerable.Range(1, 8).Select(i => $"# Part {i}\nline (\n\n  in brackets\n)\nmore\nlines\n\n")));

        excerpts.Should().NotBeEmpty();
        excerpts.Should().OnlyContain(e => (e.Span.First - 1) % 8 == 0 && e.Span.Last % 8 == 7);
    }

    [TestMethod]
    public void A_banner_parts_comments_but_never_a_comment_in_a_frame()
    {
        var lexed = Lexer.Lex("// ---- Helpers ----\n// Of a.\nfunction a() {}\n\n/*\n * ------\n * Of b.\n */\nfunction b() {}\n", "typescript");

        UnitReader.Read(lexed, "typescript").Select(u => u.ToString()).Should().Equal("Function a 2-3", "Function b 5-9");
    }

    private static System.Collections.Immutable.ImmutableArray<Excerpt> Find(string language, string text)
    {
        var lexed = Lexer.Lex(text, language);
        return ExcerptFinder.Find(lexed, UnitReader.Read(lexed, language), "file");
    }

    private static string Function(string name, int lines) =>
        $"export function {name}() {{\n{string.Concat(Enumerable.Range(1, lines).Select(i => $"  step{i}()\n"))}}}\n";
}
