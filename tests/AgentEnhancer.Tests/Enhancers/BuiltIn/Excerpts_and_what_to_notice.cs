using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Excerpts_and_what_to_notice
{
    private const string Page = "import os\nimport sys\nfrom gate.flow import open_gate\nfrom gate.lamp import (\n    show_lamp,\n)\n\n\ndef gate_page(key):\n    os.sync()\n    return open_gate(key)\n";

    private static TestSet Set() => new TestSet().Agent("gate-author", "Writes gates of locks in python")
        .Template("gate/flow.py.template", "def open_gate(key):\n    return key\n")
        .Template("gate/lamp.py.template", "def show_lamp(key):\n    return key\n")
        .Template("gate/page.py.template", Page);

    [TestMethod]
    public void Bring_the_imports_that_they_use()
    {
        using var set = Set();
        var known = set.Know();

        ExampleImports.Of(known.Templates[2], new LineSpan(9, 11), known.Facts).Select(s => s.ToString()).Should().Equal("1", "3");
    }

    [TestMethod]
    public void Bring_no_imports_that_they_show_themselves()
    {
        using var set = Set();
        var known = set.Know();

        ExampleImports.Of(known.Templates[2], new LineSpan(1, 11), known.Facts).Should().BeEmpty();
    }

    [TestMethod]
    public void Bring_all_namespaces_where_there_are_few()
    {
        using var set = new TestSet().Template("Gate.cs.template", "using A;\nusing B;\n\nnamespace Dock;\n\npublic class Gate\n{\n}\n");

        ExampleImports.Of(set.Catalogue().Templates[0], new LineSpan(6, 8), set.Facts()).Select(s => s.First).Should().Equal(1, 2);
    }

    [TestMethod]
    public void Bring_of_many_namespaces_those_of_the_templates_that_they_use()
    {
        using var set = new TestSet()
            .Template("src/Motors/GateMotor.cs.template", "namespace Dock.Motors;\n\npublic class GateMotor\n{\n}\n")
            .Template("src/Gate.cs.template", "using A;\nusing B;\nusing C;\nusing D;\nusing Dock.Motors;\n\nnamespace Dock;\n\npublic class Gate\n{\n    private GateMotor _motor = new();\n}\n");
        var facts = set.Facts();

        ExampleImports.Of(facts.Catalogue.Templates.Single(t => t.FileName == "Gate.cs"), new LineSpan(9, 12), facts).Select(s => s.First).Should().Equal(5);
    }

    [TestMethod]
    public void Say_where_their_names_come_from_and_who_uses_them()
    {
        using var set = Set();
        var known = set.Know();
        var (focus, facts) = (known.Focus("gate-author"), known.Facts);

        ExampleNotices.Of(facts.Catalogue.Templates[2], new LineSpan(9, 11), focus, facts).Should().Equal("`open_gate` comes from [t1:1].");
        ExampleNotices.Of(facts.Catalogue.Templates[0], new LineSpan(1, 2), focus, facts).Should().Equal("`open_gate` is called at [t3:11].");
    }

    [TestMethod]
    public void Say_nothing_where_nothing_leads_elsewhere()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks in python").Template("gate/flow.py.template", "def open_gate(key):\n    return key\n");
        var known = set.Know();

        ExampleNotices.Of(known.Templates[0], new LineSpan(1, 2), known.Focus("gate-author"), known.Facts).Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(1, 10, true)]
    [DataRow(6, 14, true)]
    [DataRow(8, 20, false)]
    [DataRow(30, 40, false)]
    public void Are_remembered_where_half_of_them_stood_in_another_agent(int first, int last, bool expected)
    {
        var told = new Told();
        told.Remember(new Plan(null, [], [], null, [new PlanExample("a", new Evidence("t1", new LineSpan(1, 10)), [], [], [])], [], [], []));

        told.HasShown("t1", new LineSpan(first, last)).Should().Be(expected);
        told.HasShown("t2", new LineSpan(first, last)).Should().BeFalse();
    }

    [TestMethod]
    public void Are_found_with_the_documentation_of_their_units()
    {
        using var set = new TestSet()
            .Template("a.py.template", "import os\n\n\ndef open_gate(\n    key,\n    slowly,\n):\n    \"\"\"Opens it.\"\"\"\n    return key\n\n\ndef close_gate(key): return key\n")
            .Template("b.cs.template", "namespace Dock;\n\npublic class Gate\n{\n    /// <summary>Opens it.</summary>\n    public void Open() { }\n\n    // Closes it.\n    public void Close() { }\n}\n");
        var templates = set.Catalogue().Templates;

        string? Documentation(int template, string unit) => CatalogueFacts.DocumentationOf(templates[template], templates[template].Units.Single(u => u.Name == unit))?.Text;

        Documentation(0, "open_gate").Should().Be("Opens it.");
        Documentation(0, "close_gate").Should().BeNull();
        Documentation(1, "Open").Should().Contain("Opens it.");
        Documentation(1, "Close").Should().BeNull();
    }
}
