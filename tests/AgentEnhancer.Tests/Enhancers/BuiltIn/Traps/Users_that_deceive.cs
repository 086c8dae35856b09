using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn.Traps;

[TestClass]
public sealed class Users_that_deceive
{
    private const string Tides = "def next_high_tide(port):\n    return port.tides[0]\n";

    private static string[] Asks(TestSet set) => [.. set.Says("blast:").Where(s => s.StartsWith("Ask:", StringComparison.Ordinal))];

    [TestMethod]
    public void A_handler_of_one_operation_gets_no_second_one()
    {
        static TestSet Set(string generic) => new TestSet()
            .Template("IBerthHandler.cs.template", $"namespace Dock;\n\npublic interface IBerthHandler{generic}\n{{\n    Result Handle(object berth);\n}}\n")
            .Template("FreeBerthHandler.cs.template", $"namespace Dock;\n\npublic sealed class FreeBerthHandler : IBerthHandler{generic.Replace("in T", "FreeBerth", StringComparison.Ordinal)}\n{{\n    public Result Handle(object berth) => Result.Done;\n}}\n");

        using var handler = Set("<in T>");
        using var service = Set("");
        handler.Says("contract:").Should().BeEmpty();
        service.Says("contract:").Should().ContainSingle().Which.Should().StartWith("Practice: Declare a new operation on `IBerthHandler`");
    }

    [TestMethod]
    [DataRow("sealed interface Berth {", 0)]
    [DataRow("interface Berth {", 0)]
    public void The_cases_of_a_closed_type_are_no_implementers(string head, int expected)
    {
        using var set = new TestSet()
            .Template("Berth.kt.template", $"package dock\n\n{head}\n    data object Free : Berth\n    data class Taken(val ship: String) : Berth\n}}\n")
            .Template("Screen.kt.template", "package dock\n\nclass Screen(private val berth: Berth) {\n    fun show() = berth.toString()\n}\n");

        set.Says("contract:").Should().HaveCount(expected);
        set.Says("depend:").Should().HaveCount(expected);
    }

    [TestMethod]
    public void A_model_of_the_client_is_no_entity_of_the_server()
    {
        static TestSet Set(string module) => new TestSet()
            .Template("persistence/entities/berth.entity.ts.template", "export class {{Berth}} {\n  id = 0;\n  ship = '';\n}\n")
            .Template("web/berth.store.ts.template", $"import {{ {{{{Berth}}}} }} from '{module}';\n\nexport class Store {{\n  berths: {{{{Berth}}}}[] = [];\n}}\n");

        using var client = Set("./{{berth}}.model");
        using var server = Set("../entities/{{berth}}.entity");
        using var unnamed = Set("./{{berth}}");
        client.Links().Should().BeEmpty();
        server.Links().Should().ContainSingle();
        unnamed.Links().Should().ContainSingle();
    }

    [TestMethod]
    public void One_of_several_overloads_is_not_called_by_its_name_alone()
    {
        static TestSet Set(string more) => new TestSet()
            .Template("lib/tides.ts.template", $"export function readTides(port) {{\n  const all = port.tides;\n  return all;\n}}\n{more}")
            .Template("tugs.ts.template", "import { readTides } from './lib/tides';\n\nexport const tug = (p) => readTides(p);\nexport const pilot = (p) => readTides(p);\n");

        using var one = Set("");
        using var two = Set("\nexport function readTides(port, day) {\n  const all = port.tides[day];\n  return all;\n}\n");
        one.Says("reuse-never:").Should().ContainSingle();
        two.Says("reuse-never:").Should().BeEmpty();
    }

    [TestMethod]
    public void Lines_of_one_template_are_no_others()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tugs.py.template", "from lib.tides import next_high_tide\n\n\ndef order(port):\n    return next_high_tide(port)\n\n\ndef cancel(port):\n    return next_high_tide(port)\n\n\ndef wait(port):\n    return next_high_tide(port)\n");

