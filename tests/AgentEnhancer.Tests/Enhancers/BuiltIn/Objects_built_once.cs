using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Objects_built_once
{
    private const string Broker = "from nats import NatsBroker\n\nbroker = NatsBroker(\"nats://harbour\")\n";

    private static string User(string name) => $"from app.broker import broker\n\n\ndef {name}():\n    return broker.publish(1)\n";

    [TestMethod]
    public void Are_imported_and_not_built_again()
    {
        using var set = new TestSet()
            .Template("app/broker.py.template", Broker)
            .Template("app/gate.py.template", User("open_gate"))
            .Template("app/lock.py.template", User("close_lock"));

        set.Says("singleton").Should().Equal(
            "Practice: Import `broker` from `broker.py`, where `NatsBroker` builds it. (It is built once and shared.) [t1:3 t2:1 t3:1]",
            "Never: Call `NatsBroker` for a second `broker`; instead: import the one of [t1:3], as [t2:1] and [t3:1] do [t1:3 t2:1 t3:1]");
    }

    [TestMethod]
    public void Are_known_by_one_user_too()
    {
        using var set = new TestSet().Template("app/broker.py.template", Broker).Template("app/gate.py.template", User("open_gate"));

        set.Says("singleton:").Should().HaveCount(2).And.Contain("Never: Call `NatsBroker` for a second `broker`; instead: import the one of [t1:3], as [t2:1] does [t1:3 t2:1]");
    }

    [TestMethod]
    public void Are_made_by_factories_in_TypeScript()
    {
        using var set = new TestSet()
            .Template("db.ts.template", "import { drizzle } from 'drizzle-orm'\n\nexport const tideStore: Store = drizzle(process.env.URL)\n")
            .Template("berths.ts.template", "import { tideStore } from './db'\n\nexport function load() {\n  return tideStore.select()\n}\n");

        set.Says("singleton:").Should().HaveCount(2).And.Contain("Practice: Import `tideStore` from `db.ts`, where `drizzle` builds it. (It is built once and shared.) [t2:3 t1:1]");
    }

    [TestMethod]
    [DataRow("broker = 4")]
    [DataRow("broker = table(\"berths\")")]
    public void Are_no_plain_values(string line)
    {
        using var set = new TestSet().Template("app/broker.py.template", $"from nats import NatsBroker\n\n{line}\n").Template("app/gate.py.template", User("open_gate"));

        set.Says("singleton").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_what_tests_hold()
    {
        using var set = new TestSet().Template("tests/broker.py.template", Broker)
            .Template("tests/test_gate.py.template", "from tests.broker import broker\n\n\ndef test_gate():\n    assert broker\n");

        set.Says("singleton").Should().BeEmpty();
    }
}
