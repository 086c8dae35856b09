using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Tests.Support;
using Markdig;

namespace AgentEnhancer.Tests.Rendering;

[TestClass]
public sealed class Text_from_a_plan
{
    private static readonly CitationTable Citations = CitationTable.Of(
        Make.EmptyPlan with { References = [new("t7", ""), new("t3", "")] },
        Make.Catalogue(Make.Template("t3", "a", "x\n"), Make.Template("t7", "b", "x\n")));

    [TestMethod]
    [DataRow("plain words stay", "plain words stay")]
    [DataRow("`code<T>` stays", "`code<T>` stays")]
    [DataRow("{{EntityName}} and ['{{featureName}}'] stay", "{{EntityName}} and ['{{featureName}}'] stay")]
    [DataRow("one\n\n## line", "one ## line")]
    [DataRow("a\u001b[31m b", "a [31m b")]
    [DataRow("List<int> here", "`List<int>` here")]
    [DataRow("a Result<TError, TSuccess>, then", "a `Result<TError, TSuccess>`, then")]
    [DataRow("use (List<int>).", "use (`List<int>`).")]
    [DataRow("“List<int>: one of List<int>”", "“`List<int>`: one of `List<int>`”")]
    [DataRow("(List<A>)items.ToList().", "`(List<A>)items.ToList()`.")]
    [DataRow("a < b and c > d", "a < b and c > d")]
    [DataRow("x => y<z stays a word", "x => `y<z` stays a word")]
    [DataRow("every *.cs file", "every `*.cs` file")]
    [DataRow("the __init__ method", "the `__init__` method")]
    [DataRow("the _repo and _other fields", "the _repo and _other fields")]
    [DataRow("[x](http://y)", "`[x](http://y)`")]
    [DataRow("an odd ` tick", "an odd \\` tick")]
    [DataRow("``a ` b`` stays", "``a ` b`` stays")]
    [DataRow("see [t3:14-16] and [t7]", "see [2:14-16] and [1]")]
    [DataRow("see [t3:14, t7:2].", "see [2:14] [1:2].")]
    [DataRow("see ([t3:4])", "see ([2:4])")]
    [DataRow("items[t3] and `[t3:4]`", "items[t3] and `[t3:4]`")]
    [DataRow("unknown [t9:1]", "unknown [t9:1]")]
    public void Says_what_it_says_and_does_nothing_else(string text, string prose) =>
        InlineText.Prose(text, Citations).Should().Be(prose);

    [TestMethod]
    [DataRow("the timer runs on the same clock", "The timer runs on the same clock")]
    [DataRow("it", "It")]
    [DataRow("`ExecuteAsync` is sealed", "`ExecuteAsync` is sealed")]
    [DataRow("useState is one per component", "useState is one per component")]
    [DataRow("npm-run does it", "npm-run does it")]
    [DataRow("app.db holds it", "app.db holds it")]
    [DataRow("", "")]
    public void Begins_a_sentence_as_one_and_leaves_names_alone(string clause, string sentence) =>
        InlineText.Capital(clause).Should().Be(sentence);

    [TestMethod]
    [DataRow("# no heading")]
    [DataRow("> no quotation")]
    [DataRow("- no list")]
    [DataRow("1. no list")]
    [DataRow("~~~ no fence")]
    [DataRow("--- no rule")]
    [DataRow("<div> no tag")]
    [DataRow("**no emphasis")]
    [DataRow("<!-- no comment -->")]
    [DataRow("![no](image)")]
    public void Opens_no_block_of_its_own(string text)
    {
        var html = Markdown.ToHtml("- " + InlineText.Opening(InlineText.Prose(text, Citations)));

        html.Should().StartWith("<ul>\n<li>").And.NotContainAny("<h1", "<blockquote", "<ol", "<hr", "<pre", "<div", "<strong", "<img", "<!--");
        html.Split("<li>").Should().HaveCount(2);
    }

    [TestMethod]
    [DataRow("plain", "`plain`")]
    [DataRow("a`b", "``a`b``")]
    [DataRow("`a`", "`` `a` ``")]
    [DataRow("", "`  `")]
    [DataRow("a\nb", "`a b`")]
    public void Becomes_a_code_span_whatever_backticks_it_holds(string text, string span) => InlineText.Code(text).Should().Be(span);

    [TestMethod]
    public void Stays_in_its_table_cell()
    {
        var pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();
        var row = $"| {InlineText.Cell("`a|b` and c|d")} | e |";

        var html = Markdown.ToHtml($"| x | y |\n| --- | --- |\n{row}\n", pipeline);

        html.Split("<td>").Should().HaveCount(3);
        html.Should().Contain("c|d");
    }

    [TestMethod]
    public void Is_cited_once_only() =>
        Citations.Append("see [2:4]", [Make.Evidence("t3", 4, 4), Make.Evidence("t7", 1, 1)]).Should().Be("see [2:4] [1:1]");
}
