using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

/// <summary>One file of settings serves several agents, each with its part of it.</summary>
[TestClass]
public sealed class Sections_of_settings
{
    private const string Yaml = "lock:\n  gates:\n    # Never raise this: the motor would stall.\n    speed: 3\n  basin:\n    depth: 4\n";

    [TestMethod]
    [DataRow("a.yml.template", Yaml, 4, "speed gates lock", DisplayName = "keys above it")]
    [DataRow("a.yml.template", Yaml, 6, "depth basin lock", DisplayName = "none of a sibling")]
    [DataRow("a.toml.template", "[lock.gates]\nspeed = 3\nload = 4\n\n[lock.basin]\ndepth = 4\n", 3, "load lock gates", DisplayName = "the heading of a table")]
    [DataRow("a.json.template", "{\n  \"gates\": {\n    \"speed\": 3\n  }\n}\n", 3, "speed gates", DisplayName = "the names of JSON")]
    [DataRow("a.properties.template", "lock.gates=3\nlock.basin=4\n", 2, "lock basin", DisplayName = "a line by itself")]
    public void Are_known_by(string file, string text, int line, string expected)
    {
        using var set = new TestSet().Template(file, text);

        SettingsSections.TermsOf(set.Catalogue().Templates[0], line).Should().Equal(expected.Split(' ').SelectMany(w => AgentEnhancer.Relevance.Terms.Of(w)));
    }

    [TestMethod]
    public void Go_to_the_agent_that_speaks_of_them()
    {
        using var set = new TestSet()
            .Agent("gate-author", "Writes gates: what raises them, their motor, its speed, and when it stalls")
            .Agent("basin-author", "Writes basins: how deep the water stands, and what fills them")
            .Template("gate.py.template", "def lift_gate(motor, speed):\n    return motor.lift(speed)\n")
            .Template("basin.py.template", "def fill_basin(water, depth):\n    return water.fill(depth)\n\n\ndef drain_basin(water):\n    return water.drain()\n")
            .Template("lock.yml.template", Yaml + "    # Never fill it in winter: ice would break the basin.\n    fill: true\n    water: 7\n    deep: 9\n    basins: 2\n");
        var known = set.Know();
        var pool = new StatementPool(set.Statements(), [known.Focus("gate-author"), known.Focus("basin-author")]);
        string[] Said(string agent) => [.. pool.For(known.Focus(agent).Agent.Id).Where(o => o.Statement.Kind == StatementKind.Always && o.Statement.Topic.StartsWith("reason:", StringComparison.Ordinal)).Select(o => o.Statement.Text)];

        Said("gate-author").Should().Equal("`speed: 3`: “Never raise this: the motor would stall”");
        Said("basin-author").Should().Equal("`fill`: “Never fill it in winter: ice would break the basin”");
    }
}
