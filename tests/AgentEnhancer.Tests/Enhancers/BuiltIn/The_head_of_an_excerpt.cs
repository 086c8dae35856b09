using System.Collections.Immutable;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class The_head_of_an_excerpt
{
    [TestMethod]
    [DataRow("gate.py.template", "class Gate(Valve):\n    key = 1\n\n    def open(self):\n        return self.key\n", "open", "class Gate(Valve):|    # …|    def open(self):|        return self.key")]
    [DataRow("Gate.cs.template", "public sealed class Gate : Valve\n{\n    private int _key;\n\n    public int Open()\n    {\n        return _key;\n    }\n}\n", "Open", "public sealed class Gate : Valve|{|    // …|    public int Open()|    {|        return _key;|    }")]
    [DataRow("Gate.cs.template", "public sealed class Gate(\n    int key,\n    int depth) : Valve\n{\n    public int Open()\n    {\n        return key;\n    }\n}\n", "Open", "public sealed class Gate(|    int key,|    int depth) : Valve|{|    public int Open()|    {|        return key;|    }")]
    [DataRow("gate.ts.template", "export class Gate {\n  open() {\n    return this.key;\n  }\n}\n", "open", "export class Gate {|  open() {|    return this.key;|  }")]
    [DataRow("gate.rs.template", "impl Valve for Gate {\n    const KEY: i32 = 1;\n\n    fn open(&self) -> i32 {\n        self.key\n    }\n}\n", "open", "impl Valve for Gate {|    // …|    fn open(&self) -> i32 {|        self.key|    }")]
    public void Stands_above_its_members(string file, string text, string member, string expected) =>
        Copied(file, text, member).Should().Equal(expected.Split('|'));

    [TestMethod]
    public void Is_none_where_the_excerpt_is_of_no_type() =>
        Copied("gate.py.template", "def gate(key):\n    return key\n\n\ndef open(key):\n    return gate(key)\n", "open").Should().Equal("def open(key):", "    return gate(key)");

    private static ImmutableArray<string> Copied(string file, string text, string member)
    {
        using var set = new TestSet().Template(file, text);
        var template = set.Catalogue().Templates[0];
        var unit = template.Units.Single(u => u.Name == member);
        var example = new PlanExample("", new Evidence(template.Id, unit.Span), [], [.. ExampleHead.Of(template, new Excerpt(unit.Span, [], [unit], ""))], []);
        return ExcerptCopy.Copy(example, template);
    }
}
