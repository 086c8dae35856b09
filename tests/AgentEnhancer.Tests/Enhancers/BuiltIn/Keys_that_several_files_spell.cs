using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Keys_that_several_files_spell
{
    private static string Publisher(string key) => $"def publish(bus):\n    bus.send(\"{key}\")\n";

    [TestMethod]
    public void Are_spelt_alike_and_renamed_together()
    {
        using var set = new TestSet()
            .Template("publisher.py.template", Publisher("harbour.berth-freed"))
            .Template("reader.py.template", "def read(bus):\n    return bus.on(\"harbour.berth-freed\")\n");

        set.Says("literal:").Should().Equal(
            "Always: Spell `harbour.berth-freed` alike in [t1:2] and [t2:2] [t1:2 t2:2]",
            "Never: Rename `harbour.berth-freed` in one place only; instead: change [t1:2] and [t2:2] together [t1:2 t2:2]");
    }

    [TestMethod]
    public void Are_variables_of_the_environment_without_quotes_as_well()
    {
        using var set = new TestSet()
            .Template(".env.template", "TIDE_SERVICE_URL=http://tides\n")
            .Template("settings.py.template", "import os\n\nurl = os.environ[\"TIDE_SERVICE_URL\"]\n");

        set.Says("literal:").First().Should().Be("Always: Spell `TIDE_SERVICE_URL` alike in [t1:1] and [t2:3] [t1:1 t2:3]");
    }

    [TestMethod]
    public void Are_named_where_code_reads_them_without_quotes_too()
    {
        using var set = new TestSet()
            .Template(".env.template", "TIDE_SERVICE_URL=http://tides\n")
            .Template("compose.yaml.template", "services:\n  tides:\n    environment:\n      TIDE_SERVICE_URL: http://tides\n")
            .Template("settings.ts.template", "export const url = process.env.TIDE_SERVICE_URL\n");

        set.Says("literal:").Last().Should().Be(
            "Never: Rename `TIDE_SERVICE_URL` in one place only; instead: change [t1:1], [t2:4] and [t3:1] together [t1:1 t2:4 t3:1]");
    }

    [TestMethod]
    public void Matter_most_where_the_languages_differ()
    {
        using var same = new TestSet().Template("a.py.template", Publisher("harbour.berth-freed")).Template("b.py.template", Publisher("harbour.berth-freed"));
        using var other = new TestSet().Template("a.py.template", Publisher("harbour.berth-freed"))
            .Template("b.ts.template", "export function read(bus) {\n  return bus.on('harbour.berth-freed')\n}\n");

        other.Statements().Max(s => s.Worth).Should().BeGreaterThan(same.Statements().Max(s => s.Worth));
    }

    [TestMethod]
    [DataRow("application/json", "everybody knows it")]
    [DataRow("freed", "one short word")]
    [DataRow("A berth is free.", "a sentence")]
    [DataRow("https://tides.example/api", "an address")]
    [DataRow("./assets/tide-chart", "a path beside it")]
    [DataRow("2024-01-02", "a date")]
    [DataRow("{{entity}}.berth-freed", "a placeholder")]
    [DataRow("harbour", "an ordinary word")]
    [DataRow("@harbour/berth-kit", "a package")]
    [DataRow("harbour.berth-freed-", "half a key")]
    public void Are_no_ordinary_texts(string text, string because)
    {
        using var set = new TestSet().Template("a.py.template", Publisher(text)).Template("b.py.template", Publisher(text));

        set.Says("literal:").Should().BeEmpty(because);
    }

    [TestMethod]
    public void Are_not_those_that_more_than_three_files_have()
    {
        using var set = new TestSet();
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            set.Template($"{name}.py.template", Publisher("harbour.berth-freed"));
        }

        set.Says("literal:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_those_that_only_tests_have()
    {
        using var set = new TestSet()
            .Template("tests/test_a.py.template", "def test_a():\n    assert read(\"harbour.berth-freed\")\n")
            .Template("tests/test_b.py.template", "def test_b():\n    assert read(\"harbour.berth-freed\")\n");

        set.Says("literal:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_neither_modules_nor_class_names_of_markup()
    {
        using var set = new TestSet()
            .Template("A.tsx.template", "import { a } from 'harbour/tide-kit'\n\nexport function A() {\n  return <div className=\"tide-card\">{a}</div>\n}\n")
            .Template("B.tsx.template", "import { a } from 'harbour/tide-kit'\n\nexport function B() {\n  return <div className=\"tide-card\">{a}</div>\n}\n");

        set.Says("literal:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("@ColumnInfo", "@SerialName", 0)]
    [DataRow("@SerialName", "@SerialName", 2)]
    public void Are_not_a_column_and_a_field_of_an_answer(string one, string other, int expected)
    {
        using var set = new TestSet()
            .Template("Row.kt.template", $"data class Row(\n    {one}(\"berth_key\")\n    val berth: String,\n)\n")
            .Template("Answer.kt.template", $"data class Answer(\n    {other}(\"berth_key\")\n    val place: String,\n)\n");

        set.Says("literal:").Should().HaveCount(expected);
    }

    [TestMethod]
    public void Are_the_frameworks_where_each_file_only_hands_them_over()
    {
        using var set = new TestSet()
            .Template("a.py.template", "import dock\n\nrun(dock, {'retry_delay': 5})\n")
            .Template("b.py.template", "import dock\n\nrun(dock, {'retry_delay': 9})\n");

        set.Says("literal:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_names_of_a_library()
    {
        using var set = new TestSet()
            .Template("a.py.template", "def a(result):\n    return \"__interrupt__\" in result\n")
            .Template("b.py.template", "def b(result):\n    return result[\"__interrupt__\"]\n");

        set.Says("literal:").Should().BeEmpty();
    }
}
