using System.Globalization;
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
    [DataRow(5, 6, "2")]
    [DataRow(9, 12, "")]
    public void The_import_of_a_script_stands_above_no_markup(int first, int last, string expected)
    {
        using var set = new TestSet().Template("Gate.vue.template", "<script setup lang=\"ts\">\nimport { GateBar } from './bar'\n\nconst props = defineProps()\nconst bar = GateBar\nbar.lift(GateBar)\n</script>\n\n<template>\n  <GateBar />\n  <p>Gate</p>\n</template>\n");

        string.Join(' ', ExampleImports.Of(set.Catalogue().Templates[0], new LineSpan(first, last), set.Facts())).Should().Be(expected);
    }

    [TestMethod]
    public void Bring_the_imports_that_they_use_without_a_cut_for_a_line_or_two()
    {
        using var set = Set();
        var known = set.Know();

        ExampleImports.Of(known.Templates[2], new LineSpan(9, 11), known.Facts).Select(s => s.ToString()).Should().Equal("1-3");
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

        ExampleImports.Of(set.Catalogue().Templates[0], new LineSpan(6, 8), set.Facts()).Select(s => s.ToString()).Should().Equal("1-2");
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

        Notices(Showing("t3:9-11"), focus, facts).Should().Equal("`open_gate` comes from [t1:1].");
        Notices(Showing("t1:1-2"), focus, facts).Should().Equal("`open_gate` is called at [t3:11].");
    }

    [TestMethod]
    public void Say_a_thing_once()
    {
        using var set = Set();
        var known = set.Know();
        var (focus, facts) = (known.Focus("gate-author"), known.Facts);

        Notices(Showing("t3:9-11", "t3:9-11", "t1:1-2"), focus, facts).Should().Equal("`open_gate` comes from [t1:1].");
        Notices(Showing("t3:9-11") with { References = [new("t3", "Defines `gate_page`; calls `open_gate` of [t1]")] }, focus, facts).Should().BeEmpty();
        Notices(Showing("t3:9-11") with { Ask = [new("Before changing `open_gate` [t1:1]: [t3] calls it", null, [])] }, focus, facts).Should().BeEmpty();
    }

    [TestMethod]
    public void Leave_out_a_name_that_the_file_has_itself()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks in csharp")
            .Template("GateEndpoint.cs.template", "namespace Lock;\n\npublic sealed class GateEndpoint\n{\n    private static void OpenGate(GateService service)\n    {\n        service.OpenGate(1);\n    }\n}\n")
            .Template("GateService.cs.template", "namespace Lock;\n\npublic sealed class GateService\n{\n    public void OpenGate(int key)\n    {\n        Log(key);\n    }\n}\n");
        var known = set.Know();
        known.Facts.LinksByUser["t1"].Should().Contain(l => l.Name == "OpenGate");

        Notices(Showing("t1:5-8"), known.Focus("gate-author"), known.Facts).Should().Equal("`GateService` comes from [t2:3].");
    }

    [TestMethod]
    public void Say_nothing_that_would_fill_the_table()
    {
        using var set = Set();
        var known = set.Know();
        var full = Showing("t3:9-11") with { References = [.. Enumerable.Range(10, 8).Select(i => new PlanReference($"t{i}", ""))] };

        Notices(full, known.Focus("gate-author"), known.Facts).Should().BeEmpty();
    }

    [TestMethod]
    public void Say_nothing_where_nothing_leads_elsewhere()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks in python").Template("gate/flow.py.template", "def open_gate(key):\n    return key\n");
        var known = set.Know();

        Notices(Showing("t1:1-2"), known.Focus("gate-author"), known.Facts).Should().BeEmpty();
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

    [TestMethod]
    public void Bring_the_well_known_namespaces_that_they_use_and_no_others()
    {
        using var set = new TestSet().Template("GateTests.cs.template",
            "using System.Net;\nusing System.Text.Json;\nusing Harbour.Ropes;\nusing Harbour.Sails;\nusing Xunit;\n\npublic class GateTests\n{\n    [Fact]\n    public void Opens()\n    {\n        Assert.True(new SailsGate().Open());\n    }\n}\n");

        ExampleImports.Of(set.Catalogue().Templates[0], new LineSpan(9, 13), set.Facts()).Select(s => s.ToString()).Should().Equal("4-5");
    }

    [TestMethod]
    public void Bring_a_short_block_of_imports_whole()
    {
        using var set = new TestSet().Template("gate.go.template", "package gate\n\nimport (\n\t\"context\"\n\t\"errors\"\n\t\"time\"\n)\n\nvar x = errors.New(\"\")\n\nfunc Open(ctx context.Context, at time.Time) error {\n\treturn nil\n}\n");

        ExampleImports.Of(set.Catalogue().Templates[0], new LineSpan(11, 13), set.Facts()).Select(s => s.ToString()).Should().Equal("3-7");
    }

    [TestMethod]
    [DataRow("import {{Base}}.dock.Lamp;\n", "import {{Base}}.dock.Lamp;", DisplayName = "of the project alone")]
    [DataRow("", "import org.lock.Gate;,import org.lock.Key;", DisplayName = "else of libraries")]
    public void Bring_no_import_of_what_the_language_has(string own, string expected)
    {
        using var set = new TestSet().Template("Page.java.template", $"package dock;\n\n{own}import java.util.List;\nimport org.lock.Gate;\nimport org.lock.Key;\nimport org.lock.Unused;\n\nclass Page {{\n    List<Gate> open(Key key, Lamp lamp) {{\n        return lamp.of(key);\n    }}\n}}\n");
        var template = set.Catalogue().Templates[0];

        ExampleImports.Of(template, template.Units.Single(u => u.Name == "open").Span, set.Facts()).SelectMany(s => Enumerable.Range(s.First, s.Length)).Select(l => template.Source.Lines[l - 1])
            .Should().Equal(expected.Split(','));
    }

    [TestMethod]
    public void Bring_few_lines_of_imports_in_few_runs()
    {
        var modules = Enumerable.Range(0, 24).Select(i => $"import mod{(char)('a' + i)}").ToArray();
        using var set = new TestSet().Template("gate.py.template", string.Join('\n', modules) + "\n\n\ndef open_gate():\n    moda.x()\n    modf.x()\n    modm.x()\n    modn.x()\n    modw.x()\n");

        var spans = ExampleImports.Of(set.Catalogue().Templates[0], new LineSpan(27, 32), set.Facts());

        spans.Should().HaveCountLessThanOrEqualTo(2).And.Contain(new LineSpan(13, 14));
        spans.Sum(s => s.Length).Should().BeLessThanOrEqualTo(8);
    }

    [TestMethod]
    public void Bring_no_imports_from_inside_a_unit()
    {
        using var set = new TestSet().Template("gate.py.template", "def close_gate():\n    import rope\n    rope.pull()\n\n\ndef open_gate():\n    return rope.loosen()\n");

        ExampleImports.Of(set.Catalogue().Templates[0], new LineSpan(6, 7), set.Facts()).Should().BeEmpty();
    }

    [TestMethod]
    public void Shows_imports_of_the_project_where_not_all_have_room()
    {
        var imports = string.Concat(Enumerable.Range(1, 9).Select(i => $"import {{ part{i} }} from 'harbour-{i}';\n")) + "import { berth } from './berth';\n";
        var uses = string.Concat(Enumerable.Range(1, 9).Select(i => $"  part{i}();\n"));
        using var set = new TestSet().Template("dock.ts.template", $"{imports}\nexport function dock() {{\n{uses}  berth();\n}}\n");

        ExampleImports.Of(set.Catalogue().Templates[0], new LineSpan(12, 23), set.Facts()).Should().Contain(s => s.Contains(10)).And.NotContain(s => s.Contains(9));
    }

    private static Plan Showing(params string[] places) => new(null, [], [], null,
        [.. places.Select(p => p.Split(':', '-')).Select(p => new PlanExample("x", new Evidence(p[0], new LineSpan(int.Parse(p[1], CultureInfo.InvariantCulture), int.Parse(p[2], CultureInfo.InvariantCulture))), [], [], []))], [], [], []);

    private static IEnumerable<string> Notices(Plan plan, AgentFocus focus, CatalogueFacts facts) => ExampleNotices.Add(plan, focus, facts).Examples.SelectMany(e => e.Notice);

    [TestMethod]
    [DataRow("Give it its own of what `page` works with: `open_gate`.", "`flow.py`")]
    [DataRow("Give `flow.py` the same function: it stands in for the real one in tests.", "`flow.py`: what stands in for it in tests")]
    [DataRow("Register it in `flow.py`, as `page` is.", "`flow.py`: where it is registered")]
    [DataRow("Write the gate on the model of `open_gate`.", "`flow.py`: the model of a new gate")]
    public void Say_what_they_are_to_the_recipe(string step, string title)
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks in python: open, gate, key")
            .Template("gate/flow.py.template", "def open_gate(key):\n    gate = key.gate\n    gate.open()\n    gate.lamp()\n    gate.horn()\n    gate.log()\n    gate.wait()\n    return gate\n");
        var known = set.Know();
        var recipe = new PlanRecipe("Add a gate", [new PlanStep(step, [new Evidence("t1", new LineSpan(1, 8))])]);

        ExampleWriter.Write(known.Focus("gate-author"), known.Facts, new Told(), recipe, 60).Should().ContainSingle().Which.Title.Should().Be(title);
    }

    [TestMethod]
    public void Show_no_type_without_the_method_that_it_is_for()
    {
        var body = string.Concat(Enumerable.Range(1, 30).Select(i => $"        gate.Step{i.ToString(CultureInfo.InvariantCulture)}();\n"));
        var set = new TestSet().Agent("gate-author", "Writes gates of locks: gate, step, lift");
        foreach (var name in new[] { "Sink", "Lift", "Turn" })
        {
            set.Template($"Gate{name}.cs.template", $"namespace Dock;\n\npublic sealed class Gate{name}\n{{\n    private readonly Lock _lock;\n\n    public Gate{name}(Lock l)\n    {{\n        _lock = l;\n    }}\n\n    public void {name}(Gate gate)\n    {{\n{body}    }}\n}}\n");
        }

        using (set)
        {
            var known = set.Know();

            ExampleWriter.Write(known.Focus("gate-author"), known.Facts, new Told(), null, 100).Should().HaveCountGreaterThan(1).And.OnlyContain(e => e.Span.Span.First == 12);
        }
    }
}
