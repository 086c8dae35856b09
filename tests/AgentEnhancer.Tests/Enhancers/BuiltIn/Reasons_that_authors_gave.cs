using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Reasons_that_authors_gave
{
    [TestMethod]
    public void Stand_with_the_line_that_they_stand_behind() =>
        Said("pool.ts.template", "export const pool = {\n  retries: 0, // the gateway tries again already, so two tries would become four\n  size: 4,\n};\n")
            .Should().Equal("Always: Keep `retries: 0`: “the gateway tries again already, so two tries would become four” [t1:2]");

    [TestMethod]
    public void Are_a_prohibition_as_well_where_the_line_is_to_stay()
    {
        using var set = new TestSet().Template("pool.ts.template", "export const pool = {\n  retries: 0, // the gateway tries again already, so two tries would become four\n};\n");

        set.Says("reason:").Should().Equal(
            "Always: Keep `retries: 0`: “the gateway tries again already, so two tries would become four” [t1:2]",
            "Never: Touch `retries: 0` without heeding: “the gateway tries again already, so two tries would become four” [t1:2]");
    }

    [TestMethod]
    public void Stand_with_the_line_below_them() =>
        Said("drain.py.template", "def drain(lock):\n    # sorted, otherwise two workers lock each other out\n    names = sorted(lock.names)\n    return names\n")
            .Should().Equal("Always: Keep `names = sorted(lock.names)`: “sorted, otherwise two workers lock each other out” [t1:2-3]");

    [TestMethod]
    public void Stand_with_the_function_where_an_arm_of_a_match_begins_below_them() =>
        Said("gate.rs.template", "pub fn lift(gate: Gate) -> Result<Gate, Fault> {\n    match gate.lift() {\n        Ok(gate) => Ok(gate),\n        // Two keepers at once both see the gate shut; only the constraint decides.\n        Err(Fault::Database(e)) if e.constraint() == Some(KEEPER) && e.code() == DUPLICATE => Err(Fault::Taken),\n        Err(e) => Err(e),\n    }\n}\n")
            .Should().Equal("Always: `lift`: “Two keepers at once both see the gate shut; only the constraint decides” [t1:4-5]");

    [TestMethod]
    public void Are_quoted_whole_over_lines() =>
        Said("lock.yml.template", "lock:\n  # the old lock is left behind when a node dies,\n  # so that its work can be looked at\n  expires: never\n")
            .Should().Equal("Always: Keep `expires: never`: “the old lock is left behind when a node dies, so that its work can be looked at” [t1:2-4]");

    [TestMethod]
    [DataRow("size: 4, // four boats to a lock")]
    [DataRow("size: 4, // boats, no barges here")]
    [DataRow("size: 4, // kept small for now, so that the build stays fast")]
    [DataRow("size: 4, // TODO: otherwise the lock overflows at night")]
    [DataRow("size: 4, // I think it would overflow otherwise, at night")]
    [DataRow("size: 4, // was 8 before, because the old lock was wider")]
    [DataRow("size: 4, // why not 5? because the lock would overflow")]
    public void Are_left_out_where_they_give_none_or_are_in_doubt(string line) =>
        Said("pool.ts.template", $"export const pool = {{\n  {line}\n}};\n").Should().BeEmpty();

    [TestMethod]
    [DataRow("return send(\n    lock,\n  );", "drain")]
    [DataRow("const gate = open(\n    lock,\n  );", "drain", DisplayName = "of the function, for its variables")]
    [DataRow("this.log.warn(\n    lock,\n  );", "drain", DisplayName = "of the function, for what it logs")]
    [DataRow("gate.open(() => {\n    wait();\n  });", "gate.open")]
    public void Stand_with_the_name_where_the_line_is_not_whole(string code, string name) =>
        Said("drain.ts.template", $"export function drain(lock) {{\n  // the gate is slow, so that the water can settle\n  {code}\n}}\n")
            .Should().Equal($"Always: `{name}`: “the gate is slow, so that the water can settle” [t1:2-3]");

    [TestMethod]
    [DataRow("py", "def drain(lock, empty):\n    if empty:\n        # nothing is left in it, so the gate would stay shut\n        lock.fill()\n    return lock\n", "if empty", 2)]
    [DataRow("ts", "export function drain(lock, empty) {\n  if (empty) { // by the warden\n    // nothing is left in it, so the gate would stay shut\n    lock.fill();\n  }\n}\n", "if (empty)", 2)]
    public void Stand_with_the_condition_that_they_are_said_of(string language, string code, string condition, int line) =>
        Said($"drain.{language}.template", code)
            .Should().Equal($"Always: `{condition}`: “nothing is left in it, so the gate would stay shut” [t1:{line}-{line + 1}]");

    [TestMethod]
    public void Stand_with_what_an_annotation_is_on() =>
        Said("Locks.kt.template", "class Locks {\n    // not a singleton, the basin keeps its locks itself\n    @Provides\n    fun gate(): Gate = Gate()\n}\n")
            .Should().Equal("Always: `gate`: “not a singleton, the basin keeps its locks itself” [t1:2-3]");

    [TestMethod]
    public void Keep_an_annotation_that_says_something_itself() =>
        Said("Locks.kt.template", "class Locks {\n    // order matters: Warden reads what Keeper wrote\n    @Guarded(Keeper, Warden)\n    fun gate(): Gate = Gate()\n}\n")
            .Should().Equal("Always: Keep `@Guarded(Keeper, Warden)`: “order matters: Warden reads what Keeper wrote” [t1:2-3]");

    [TestMethod]
    public void Ask_for_nothing_to_be_kept_where_they_tell_how_it_changes() =>
        Said("versions.toml.template", "[versions]\n# must match the basin, change both at once\ngate = \"2.1\"\n")
            .Should().Equal("Always: `gate = \"2.1\"`: “must match the basin, change both at once” [t1:2-3]");

    [TestMethod]
    [DataRow("title: '{{title}}',", "`title: '{{title}}'`: “")]
    [DataRow("title: '{{title}} gate',", "Keep `title: '{{title}} gate'`: “")]
    public void Ask_for_nothing_to_be_kept_that_is_to_be_filled_in(string line, string expected) =>
        Said("gate.ts.template", $"export const gate = {{\n  // boats look for this text, so two gates would be one\n  {line}\n}};\n")
            .Should().Equal($"Always: {expected}boats look for this text, so two gates would be one” [t1:2-3]");

    [TestMethod]
    public void Are_not_what_a_suite_is_about() =>
        Said("gate.test.ts.template", "/** The gate as a boat sees it: over the water, without a warden. */\ndescribe('gate', () => {\n  it('opens', () => {\n    expect(open()).toBe(true);\n  });\n});\n").Should().BeEmpty();

    [TestMethod]
    [DataRow("open can't fail, it waits")]
    [DataRow("open the gate if it is not open, then wait")]
    [DataRow("check that no boat is in the way, and that the water is level")]
    public void Are_no_description_of_what_follows(string comment) =>
        Said("gate.ts.template", $"// {comment}\nexport function open(lock) {{\n  return lock\n}}\n").Should().BeEmpty();

    [TestMethod]
    [DataRow("the sluice drops idle boats after ten minutes")]
    [DataRow("basin caps at 100, larger values are refused")]
    [DataRow("whole metres; depth comes back from the gauge as a string")]
    [DataRow("other crews share the lock, unknown flags are normal")]
    public void May_be_facts_of_the_world_around(string fact) =>
        Said("pool.ts.template", $"export const pool = {{\n  retries: 0, // {fact}\n}};\n").Should().Equal($"Always: Keep `retries: 0`: “{fact}” [t1:2]");

    [TestMethod]
    [DataRow("four boats to a lock of the basin")]
    [DataRow("drop the boats that are idle for long")]
    [DataRow("what the basin sends to a lock")]
    [DataRow("someone has opened the lock by hand")]
    [DataRow("the basin is full")]
    [DataRow("see how the basin keeps its boats")]
    public void Are_no_facts_where_they_name_or_order(string remark) =>
        Said("pool.ts.template", $"export const pool = {{\n  retries: 0, // {remark}\n}};\n").Should().BeEmpty();

    [TestMethod]
    [DataRow("Flushes, never commits. The caller owns the gate")]
    [DataRow("Retrying cannot help. The lock sends the boat straight back")]
    [DataRow("Turns boats into rows at the same gate, so that a boat is counted if and only if it passed")]
    [DataRow("Crews never see the Winch: gates get ropes, the keeper owns the motor")]
    public void Stand_in_documentation_that_excludes_something(string text) =>
        Said("Basin.cs.template", $"namespace Dock;\n\n/// <summary>{text}.</summary>\npublic sealed class Basin\n{{\n    public void Fill() {{ }}\n}}\n")
            .Should().Equal($"Always: `Basin`: “{text}” [t1:3-4]");

    [TestMethod]
    [DataRow("Releases what is held and not confirmed in time")]
    [DataRow("How long a boat stays, without a key, and how often that is checked")]
    [DataRow("The boats of a basin. Shared by all locks")]
    [DataRow("Whether a boat has no key. False, never null, without one")]
    public void Are_not_in_documentation_that_only_describes(string text) =>
        Said("Basin.cs.template", $"namespace Dock;\n\n/// <summary>{text}.</summary>\npublic sealed class Basin\n{{\n    public void Fill() {{ }}\n}}\n").Should().BeEmpty();

    [TestMethod]
    public void Of_a_docstring_stand_with_its_function() =>
        Said("basin.py.template", "def session(\n    url: str,\n) -> Session:\n    \"\"\"One session. Never commits, the caller does.\"\"\"\n    return connect(url)\n")
            .Should().Equal("Always: `session`: “One session. Never commits, the caller does” [t1:1-4]");

    [TestMethod]
    public void Of_a_file_stand_with_the_file() =>
        Said("store.go.template", "// Package store keeps boats in memory. It counts and never decides.\npackage store\n\nfunc Count() int {\n\treturn 1\n}\n")
            .Should().Equal("Always: `store.go`: “Package store keeps boats in memory. It counts and never decides” [t1:1]");

    [TestMethod]
    public void Are_orders_too_where_only_the_line_tells_what_of() =>
        Said("pool.tf.template", "resource \"pool\" \"locks\" {\n  # Both must be set: with one alone the lock opens too early.\n  least = 100\n}\n")
            .Should().Equal("Always: `least = 100`: “Both must be set: with one alone the lock opens too early” [t1:2-3]");

    [TestMethod]
    public void Are_left_out_where_their_subject_stands_elsewhere() =>
        Said("pool.ts.template", "export const pool = {\n  retries: 0, // it's the lock's own, so the basin must not change it\n};\n").Should().BeEmpty();

    [TestMethod]
    public void Give_way_to_an_order_of_the_same_comment()
    {
        using var set = new TestSet().Template("bus.py.template", "import nats\n\n# Never publish from inside a transaction, because it may roll back.\nbus = nats.connect()\n");

        set.Says("says:").Should().ContainSingle();
        set.Says("reason:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("# gates first: an open gate would flood the lock", "Practice: `gates.stop()`: “gates first: an open gate would flood the lock”. [t1:2]", DisplayName = "a remark that goes on from it")]
    [DataRow("# Never stop a gate twice, because its motor would turn.", "Never: “Never stop a gate twice, because its motor would turn” [t1:2]", DisplayName = "a sentence stands by itself")]
    public void As_orders_they_are_told_with_their_line(string comment, string expected)
    {
        using var set = new TestSet().Template("drain.py.template", $"def drain(gates):\n    {comment}\n    gates.stop()\n");

        set.Says("says:").Should().Equal(expected);
    }

    private static string[] Said(string path, string text)
    {
        using var set = new TestSet().Template(path, text);
        return [.. set.Says("reason:").Where(s => s.StartsWith("Always", StringComparison.Ordinal))];
    }

    [TestMethod]
    [DataRow("size: 4, // the old basin floods at 5", "Keep `size: 4`: “the old basin floods at 5”")]
    [DataRow("size: 4, // the water ends up in the cellar", "Keep `size: 4`: “the water ends up in the cellar”")]
    [DataRow("size: 4, // or the warden counts each boat twice", "Keep `size: 4`: “or the warden counts each boat twice”")]
    [DataRow("size: 4, // a small lock, the nightly ferry cuts corners here", "Keep `size: 4`: “a small lock, the nightly ferry cuts corners here”")]
    [DataRow("size: 4, // kept below the limit, the port rejects more", "Keep `size: 4`: “kept below the limit, the port rejects more”")]
    [DataRow("size: 4, // if the lock is full the boat is counted twice at the gate", "Keep `size: 4`: “if the lock is full the boat is counted twice at the gate”")]
    [DataRow("size: 4, // leave out \"name\": they print it on the hull", "Keep `size: 4`: “leave out \"name\": they print it on the hull”")]
    public void May_tell_what_the_world_does(string line, string said) =>
        Said("pool.ts.template", $"export const pool = {{\n  {line}\n}};\n").Should().Equal($"Always: {said} [t1:2]");

    [TestMethod]
    [DataRow("async shut({ lock, boat }) {")]
    [DataRow("shut: async ({ lock, boat }) => {")]
    [DataRow("shut: function (lock) {")]
    public void Stand_with_the_function_of_a_literal(string head) =>
        Said("gate.ts.template", $"export default Gate({{\n  hooks: {{\n    {head}\n      // boats come first, otherwise they would drift\n      for (const boat of lock.boats.filter(b => b.isMoored && b.isPaid && b.isOurs)) {{\n        moor(boat);\n      }}\n    }},\n  }},\n}});\n")
            .Should().Equal("Always: `shut`: “boats come first, otherwise they would drift” [t1:4-5]");

    [TestMethod]
    public void Do_not_stand_with_a_condition_that_ends_on_its_line() =>
        Said("drain.ts.template", "export function drain(lock) {\n  if (lock.empty) return true;\n  // the gate is slow, so that the water can settle\n  const gate = lock.gate;\n  return gate.shut();\n}\n")
            .Should().Equal("Always: Keep `const gate = lock.gate`: “the gate is slow, so that the water can settle” [t1:3-4]");

    [TestMethod]
    public void Stand_with_the_line_that_they_name() =>
        Said("wait.py.template", "async def drain(gate):\n    # sleep outside the lock, otherwise waiting boats block the rest\n    delay = gate.delay\n    await asyncio.sleep(delay)\n    return gate\n")
            .Should().Equal("Always: Keep `await asyncio.sleep(delay)`: “sleep outside the lock, otherwise waiting boats block the rest” [t1:2-4]");

    [TestMethod]
    public void Are_not_what_the_table_says_of_the_file_already() =>
        Said("server.py.template", "\"\"\"Entry point of the dock, for boats without a pilot.\"\"\"\nimport dock\n\n\ndef run():\n    return dock\n").Should().BeEmpty();

    [TestMethod]
    public void Of_what_is_left_out_stand_with_what_it_is_left_out_of() =>
        Said("gates.py.template", "class GateUpdate(Model):\n    # slug is deliberately missing: boats know the gate by it\n    name: str\n\n\nclass Gate(Model):\n    slug: str\n")
            .Should().Equal("Always: `GateUpdate`: “slug is deliberately missing: boats know the gate by it” [t1:2-3]");

    [TestMethod]
    [DataRow("CMD [\"gate\", \"open\"]", "CMD")]
    [DataRow("ENV GATE_BUFFER=0 \\\n    GATE_DEPTH=3", "GATE_BUFFER")]
    public void Stand_with_the_instruction_of_an_image(string instruction, string subject) =>
        Said("Dockerfile.template", $"FROM dock:3\n# unbuffered, otherwise boats wait for the log\n{instruction}\n")
            .Should().Equal($"Always: `{subject}`: “unbuffered, otherwise boats wait for the log” [t1:2-3]");

    [TestMethod]
    public void Stand_with_the_test_that_they_stand_in() =>
        Said("gate.test.ts.template", "test('hides gates of others', async () => {\n  await request(app)\n    .get('/gates/1')\n    // 404 and not 403, otherwise a stranger learns that the gate exists\n    .expect(404);\n});\n")
            .Should().Equal("Always: `hides gates of others`: “404 and not 403, otherwise a stranger learns that the gate exists” [t1:4-5]");

    [TestMethod]
    public void Are_of_what_a_statement_makes_also_within_a_condition() =>
        Said("gates.sql.template", "IF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = 'IX_Gates')\nBEGIN\n    -- serves list.sql, keep the columns in step with its SELECT\n    CREATE INDEX IX_Gates\n        ON dbo.Gates (Lock);\nEND\n")
            .Should().Equal("Always: `CREATE INDEX IX_Gates`: “serves list.sql, keep the columns in step with its SELECT” [t1:3-4]");

    [TestMethod]
    public void Hold_no_condition_of_a_template_engine() =>
        Said("Gate.cs.template", "public sealed class Gate\n{\n    //#if (UseLock)\n    // sorted, otherwise two workers lock each other out\n    private readonly string[] _names = Names.Sorted();\n}\n")
            .Should().ContainSingle().Which.Should().Contain("“sorted, otherwise two workers lock each other out”");

    [TestMethod]
    public void Stand_with_what_is_made_below_a_condition_of_SQL() =>
        Said("gates.sql.template", "CREATE TABLE dbo.Gates (Lock int);\n\n-- serves list.sql, keep the columns in step with its SELECT\nIF NOT EXISTS (SELECT 1 FROM sys.indexes WHERE name = 'IX_Gates')\nCREATE INDEX IX_Gates ON dbo.Gates (Lock);\n")
            .Should().Equal("Always: `CREATE INDEX IX_Gates`: “serves list.sql, keep the columns in step with its SELECT” [t1:3-5]");

    [TestMethod]
    public void Stand_with_a_condition_that_nothing_has_a_name_for() =>
        Said("gate.ts.template", "import { open } from './lock';\n\n// the watcher reloads modules, without this every save opens a new gate\nif (env.MODE !== 'production') {\n  open();\n}\n")
            .Should().Equal("Always: `if (env.MODE !== 'production')`: “the watcher reloads modules, without this every save opens a new gate” [t1:3-4]");
}
