using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Tables_that_new_things_go_into
{
    private const string Handlers = "export function onMoored() {}\n\nexport function onSailed() {}\n\n";
    private const string Table = "const HANDLERS = {\n  'ship.moored': onMoored,\n  'ship.sailed': onSailed,\n};\n\n";

    [TestMethod]
    public void Are_named_with_who_asks_them_and_what_a_missing_entry_ends_in()
    {
        using var set = new TestSet().Template("a.ts.template",
            Handlers + Table + "export function dispatch(kind: string) {\n  const handler = HANDLERS[kind];\n  if (!handler) {\n    throw new UnknownKind(kind);\n  }\n\n  return handler();\n}\n");

        set.Says("registry:").Should().Equal(
            "Practice: Enter each new handler, as `onSailed` is, into `HANDLERS` [t1:5-8]: `dispatch` finds it there [t1:11]. (Without an entry, it ends in `UnknownKind`.) [t1:5-8 t1:11]");
    }

    [TestMethod]
    [DataRow("a.py.template", "def moor(x):\n    return x\n\n\ndef sail(x):\n    return x\n\n\nTASKS = {\n    \"moor\": moor,\n    \"sail\": sail,\n}\n\n\ndef run(name):\n    return TASKS.get(name)\n", "each new task, as `sail` is, into `TASKS` [t1:9-12]: `run` finds it there [t1:16].")]
    [DataRow("a.go.template", "package dock\n\nvar byKind = map[string]Handler{\n\t\"moor\": handleMoor,\n\t\"sail\": handleSail,\n}\n\nfunc handleMoor() {}\n\nfunc handleSail() {}\n\nfunc Dispatch(kind string) {\n\tbyKind[kind]()\n}\n", "what is new and like `handleSail` into `byKind` [t1:3-6]: `Dispatch` finds it there [t1:13].")]
    [DataRow("A.cs.template", "public sealed class MoorJob { }\n\npublic sealed class SailJob { }\n\npublic static class Found\n{\n    private static readonly Dictionary<string, Type> ByName = new(StringComparer.Ordinal)\n    {\n        [\"moor\"] = typeof(MoorJob),\n        [\"sail\"] = typeof(SailJob),\n    };\n\n    public static Type Find(string name) => ByName.TryGetValue(name, out var type) ? type : throw new UnknownJobException(name);\n}\n", "each new job, as `SailJob` is, into `ByName` [t1:7-11]: `Find` finds it there [t1:13]. (Without an entry, it ends in `UnknownJobException`.)")]
    [DataRow("A.cs.template", "public sealed record Moored;\n\npublic sealed record Sailed;\n\npublic static class Wire\n{\n    private static readonly Dictionary<Type, string> Names = new()\n    {\n        [typeof(Moored)] = \"ship.moored\",\n        [typeof(Sailed)] = \"ship.sailed\",\n    };\n\n    public static string NameOf(object o) => Names[o.GetType()];\n}\n", "what is new and like `Sailed` into `Names` [t1:7-11]: `NameOf` finds it there [t1:13].")]
    public void Are_read_in(string file, string text, string said)
    {
        using var set = new TestSet().Template(file, text);

        set.Says("registry:").Should().ContainSingle().Which.Should().Contain(said);
    }

    [TestMethod]
    public void Are_named_with_what_stands_in_for_a_missing_entry()
    {
        using var set = new TestSet().Template("a.py.template",
            "class Sunk(Exception):\n    pass\n\n\nclass Adrift(Exception):\n    pass\n\n\nSTATUS_BY_ERROR = {\n    Sunk: 410,\n    Adrift: 409,\n}\n\n\ndef answer(error):\n    return Answer(STATUS_BY_ERROR.get(type(error), 500))\n");

        set.Says("registry:").Should().Equal(
            "Practice: Enter what is new and like `Adrift` into `STATUS_BY_ERROR` [t1:9-12]: `answer` finds it there [t1:16]. (Without an entry, it gets `500`.) [t1:9-12 t1:16]");
    }

    [TestMethod]
    [DataRow("export const x = HANDLERS['ship.moored'];\n", DisplayName = "the key is written there")]
    [DataRow("export const x = HANDLERS.moored();\n", DisplayName = "a member is taken")]
    [DataRow("export type Kind = keyof typeof HANDLERS;\n", DisplayName = "only its type is taken")]
    [DataRow("// HANDLERS[kind]\n", DisplayName = "a comment asks")]
    public void Are_not_told_where_only(string use)
    {
        using var set = new TestSet().Template("a.ts.template", Handlers + Table + use);

        set.Says("registry:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_told_of_plain_values()
    {
        using var set = new TestSet().Template("a.ts.template", "const LABELS = {\n  moored: first,\n  sailed: second,\n};\n\nexport const label = (kind: string) => LABELS[kind];\n");

        set.Says("registry:").Should().BeEmpty();
    }
}