        Asks(set).Should().Equal("Ask: Before changing what `next_high_tide` takes or returns [t1:1]: [t2:5] and [t2:9] rely on it [t1:1 t2:5 t2:9]");
    }

    [TestMethod]
    public void A_test_of_its_own_is_nobody_who_breaks()
    {
        using var set = new TestSet().Template("lib/tides.py.template", Tides)
            .Template("tests/test_tides.py.template", "from lib.tides import next_high_tide\n\n\ndef test_one():\n    assert next_high_tide(PORT)\n\n\ndef test_two():\n    assert next_high_tide(QUAY)\n");

        Asks(set).Should().BeEmpty();
    }

    [TestMethod]
    public void A_table_is_no_placeholder_to_be_filled()
    {
        using var set = new TestSet().Template("db/1_buoys.sql.template", "CREATE TABLE buoys (\n  id int\n);\n")
            .Template("db/buoys.sql.template", "-- name: ListBuoys :many\nSELECT id FROM buoys;\n");

        set.Says("name:").Should().BeEmpty();
    }

    [TestMethod]
    public void A_class_whose_name_ends_with_that_of_its_interface_implements_it()
    {
        using var set = new TestSet()
            .Template("TideStore.kt.template", "package dock\n\ninterface TideStore {\n    fun read(): Int\n}\n")
            .Template("DiskTideStore.kt.template", "package dock\n\nimport dock.TideStore\n\nclass DiskTideStore : TideStore {\n    override fun read() = 1\n}\n");

        set.Says("contract:").Should().ContainSingle().Which.Should().Contain("write it in `DiskTideStore`");
    }

    [TestMethod]
    public void A_fake_that_tests_make_stands_in_for_the_interface()
    {
        using var set = new TestSet()
            .Template("ITideStore.cs.template", "namespace Dock;\n\npublic interface ITideStore\n{\n    int Read();\n}\n")
            .Template("tests/TideTests.cs.template", "namespace Dock;\n\npublic sealed class TideTests\n{\n    private readonly FakeTideStore _store = new FakeTideStore();\n\n    [Fact]\n    public void Reads()\n    {\n        Assert.Equal(1, _store.Read());\n    }\n}\n\ninternal sealed class FakeTideStore : ITideStore\n{\n    public int Read() => 1;\n}\n");

        set.Says("stand-in:").Should().Equal("Practice: Stand in for `ITideStore` with `FakeTideStore` in a new test. [t2:5 t2:14 t1:3]");
    }

    [TestMethod]
    public void An_implementation_that_no_test_makes_is_no_fake()
    {
        using var set = new TestSet()
            .Template("ITideStore.cs.template", "namespace Dock;\n\npublic interface ITideStore\n{\n    int Read();\n}\n")
            .Template("DiskTideStore.cs.template", "namespace Dock;\n\npublic sealed class DiskTideStore : ITideStore\n{\n    public int Read() => 1;\n}\n");

        set.Says("stand-in:").Should().BeEmpty();
    }

    [TestMethod]
    public void A_name_of_a_library_elsewhere_is_no_way_out()
    {
        using var set = new TestSet()
            .Template("Security.kt.template", "package dock\n\nfun guard(app: App) {\n    app.install { jwt(\"gate\") }\n}\n")
            .Template("Main.kt.template", "package dock\n\nimport dock.guard\n\nfun main(app: App) {\n    guard(app)\n}\n");

        set.Says("gateway:").Should().BeEmpty();
    }

    [TestMethod]
    public void A_block_behind_a_name_is_a_call_in_kotlin()
    {
        using var set = new TestSet().Template("test/GateTest.kt.template", """
            class GateTest {
                @Test
                fun `opens for a ship`() = gate {
                    open()
                }

                @Test
                fun `stays shut at night`() = gate {
                    shut()
                }

                private fun gate(block: () -> Unit) {
                    start()
                    block()
                }
            }
            """);

        set.Says("local:").Should().StartWith(["Practice: Call `gate`, as `opens for a ship` and `stays shut at night` do, instead of repeating its steps. [t1:12-15 t1:3 t1:8]"]);
    }

    [TestMethod]
    public void A_type_that_a_test_only_makes_is_not_what_it_tests()
    {
        using var set = new TestSet()
            .Template("Berth.cs.template", "namespace Dock;\n\npublic sealed class Berth(int key)\n{\n    public int Key => key;\n}\n")
            .Template("Ship.cs.template", "namespace Dock;\n\npublic sealed class Ship(int key)\n{\n    public int Key => key;\n}\n")
            .Template("tests/ShipTests.cs.template", "namespace Dock;\n\npublic sealed class ShipTests\n{\n    [Fact]\n    public void Lies_in_a_berth()\n    {\n        Assert.Equal(new Ship(1).Key, new Berth(1).Key);\n    }\n}\n");

        set.Says("tested:").Should().ContainSingle().Which.Should().Contain("Update `ShipTests.cs` whenever `Ship` changes");
    }

    [TestMethod]
    public void What_the_author_says_of_the_same_lines_is_not_said_again_by_a_rule()
    {
        const string rule = "- run: npm ci";
        using var said = new TestSet().Template(".github/workflows/ci.yml.template", $"on: push\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n      # Never install other versions than those of the lock file.\n      {rule}\n");
        using var unsaid = new TestSet().Template(".github/workflows/ci.yml.template", $"on: push\njobs:\n  check:\n    runs-on: ubuntu-latest\n    steps:\n      {rule}\n");

        unsaid.SaysByRule().Should().Contain(s => s.Contains("Install other versions than the lock file's", StringComparison.Ordinal));
        said.SaysByRule().Should().NotContain(s => s.Contains("Install other versions than the lock file's", StringComparison.Ordinal));
    }

    [TestMethod]
    public void What_a_rule_says_of_a_factory_is_not_said_again()
    {
        using var set = new TestSet()
            .Template("BerthView.java.template", "package dock;\n\npublic record BerthView(int key, String name) {\n\n    static BerthView of(Berth berth) {\n        return new BerthView(berth.key(), berth.name());\n    }\n}\n")
            .Template("BerthPage.java.template", "package dock;\n\nclass BerthPage {\n    BerthView one(Berth berth) {\n        return BerthView.of(berth);\n    }\n\n    BerthView two(Berth berth) {\n        return BerthView.of(berth);\n    }\n}\n");

        set.Says("factory:").Should().Contain(s => s.StartsWith("Practice: Make a `BerthView` through `of`.", StringComparison.Ordinal));
        set.SaysByRule().Should().ContainMatch("*Turn `Berth` into `BerthView` with `BerthView.of`*");
        set.Statements(withRules: true).Should().NotContain(s => s.Topic == "factory:BerthView" && s.Kind == StatementKind.Practice);
    }

    [TestMethod]
    public void One_convention_of_two_files_is_said_once()
    {
        const string body = "{\n    Task<int> OneAsync(int id, CancellationToken token);\n\n    Task<int> TwoAsync(int id, CancellationToken token);\n\n    Task<int> ThreeAsync(int id, CancellationToken token);\n}\n";
        using var set = new TestSet().Template("IGates.cs.template", "namespace Dock;\n\npublic interface IGates\n" + body).Template("ILocks.cs.template", "namespace Dock;\n\npublic interface ILocks\n" + body);

        set.Statements().Where(s => s.Topic.StartsWith("signature-last:", StringComparison.Ordinal)).Should().HaveCount(2)
            .And.OnlyContain(s => s.Topic == "signature-last:CancellationToken token");
    }
}
