using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class What_authors_wrote_into_comments
{
    [TestMethod]
    public void Is_quoted_as_a_prohibition()
    {
        using var set = new TestSet().Template("bus.py.template", "import nats\n\n# Never publish from inside a transaction.\nbus = nats.connect()\n");

        set.Says("says:").Should().Equal("Never: “Never publish from inside a transaction” [t1:3]");
    }

    [TestMethod]
    [DataRow("Tugs may not enter the inner basin.", 1)]
    [DataRow("Absent where a tug may not enter the basin.", 0)]
    public void Is_a_prohibition_only_where_it_is_said_of_all(string comment, int expected)
    {
        using var set = new TestSet().Template("bus.py.template", $"import nats\n\n# {comment}\nbus = nats.connect()\n");

        set.Says("says:").Should().HaveCount(expected);
    }

    [TestMethod]
    [DataRow("// Depth is counted in metres: never in feet.", "Always")]
    [DataRow("// Gates are never renamed: boats know them by name.", "Always")]
    [DataRow("// Hides closed gates, do not bypass it.", "Always")]
    [DataRow("// Opens gates; only put code here that every gate needs.", "Always")]
    [DataRow("// Opening by hand is only for the warden.", "Always")]
    [DataRow("// No gates in this file: the motor is elsewhere.", "Never")]
    [DataRow("// Never open by `gate -f`, because the motor would stall.", "Never")]
    [DataRow("// Gates must not be renamed: boats know them by name.", "Always")]
    [DataRow("// Never rename a gate: boats know it by name.", "Never")]
    [DataRow("// A new gate needs: a row in LOCKS, a lamp and a key.", "Always")]
    [DataRow("// Each additional basin gets its own motor and fuse.", "Always")]
    [DataRow("// Gates may be added; renaming or removing one needs a new chart.", "Always")]
    public void Is_a_prohibition_only_where_it_reads_as_one(string comment, string kind)
    {
        using var set = new TestSet().Template("gate.ts.template", $"{comment}\nexport function open(gate) {{\n  return gate;\n}}\n");

        set.Says("says:").Should().ContainSingle().Which.Should().StartWith(kind);
    }

    [TestMethod]
    [DataRow("// Never open both gates in this code base, their motors share a fuse.", true)]
    [DataRow("// Never open both gates of the lock, their motors share a fuse.", false)]
    public void Is_for_all_agents_where_it_is_asked_of_all_code(string comment, bool isGeneral)
    {
        using var set = new TestSet().Template("gate.ts.template", $"{comment}\nexport function open(gate) {{\n  return gate;\n}}\n");

        set.Statements().Single(s => s.Topic.StartsWith("says:", StringComparison.Ordinal)).IsGeneral.Should().Be(isGeneral);
    }

    [TestMethod]
    public void Is_quoted_as_an_order_where_it_has_its_reason()
    {
        using var set = new TestSet().Template("bus.go.template", "package dock\n\nfunc Open() {\n\t// The gate must be closed first, because both share one motor.\n\tclose()\n}\n");

        set.Says("says:").Should().Equal("Always: “The gate must be closed first, because both share one motor” [t1:4]");
    }

    [TestMethod]
    public void Is_quoted_as_a_practice()
    {
        using var set = new TestSet().Template("Bus.cs.template", "namespace Dock;\n\n/// <summary>Moves ships. Use the <see cref=\"Gate\"/> of the same basin for both ships.</summary>\npublic sealed class Bus\n{\n}\n");

        set.Says("says:").Should().Equal("Practice: “Use the Gate of the same basin for both ships”. [t1:3]");
    }

    [TestMethod]
    public void Gets_the_name_of_the_unit_that_it_speaks_of()
    {
        using var set = new TestSet().Template("bus.ts.template", "import a from 'a'\n\n// It must run before the gates open, because they share one motor.\nexport function drain() {\n  return 1\n}\n");

        set.Says("says:").Should().Equal("Always: `drain`: “It must run before the gates open, because they share one motor” [t1:3]");
    }

    [TestMethod]
    public void Gets_it_also_where_it_speaks_of_a_part()
    {
        using var set = new TestSet().Template("Slip.cs.template", "namespace Dock;\n\n/// <summary>What a caller gets. Never remove or rename a property of it: callers rely on each.</summary>\npublic sealed record Slip(int Width, int Depth);\n");

        set.Says("says:").Should().Equal("Never: `Slip`: “Never remove or rename a property of it: callers rely on each” [t1:3]");
    }

    [TestMethod]
    public void Gets_it_where_it_is_all_that_is_said_of_a_member()
    {
        using var set = new TestSet().Template("Slip.cs.template", "namespace Dock;\n\npublic abstract record Slip\n{\n    /// <summary>Do not try again: the same ship would be refused in the same way.</summary>\n    public static Slip Refuse(string reason) => new Refused(reason);\n}\n");

        set.Says("says:").Should().Equal("Never: `Refuse`: “Do not try again: the same ship would be refused in the same way” [t1:5]");
    }

    [TestMethod]
    public void Gets_the_line_that_it_stands_behind()
    {
        using var set = new TestSet().Template("bus.rs.template", "use a::b;\n\nfn drain() {\n    run_pumps(); // This must not be awaited: both share one motor.\n}\n");

        set.Says("says:").Should().Equal("Always: `run_pumps()`: “This must not be awaited: both share one motor” [t1:4]");
    }

    [TestMethod]
    public void Is_one_statement_a_list_item()
    {
        using var set = new TestSet().Template("bus.java.template", "package dock;\n\nimport a.B;\n\n/**\n * Rules.\n *\n * - Never open both gates at once.\n * - Do not drain at low tide.\n */\npublic class Bus {\n}\n");

        set.Says("says:").Should().Equal("Never: “Never open both gates at once” [t1:8]", "Never: “Do not drain at low tide” [t1:9]");
    }

    [TestMethod]
    public void Is_read_in_SQL_and_YAML_too()
    {
        using var set = new TestSet()
            .Template("berths.sql.template", "-- Always add columns at the end of the table.\nCREATE TABLE berths (\n  number int\n);\n")
            .Template("build.yml.template", "name: build\n# Do not cache the tide tables between jobs.\non: push\n");

        set.Says("says:").Should().Equal("Always: “Always add columns at the end of the table” [t1:1]", "Never: “Do not cache the tide tables between jobs” [t2:2]");
    }

    [TestMethod]
    [DataRow("// Never.", "too short")]
    [DataRow("// Creates parent directories, which must exist before the write.", "what the code does")]
    [DataRow("// TODO: never open both gates at once.", "a plan")]
    [DataRow("// Never open both gates at once, see DOCK-142.", "a ticket")]
    [DataRow("// Never open both gates at once (#142).", "a ticket")]
    [DataRow("// The gates were never opened at once in the old system.", "history")]
    [DataRow("// We used to drain at low tide; never do that again.", "history")]
    [DataRow("// Must the gates never be open at once?", "a question")]
    [DataRow("// Never open: if (a) { b(); }", "code")]
    [DataRow("// never open both gates at once.", "half a sentence")]
    [DataRow("// Never open both gates (and locks at once.", "a bracket left open")]
    [DataRow("// A gate never opens by itself.", "a fact")]
    [DataRow("// See https://dock.example for what must never be open.", "an address")]
    [DataRow("// The gate is open while a ship passes.", "a description")]
    [DataRow("// A gate is a valve (never a door) of the basin.", "it tells two things apart")]
    [DataRow("// names every other gate must share.", "a description")]
    [DataRow("// Keep going.", "too short")]
    [DataRow("// A new gate needs nothing but its own name.", "nothing is asked")]
    [DataRow("// It must run before the gates open, because they share one motor.\n", "nobody knows what it is")]
    public void Is_not_quoted_where_it_is_no_rule(string comment, string because)
    {
        using var set = new TestSet().Template("bus.ts.template", $"import a from 'a'\n\nexport const one = 1\n\n{comment}\n\nexport const two = 2\n");

        set.Says("says:").Should().BeEmpty(because);
    }

    [TestMethod]
    public void Is_not_quoted_where_it_only_tells_what_the_next_lines_do()
    {
        using var set = new TestSet().Template("bus.ts.template", "export function drain() {\n  const a = 1\n  // The pumps must run now.\n  run(a)\n  // Use the second pump for the rest of it.\n  run(2)\n}\n");

        set.Says("says:").Should().BeEmpty();
    }
}
