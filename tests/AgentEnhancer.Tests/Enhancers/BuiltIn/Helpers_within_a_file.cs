using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Helpers_within_a_file
{
    [TestMethod]
    public void Are_gone_through_where_the_others_do()
    {
        using var set = new TestSet().Template("berths.py.template", """
            def _load_berth(key):
                # The one place that reads berths.
                return STORE[key]


            def free_berth(key):
                return _load_berth(key).free()


            def take_berth(key):
                return _load_berth(key).take()
            """);

        set.Says("local:").Should().Equal(
            "Practice: Call `_load_berth`, as `free_berth` and `take_berth` do, instead of repeating its steps. [t1:1-3 t1:7 t1:11]",
            "Never: Repeat the steps of `_load_berth` in a new function; instead: call it, as `free_berth` and `take_berth` do [t1:1-3 t1:7 t1:11]");
    }

    [TestMethod]
    public void Are_offered_where_only_some_need_them_and_quote_what_they_say_of_themselves()
    {
        using var set = new TestSet().Template("Berths.cs.template", """
            namespace Dock;

            public sealed class Berths
            {
                public void Free(int key)
                {
                    Log(key);
                }

                public void Take(int key)
                {
                    Log(key);
                }

                public int Count() => 1;

                public int Limit() => 2;

                public int Depth() => 3;

                public int Width() => 4;

                /// <summary>Writes one line for the harbour master.</summary>
                private void WriteLine(int key) { }
            }
            """.Replace("Log(", "WriteLine(", StringComparison.Ordinal));

        set.Says("local:").First().Should().Be(
            "Practice: Call `WriteLine`, as `Free` and `Take` do, instead of repeating its steps. (It says of itself: “Writes one line for the harbour master”.) [t1:23-24 t1:7 t1:12]");
    }

    [TestMethod]
    [DataRow("{}")]
    [DataRow("[]")]
    [DataRow("new Map()")]
    public void Are_no_registries_that_others_fill(string empty)
    {
        using var set = new TestSet().Template("berths.ts.template", $"const BERTHS = {empty}\n\nexport function freeBerth() {{\n  return open(BERTHS)\n}}\n\nexport function takeBerth() {{\n  return open(BERTHS)\n}}\n");

        set.Says("local:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_constants_too_which_are_not_written_out_again()
    {
        using var set = new TestSet().Template("berths.ts.template", """
            const BERTH_KEY = 'berths'

            export function freeBerth() {
              return open(BERTH_KEY)
            }

            export function takeBerth() {
              return open(BERTH_KEY)
            }
            """);

        set.Says("local:").Should().Equal(
            "Never: Spell out the value of `BERTH_KEY` again; instead: use it, as `freeBerth` and `takeBerth` do [t1:1 t1:4 t1:8]");
    }

    [TestMethod]
    public void Are_fixtures_of_tests_too_and_these_forbid_nothing()
    {
        using var set = new TestSet().Template("tests/test_berths.py.template", """
            import pytest


            @pytest.fixture
            def harbour():
                return object()


            def test_free(harbour):
                assert harbour


            def test_take(harbour):
                assert harbour
            """);

        set.Says("local:").Should().Equal("Practice: Request fixture `harbour` in a new test, as `test_free` and `test_take` do. [t1:4-6 t1:9 t1:13]");
    }

    [TestMethod]
    public void Are_not_what_one_unit_alone_calls()
    {
        using var set = new TestSet().Template("berths.py.template", "def _load_berth(key):\n    return key\n\n\ndef free_berth(key):\n    return _load_berth(key)\n\n\ndef take_berth(key):\n    return key\n");

        set.Says("local:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_what_belongs_to_another_object()
    {
        using var set = new TestSet().Template("berths.py.template", "def load_berth(key):\n    return key\n\n\ndef free_berth(db):\n    return db.load_berth(1)\n\n\ndef take_berth(db):\n    return db.load_berth(2)\n");

        set.Says("local:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_called_on_self_and_this()
    {
        using var set = new TestSet()
            .Template("berths.py.template", "class Berths:\n    def _load(self, key):\n        return key\n\n    def free(self, key):\n        return self._load(key)\n\n    def take(self, key):\n        return self._load(key)\n".Replace("_load", "_load_one", StringComparison.Ordinal))
            .Template("tugs.ts.template", "export class Tugs {\n  private loadOne(key: number) {\n    return key\n  }\n\n  free(key: number) {\n    return this.loadOne(key)\n  }\n\n  take(key: number) {\n    return this.loadOne(key)\n  }\n}\n");

        set.Says("local:").Should().Contain("Practice: Call `_load_one`, as `free` and `take` do, instead of repeating its steps. [t1:2-3 t1:6 t1:9]")
            .And.Contain("Practice: Call `loadOne`, as `free` and `take` do, instead of repeating its steps. [t2:2-4 t2:7 t2:11]");
    }

    [TestMethod]
    public void Are_not_state()
    {
        using var set = new TestSet().Template("berths.ts.template", "let counter = 0\n\nexport function freeBerth() {\n  return counter + 1\n}\n\nexport function takeBerth() {\n  return counter - 1\n}\n");

        set.Says("local:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_none_where_a_test_framework_runs_them_by_itself()
    {
        using var set = new TestSet().Template("test/boat_test.dart.template", """
            void main() {
              setUp(() {
                fill(basin);
              });

              boatTest('floats', setUp: () => fill(1), act: (boat) => boat.float());
              test('sinks', () { expect(sink(setUp: 2), true); });
              test('turns', () { expect(turn(setUp: 3), true); });
            }
            """);

        set.Says("local:").Should().BeEmpty();
    }
}
