using AgentEnhancer.Agents;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Agents;

[TestClass]
public class FrontMatterFieldsTests
{
    [TestMethod]
    [DataRow("description: plain words # comment", "plain words")]
    [DataRow("description: use C#, not F#", "use C#, not F#")]
    [DataRow("description: first\n  second\n\n  third", "first second\nthird")]
    [DataRow("description: first\nsecond, not indented\nname: x", "first second, not indented")]
    [DataRow("description: \"quoted: \\\"yes\\\"\\n\\u00e9\"  # c", "quoted: \"yes\"\né")]
    [DataRow("description: 'it''s: here'", "it's: here")]
    [DataRow("description: 'over\n  two lines'\nname: x", "over two lines")]
    [DataRow("description: \"ends early\" and goes on", "\"ends early\" and goes on")]
    [DataRow("description: \"never ends\nname: x", "\"never ends")]
    [DataRow("description: |\n  one\n    two\n\n  # three\nname: x", "one\n  two\n\n# three")]
    [DataRow("description: >-\n  one\n  two\n\n  three\n   kept\nname: x", "one two\nthree\n kept")]
    [DataRow("description: |2- # note\n   one", "one")]
    [DataRow("description:\n  on the next line\n  and one more", "on the next line and one more")]
    [DataRow("description: Use this: always", "Use this: always")]
    [DataRow("description: *stars*", "*stars*")]
    [DataRow("description: @mention `code` %", "@mention `code` %")]
    [DataRow("description: {{Name}} things", "{{Name}} things")]
    [DataRow("description:\ttabbed", "tabbed")]
    [DataRow("description : spaced", "spaced")]
    [DataRow("\"description\": quoted key", "quoted key")]
    [DataRow("description:", "")]
    public void AValueIsReadWhateverItsForm(string head, string expected) =>
        Field(head, "description").Value.Should().Be(expected);

    [TestMethod]
    public void AnExampleMayRunOverLinesThatLookLikeKeys()
    {
        const string Head = """
            name: x
            description: Use this agent to review: it reads. Examples:
            <example>
            Context: the user wrote code
            user: "review it"
            name: not a key
            </example>
            Assistant: "I will"
            assistant: "done"
            model: inherit
            """;
        var fields = FrontMatterFields.Read(MarkdownBody.SplitLines(Head));

        fields.Select(f => f.Key).Should().Equal("name", "description", "model");
        fields[1].Span.Should().Be(new LineSpan(3, 10));
        fields[1].Value.Should().StartWith("Use this agent to review: it reads.").And.EndWith("assistant: \"done\"");
    }

    [TestMethod]
    public void AnExampleNeverClosedDoesNotSwallowTheKeysAfterIt() =>
        FrontMatterFields.Read(["description: a <example> b", "user: hi", "tools: x"]).Select(f => f.Key).Should().Equal("description", "tools");

    [TestMethod]
    [DataRow("technologies: [C#, \"a, b\", 'it''s', .NET 10]", "C#|a, b|it's|.NET 10")]
    [DataRow("technologies: [C#,\n  F#\n]", "C#|F#")]
    [DataRow("technologies:\n  - C#\n  - \"F#\"\n  # none\n  - a: b", "C#|F#|a: b")]
    [DataRow("technologies:\n- C#\n- goes\n  on\nname: x", "C#|goes on")]
    [DataRow("technologies: C#, F# , Bash(git add:*, git commit:*)", "C#|F#|Bash(git add:*, git commit:*)")]
    [DataRow("technologies: []", "")]
    [DataRow("technologies:", "")]
    [DataRow("technologies: *", "*")]
    public void AListIsReadWhateverItsForm(string head, string expected) =>
        string.Join('|', Field(head, "technologies").AsList()).Should().Be(expected);

    [TestMethod]
    public void AMappingIsKeptRaw() =>
        Field("hooks:\n  PreToolUse:\n    - matcher: x\nname: y", "hooks").IsNested.Should().BeTrue();

    [TestMethod]
    public void CommentsAndBlankLinesBelongToNoValue() =>
        FrontMatterFields.Read(["# head", "", "name: x", "", "# note", "description: y"]).Select(f => (f.Key, f.Span)).Should().Equal(
            ("name", LineSpan.Of(4)), ("description", LineSpan.Of(7)));

    private static FrontMatterField Field(string head, string key) =>
        FrontMatterFields.Read(MarkdownBody.SplitLines(head)).Single(f => f.Key == key);
}
