using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace AgentEnhancer.Tests.Agents;

/// <summary>What consumers would not read is warned of, with a line that a YAML parser really reads.</summary>
[TestClass]
public class FrontMatterYamlTests
{
    private static readonly string[] Pieces =
    [
        "name: x", "name: y", "description: plain text", "description: a: b", "description: 'one", "  two'", "description: \"a\\\\n\"", "description: \"a\\d\"",
        "tools: *", "tools: [a, b]", "tools: [a", "tools:", "- Read", "- Write: x", "  - Grep", "  continued", "  continued: x", "not indented", "",
        "# comment", "technologies: >", "technologies: |-", "    deep", "   less deep", "color: @red", "color: blue # c", "model: a:", "\ttab", "key:\tx",
        "key: (a) [b] {c}", "flow: [C#, .NET 10, F# x]", "flow: [\"a\", b-c]", "n: 1", "b: $x", "e: ", "x: - y", "y: <a> b", "z: ünïcode", "'q': r",
        "user: \"x\"", "<example>", "</example>", "a: &b c", "d: *b", "t: !x y", "  ", " - odd", "long: a b c", "i: 'it''s'", "j: \"x\" y", "k: /a/b", "_u: _v",
    ];

    [TestMethod]
    [DataRow("handoffs:\n  - label: Go\n    prompt: Now do: it\nname: x", 4, "    prompt: \"Now do: it\"")]
    [DataRow("handoffs:\n- label: Go: on\n  agent: y\nname: x", 3, "- label: \"Go: on\"")]
    [DataRow("hooks:\n  run: @x\nname: x", 3, "  run: \"@x\"")]
    public void AValueInsideOfAnotherIsQuotedInItsPlace(string head, int line, string expected)
    {
        var diagnostic = FrontMatterYaml.Check("/p/a.md", MarkdownBody.SplitLines(head), out var mended).Should().ContainSingle().Subject;

        diagnostic.Line.Should().Be(line);
        diagnostic.Arguments[2].Should().Be(expected);
        mended.Should().HaveCount(head.Split('\n').Length).And.Contain(expected);
    }

    [TestMethod]
    [DataRow("description: use this: always\nname: x", 2, "description: \"use this: always\"")]
    [DataRow("name: x\ndescription: say \"a: b\" to it's end", 3, "description: 'say \"a: b\" to it''s end'")]
    [DataRow("name: x\ntools: *", 3, "tools: \"*\"")]
    [DataRow("name: x\ntools: *all\nmodel: y", 3, "tools: \"*all\"")]
    [DataRow("description: &x y", 2, "description: \"&x y\"")]
    [DataRow("description: @x", 2, "description: \"@x\"")]
    [DataRow("description: `x` y", 2, "description: \"`x` y\"")]
    [DataRow("description: %x", 2, "description: \"%x\"")]
    [DataRow("description: !x y", 2, "description: \"!x y\"")]
    [DataRow("description: {{X}} y", 2, "description: \"{{X}} y\"")]
    [DataRow("description: [WIP] y", 2, "description: \"[WIP] y\"")]
    [DataRow("description: \"x\" y", 2, "description: '\"x\" y'")]
    [DataRow("description: \"a\\d\"\nname: x", 2, "description: \"ad\"")]
    [DataRow("name: x\ndescription: one\ntwo three\nmodel: y", 3, "description: \"one two three\"")]
    [DataRow("name: x\ndescription: one\n\ttwo", 3, "description: \"one two\"")]
    [DataRow("name: x\ndescription: >-\n  one\n two\nmodel: y", 3, "description: \"one two\"")]
    [DataRow("name: x\ndescription: a: b\n\nLast\nmodel: y", 3, "description: \"a: b\\nLast\"")]
    [DataRow("technologies: [a, *b, @c]\nname: x", 2, "technologies: [\"a\", \"*b\", \"@c\"]")]
    [DataRow("technologies:\n- a\n- @b\nname: x", 2, "technologies: [\"a\", \"@b\"]")]
    [DataRow("description:\n  a: b\n  c: d", 2, "description: \"a: b c: d\"")]
    [DataRow("description: Use it.\\n user: \"a\"\nname: x", 2, null)]
    [DataRow("stray words\nname: x", 2, "# stray words")]
    [DataRow("name: a\u0007b", 2, "name: \"a\\u0007b\"")]
    public void AWarningQuotesTheLineThatMends(string head, int line, string? expected)
    {
        var lines = MarkdownBody.SplitLines(head);
        FrontMatterShape.IsSurelyValid(lines).Should().BeFalse();
        var diagnostics = FrontMatterYaml.Check("/p/a.md", lines, out var mended);

        var diagnostic = diagnostics.Should().ContainSingle().Subject;
        diagnostic.Descriptor.Should().Be(AgentDiagnostics.InvalidYaml);
        diagnostic.Line.Should().Be(line);
        if (expected is not null)
        {
            diagnostic.Arguments[2].Should().Be(expected);
            diagnostic.Message.Should().EndWith(expected).And.Contain("consumers drop this agent's metadata silently");
        }

        Accept(mended).Should().BeTrue();
    }

