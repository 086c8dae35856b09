using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn.Traps;

[TestClass]
public sealed class Families_that_deceive
{
    private const string Full = "    user = require_user(request)\n    audit.record(user, request)\n    return answer(1)\n";

    private static TestSet Routes(string last) => new TestSet().Template("routes.py.template",
        "import app\n\n" + string.Concat(new[] { Full, Full, Full, last }.Select((body, i) => $"\ndef route_{(char)('a' + i)}(request):\n{body}\n")));

    [TestMethod]
    public void A_function_that_shares_nothing_with_the_others_is_no_outlier()
    {
        using var set = Routes("    rows = app.paint(request)\n    columns = app.rows(rows)\n    return columns\n");

        set.Says("outlier:").Should().BeEmpty();
    }

    [TestMethod]
    public void A_function_that_shares_something_is_one()
    {
        using var set = Routes("    user = require_user(request)\n    columns = app.rows(user)\n    return columns\n");

        set.Says("outlier:").Should().ContainSingle().Which.Should().Contain("Whether `route_d` [t1:22]");
    }

    [TestMethod]
    public void What_another_template_builds_too_is_not_built_once()
    {
        using var set = new TestSet()
            .Template("app/broker.py.template", "from nats import NatsBroker\n\nbroker = NatsBroker(\"nats://harbour\")\n")
            .Template("app/gate.py.template", "from app.broker import broker\n\n\ndef open_gate():\n    return broker.publish(1)\n")
            .Template("app/lock.py.template", "from nats import NatsBroker\n\nother = NatsBroker(\"nats://lock\")\n");

        set.Says("singleton").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("raise Exception('full')")]
    [DataRow("raise RuntimeException()  # rare")]
    [DataRow("raise Exception")]
    [DataRow("raise Exception from error")]
    [DataRow("raise builtins.Exception('full')")]
    public void One_general_exception_anywhere_silences_the_line_on_exceptions(string line)
    {
        using var set = new TestSet()
            .Template("errors.py.template", "class BerthTaken(Exception):\n    pass\n\n\nclass ShipUnknown(Exception):\n    pass\n")
            .Template("harbour.py.template", "from errors import BerthTaken, ShipUnknown\n\n\ndef moor(ship, berth):\n    if berth.ship:\n        raise BerthTaken(berth)\n    raise ShipUnknown(ship)\n")
            .Template("other.py.template", $"def close():\n    {line}\n");

        set.Says("throw:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("return found.orElseThrow(() -> new RuntimeException());")]
    [DataRow("return found.orElseThrow(RuntimeException::new);")]
    [DataRow("throw new RuntimeException();")]
    public void One_general_exception_in_a_lambda_silences_it_too(string line)
    {
        using var set = new TestSet()
            .Template("BerthTakenException.java.template", "package dock;\n\npublic class BerthTakenException extends RuntimeException {\n}\n")
            .Template("ShipUnknownException.java.template", "package dock;\n\npublic class ShipUnknownException extends RuntimeException {\n}\n")
            .Template("Harbour.java.template", "package dock;\n\npublic class Harbour {\n    public void moor(Berth berth) {\n        throw new BerthTakenException(berth);\n    }\n\n    public void sail(Ship ship) {\n        throw new ShipUnknownException(ship);\n    }\n}\n")
            .Template("Lock.java.template", $"package dock;\n\npublic class Lock {{\n    public Gate find() {{\n        {line}\n    }}\n}}\n");

        set.Says("throw:").Should().BeEmpty();
    }

    [TestMethod]
    public void A_placeholder_that_stands_for_two_types_is_a_finding_and_a_question()
    {
        using var set = new TestSet().Agent("record-specialist", "Writes records of lock requests in csharp")
            .Template("Lock.cs.template", "namespace Dock;\n\npublic sealed record {{TypeName}}(int Key);\n\npublic sealed class {{TypeName}}\n{\n    public int Width { get; set; }\n}\n");

        set.Says("placeholder:").Should().Equal("Ask: Which names the types at [t1:3] and [t1:5] get: all of them stand as `{{TypeName}}` [t1:3 t1:5]");
        set.Answer().Findings.Should().ContainSingle().Which.ToString().Should().Contain("t1:5")
            .And.Contain("{{TypeName}} names this class and the one at line 3 as well: filled in, one name is declared twice");
    }

    [TestMethod]
    [DataRow("public sealed partial class {{TypeName}}", "parts of one type share their name")]
    [DataRow("public sealed class {{OtherName}}", "another placeholder is another name")]
    public void A_placeholder_for_one_type_is_none(string second, string because)
    {
        using var set = new TestSet()
            .Template("Lock.cs.template", $"namespace Dock;\n\npublic sealed partial class {{{{TypeName}}}}\n{{\n}}\n\n{second}\n{{\n}}\n");

        set.Says("placeholder:").Should().BeEmpty(because);
    }

    [TestMethod]
    public void What_a_primary_constructor_takes_is_no_base_of_the_class()
    {
        using var set = new TestSet()
            .Template("ILockGate.cs.template", "namespace Dock;\n\npublic interface ILockGate\n{\n    void OpenGate();\n    void CloseGate();\n}\n")
            .Template("SteelGate.cs.template", "namespace Dock;\n\npublic sealed class SteelGate(Clock clock) : ILockGate\n{\n    public void OpenGate() => clock.Tick();\n    public void CloseGate() => clock.Tick();\n}\n")
            .Template("Harbour.cs.template", "namespace Dock;\n\npublic sealed class Harbour(Clock clock, ILockGate gate) : Place\n{\n    public void Moor() => gate.OpenGate();\n}\n");

        set.Says("contract:").Should().ContainSingle().Which.Should().StartWith("Practice: Declare a new operation on `ILockGate` and write it in `SteelGate`.");
    }

    [TestMethod]
    [DataRow("public const string North = \"north\";", 0)]
    [DataRow("public static void North() { }", 1)]
    public void A_name_that_a_registration_takes_from_a_class_of_names_is_not_that_class(string member, int expected)
    {
        using var set = new TestSet()
            .Template("QuayNames.cs.template", $"namespace Dock;\n\npublic static class QuayNames\n{{\n    {member}\n}}\n")
            .Template("Program.cs.template", "namespace Dock;\n\npublic static class Program\n{\n    public static void Main()\n    {\n        Routing.RegisterRoute(QuayNames.North);\n    }\n}\n");

        set.Says("register:").Should().HaveCount(expected);
    }

    [TestMethod]
    public void Files_of_one_name_are_told_apart_by_their_places()
    {
        const string Page = "import { parseForm } from '../forms'\n\nexport const load = (request) => parseForm(request)\n";
        using var set = new TestSet()
            .Template("forms.ts.template", "/** Parses a form that somebody posted. */\nexport function parseForm(request) {\n  return request.form\n}\n")
            .Template("a/page.ts.template", Page).Template("b/page.ts.template", Page);

        set.Says("reuse:").Should().ContainSingle().Which.Should().Contain("as [t1:3] and [t2:3] do,");
    }
}
