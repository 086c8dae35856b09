using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Rules_listed_in_a_comment
{
    [TestMethod]
    public void Are_quoted_as_orders_and_prohibitions() =>
        Said("gates.py.template", "\"\"\"Gates of the lock.\n\nNaming rules (checked by docs/names.py, by night):\n  - a gate is called after its basin\n  - never rename a gate, give it an alias\n    beside the old name\n\"\"\"\nOPEN = 1\n").Should().Equal(
            "Always: Naming rules: “a gate is called after its basin” [t1:4]",
            "Never: Naming rules: “never rename a gate, give it an alias beside the old name” [t1:5-6]");

    [TestMethod]
    [DataRow("gates.ts.template", "// Rules of the lock:\n// - one boat for each basin\nexport const open = 1;\n", "Rules of the lock", 2)]
    [DataRow("gates.ts.template", "/**\n * Conventions:\n *\n * 1. one boat for each basin\n */\nexport const open = 1;\n", "Conventions", 4)]
    [DataRow("Gates.cs.template", "/* Invariants of a lock:\n * • one boat for each basin. */\npublic class Gates { }\n", "Invariants of a lock", 2)]
    [DataRow("gates.yml.template", "# Please keep to these:\n# * one boat for each basin;\nopen: 1\n", "Please keep to these", 2)]
    [DataRow("gates.sql.template", "-- Guidelines for gates:\n--   - one boat for each basin\nSELECT 1;\n", "Guidelines for gates", 2)]
    public void Are_found_in(string file, string text, string heading, int line) =>
        Said(file, text).Should().Equal($"Always: {heading}: “one boat for each basin” [t1:{line}]");

    [TestMethod]
    [DataRow("// What the lock holds:\n// - one boat for each basin\nexport const open = 1;\n", DisplayName = "no rules are announced")]
    [DataRow("// Rules of the lock:\n// one boat for each basin\nexport const open = 1;\n", DisplayName = "nothing is listed")]
    [DataRow("// Rules of the lock:\n// see the wiki\n// - one boat for each basin\nexport const open = 1;\n", DisplayName = "other text is between")]
    [DataRow("// Rules of the lock:\n// - one boat\nexport const open = 1;\n", DisplayName = "too short for a rule")]
    [DataRow("// Rules of the lock:\n// - TODO: one boat for each basin\nexport const open = 1;\n", DisplayName = "not decided yet")]
    public void Are_left_where(string text) => Said("gates.ts.template", text).Should().BeEmpty();

    private static string[] Said(string file, string text)
    {
        using var set = new TestSet().Template(file, text);
        return set.Says("says:");
    }
}
