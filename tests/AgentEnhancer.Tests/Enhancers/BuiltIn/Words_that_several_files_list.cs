using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Words_that_several_files_list
{
    private const string Union = "export type BerthState = 'open' | 'occupied' | 'closed_off';\n";

    [TestMethod]
    public void Get_a_new_value_together()
    {
        using var set = new TestSet().Template("berth.ts.template", Union)
            .Template("BerthState.cs.template", "namespace Dock;\n\npublic enum BerthState\n{\n    [Obsolete] Open,\n    Occupied = 2,\n    ClosedOff,\n}\n");

        set.Says("vocabulary:").Should().Equal(
            "Always: Add a value to `BerthState` in [t1:3-8] and [t2:1] together (Each lists the same values: `Open`, `Occupied` and `ClosedOff`.) [t1:3-8 t2:1]",
            "Ask: Before renaming or removing one of the values `Open`, `Occupied` and `ClosedOff` [t1:3-8]: [t2:1] lists the same [t1:3-8 t2:1]",
            "Always: Add a value to `BerthState` in [t1:3-8] and [t2:1] together (Each lists the same values: `Open`, `Occupied` and `ClosedOff`.) [t2:1 t1:3-8]",
            "Ask: Before renaming or removing one of the values `open`, `occupied` and `closed_off` [t2:1]: [t1:3-8] lists the same [t2:1 t1:3-8]");
    }

    [TestMethod]
    public void Are_widened_by_a_new_migration_where_one_brought_them()
    {
        using var set = new TestSet().Template("berth.ts.template", Union)
            .Template("migrations/V1__berths.sql.template", "CREATE TABLE berths (\n    id bigint PRIMARY KEY,\n    state text NOT NULL CHECK (state IN ('open', 'occupied', 'closed_off'))\n);\n");

        set.Says("vocabulary:").Should().Contain(
            "Always: Add a value to `BerthState` in [t1:1], and by a new migration that widens [t2:3] (Each lists the same values: `open`, `occupied` and `closed_off`.) [t1:1 t2:3]");
    }

    [TestMethod]
    public void Are_said_once_and_not_word_by_word()
    {
        using var set = new TestSet().Template("berth.ts.template", Union)
            .Template("berth.py.template", "BerthState = Literal[\"open\", \"occupied\", \"closed_off\"]\n");

        set.Says("vocabulary:").Should().HaveCount(4);
        set.Says("literal:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("a.py.template", "class BerthState(StrEnum):\n    OPEN = \"open\"\n    OCCUPIED = \"occupied\"\n    CLOSED_OFF = \"closed_off\"\n", "2-4")]
    [DataRow("a.go.template", "package dock\n\ntype State string\n\nconst (\n\tStateOpen     State = \"open\"\n\tStateOccupied State = \"occupied\"\n\tStateClosed   State = \"closed_off\"\n)\n", "6-8")]
    [DataRow("a.py.template", "class Berth(Base):\n    __table_args__ = (CheckConstraint(\"state IN ('open', 'occupied', 'closed_off')\"),)\n", "2")]
    [DataRow("A.java.template", "public enum State {\n    OPEN(\"o\"), OCCUPIED(\"b\"), CLOSED_OFF(\"c\");\n\n    private final String code;\n}\n", "1-5")]
    [DataRow("a.sql.template", "CREATE TYPE berth_state AS ENUM ('open', 'occupied', 'closed_off');\n", "1")]
    [DataRow("a.prisma.template", "enum State {\n  OPEN\n  OCCUPIED\n  CLOSED_OFF\n}\n", "1-5")]
    [DataRow("a.rs.template", "pub enum State {\n    Open,\n    Occupied { by: String },\n    ClosedOff,\n}\n", null)]
    [DataRow("a.rs.template", "pub enum State {\n    Open,\n    Occupied(String),\n    ClosedOff,\n}\n", "1-5")]
    [DataRow("a.js.template", "export const STATES = [\n  'open',\n  // who came first\n  'occupied',\n  'closed_off',\n];\n", "2-5")]
    public void Are_read_in(string file, string text, string? lines)
    {
        using var set = new TestSet().Template("z/berth.ts.template", Union).Template(file, text);

        var said = set.Says("vocabulary:").Where(s => s.StartsWith("Always: ", StringComparison.Ordinal));
        if (lines is null)
        {
            said.Should().BeEmpty();
        }
        else
        {
            said.Should().HaveCount(2, "each place is somebody's").And.Subject.First().Should().MatchRegex($@"[\[ ]t1:{lines}[\] ]");
        }
    }

    [TestMethod]
    [DataRow("a.ts.template", "export type Other = 'open' | 'occupied' | 'sunk';\n", DisplayName = "the words differ")]
    [DataRow("a.ts.template", "export type Other = 'open' | 'occupied';\n", DisplayName = "one has fewer")]
    [DataRow("a.ts.template", "export type Row = Pick<Berth, 'open' | 'occupied' | 'closed_off'>;\n", DisplayName = "one lists fields")]
    [DataRow("a.ts.template", "// 'open' | 'occupied' | 'closed_off'\nexport const x = 1;\n", DisplayName = "one stands in a comment")]
    [DataRow("tests/a.test.ts.template", "const all = ['open', 'occupied', 'closed_off'];\n", DisplayName = "one is a test's")]
    public void Are_not_told_where(string file, string text)
    {
        using var set = new TestSet().Template("z/berth.ts.template", Union).Template(file, text);

        set.Says("vocabulary:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_told_of_two_plain_lists()
    {
        using var set = new TestSet().Template("a.js.template", "const a = ['open', 'occupied', 'closed_off'];\n").Template("b.js.template", "const b = ['open', 'occupied', 'closed_off'];\n");

        set.Says("vocabulary:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_told_of_words_that_every_program_has()
    {
        using var set = new TestSet().Template("a.ts.template", "export type Level = 'debug' | 'info' | 'error';\n").Template("b.ts.template", "export type LogLevel = 'debug' | 'info' | 'error';\n");

        set.Says("vocabulary:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("BerthKind", 4)]
    [DataRow("Currency", 0)]
    public void Are_one_by_two_words_where_they_are_called_alike(string name, int statements)
    {
        using var set = new TestSet().Template("a.ts.template", "export type BerthKind = 'quay' | 'buoy';\n").Template("b.ts.template", $"export type {name} = 'quay' | 'buoy';\n");

        set.Says("vocabulary:").Should().HaveCount(statements);
    }
}
