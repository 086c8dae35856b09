using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class What_calls_and_constants_show
{
    private static TestSet Berths(string first, string second) => new TestSet()
        .Template("store.ts.template", "export async function findBerth(owner, key) {\n  return table.get(owner, key)\n}\n")
        .Template("page.ts.template", $"import {{ findBerth }} from './store'\n\nexport async function load({{ user, key }}) {{\n  return findBerth({first}, key)\n}}\n")
        .Template("form.ts.template", $"import {{ findBerth }} from './store'\n\nexport async function save({{ user, key }}) {{\n  return findBerth({second}, key)\n}}\n");

    [TestMethod]
    public void What_every_call_hands_over_a_new_one_should()
    {
        using var set = Berths("user.id", "user.id");

        set.Says("argument:").Should().Equal(
            "Always: Hand `user.id` to `findBerth`, as [t1:4] and [t2:4] do [t1:4 t2:4]",
            "Always: Hand `user.id` to `findBerth`, as [t2:4] and [t1:4] do [t2:4 t1:4]");
    }

    [TestMethod]
    [DataRow("user.id", "user.name", "the calls differ")]
    [DataRow("owner", "owner", "a variable may hold anything")]
    [DataRow("null", "null", "nothing is named")]
    [DataRow("12", "12", "a number tells nothing")]
    [DataRow("other(user.id)", "other(user.id)", "a call has its own arguments")]
    public void What_calls_do_not_share_is_left_out(string first, string second, string because)
    {
        using var set = Berths(first, second);

        set.Says("argument:").Should().BeEmpty(because);
    }

    private static TestSet Handler(string caught, string answer) => new TestSet()
        .Template("berths.py.template", $"def book(key):\n    try:\n        return store.insert(key)\n    except {caught}:\n        {answer}\n");

    [TestMethod]
    public void What_is_caught_and_answered_must_not_reach_the_callers()
    {
        using var set = Handler("IntegrityError as error", "raise BerthTaken(key) from error");

        set.Says("caught:").Should().Equal("Never: Let `IntegrityError` reach the callers of `book`; instead: catch it and `raise BerthTaken(key) from error` [t1:4-5]");
    }

    [TestMethod]
    [DataRow("Exception", "raise BerthTaken(key)", "anything may be meant")]
    [DataRow("IntegrityError", "raise", "it goes on")]
    [DataRow("IntegrityError", "return None", "that is no answer")]
    [DataRow("IntegrityError", "log.info('taken')", "more may follow")]
    [DataRow("(IntegrityError, KeyError)", "raise BerthTaken(key)", "two are caught")]
    public void What_is_only_swallowed_or_passed_on_may(string caught, string answer, string because)
    {
        using var set = Handler(caught, answer);

        set.Says("caught:").Should().BeEmpty(because);
    }

    [TestMethod]
    public void A_handler_in_braces_is_read_and_one_with_a_filter_is_not()
    {
        using var set = new TestSet()
            .Template("Berths.cs.template", "namespace Dock;\n\npublic sealed class Berths\n{\n    public Outcome Book(Key key)\n    {\n        try\n        {\n            return store.Insert(key);\n        }\n        catch (DbUpdateException)\n        {\n            return Outcome.Taken(key);\n        }\n    }\n\n    public Outcome Free(Key key)\n    {\n        try\n        {\n            return store.Delete(key);\n        }\n        catch (TimeoutException e) when (e.IsLast)\n        {\n            return Outcome.Late(key);\n        }\n    }\n}\n");

        set.Says("caught:").Should().Equal("Never: Let `DbUpdateException` reach the callers of `Book`; instead: catch it and `return Outcome.Taken(key)` [t1:11-13]");
    }

    private static TestSet Gate(string page) => new TestSet()
        .Template("http.ts.template", "export async function request(path) {\n  const answer = await fetch(path)\n  return answer.json()\n}\n")
        .Template("berths.ts.template", "import { request } from './http'\n\nexport const berths = () => request('/berths')\n")
        .Template("page.ts.template", page);

    [TestMethod]
    public void What_one_function_reaches_for_the_others_take_from_it()
    {
        using var set = Gate("import { request } from './http'\n\nexport const page = () => request('/page')\n");

        set.Says("gateway:").Should().Equal(
            "Never: Reach for `fetch` outside of `http.ts`; instead: take `request`, as [t1:3] and [t3:3] do [t1:3 t3:3 t2:2]",
            "Never: Reach for `fetch` outside of `http.ts`; instead: take `request`, as [t3:3] and [t1:3] do [t3:3 t1:3 t2:2]");
    }

    [TestMethod]
    [DataRow("export const page = () => fetch('/page')\n", "two reach for it")]
    [DataRow("export const page = () => repo.fetch('/page')\n", null)]
    [DataRow("// fetch('/page') is not called here\nexport const page = 1\n", null)]
    public void What_two_reach_for_is_nobodys(string page, string? because)
    {
        using var set = Gate(page);

        set.Says("gateway:").Should().HaveCount(because is null ? 1 : 0, because);
    }

    private static TestSet Names(string user) => new TestSet()
        .Template("Policies.cs.template", "namespace Dock;\n\npublic static class Policies\n{\n    public const string Read = \"berths.read\";\n    public const string Write = \"berths.write\";\n}\n")
        .Template("Gate.cs.template", $"namespace Dock;\n\npublic sealed class Gate\n{{\n    public void Open(Group group)\n    {{\n        group.Require(Policies.Read);\n        {user}\n    }}\n}}\n");

    [TestMethod]
    public void A_text_with_a_name_is_not_spelled_out()
    {
        using var set = Names("group.Close();");

        set.Says("constant:").Should().Equal("Never: Spell out a text that `Policies` names, such as `berths.read`; instead: take it from `Policies`, as [t1:7] does [t1:7 t2:3-7]");
    }

    [TestMethod]
    public void A_text_that_somebody_spells_out_is_free()
    {
        using var set = Names("group.Require(\"berths.write\");");

        set.Says("constant:").Should().BeEmpty();
    }

    [TestMethod]
    public void What_others_rely_on_is_a_question_first_and_an_order_where_a_list_has_too_little()
    {
        using var set = new TestSet()
            .Template("store.ts.template", "export async function findBerth(owner, key) {\n  return table.get(owner, key)\n}\n")
            .Template("page.ts.template", "import { findBerth } from './store'\n\nexport const page = () => findBerth(1, 2)\n");

        set.Says("blast:").Should().Equal(
            "Ask: Before changing what `findBerth` takes or returns [t2:1]: [t1:3] relies on it [t2:1 t1:3]",
            "Always: Adapt callers such as [t1:3] when what `findBerth` takes or returns changes [t2:1 t1:3]",
            "Never: Change what `findBerth` takes or returns without its callers; instead: adapt [t1:3] in the same change [t2:1 t1:3]");
        set.Statements().Where(s => s.Topic.StartsWith("blast:", StringComparison.Ordinal)).Select(s => s.IsLastResort).Should().Equal([true, true, true], "of one place the reader learns little");
        set.Template("list.ts.template", "import { findBerth } from './store'\n\nexport const list = () => findBerth(3, 4)\n");
        set.Statements().Where(s => s.Topic.StartsWith("blast:", StringComparison.Ordinal)).Select(s => s.IsLastResort).Should().Equal(false, true, true);
    }
}
