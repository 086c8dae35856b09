using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Definitions_and_who_uses_them
{
    private const string Tides = "\"\"\"Tides.\"\"\"\n\n\ndef next_high_tide(port):\n    \"\"\"The next high tide of a port, in UTC.\"\"\"\n    return port.tides[0]\n";

    private static TestSet Set() => new TestSet()
        .Template("lib/tides.py.template", Tides)
        .Template("pilots.py.template", "from lib.tides import next_high_tide\n\n\ndef plan(port):\n    return next_high_tide(port)\n")
        .Template("tugs.py.template", "from lib.tides import next_high_tide\n\n\ndef order(port):\n    return next_high_tide(port)\n");

    [TestMethod]
    public void A_function_that_two_templates_call_is_called_rather_than_written_again()
    {
        using var set = Set();

        set.Says("reuse").Should().Equal(
            "Practice: Call `next_high_tide`, as `pilots.py` and `tugs.py` do, instead of repeating it: “The next high tide of a port, in UTC”. [t1:4-6 t2:5 t3:5]",
            "Never: Repeat the steps of `next_high_tide`; instead: call it, as [t2:5] and [t3:5] do [t1:4-6 t2:5 t3:5]");
    }

    [TestMethod]
    public void A_change_of_what_others_call_wants_a_question()
    {
        using var set = Set();

        set.Says("blast:").Where(s => s.StartsWith("Ask:", StringComparison.Ordinal)).Should().Equal(
            "Ask: Before changing what `next_high_tide` takes or returns [t1:4]: [t2:5] and [t3:5] rely on it [t1:4 t2:5 t3:5]");
    }

    [TestMethod]
    public void More_than_three_users_are_not_all_listed()
    {
        using var set = Set()
            .Template("locks.py.template", "from lib.tides import next_high_tide\n\n\ndef open_gate(port):\n    return next_high_tide(port)\n")
            .Template("buoys.py.template", "from lib.tides import next_high_tide\n\n\ndef light(port):\n    return next_high_tide(port)\n");

        set.Says("blast:").Where(s => s.StartsWith("Ask:", StringComparison.Ordinal)).Should().Equal(
            "Ask: Before changing what `next_high_tide` takes or returns [t2:4]: [t1:5], [t3:5], [t4:5] and others rely on it [t2:4 t1:5 t3:5 t4:5]");
    }

    [TestMethod]
    public void A_component_has_props_and_a_type_is_only_named()
    {
        using var set = new TestSet()
            .Template("TideCard.tsx.template", "export interface TideReading {\n  height: number\n}\n\nexport function TideCard({ tide }: { tide: TideReading }) {\n  return <b>{tide.height}</b>\n}\n")
            .Template("TidePage.tsx.template", "import { TideCard, type TideReading } from './TideCard'\n\nexport function TidePage({ tide }: { tide: TideReading }) {\n  return <TideCard tide={tide} />\n}\n");

        set.Says("blast:").Where(s => s.StartsWith("Ask:", StringComparison.Ordinal)).Should().Equal(
            "Ask: Before changing `TideReading` [t1:1]: [t2:3] relies on it [t1:1 t2:3]",
            "Ask: Before changing the props of `TideCard` [t1:5]: [t2:4] renders it [t1:5 t2:4]");
    }

    [TestMethod]
    public void Nothing_is_said_of_what_nobody_uses()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides).Template("tugs.py.template", "def order(port):\n    return port\n");

        set.Says("reuse").Concat(set.Says("blast:")).Should().BeEmpty();
    }

    [TestMethod]
    public void One_call_is_no_reason_to_speak_of_calling()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tugs.py.template", "from lib.tides import next_high_tide\n\n\ndef order(port):\n    return next_high_tide(port)\n");

        set.Says("reuse").Should().BeEmpty();
    }

    [TestMethod]
    public void One_line_of_one_test_does_not_rely_on_it()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tests/test_tides.py.template", "from lib.tides import next_high_tide\n\n\ndef test_next_high_tide():\n    assert next_high_tide(port)\n");

        set.Says("blast:").Should().BeEmpty();
    }

    [TestMethod]
    public void A_getter_is_no_contract()
    {
        using var set = new TestSet()
            .Template("Berth.java.template", "package dock;\n\npublic class Berth {\n    public int getDraughtLimit() {\n        return limit;\n    }\n}\n")
            .Template("Pilot.java.template", "package dock;\n\npublic class Pilot {\n    public int plan(Object a) {\n        return a.getDraughtLimit() + a.getDraughtLimit();\n    }\n}\n");

        set.Says("blast:getDraughtLimit").Should().BeEmpty();
    }

    [TestMethod]
    public void A_placeholder_that_others_call_by_name_is_filled_with_that_name()
    {
        using var set = new TestSet()
            .Template("TideTable.cs.template", "namespace {{Namespace}};\n\npublic sealed class {{ClassName}}\n{\n    public void Print() { }\n}\n")
            .Template("Kiosk.cs.template", "namespace {{Namespace}};\n\npublic class Kiosk\n{\n    private readonly TideTable _table;\n}\n");

        set.Says("name:").Should().Equal("Always: Fill `{{ClassName}}` in [t2:3] with `TideTable`: [t1:5] uses that name [t2:3 t1:5]");
    }

    [TestMethod]
    public void A_test_that_exercises_it_is_named()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tests/test_tides.py.template", "from lib.tides import next_high_tide\n\n\ndef test_next_high_tide():\n    assert next_high_tide(port)\n");

        set.Says("tested:").Should().Equal("Always: Update `test_tides.py` whenever `next_high_tide` changes; its tests exercise it [t1:4 t2:5]");
    }

    [TestMethod]
    public void A_test_that_only_imports_it_is_not_named()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tests/test_tides.py.template", "from lib.tides import next_high_tide\n\n\ndef test_nothing():\n    assert True\n");

        set.Says("tested:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_nobodys_to_change_where_they_override()
    {
        using var set = new TestSet()
            .Template("Gate.cs.template", "namespace Dock;\n\npublic class Gate : Basin\n{\n    public override int SaveTides(int n)\n    {\n        return n;\n    }\n}\n")
            .Template("Pilot.cs.template", "namespace Dock;\n\npublic class Pilot(Gate gate)\n{\n    public int A() => gate.SaveTides(1);\n\n    public int B() => gate.SaveTides(2);\n}\n");

        set.Says("blast:SaveTides").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_relied_on_by_who_only_asks_for_a_member_of_a_function()
    {
        using var set = new TestSet()
            .Template("dock/settings.py.template", "@lru_cache\ndef dock_settings():\n    return Settings()\n")
            .Template("dock/gate.py.template", "from dock.settings import dock_settings\n\n\ndef open_gate():\n    dock_settings.cache_clear()\n    return dock_settings().depth\n")
            .Template("dock/lock.py.template", "from dock.settings import dock_settings\n\n\ndef reset():\n    dock_settings.cache_clear()\n");

        set.Says("blast:dock_settings").Should().Contain("Ask: Before changing what `dock_settings` takes or returns [t3:2]: [t1:6] relies on it [t3:2 t1:6]");
    }
}
