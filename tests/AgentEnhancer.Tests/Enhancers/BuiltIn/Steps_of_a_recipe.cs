using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Steps_of_a_recipe
{
    private static PlanRecipe? Recipe(TestSet set, string agent, Told? told = null)
    {
        var known = set.Know();
        return RecipeWriter.Write(known.Focus(agent), known.Facts, CarriedFields.In(known.Facts.Catalogue), told ?? new Told());
    }

    private static string[] Steps(PlanRecipe? recipe) => [.. recipe!.Steps.Select(s => $"{s.Do} [{string.Join(' ', s.Evidence)}]")];

    internal static TestSet Berths() => new TestSet().Agent("berth-author", "Carries the quay number and draught of a berth")
        .Template("moon/moon.go.template", "package moon\n\nfunc Rise() {\n}\n").Template("moon/star.go.template", "package moon\n\nfunc Shine() {\n}\n")
        .Template("moon/sky.go.template", "package moon\n\nfunc Cloud() {\n}\n").Template("moon/sun.go.template", "package moon\n\nfunc Burn() {\n}\n")
        .Template("berth/1_table.sql.template", "CREATE TABLE berths (\n  quay_number int,\n  max_draught int\n);\n")
        .Template("berth/2_berth.py.template", "class Berth:\n    quay_number: int\n    max_draught: int\n")
        .Template("berth/3_berth_load.py.template", "def load_berth(row):\n    return (row.quay_number, row.max_draught)\n")
        .Template("berth/test_berth.py.template", "def test_berth():\n    assert load_berth(berth(quay_number=1, max_draught=2))\n");

    internal static TestSet Gates() => new TestSet().Agent("gate-author", "Writes gates")
            .Template("moon/moon.go.template", "package moon\n\nfunc Rise() {\n}\n").Template("moon/star.go.template", "package moon\n\nfunc Shine() {\n}\n")
            .Template("moon/sky.go.template", "package moon\n\nfunc Cloud() {\n}\n").Template("moon/sun.go.template", "package moon\n\nfunc Burn() {\n}\n")
            .Template("gate/gate.py.template", "from gate.motor import start_motor\nfrom gate.lamp import show_lamp\n\n\ndef open_gate(key):\n    start_motor(key)\n    show_lamp(key)\n    one = key\n    two = key\n    three = key\n    four = key\n    five = key\n    six = key\n    seven = key\n    eight = key\n    return key\n")
            .Template("gate/motor.py.template", "def start_motor(key):\n    return key\n")
            .Template("gate/lamp.py.template", "def show_lamp(key):\n    return key\n")
            .Template("gate/page.py.template", "from gate.gate import open_gate\n\n\ndef page(key):\n    return open_gate(key)\n")
            .Template("gate/test_gate.py.template", "from gate.gate import open_gate\n\n\ndef test_gate():\n    assert open_gate(1)\n");

    [TestMethod]
    public void Carry_a_field_from_storage_to_tests()
    {
        using var set = Berths();

        var recipe = Recipe(set, "berth-author");

        recipe!.Title.Should().Be("Carry a new field of `CREATE TABLE berths` through");
        Steps(recipe).Should().Equal(
            "Add its column to `CREATE TABLE berths`, beside `quay_number` and `max_draught`. [t1:2-3]",
            "Add it to `Berth`, beside `quay_number` and `max_draught`. [t2:2-3]",
            "Pass it on in `load_berth`, where `max_draught` and `quay_number` are handled. [t3:2]",
            "Cover it in `test_berth`, which already names `max_draught` and `quay_number`. [t4:2]");
    }

    [TestMethod]
    public void Are_told_to_one_agent_only()
    {
        using var set = Berths();
        var told = new Told();
        told.Remember(new Plan(null, [], [], Recipe(set, "berth-author"), [], [], [], []));

        Recipe(set, "berth-author", told)?.Title.Should().NotBe("Carry a new field of `CREATE TABLE berths` through");
    }

    [TestMethod]
    public void Build_another_of_the_same_kind()
    {
        using var set = Gates();

        var recipe = Recipe(set, "gate-author");

        recipe!.Title.Should().Be("Build another function like `open_gate`");
        Steps(recipe).Should().Equal(
            "Write the function on the model of `open_gate`. [t1:5-16]",
            "Use in it what is there already: `show_lamp` and `start_motor`. [t2:1 t3:1]",
            "Use it from `page.py`, as it uses `open_gate`. [t4:5]",
            "Test it as `test_gate.py` tests `open_gate`. [t5:5]");
    }

    [TestMethod]
    public void Are_none_for_a_file_that_only_has_places_to_fill()
    {
        using var set = new TestSet().Agent("deploy-author", "Deploys harbours with yaml")
            .Template("deploy/harbour.yml.template", "name: {{name}}\nimage: {{registry}}/{{name}}\nport: {{port}}\n")
            .Template("moon/moon.go.template", "package moon\n\nfunc Rise() {\n}\n").Template("moon/star.go.template", "package moon\n\nfunc Shine() {\n}\n");

        Recipe(set, "deploy-author").Should().BeNull();
    }

    [TestMethod]
    public void Are_none_for_an_agent_without_templates()
    {
        using var set = new TestSet().Agent("deploy-author", "Deploys harbours");

        Recipe(set, "deploy-author").Should().BeNull();
    }

    [TestMethod]
    public void Are_none_where_nothing_hangs_together()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks")
            .Template("gate/gate.py.template", "def open_gate(key):\n    return key\n").Template("gate/lock.py.template", "def close_lock(key):\n    return key\n");

        Recipe(set, "gate-author").Should().BeNull();
    }
}