    [TestMethod]
    public void AMendKeepsWhatWasRead()
    {
        var lines = MarkdownBody.SplitLines("name: x\ndescription: Review: it's \"so\".\n<example>\nuser: \"a: b\"\n</example>\nmodel: y");
        FrontMatterYaml.Check("/p/a.md", lines, out var mended);

        var read = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(string.Join('\n', mended));
        read["description"].Should().Be(FrontMatterFields.Read(lines)[1].Value);
        read["model"].Should().Be("y");
    }

    [TestMethod]
    public void EveryDefectIsNamed()
    {
        var diagnostics = FrontMatterYaml.Check("/p/a.md", ["name: a: b", "description: c: d", "tools: *"], out var mended);

        diagnostics.Select(d => d.Line).Should().Equal(2, 3, 4);
        Accept(mended).Should().BeTrue();
    }

    [TestMethod]
    public void ASecondKeyIsNamedWithTheLinesToDelete()
    {
        var diagnostics = FrontMatterYaml.Check("/p/a.md", ["name: a", "description: b", "name: c", "  d"], out var mended);

        var diagnostic = diagnostics.Should().ContainSingle().Subject;
        diagnostic.Descriptor.Should().Be(AgentDiagnostics.DuplicateKey);
        diagnostic.Arguments.Should().Equal("name", "2", "lines 4-5");
        mended.Should().Equal("name: a", "description: b", "", "");
    }

    [TestMethod]
    public void WhatNoLineMendsIsStillNamed() =>
        FrontMatterYaml.Check("/p/a.md", ["name: a", "hooks:", "  b:", " - c: {"], out _)
            .Should().ContainSingle().Which.Descriptor.Should().Be(AgentDiagnostics.InvalidYamlUnmended);

    [TestMethod]
    [DataRow("name: x\ndescription: a, b (c) - d \"e\" it's\ntools: Read, Write\nmodel: inherit")]
    [DataRow("description: 'a: b\n  c: d'\nname: x\ntechnologies:\n- C#\n- .NET 10\n- 'x: y'")]
    [DataRow("description: >-\n  a: b\n\n  - c\nname: x\ntechnologies:\n  - C#\n")]
    [DataRow("# c\n\nname: x\ndescription: \"a: \\\"b\\\"\\n\"\ntechnologies: [C#, .NET 10]\npriority: 7\ncolor:\n")]
    [DataRow("name: x\ntools: ['search', 'edit/files', \"run\", .NET]")]
    [DataRow("description: a long text\n  that goes on\n  and on\nname: x")]
    public void CommonHeadsNeedNoLibrary(string head)
    {
        var lines = MarkdownBody.SplitLines(head);
        FrontMatterShape.IsSurelyValid(lines).Should().BeTrue();
        FrontMatterYaml.Check("/p/a.md", lines, out _).Should().BeEmpty();
    }

    [TestMethod]
    public void DrawnHeadsAreJudgedAsTheParserJudgesThem()
    {
        var (sure, mends) = (0, 0);
        for (var seed = 0; seed < 1_500; seed++)
        {
            var random = new Random(seed);
            ImmutableArray<string> lines = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Pieces[random.Next(Pieces.Length)])];
            var why = string.Join("\\n", lines);

            var diagnostics = FrontMatterYaml.Check("/p/a.md", lines, out var mended);
            if (FrontMatterShape.IsSurelyValid(lines) && lines.Any(l => l.Trim().Length > 0 && l[0] != '#'))
            {
                sure++;
                diagnostics.Should().BeEmpty("of {0}", why);
                Accept(lines).Should().BeTrue("of {0}", why);
            }

            if (!Accept(lines))
            {
                diagnostics.Should().NotBeEmpty("of {0}", why);
            }

            if (diagnostics.Length > 0 && diagnostics.All(d => d.Descriptor != AgentDiagnostics.InvalidYamlUnmended))
            {
                mends++;
                Accept(mended).Should().BeTrue("of {0} mended to {1}", why, string.Join("\\n", mended));
            }
        }

        // Draws that never reach a branch would prove nothing about it.
        sure.Should().BeGreaterThan(40);
        mends.Should().BeGreaterThan(400);
    }

    private static bool Accept(ImmutableArray<string> lines)
    {
        try
        {
            new DeserializerBuilder().Build().Deserialize<Dictionary<string, object?>>(string.Join('\n', lines) + "\n");
            return true;
        }
        catch (YamlException)
        {
            return false;
        }
    }
}
