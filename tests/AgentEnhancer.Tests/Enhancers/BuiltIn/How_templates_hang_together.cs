using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class How_templates_hang_together
{
    private static TestSet Chain() => new TestSet().Agent("gate-author", "Writes gates of locks in python").Agent("motor-author", "Writes motors in python")
        .Template("gate/gate_page.py.template", "\"\"\"Gates.\"\"\"\nfrom gate.gate_flow import open_gate\n\n\ndef gate_page(key):\n    return open_gate(key)\n")
        .Template("gate/gate_flow.py.template", "\"\"\"Gates.\"\"\"\nfrom gate.gate_lock import free_lock\n\n\ndef open_gate(key):\n    return free_lock(key)\n")
        .Template("gate/gate_lock.py.template", "\"\"\"Gates.\"\"\"\nfrom motors.motor_drive import start_motor\n\n\ndef free_lock(key):\n    return start_motor(key)\n")
        .Template("motors/motor_drive.py.template", "\"\"\"Motors.\"\"\"\n\n\ndef start_motor(key):\n    return key\n")
        .Template("motors/motor_stop.py.template", "\"\"\"Motors.\"\"\"\n\n\ndef stop_motor(key):\n    return key\n");

    [TestMethod]
    public void Is_told_in_one_line()
    {
        using var set = Chain();
        var known = set.Know();

        FlowWriter.Write(known.Focus("gate-author"), known.Facts).Should().StartWith("How they connect: [t3] calls `open_gate` of [t1], which calls `free_lock` of [t2]");
    }

    [TestMethod]
    public void Is_not_told_of_two()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks in python")
            .Template("gate/gate_page.py.template", "from gate.gate_flow import open_gate\n\n\ndef gate_page(key):\n    return open_gate(key)\n")
            .Template("gate/gate_flow.py.template", "def open_gate(key):\n    return key\n");
        var known = set.Know();

        FlowWriter.Write(known.Focus("gate-author"), known.Facts).Should().BeNull();
    }

    [TestMethod]
    public void Is_not_told_where_one_template_is_the_agents_own()
    {
        using var set = Chain().Agent("lamp-author", "Lights lamps of quays").Template("quay/lamp_quay.py.template", "from motors.motor_stop import stop_motor\n\n\ndef lamp_quay(lamp):\n    return stop_motor(lamp)\n");
        foreach (var i in Enumerable.Range(1, 9))
        {
            set.Template($"crane/crane_{i}.py.template", $"from motors.motor_stop import stop_motor\n\n\ndef crane_{i}(load):\n    return stop_motor(load)\n");
        }

        var known = set.Know();

        known.Focus("lamp-author").HasCompany.Should().BeTrue();
        FlowWriter.Write(known.Focus("lamp-author"), known.Facts).Should().BeNull();
    }

    [TestMethod]
    public void Gives_an_agent_of_one_template_no_company_that_it_has_no_link_with()
    {
        using var set = Chain().Agent("deploy-author", "Deploys harbours with docker").Template("deploy/Dockerfile.template", "FROM harbour\n");

        set.Know().Focus("deploy-author").Home.Select(t => t.FileName).Should().Equal("Dockerfile");
    }

    [TestMethod]
    public void Does_not_run_in_circles()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks in python")
            .Template("gate/gate_a.py.template", "from gate.gate_b import open_gate\n\n\ndef close_gate(key):\n    return open_gate(key)\n")
            .Template("gate/gate_b.py.template", "from gate.gate_a import close_gate\n\n\ndef open_gate(key):\n    return close_gate(key)\n");
        var known = set.Know();

        FlowWriter.Write(known.Focus("gate-author"), known.Facts).Should().BeNull();
    }

    [TestMethod]
    public void Leads_to_the_agent_whose_work_the_next_template_is()
    {
        using var set = Chain();
        var known = set.Know();

        var handOff = HandOffs.Of(known.Focus("gate-author"), known.Facts)!;

        handOff.Text.Should().Be("`motor-author`, before changing `start_motor` [t4:4], which [t2:6] uses");
        handOff.Kind.Should().Be(StatementKind.Ask);
        handOff.Evidence.Select(e => e.ToString()).Should().Equal("t2:6", "t4:4");
    }

    [TestMethod]
    public void Leads_from_an_agents_own_templates()
    {
        using var set = HarbourSet.Create();
        var known = set.Know();
        string[] Users(bool fromOwn) => [.. known.Agents.Select(a => known.Focus(a.Name!)).Select(f => (Focus: f, Ask: HandOffs.Of(f, known.Facts, fromOwn))).Where(h => h.Ask is not null)
            .Select(h => known.Relevance.Owners.GetValueOrDefault(h.Ask!.Evidence[0].TemplateId) == h.Focus.Agent.Id ? "own" : "other")];

        Users(fromOwn: true).Should().NotBeEmpty().And.OnlyContain(u => u == "own");
        Users(fromOwn: false).Should().HaveCountGreaterThanOrEqualTo(Users(fromOwn: true).Length);
    }

    [TestMethod]
    public void Leads_nowhere_from_what_takes_nothing()
    {
        using var set = Chain();
        var known = set.Know();

        HandOffs.Of(known.Focus("motor-author"), known.Facts).Should().BeNull();
    }

    [TestMethod]
    public void Is_told_of_each_reference()
    {
        using var set = Chain();
        var known = set.Know();

        var references = ReferenceWriter.Write(known.Focus("gate-author"), known.Facts).ToDictionary(r => r.TemplateId, r => r.Why);

        references["t1"].Should().Be("Defines `open_gate`, which [t3] calls; calls `free_lock` of [t2]");
        references["t3"].Should().Be("Defines `gate_page`; calls `open_gate` of [t1]");
    }

    [TestMethod]
    public void Names_several_names_for_those_who_call_them_all()
    {
        using var set = new TestSet().Agent("gate-author", "Opens and closes gates, lifts locks")
            .Template("gates.py.template", "def open_gate(gate):\n    return gate.open()\n\n\ndef close_gate(gate):\n    return gate.close()\n\n\ndef gate_of(lock):\n    return lock.gate\n")
            .Template("lift.py.template", "from gates import close_gate, open_gate\n\n\ndef lift(gate):\n    open_gate(gate)\n    close_gate(gate)\n")
            .Template("lower.py.template", "from gates import open_gate, gate_of\n\n\ndef lower_gate(lock, gate=Depends(gate_of)):\n    open_gate(gate)\n    open_gate(lock)\n");
        var known = set.Know();

        var why = ReferenceWriter.Write(known.Focus("gate-author"), known.Facts).Single(r => r.TemplateId == "t1").Why;
        why.Should().StartWith("Call its `open_gate`, as ").And.NotContain("close_gate").And.EndWith("; [t3] uses its `gate_of`");
    }

    [TestMethod]
    public void A_reference_says_what_is_copied_there()
    {
        using var set = Steps_of_a_recipe.Gates();
        var known = set.Know();
        var focus = known.Focus("gate-author");
        var recipe = RecipeWriter.Write(focus, known.Facts, RecipeFacts.Of(known.Facts.Catalogue), new Told());

        var references = ReferenceWriter.Write(focus, known.Facts, recipe).ToDictionary(r => r.TemplateId, r => r.Why);

        references["t1"].Should().StartWith("Copy `lift` for a new endpoint");
        references["t2"].Should().StartWith("Copy `TestLift` for a test of the new endpoint");
        references["t3"].Should().StartWith("Copy `Lift` for what the new endpoint calls");
        references["t4"].Should().Be("Call its `writeGate`, as [t1] does");
    }

    [TestMethod]
    public void A_reference_of_tests_is_there_to_be_copied_by_whom_they_are_the_work()
    {
        using var set = Chain().Agent("gate-tester", "Writes tests of the gate")
            .Template("tests/test_gate_flow.py.template", "from gate.gate_flow import open_gate\n\n\ndef test_gate_opens():\n    assert open_gate('a') == 'a'\n");
        var known = set.Know();
        string Row(string agent) => ReferenceWriter.Write(known.Focus(agent), known.Facts).Single(r => r.TemplateId == known.Facts.Catalogue.Templates.Single(t => t.FileName == "test_gate_flow.py").Id).Why;

        Row("gate-tester").Should().StartWith("Copy `test_gate_opens` for a new test there");
        Row("gate-author").Should().StartWith("Holds `test_gate_opens`");
    }

    [TestMethod]
    public void A_reference_says_where_the_new_one_is_registered()
    {
        using var set = Steps_of_a_recipe.Gates();
        var known = set.Know();
        var recipe = new PlanRecipe("Add an endpoint", [new PlanStep("Register it in `gate_write.go`, beside `lift`.", [new Evidence("t4", AgentEnhancer.Templates.LineSpan.Of(3))])]);

        ReferenceWriter.Write(known.Focus("gate-author"), known.Facts, recipe).Single(r => r.TemplateId == "t4").Why
            .Should().StartWith("Register the new endpoint there");
    }

    [TestMethod]
    public void A_reference_without_units_leaves_it_to_the_table()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gate lamps and gate motors")
            .Template("gate/gate-motor.txt.template", "gate gate gate\n").Template("gate/gate-lamp.txt.template", "gate lamp gate\n");
        var known = set.Know();

        ReferenceWriter.Write(known.Focus("gate-author"), known.Facts).Select(r => r.Why).Should().Equal("", "");
    }

    [TestMethod]
    public void A_reference_names_no_getter_and_no_drop()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates and their tables")
            .Template("gate/Gate.java.template", "public class Gate {\n    public int getGate() {\n        return 1;\n    }\n\n    public void openGate(int gate) {\n        lift(gate);\n        hold(gate);\n    }\n}\n")
            .Template("gate/gate.sql.template", "CREATE TABLE gate (\n    id int\n);\n\nDROP TABLE gate;\n");
        var known = set.Know();

        var why = ReferenceWriter.Write(known.Focus("gate-author"), known.Facts).ToDictionary(r => r.TemplateId, r => r.Why);

        why["t1"].Should().Be("Defines `Gate` and `openGate`");
        why["t2"].Should().Be("Creates `gate`");
    }

    [TestMethod]
    public void A_reference_takes_no_comment_within_settings_for_what_they_are_for()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gate lamps and gate motors")
            .Template("gate/gate-lamp.yml.template", "lamp:\n  # Lit twice a day by the harbour master.\n  gate: 1\n")
            .Template("gate/gate-motor.txt.template", "gate gate gate\n");
        var known = set.Know();

        ReferenceWriter.Write(known.Focus("gate-author"), known.Facts).Select(r => r.Why).Should().OnlyContain(w => w.Length == 0);
    }

    [TestMethod]
    public void A_reference_says_what_of_a_library_the_agent_finds_there()
    {
        using var set = new TestSet().Agent("tide-author", "Shows tides with tide tables and boatKnotResolver forms; boat, resolver, form")
            .Template("tides.tsx.template", "import { boatKnotResolver, WindMap } from 'boat-forms'\nimport { tideClock } from './clock'\n\nexport function TideForm() {\n  return form(boatKnotResolver(tideClock()))\n}\n")
            .Template("clock.ts.template", "export function tideClock() {\n  return 1\n}\n")
            .Template("moon.ts.template", "export function moonRise() {\n  return 2\n}\n")
            .Template("star.ts.template", "export function starShine() {\n  return 3\n}\n");
        var known = set.Know();

        ReferenceWriter.Write(known.Focus("tide-author"), known.Facts).Single(r => known.Facts.Catalogue.Find(r.TemplateId)!.FileName == "tides.tsx").Why
            .Should().EndWith("; uses `boatKnotResolver`");
    }
}
