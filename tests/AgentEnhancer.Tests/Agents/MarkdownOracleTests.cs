using AgentEnhancer.Agents;
using Markdig;
using Markdig.Syntax;

namespace AgentEnhancer.Tests.Agents;

/// <summary>Headings and fences are where CommonMark (as Markdig reads it) says they are.</summary>
[TestClass]
public class MarkdownOracleTests
{
    /// <summary>Lines that mean different things after one another; a seeded draw of them makes bodies nobody would think of.</summary>
    private static readonly string[] Pieces =
    [
        "", "", "", "# One", "## Two ##", "### Three: `code`", "#### not a heading? #x", "#NoSpace", "   ## indented three", "    ## indented four",
        "plain text", "more text", "===", "---", "***", "- item", "- item two", "* star", "+ plus", "1. first", "2. second", "10) ten",
        "  continued", "    deeper", "      deepest", "- ", "-", "```", "```csharp", "````", "~~~", "~~~~ python", "  ```", "   ~~~", "    ```",
        "  - nested", "    - nested more", "> quoted", "> ## quoted heading", "> ```", ">", "> - item in quote", "- > quote in item",
        "- ## heading in item", "- ```", "1. ```json", "\t- tabbed", "-\ttab after", "\tcode by tab", "<!-- comment", "-->", "<!-- one line -->",
        "<div>", "</div>", "<example>", "</example>", "text <b>bold</b>", "`` ` ``", "``` not a `fence`", "| a | b |", "<a href=\"x\">",
        "# ", "##", "1) other", "-- not a rule", "_ _ _",
    ];

    public static IEnumerable<object[]> Bodies => HandWritten.Select(b => new object[] { b });

    private static IEnumerable<string> HandWritten =>
    [
        "# Title\n\nText.\n\n## A\n\ntext\n\n## B\n",
        "Title\n=====\n\nSub\n---\n\ntext\n---\n\n---\n",
        "two lines\nof title\n---\nafter\n",
        "```\n# not a heading\n---\n```\n# heading\n",
        "````md\n```\n# inner\n```\n````\n\n## after\n",
        "~~~\n```\n~~~\n```\n~~~\n```\n",
        "```js\nnever closed\n# x\n",
        "- item\n\n  ```yaml\n  # in a list\n  ```\n\n- next\n\n# heading\n",
        "1. step\n   ```sh\n   # comment\n   ```\n2. step\n",
        "- item\n  ```\n  open in a list\n\n# heading ends it\n```\nreal\n```\n",
        "    # indented code\n\n# heading\n",
        "text\n    # lazy, not code\n\n    code\n",
        "> # quoted\n> ```\n> code\n> ```\n\n# real\n",
        "> ```\n> open\n\n# heading\n",
        "<!-- # hidden\n```\n# hidden too\n-->\n# seen\n",
        "<div>\n# html\n\n# heading\n</div>\n",
        "<example>\n# html\n```\n</example>\n\n```\nfence\n```\n",
        "text\n<example>\n# heading right after a tag in a paragraph\n",
        "# closed #\n## closed ## \n### not closed#\n# \\#\n",
        "#\n##\n# #\n",
        "####### seven\n#hash\n#5 bolt\n",
        "- a\n- b\n---\n# after a rule\n",
        "- a\nlazy\n---\n",
        "* * *\n***\n* item\n* * *\n",
        "1. one\n2. two\n\n3. three\n\n   para\n\n       code\n",
        "para\n2. not a list\n1. a list\n",
        "para\n-\n\n-\n\n  not in item\n",
        "-\n  in item\n  # in item too\n",
        "-     code in item\n\n      more\n",
        "\ttab code\n\n-\ttab item\n\n\t# in the item\n",
        "``` info `x`\n# heading since that is no fence\n",
        "~~~ info `x` ~~~\n# code\n~~~\n",
        "```\ncode\n``` not a close\n    ```\n```\n# heading\n",
        "   ```\n   code\n  ```\n# heading\n",
        "# A\r\n\r\n```\r\n# x\r\n```\r\n## B\r\n",
        "<pre>\n# raw\n\n# raw\n</pre>\n# heading\n",
        "<!-- one line --> \n# heading\n\n<!doctype html>\n# heading\n",
        "- [ ] task\n- [x] done\n  - nested\n\n    ```\n    deep\n    ```\n# end\n",
        "**Always:**\n- do\n\n**Never:**\n- don't\n\n## Ask\n",
        "",
        "\n\n\n",
    ];

    [TestMethod]
    [DynamicData(nameof(Bodies))]
    public void HandWrittenBodiesAreReadAsMarkdigReadsThem(string body) => Agree(body);

    [TestMethod]
    public void DrawnBodiesAreReadAsMarkdigReadsThem()
    {
        for (var seed = 0; seed < 3_000; seed++)
        {
            var random = new Random(seed);
            var body = string.Join('\n', Enumerable.Range(0, random.Next(2, 14)).Select(_ => Pieces[random.Next(Pieces.Length)])) + "\n";
            Agree(body);
        }
    }

    private static void Agree(string body)
    {
        var expected = Markdown.Parse(body, new MarkdownPipelineBuilder().Build());
        var read = MarkdownBody.Parse(body);

        read.Headings.Select(h => (h.Level, MarkdigLine(read, h))).Should().Equal(
            expected.OfType<HeadingBlock>().Select(h => (h.Level, h.Line + 1)), "of the headings of {0}", Visible(body));
        read.Fences.Select(f => (f.Span.First, f.Fence.Length, f.IsClosed)).Should().Equal(
            expected.Descendants<FencedCodeBlock>().Select(f => (f.Line + 1, f.OpeningFencedCharCount, f.ClosingFencedCharCount > 0)),
            "of the fences of {0}", Visible(body));
    }

    /// <summary>Markdig gives an underlined heading the line of its underline.</summary>
    private static int MarkdigLine(MarkdownBody body, MarkdownHeading heading)
    {
        var line = heading.Line;
        if (MarkdownMarks.Heading(body.Lines[line - 1], MarkdownMarks.Indent(body.Lines[line - 1], 0)) is null)
        {
            while (body.KindOf(line) != MarkdownLineKind.HeadingUnderline)
            {
                line++;
            }
        }

        return line;
    }

    private static string Visible(string body) => body.Replace("\n", "\\n\n", StringComparison.Ordinal).Replace("\t", "→", StringComparison.Ordinal);
}
