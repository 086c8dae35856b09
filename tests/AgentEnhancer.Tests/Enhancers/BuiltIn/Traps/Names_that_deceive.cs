using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn.Traps;

[TestClass]
public sealed class Names_that_deceive
{
    private const string Tides = "def next_high_tide(port):\n    return port.tides[0]\n";

    [TestMethod]
    public void A_comment_that_denies_a_call_is_no_call()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tugs.py.template", "# Does not call next_high_tide(): tugs always sail.\ndef order(port):\n    return 'next_high_tide(port)'\n");

        set.Links().Should().BeEmpty();
        set.Statements().Should().NotContain(s => s.Text.Contains("next_high_tide", StringComparison.Ordinal));
    }

    [TestMethod]
    public void A_docstring_that_denies_a_call_is_no_call()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tugs.py.template", "from lib.tides import next_low_tide\n\n\ndef order(port):\n    \"\"\"Never calls next_high_tide(port).\"\"\"\n    return port\n");

        set.Links().Should().BeEmpty();
    }

    [TestMethod]
    public void An_import_from_a_package_is_no_link()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tugs.py.template", "from moonphase import next_high_tide\n\n\ndef order(port):\n    return next_high_tide(port)\n");

        set.Links().Should().BeEmpty();
    }

    [TestMethod]
    public void A_name_that_two_templates_define_is_nobodys()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides).Template("lib/moons.py.template", Tides)
            .Template("tugs.py.template", "from lib import next_high_tide\n\n\ndef order(port):\n    return next_high_tide(port)\n");

        set.Links().Should().BeEmpty();
    }

    [TestMethod]
    public void Actions_of_a_workflow_are_not_the_actions_of_a_store()
    {
        using var set = new TestSet()
            .Template("store/actions.ts.template", "export const actions = createActions('berths')\n\nexport function checkout() {\n  return actions\n}\n")
            .Template(".github/workflows/build.yml.template", "name: build\non: push\njobs:\n  test:\n    steps:\n      - uses: actions/checkout@v4\n");

        set.Links().Should().BeEmpty();
        set.Statements().Should().NotContain(s => s.Evidence.Select(e => e.TemplateId).Distinct().Count() > 1);
    }

    [TestMethod]
    public void The_state_of_a_form_is_not_the_state_of_the_application()
    {
        using var set = new TestSet()
            .Template("store/state.ts.template", "export const state = createState('berths')\n")
            .Template("form.tsx.template", "import { useForm } from 'react-hook-form'\n\nexport function BerthForm() {\n  const { formState } = useForm()\n  return <b>{formState.errors}</b>\n}\n");

        set.Links().Should().BeEmpty();
    }

    [TestMethod]
    public void A_name_in_another_language_is_another_name()
    {
        using var set = new TestSet()
            .Template("TideTable.cs.template", "namespace Dock;\n\npublic sealed class TideTable\n{\n}\n")
            .Template("tide.go.template", "package dock\n\nfunc Print() {\n\tTideTable()\n}\n");

        set.Links().Should().BeEmpty();
    }

    [TestMethod]
    public void An_ordinary_word_is_no_link_where_no_import_is_needed()
    {
        using var set = new TestSet()
            .Template("a.go.template", "package dock\n\nfunc close() {\n}\n")
            .Template("b.go.template", "package dock\n\nfunc Stop(file File) {\n\tfile.Flush()\n\tclose()\n}\n");

        set.Links().Should().BeEmpty();
    }

    [TestMethod]
    public void A_method_of_an_ordinary_name_is_no_link()
    {
        using var set = new TestSet()
            .Template("Gate.cs.template", "namespace Dock;\n\npublic sealed class Gate\n{\n    public void Open() { }\n\n    public void OpenSlowly() { }\n}\n")
            .Template("Crane.cs.template", "namespace Dock;\n\npublic sealed class Crane\n{\n    public void Lift(Door door)\n    {\n        door.Open();\n        door.OpenSlowly();\n    }\n}\n");

        set.Links().Should().BeEmpty("nothing tells that a door is a gate");

        set.Template("Lock.cs.template", "namespace Dock;\n\npublic sealed class Lock\n{\n    public void Fill(Gate gate)\n    {\n        gate.Open();\n        gate.OpenSlowly();\n    }\n}\n");

        set.Links().Where(l => l.Symbol.Kind == AgentEnhancer.Templates.UnitKind.Method).Select(l => $"{l.Name} {string.Join(' ', l.Uses.Select(u => u.User.FileName))}").Should().Equal("OpenSlowly Lock.cs");
    }

    [TestMethod]
    [DataRow("// As Gate does it.")]
    [DataRow("private const string Kind = \"Gate\";")]
    public void A_type_that_a_comment_or_a_text_names_is_not_known(string line)
    {
        using var set = new TestSet()
            .Template("Gate.cs.template", "namespace Dock;\n\npublic sealed class Gate\n{\n    public void OpenSlowly() { }\n}\n")
            .Template("Crane.cs.template", $"namespace Dock;\n\npublic sealed class Crane\n{{\n    {line}\n\n    public void Lift(Door door)\n    {{\n        door.OpenSlowly();\n    }}\n}}\n");

        set.Links().Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("return width > MaxWidth;", true)]
    [DataRow("return wide ? MaxWidth : 1;", true)]
    [DataRow("return new List<int> { MaxWidth };", true)]
    [DataRow("List<int> MaxWidth = Read();", false)]
    [DataRow("int[] MaxWidth = Read();", false)]
    [DataRow("int? MaxWidth = Read();", false)]
    public void A_name_behind_a_type_is_declared_and_one_behind_a_comparison_is_used(string line, bool isUse)
    {
        using var set = new TestSet()
            .Template("MaxWidth.cs.template", "namespace Dock;\n\npublic sealed class MaxWidth\n{\n}\n")
            .Template("Crane.cs.template", $"namespace Dock;\n\npublic sealed class Crane\n{{\n    public object Lift()\n    {{\n        {line}\n    }}\n}}\n");

        set.Links().Any().Should().Be(isUse);
    }

    [TestMethod]
    public void A_table_is_linked_where_a_mapping_or_a_query_names_it()
    {
        using var set = new TestSet()
            .Template("001.sql.template", "CREATE TABLE harbour.{{berths}} (id int);\nCREATE TABLE ships (id int);\n")
            .Template("Berth.java.template", "package dock;\n\n@Table(name = \"{{berths}}\")\npublic class Berth {\n}\n")
            .Template("ship.py.template", "from ships import harbour\n\n\ndef all(db):\n    # SELECT id FROM ships\n    return db.run('SELECT id FROM ships')\n")
            .Template("queries.sql.template", "SELECT id FROM harbour.{{berths}} WHERE id = 1;\n");

        set.Relevance().Links.Select(l => $"{l.Name} {string.Join(' ', l.Uses.Select(u => $"{u.User.FileName}:{string.Join('/', u.Lines)}"))}")
            .Should().Equal("ships ship.py:6", "{{berths}} Berth.java:3 queries.sql:1");
    }

    [TestMethod]
    public void A_table_that_two_statements_make_is_nobodys()
    {
        using var set = new TestSet()
            .Template("001.sql.template", "CREATE TABLE ships (id int);\n").Template("002.sql.template", "CREATE TABLE ships (id int);\n")
            .Template("queries.sql.template", "SELECT id FROM ships;\n");

        set.Relevance().Links.Should().BeEmpty();
    }
}
