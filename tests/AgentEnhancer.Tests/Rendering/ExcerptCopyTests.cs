using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;
using AgentEnhancer.Tests.Templates.Reading;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Tests.Rendering;

[TestClass]
public sealed partial class An_excerpt
{
    private static readonly Template Page = Make.Template("t1", "templates/page.tsx.template",
        "import a from 'a';\n\nimport {\n  b,\n} from 'b';\nimport c from 'c';\n\n\nexport const Page = () => {\n  const x = 1;\n  const y = 2;\n  return (\n    <ul>\n      <li />\n      <li>y</li>\n    </ul>\n  );\n};\n",
        "tsx");

    [TestMethod]
    public void Is_copied_line_for_line() =>
        Copy(new(9, 12), [], []).Should().Equal("export const Page = () => {", "  const x = 1;", "  const y = 2;", "  return (");

    [TestMethod]
    public void Has_a_comment_where_lines_between_runs_were_left_out() =>
        Copy(new(9, 10), [], [LineSpan.Of(1), new(3, 5)]).Should().Equal(
            "import a from 'a';", "", "import {", "  b,", "} from 'b';", "// …", "export const Page = () => {", "  const x = 1;");

    [TestMethod]
    public void Has_none_where_only_blank_lines_lie_between() =>
        Copy(new(9, 9), [], [LineSpan.Of(6)]).Should().Equal("import c from 'c';", "", "", "export const Page = () => {");

    [TestMethod]
    public void Is_cut_with_the_indent_and_the_comment_of_the_place() =>
        Copy(new(9, 18), [LineSpan.Of(11), LineSpan.Of(14)], []).Should().Equal(
            "export const Page = () => {", "  const x = 1;", "  // …", "  return (", "    <ul>", "      {/* … */}", "      <li>y</li>",
            "    </ul>", "  );", "};");

    [TestMethod]
    public void Shows_an_import_within_it_once() =>
        Copy(new(1, 3), [], [LineSpan.Of(1)]).Should().Equal("import a from 'a';", "", "import {");

    [TestMethod]
    public void Is_found_again_in_its_template_by_the_gate() =>
        VerbatimCode.IsFrom(Page, [.. Copy(new(9, 18), [LineSpan.Of(11), LineSpan.Of(14)], [LineSpan.Of(1)])]).Should().BeTrue();

    [TestMethod]
    [DataRow("csharp", "x", "// …")]
    [DataRow("python", "x", "# …")]
    [DataRow("sql", "x", "-- …")]
    [DataRow("html", "x", "<!-- … -->")]
    [DataRow("css", "x", "/* … */")]
    [DataRow("jsx", "  <p>", "{/* … */}")]
    [DataRow("razor", "<p>", "<!-- … -->")]
    [DataRow("razor", "var x = 1;", "// …")]
    [DataRow("ini", "x", "# …")]
    [DataRow("vb", "x", "…")]
    [DataRow("clojure", "x", "…")]
    [DataRow("text", "x", "…")]
    public void Marks_a_cut_as_its_language_does(string language, string next, string comment)
    {
        CommentSyntax.Ellipsis(language, next).Should().Be(comment);
        Cut().IsMatch(comment).Should().BeTrue("that is what readers of documents take for a cut");
    }

    [TestMethod]
    public void Marks_a_cut_in_every_language()
    {
        foreach (var language in LanguageNames.All)
        {
            Cut().IsMatch(CommentSyntax.Ellipsis(language, "x")).Should().BeTrue("of {0}", language);
        }
    }

    private static ImmutableArray<string> Copy(LineSpan span, LineSpan[] cuts, LineSpan[] imports) =>
        ExcerptCopy.Copy(new PlanExample("", new Evidence("t1", span), [.. cuts], [.. imports], []), Page);

    [GeneratedRegex(@"^\s*(//|#|--|/\*|<!--|\{/\*)?\s*(\.\.\.|…).*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Cut();
}
