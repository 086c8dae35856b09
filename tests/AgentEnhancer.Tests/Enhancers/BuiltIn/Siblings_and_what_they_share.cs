using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Siblings_and_what_they_share
{
    private static string Routes(params string[] bodies) =>
        "from app.deps import session\n\n" + string.Concat(bodies.Select((body, i) => $"\ndef route_{(char)('a' + i)}(request):\n{body}\n"));

    private const string Full = "    user = require_user(request)\n    audit.record(user, request)\n    return answer(1)\n";

    [TestMethod]
    public void Are_the_pattern_of_a_new_one()
    {
        using var set = new TestSet().Template("routes.py.template", Routes(Full, Full, Full));

        set.Says("family:").Should().Equal(
            "Practice: Write a new function on the pattern of `route_a` and `route_b`, with `user = require_user(request)` and `audit.record(user, request)`. [t1:5-6 t1:11-12]");
    }

    [TestMethod]
    public void Are_all_said_to_have_it_where_there_are_more_than_three()
    {
        using var set = new TestSet().Template("routes.py.template", Routes(Full, Full, Full, Full));

        set.Statements().Single(s => s.Topic.StartsWith("family:", StringComparison.Ordinal)).Why.Should().Be("Their siblings have these lines as well.");
    }

    [TestMethod]
    public void Are_found_across_files()
    {
        using var set = new TestSet();
        foreach (var name in new[] { "free", "move", "take" })
        {
            set.Template($"endpoints/{name}.ts.template", $"export function {name}Berth(request: Request) {{\n  const user = requireUser(request)\n  audit.record(user, request)\n  return {name}\n}}\n");
        }

        set.Says("family:").Should().Equal(
            "Practice: Write a new function on the pattern of `freeBerth` and `moveBerth`, with `const user = requireUser(request)` and `audit.record(user, request)`. [t1:2-3 t2:2-3]");
    }

    [TestMethod]
    public void Are_told_apart_by_their_files_where_they_have_one_name()
    {
        using var set = new TestSet();
        foreach (var name in new[] { "Free", "Move", "Take" })
        {
            set.Template($"endpoints/{name}.cs.template", $"namespace Dock;\n\npublic class {name}\n{{\n    public int Handle(Request request)\n    {{\n        var user = RequireUser(request);\n        audit.Record(user, request);\n        return {name.Length};\n    }}\n}}\n");
        }

        set.Says("family:").Should().Equal(
            "Practice: Write a new method on the pattern of `Handle` in `Free.cs` and `Move.cs`, with `var user = RequireUser(request)` and `audit.Record(user, request)`. [t1:7-8 t2:7-8]");
    }

    [TestMethod]
    public void Are_a_family_within_the_others_too()
    {
        const string other = "    rows = select_rows(request)\n    paint.table(rows, request)\n    return answer(2)\n";
        using var set = new TestSet().Template("routes.py.template", Routes(Full, Full, Full, other, "    return answer(3)\n    return answer(4)\n    return answer(5)\n", "    x = 1\n    y = 2\n    return x\n"));

        set.Says("family:").Should().Equal(
            "Practice: Write a new function on the pattern of `route_a` and `route_b`, with `user = require_user(request)` and `audit.record(user, request)`. [t1:5-6 t1:11-12]");
    }

    [TestMethod]
    public void Wrap_what_is_their_own_in_the_same_element()
    {
        using var set = new TestSet();
        foreach (var name in new[] { "Berth", "Ship", "Tug" })
        {
            set.Template($"pages/{name}.tsx.template", $"export function {name}Page() {{\n  const user = useCurrentUser()\n  return (\n    <Guard roles={{masters}}>\n      <{name}Table user={{user}} />\n    </Guard>\n  )\n}}\n");
        }

        set.Says("family:").Should().Equal(
            "Practice: Write a new component on the pattern of `BerthPage` and `ShipPage`, with `const user = useCurrentUser()` and `<Guard roles={masters}>`. [t1:2-4 t2:2-4]");
    }

    [TestMethod]
    public void Are_not_two()
    {
        using var set = new TestSet().Template("routes.py.template", Routes(Full, Full));

        set.Says("family:").Should().BeEmpty();
    }

    [TestMethod]
    public void Do_not_share_a_single_line()
    {
        using var set = new TestSet().Template("routes.py.template", Routes(
            "    user = require_user(request)\n    a = load_berths(user)\n    return a\n", "    user = require_user(request)\n    b = load_ships(user)\n    return b\n", "    user = require_user(request)\n    c = load_tugs(user)\n    return c\n"));

        set.Says("family:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("    return build(\n        user_of(request),\n        audit_of(request))\n", "parts of a statement")]
    [DataRow("    # user = require_user(request)\n    # audit.record(user, request)\n    return 1\n", "comments")]
    [DataRow("    return None\n    return True\n    return False\n", "lines that tell nothing")]
    public void Do_not_share_what_is_no_whole_statement(string body, string because)
    {
        using var set = new TestSet().Template("routes.py.template", Routes(body, body, body));

        set.Says("family:").Should().BeEmpty(because);
    }

    [TestMethod]
    public void Ask_about_the_one_that_goes_without()
    {
        using var set = new TestSet().Template("routes.py.template", Routes(Full, Full, Full, "    user = require_user(request)\n    return answer(1)\n    return answer(2)\n"));

        set.Says("outlier:").Should().Equal(
            "Ask: Whether `route_d` [t1:22] is meant to go without `audit.record(user, request)`, as [t1:6] and [t1:12] have it [t1:22 t1:6 t1:12]");
    }

    [TestMethod]
    public void Do_not_ask_why_a_test_goes_without()
    {
        const string full = "    user = require_user(request)\n    audit.record(user, request)\n    assert answer(1)\n";
        using var set = new TestSet().Template("test_routes.py.template", Routes(full, full, full, "    user = require_user(request)\n    assert answer(1)\n    assert answer(2)\n").Replace("def route_", "def test_route_", StringComparison.Ordinal));

        set.Says("family:").Should().NotBeEmpty();
        set.Says("outlier:").Should().BeEmpty();
    }

    [TestMethod]
    public void Do_not_ask_where_two_go_without()
    {
        const string thin = "    user = require_user(request)\n    return answer(1)\n    return answer(2)\n";
        using var set = new TestSet().Template("routes.py.template", Routes(Full, Full, Full, thin, thin));

        set.Says("outlier:").Should().BeEmpty();
    }
}
