using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class What_one_does_with_a_name
{
    private const string Interface = "namespace Harbour;\n\npublic interface IGateStore\n{\n    void Open(int gate);\n}\n";
    private const string Class = "namespace Harbour;\n\npublic class IGateStore\n{\n    public void Open(int gate) { }\n}\n";
    private const string Failure = "namespace Harbour;\n\npublic class GateClosedException : Exception\n{\n}\n";
    private const string Panel = "export function GatePanel({ gate }: { gate: string }) {\n  return <p>{gate}</p>;\n}\n";

    [TestMethod]
    [DataRow("a/store.cs.template", Interface, "b/gates.cs.template", "using Harbour;\npublic class Gates : IGateStore\n{\n    public void Open(int gate) { }\n}\n", nameof(UseKind.Implement))]
    [DataRow("a/store.cs.template", Class, "b/gates.cs.template", "using Harbour;\npublic class Gates : IGateStore\n{\n}\n", nameof(UseKind.Derive))]
    [DataRow("a/store.cs.template", Interface, "b/gates.cs.template", "using Harbour;\npublic class Gates(IGateStore store)\n{\n    public void Lift() => store.Open(1);\n}\n", nameof(UseKind.Inject))]
    [DataRow("a/store.cs.template", Interface, "b/gates.cs.template", "using Harbour;\npublic class Gates\n{\n    public Gates(IGateStore store)\n    {\n        store.Open(1);\n    }\n}\n", nameof(UseKind.Inject))]
    [DataRow("a/store.cs.template", Interface, "b/gates.cs.template", "using Harbour;\npublic class Gates\n{\n    public void Lift(IGateStore store)\n    {\n        store.Open(1);\n    }\n}\n", nameof(UseKind.Use))]
    [DataRow("a/failure.cs.template", Failure, "b/gates.cs.template", "using Harbour;\npublic class Gates\n{\n    public void Lift() => throw new GateClosedException();\n}\n", nameof(UseKind.Throw))]
    [DataRow("a/failure.cs.template", Failure, "b/gates.cs.template", "using Harbour;\npublic class Gates\n{\n    public void Lift()\n    {\n        try { Open(); } catch (GateClosedException) { }\n    }\n}\n", nameof(UseKind.Use))]
    [DataRow("a/panel.tsx.template", Panel, "b/page.tsx.template", "import { GatePanel } from '../a/panel';\n\nexport function Page() {\n  return (\n    <GatePanel gate=\"north\" />\n  );\n}\n", nameof(UseKind.Render))]
    [DataRow("a/panel.tsx.template", Panel, "b/page.tsx.template", "import { GatePanel } from '../a/panel';\n\nexport const panels: Array<GatePanel> = [];\n", nameof(UseKind.Use))]
    [DataRow("a/gates.py.template", "def lift_gate(gate):\n    return gate\n", "b/page.py.template", "from a.gates import lift_gate\n\n\ndef page():\n    return lift_gate(1)\n", nameof(UseKind.Call))]
    [DataRow("a/gates.py.template", "def lift_gate(gate):\n    return gate\n", "b/page.py.template", "from a.gates import lift_gate\n\n\npage = Depends(lift_gate)\n", nameof(UseKind.Use))]
    [DataRow("a/gates.py.template", "class GateError(Exception):\n    pass\n", "b/page.py.template", "from a.gates import GateError\n\n\ndef page():\n    raise GateError(1)\n", nameof(UseKind.Throw))]
    [DataRow("a/gate-store.ts.template", "export class GateStore {\n  lift(gate: string) {\n    return gate;\n  }\n}\n", "b/page.ts.template", "import { GateStore } from '../a/gate-store';\n\nexport class Page {\n  constructor(private readonly store: GateStore) {}\n}\n", nameof(UseKind.Inject))]
    [DataRow("a/fault.rs.template", "pub enum GateFault {\n    Shut,\n    Broken,\n}\n", "b/warden.rs.template", "use crate::fault::GateFault;\n\npub struct Warden;\n\nimpl Watch for Warden {\n    type Rejection = GateFault;\n}\n", nameof(UseKind.Use))]
    [DataRow("a/gates.py.template", "def lift_gate(gate):\n    return gate\n", "tests/test_gates.py.template", "from a.gates import lift_gate\n\n\ndef test_lift():\n    assert lift_gate(1) == 1\n", nameof(UseKind.Test))]
    public void Is_read_from_its_lines(string definer, string definition, string user, string use, string expected)
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates").Template(definer, definition).Template(user, use);

        var link = set.Know().Facts.Links.Should().ContainSingle(l => l.Definer.Path.Contains("a/", StringComparison.Ordinal) && l.Symbol.Kind != UnitKind.Method).Which;

        UseKinds.Of(link, link.Uses.Should().ContainSingle().Which).ToString().Should().Be(expected);
    }

    [TestMethod]
    [DataRow(nameof(UseKind.Derive), true, "Derive from its `Gate`, as [t2] and [t3] do")]
    [DataRow(nameof(UseKind.Derive), false, "Defines `Gate`, which [t2] and [t3] derive from")]
    [DataRow(nameof(UseKind.Throw), true, "Throw its `Gate`, as [t2] and [t3] do")]
    [DataRow(nameof(UseKind.Test), false, "Defines `Gate`, which [t2] and [t3] test")]
    public void Has_a_word_for_each(string kind, bool isAsked, string expected) =>
        new RowRelation(Enum.Parse<UseKind>(kind), ["Gate"], ["t2", "t3"], isAsked).Lead.Should().BeEquivalentTo(expected);

    [TestMethod]
    public void Is_said_of_one_name_once() =>
        new RowRelation(UseKind.Call, ["lift"], ["t2"], false).Following("copy `lift` for a new endpoint").Should().Be("[t2] calls it");

    [TestMethod]
    public void Goes_together_where_the_same_templates_do_it() =>
        new RowRelation(UseKind.Use, ["Gate", "Lock"], ["t2"], false).With(new RowRelation(UseKind.Call, ["lift"], ["t2"], false))!.Lead
            .Should().Be("defines `Gate`, `Lock` and `lift`, which [t2] uses");

    [TestMethod]
    public void Stays_apart_where_others_do_it() =>
        new RowRelation(UseKind.Use, ["Gate"], ["t2"], false).With(new RowRelation(UseKind.Call, ["lift"], ["t3"], false)).Should().BeNull();
}
