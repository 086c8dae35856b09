using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;
using static AgentEnhancer.Tests.Enhancers.BuiltIn.Steps_of_a_recipe;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

/// <summary>Endpoints, controllers, jobs, handlers, components and tests: what stands for each of them elsewhere.</summary>
[TestClass]
public sealed class Steps_by_kind_of_task
{
    [TestMethod]
    public void Lead_from_a_route_to_the_test_that_sends_its_request()
    {
        using var set = Moon().Agent("gate-author", "Writes gate endpoints of the lock in python")
            .Template("gate/routes.py.template", """
                from gate import schemas, store

                router = Router(prefix="/gates")


                @router.post("")
                async def lift_gate(order: schemas.LiftOrder):
                    return await store.gates.lift_with_water(order)


                @router.get("/{key}")
                async def show_gate(key: str):
                    return key
                """)
            .Template("gate/schemas.py.template", "class LiftOrder(Model):\n    key: str\n    height: int\n")
            .Template("gate/store.py.template", "class GateStore(Base):\n    async def lift_with_water(self, order):\n        return order\n\n\ngates = GateStore()\n")
            .Template("gate/test_routes_of_store.py.template", "async def test_lift_gate_of_the_store(store):\n    lifted = await store.lift_gate(1)\n    assert lifted.order == 1\n")
            .Template("gate/test_gates.py.template", """
                URL = "/gates"


                async def test_unknown_gate_is_404(client):
                    response = await client.get(URL + "/x")
                    assert response.status == 404


                async def test_lifted_gate_is_201(client):
                    response = await client.post(URL, json={"key": "x"})
                    assert response.status == 201
                """);

        var recipe = Recipe(set, "gate-author")!;

        recipe.Title.Should().Be("Add an endpoint");
        Steps(recipe).Should().Equal(
            "Declare what it takes or gives, as `LiftOrder` does for `lift_gate`. [t2:1-3]",
            "Add what it calls to `GateStore`, on the model of `lift_with_water`. [t3:2-3]",
            "Write the endpoint on the model of `lift_gate`, under `@router.post`. [t1:6-8]",
            "Test it on the model of `test_lifted_gate_is_201` in `test_gates.py`. [t4:9-11]");
    }

    [TestMethod]
    public void Register_a_controller_of_PHP_by_its_class()
    {
        using var set = Moon().Agent("gate-author", "Writes controllers for the gates of the lock in PHP")
            .Template("Controllers/GateController.php.template", "<?php\n\nnamespace Lock;\n\nuse Lock\\Store\\GateStore;\n\nfinal class GateController\n{\n    public function lift(GateStore $store)\n    {\n        return $store->lift();\n    }\n}\n")
            .Template("Store/GateStore.php.template", "<?php\n\nnamespace Lock\\Store;\n\nfinal class GateStore\n{\n    public function lift()\n    {\n        return 1;\n    }\n}\n")
            .Template("routes/api.php.template", "<?php\n\nuse Lock\\GateController;\n\nRoute::apiResource('gates', GateController::class)->except(['update']);\n");

        Steps(Recipe(set, "gate-author")).Should().Contain(s => s.StartsWith("Register it in `api.php`, as `GateController` is: `Route::apiResource('gates', GateController::class)", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Add_what_the_folder_is_called_after()
    {
        using var set = Moon().Agent("gate-author", "Writes the jobs of the lock in PHP")
            .Template("Jobs/LiftGate.php.template", "<?php\n\nnamespace Lock\\Jobs;\n\nfinal class LiftGate implements ShouldQueue\n{\n    public function handle(Gate $gate)\n    {\n        return $gate->lift();\n    }\n}\n")
            .Template("Services/GateService.php.template", "<?php\n\nnamespace Lock\\Services;\n\nuse Lock\\Jobs\\LiftGate;\n\nfinal class GateService\n{\n    public function order(Gate $gate)\n    {\n        LiftGate::dispatch($gate);\n    }\n}\n")
            .Template("Models/Gate.php.template", "<?php\n\nnamespace Lock\\Models;\n\nfinal class Gate\n{\n    public function lift()\n    {\n        return 1;\n    }\n}\n")
            .Template("tests/GateTest.php.template", "<?php\n\nuse Lock\\Jobs\\LiftGate;\n\nit('queues the lift', function () {\n    Queue::assertPushed(LiftGate::class);\n});\n");

        Recipe(set, "gate-author")!.Title.Should().Be("Add a job");
    }

    [TestMethod]
    public void Say_whose_the_template_is_that_another_agent_owns()
    {
        using var set = Moon().Agent("berth-author", "Carries the quay number and draught of a berth").Agent("row-reader", "Writes readers of rows: reader, parse, cursor, decode")
            .Template("berth/1_berths.sql.template", "CREATE TABLE berths (\n  quay_number int,\n  max_draught int\n);\n")
            .Template("berth/2_berth.py.template", "class Berth:\n    quay_number: int\n    max_draught: int\n")
            .Template("berth/3_berth_form.py.template", "class BerthForm:\n    quay_number: int\n    max_draught: int\n")
            .Template("berth/4_berth_view.py.template", "class BerthView:\n    quay_number: int\n    max_draught: int\n")
            .Template("readers/row_reader.py.template", "def parse_rows(cursor):\n    return [decode(row) for row in cursor]\n\n\ndef parse_berth(row, decode):\n    # A berth as the quay knows it.\n    return berth(decode(row.quay_number), decode(row.max_draught))\n");
        var steps = RecipeWriter.Write(set.Know().Focus("berth-author"), set.Know().Facts, RecipeFacts.Of(set.Know().Facts.Catalogue), new Told())!.Steps;

        steps.Select(s => s.Do).Should().ContainSingle(d => d.EndsWith("; `row-reader` owns it.", StringComparison.Ordinal)).Which.Should().StartWith("Pass it on in `parse_berth`");

        // Who owns many templates ranks only the best of them.
        var focus = set.Know().Focus("berth-author");
        var unranked = focus with { Relevance = focus.Relevance with { Ranking = focus.Relevance.Ranking.SetItem("row-reader.md", []) } };
        RecipeWriter.Write(unranked, set.Know().Facts, RecipeFacts.Of(set.Know().Facts.Catalogue), new Told())!.Steps.Should().OnlyContain(s => !s.Do.Contains("owns it", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Name_the_schema_that_a_type_is_made_from()
    {
        using var set = Moon().Agent("gate-author", "Writes gate endpoints of the lock with zod schemas")
            .Template("gate/gate.routes.ts.template", """
                import { lift, type LiftInput } from './gate.service';

                const router = Router();

                router.post('/lift', (req, res) => {
                  const input: LiftInput = req.body;
                  res.json(lift(input));
                });

                router.get('/levels', (req, res) => {
                  res.json([]);
                });

                export default router;
                """)
            .Template("gate/gate.service.ts.template", """
                export const liftSchema = z.object({
                  key: z.string(),
                  level: z.number(),
                });

                export type LiftInput = z.infer<typeof liftSchema>;

                export function lift(input: LiftInput) {
                  return open(input.key);
                }

                export function sink(key: string) {
                  return close(key);
                }

                export function show(key: string) {
                  return key;
                }
                """)
            .Template("gate/gate.test.ts.template", "import { lift } from './gate.service';\n\ntest('lifts a gate', () => {\n  expect(lift({ key: 'x', level: 1 })).toBe(1);\n});\n");

        var steps = RecipeWriter.Rated(set.Know().Focus("gate-author"), set.Know().Facts, RecipeFacts.Of(set.Know().Facts.Catalogue)).SelectMany(r => r.Recipe.Steps).Select(s => s.Do).ToArray();

        steps.Should().Contain("Declare what it takes or gives, as `liftSchema` does for `lift`.").And.NotContain(s => s.Contains("`LiftInput` does", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Name_what_stands_with_a_type_under_its_name()
    {
        using var set = Moon().Agent("gate-author", "Writes handlers of commands for the gates of the lock")
            .Template("LiftGateHandler.cs.template", "namespace Lock;\n\npublic sealed record LiftGate(string Key);\n\npublic sealed class LiftGateValidator : Validator<LiftGate>\n{\n    public LiftGateValidator() => NotEmpty(g => g.Key);\n}\n\npublic sealed class LiftGateHandler(IClock clock) : Handler<LiftGate>\n{\n    public Task Handle(LiftGate gate) => clock.Lift(gate.Key);\n}\n")
            .Template("Routes.cs.template", "namespace Lock;\n\npublic static class Routes\n{\n    public static void Map(App app) => app.MapPost(\"/lift\", (LiftGate gate) => app.Send(gate));\n}\n")
            .Template("LiftGateTests.cs.template", "namespace Lock.Tests;\n\npublic sealed class LiftGateTests\n{\n    [Fact]\n    public void Lifts()\n    {\n        Assert.True(new LiftGateHandler(null).Handle(new LiftGate(\"x\")).IsCompleted);\n    }\n}\n");

        var known = set.Know();
        RecipeWriter.Rated(known.Focus("gate-author"), known.Facts, RecipeFacts.Of(known.Facts.Catalogue)).SelectMany(r => r.Recipe.Steps).Select(s => s.Do)
            .Should().Contain("Write what goes with it in the same file, as `LiftGate` and `LiftGateValidator` for `LiftGateHandler`.");
    }

    [TestMethod]
    public void Give_to_one_of_many_nothing_that_is_there_once_for_all()
    {
        using var set = Moon().Agent("gate-author", "Writes consumers of messages for the gates of the lock")
            .Template("GateConsumer.cs.template", "namespace Lock;\n\npublic sealed class {{GateName}}Consumer(IGateHandler handler, IClock clock) : Worker\n{\n    public Task Run() => handler.Handle(clock.Now);\n}\n")
            .Template("IGateHandler.cs.template", "namespace Lock;\n\npublic interface IGateHandler\n{\n    Task Handle(long time);\n}\n")
            .Template("Worker.cs.template", "namespace Lock;\n\npublic abstract class Worker\n{\n}\n")
            .Template("GateHandler.cs.template", "namespace Lock;\n\npublic sealed class {{GateName}}Handler : IGateHandler\n{\n    public Task Handle(long time) => Task.CompletedTask;\n}\n")
            .Template("Program.cs.template", "var builder = Host.Create();\nbuilder.Services.AddHostedService<{{GateName}}Consumer>();\nbuilder.Build().Run();\n");

        var known = set.Know();
        var steps = TypeRecipe.For(known.Focus("gate-author"), known.Facts, MentionIndex.Of(known.Facts.Catalogue)).SelectMany(r => r.Recipe.Steps).Select(s => s.Do).ToArray();

        steps.Should().Contain(s => s.StartsWith("Take what is there already: ", StringComparison.Ordinal) && s.Contains("`IGateHandler`", StringComparison.Ordinal))
            .And.NotContain(s => s.StartsWith("Give it its own", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Take_no_argument_of_a_base_for_the_base()
    {
        using var set = Moon().Agent("gate-author", "Writes handlers of commands for the gates of the lock")
            .Template("LiftGateHandler.cs.template", "namespace Lock;\n\npublic sealed class LiftGateHandler(IClock clock) : Handler<LiftGate>\n{\n    public Task Handle(LiftGate gate) => clock.Lift(gate.Key);\n}\n")
            .Template("LiftGate.cs.template", "namespace Lock;\n\npublic sealed class LiftGate\n{\n    public string Key { get; init; } = \"\";\n}\n")
            .Template("LiftGateTests.cs.template", "namespace Lock.Tests;\n\npublic sealed class LiftGateTests\n{\n    [Fact]\n    public void Lifts()\n    {\n        Assert.True(new LiftGateHandler(null).Handle(new LiftGate()).IsCompleted);\n    }\n}\n");

        var known = set.Know();
        var write = TypeRecipe.For(known.Focus("gate-author"), known.Facts, MentionIndex.Of(known.Facts.Catalogue)).SelectMany(r => r.Recipe.Steps).Select(s => s.Do).Where(d => d.StartsWith("Write the handler", StringComparison.Ordinal));

        write.Should().ContainSingle().Which.Should().Be("Write the handler on the model of `LiftGateHandler`.");
    }

    [TestMethod]
    [DataRow("GateLimit", "option")]
    [DataRow("GateLimitValidator", null)]
    public void Call_by_its_folder_what_is_one_of_many_there(string name, string? noun)
    {
        using var set = Moon().Agent("gate-author", "Writes options of the gates of the lock");

        RecipeNouns.OfType(name, set.Know().Focus("gate-author"), "templates/options/Gate.cs.template").Should().Be(noun);
    }

    [TestMethod]
    public void Take_no_link_of_a_chain_for_an_assertion()
    {
        using var set = Moon().Agent("gate-tester", "Tests the gate")
            .Template("GateTests.cs.template", "namespace Lock.Tests;\n\npublic sealed class GateTests\n{\n    [Fact]\n    public void Leaves_the_lock_alone()\n    {\n        var result = Types.In(Gate)\n            .ShouldNot()\n            .HaveDependencyOn(\"Lock\");\n\n        result.Names.ShouldBeEmpty();\n    }\n\n    private static Gate Gate => Gates.North();\n}\n")
            .Template("Gate.cs.template", "namespace Lock;\n\npublic sealed class Gate\n{\n}\n");

        var known = set.Know();
        TestRecipe.For(known.Focus("gate-tester"), known.Facts).SelectMany(r => r.Recipe.Steps).Select(s => s.Do).Should().NotContain(d => d.Contains("ShouldNot()", StringComparison.Ordinal))
            .And.Contain("Assert as in `result.Names.ShouldBeEmpty();`.");
    }

    [TestMethod]
    [DataRow("public void Shows(GateItem gate) => Page.Show(gate);", false)]
    [DataRow("public void Shows() => Store.Send(Arg.Any<LiftGate>());", false)]
    [DataRow("public void Shows() => Assert.True(new LiftGateHandler(null).Handle(new LiftGate(\"y\")).IsCompleted);", true)]
    public void Are_tested_where_the_type_is_called(string line, bool isModel)
    {
        using var set = Moon().Agent("gate-author", "Writes handlers of commands for the gates of the lock")
            .Template("LiftGateHandler.cs.template", "namespace Lock;\n\npublic sealed record LiftGate(string Key);\n\npublic sealed record GateItem(string Key);\n\npublic sealed class LiftGateHandler(IClock clock) : Handler<LiftGate>\n{\n    public Task Handle(LiftGate gate) => clock.Lift(gate.Key);\n}\n")
            .Template("Routes.cs.template", "namespace Lock;\n\npublic static class Routes\n{\n    public static void Map(App app) => app.MapPost(\"/lift\", (LiftGate gate) => app.Send(gate));\n}\n")
            .Template("APageTests.cs.template", $"namespace Lock.Tests;\n\npublic sealed class APageTests\n{{\n    [Fact]\n    {line}\n}}\n");

        var known = set.Know();
        var steps = TypeRecipe.For(known.Focus("gate-author"), known.Facts, MentionIndex.Of(known.Facts.Catalogue)).SelectMany(r => r.Recipe.Steps).Select(s => s.Do).ToArray();

    }

    [TestMethod]
    public void Act_by_what_is_not_told_to_a_mock()
    {
        using var set = Moon().Agent("gate-tester", "Writes tests of gates, their locks and levels")
            .Template("GateTests.cs.template", """
                namespace Lock.Tests;

                public sealed class GateTests
                {
                    [Fact]
                    public async Task Lifts_a_gate()
                    {
                        var gate = Gates.Shut().Build();
                        _store.Find(gate.Key).Returns(gate);

                        var lifted = await Sut.Lift(gate.Key);

                        Assert.True(lifted.IsOpen);
                    }

                    [Fact]
                    public async Task Leaves_a_locked_gate()
                    {
                        _store.Find("x").Returns(Locked);

                        var left = await Sut.Lift("x");

                        Assert.True(left.IsLocked);
                    }
                }
                """);

        var known = set.Know();
        RecipeWriter.Rated(known.Focus("gate-tester"), known.Facts, RecipeFacts.Of(known.Facts.Catalogue)).SelectMany(r => r.Recipe.Steps).Select(s => s.Do)
            .Where(d => d.StartsWith("Act as in", StringComparison.Ordinal)).Should().Equal("Act as in `var lifted = await Sut.Lift(gate.Key);`.", "Act as in `var left = await Sut.Lift(\"x\");`.");
    }

    [TestMethod]
    public void Name_the_function_that_a_task_runs()
    {
        using var set = Moon().Agent("gate-author", "Writes tasks that lift gates of the lock by night")
            .Template("gates/tasks.py.template", "from gates.app import queue\n\n\n@queue.task\ndef lift_gates():\n    return run(_lift_gates())\n\n\n@queue.task\ndef drop_gates():\n    return 1\n\n\nasync def _lift_gates():\n    return 2\n")
            .Template("gates/app.py.template", "queue = Queue()\n\nqueue.plan = {\n    \"night\": \"tasks.lift_gates\",\n}\n");

        Steps(Recipe(set, "gate-author")).Should().Equal(
            "Write what it runs, as `_lift_gates` is for `lift_gates`. [t2:14-15]",
            "Write the task on the model of `lift_gates`, under `@queue.task`. [t2:4-6]",
            "Register it in `app.py`, as `lift_gates` is: `\"night\": \"tasks.lift_gates\"`. [t1:4]");
    }

    [TestMethod]
    public void Lead_to_the_type_that_a_field_is_of_and_name_every_mark_of_its_siblings()
    {
        using var set = Moon().Agent("gate-author", "Writes gate endpoints of the lock in java")
            .Template("gate/GateController.java.template", "class GateController {\n    private final GateService service;\n\n    @PostMapping(\"/lift\")\n    @Slow\n    @Tidal\n    @Guarded(\"lift\")\n    Gate lift(Key key) {\n        return service.lift(key);\n    }\n\n    @GetMapping\n    @Guarded(\"read\")\n    Gate read(Key key) {\n        return service.read(key);\n    }\n}\n")
            .Template("gate/GateService.java.template", "class GateService {\n    Gate lift(Key key) {\n        return gates.find(key).lift();\n    }\n\n    Gate read(Key key) {\n        return gates.find(key);\n    }\n}\n")
            .Template("gate/Gate.java.template", "class Gate {\n    Gate lift() {\n        return this;\n    }\n}\n")
            .Template("gate/GateControllerTest.java.template", "class GateControllerTest {\n    @Test\n    void lifts() {\n        new GateController().lift(new Key());\n    }\n}\n");

        Steps(Recipe(set, "gate-author")).Should().StartWith(
        [
            "Add what it calls to `GateService`, on the model of `lift`. [t4:2-4]",
            "Write the endpoint on the model of `lift`, under `@PostMapping`, `@Slow` and `@Guarded`. [t2:4-10]",
        ]);
    }

    [TestMethod]
    public void Add_to_a_type_of_many_rather_than_another_of_it()
    {
        using var set = Moon().Agent("gate-author", "Publishes each event of the gates in java")
            .Template("gate/GateEvents.java.template", "class GateEvents {\n    void lifted(Gate gate) {\n        append(\"lifted\", gate);\n    }\n\n    void sunk(Gate gate) {\n        append(\"sunk\", gate);\n    }\n\n    private void append(String type, Gate gate) {\n        outbox.add(type, gate);\n    }\n}\n")
            .Template("gate/GateService.java.template", "class GateService {\n    private final GateEvents events;\n\n    void lift(Gate gate) {\n        events.lifted(gate);\n    }\n}\n")
            .Template("gate/GateEventsTest.java.template", "class GateEventsTest {\n    @Test\n    void lifted() {\n        new GateEvents().lifted(new Gate());\n    }\n}\n");

        Steps(Recipe(set, "gate-author"))[0].Should().Be("Write the event on the model of `lifted`. [t1:2-4]");
    }

    [TestMethod]
    [DataRow("Gates.java.template", "class Gates {\n    public static final String TYPE_LIFTED = \"lifted\";\n    public static final String TYPE_SUNK = \"sunk\";\n\n    void lifted() {\n        append(TYPE_LIFTED);\n    }\n\n    void sunk() {\n        append(TYPE_SUNK);\n    }\n}\n", "TYPE_LIFTED")]
    [DataRow("Gates.cs.template", "public class Gates\n{\n    private const string TypeLifted = \"lifted\";\n    private const string TypeSunk = \"sunk\";\n\n    public void lifted()\n    {\n        Append(TypeLifted);\n    }\n\n    public void sunk()\n    {\n        Append(TypeSunk);\n    }\n}\n", "TypeLifted")]
    [DataRow("gates.rs.template", "pub const TYPE_LIFTED: &str = \"lifted\";\npub const TYPE_SUNK: &str = \"sunk\";\n\npub fn lifted() {\n    append(TYPE_LIFTED);\n}\n\npub fn sunk() {\n    append(TYPE_SUNK);\n}\n", "TYPE_LIFTED")]
    [DataRow("gates.py.template", "TYPE_LIFTED: Final = 'lifted'\nTYPE_SUNK: Final = 'sunk'\n\n\ndef lifted():\n    append(TYPE_LIFTED)\n\n\ndef sunk():\n    append(TYPE_SUNK)\n", "TYPE_LIFTED")]
    [DataRow("gates.py.template", "TYPE_LIFTED = 'lifted'\nDEPTH_SUNK = 3\n\n\ndef lifted():\n    append(TYPE_LIFTED)\n\n\ndef sunk():\n    append(DEPTH_SUNK)\n", null, DisplayName = "none that is like a sibling's")]
    [DataRow("gates.py.template", "TYPE_GATE = 'gate'\nTYPE_SUNK = 'sunk'\n\n\ndef lifted():\n    append(TYPE_GATE)\n\n\ndef sunk():\n    append(TYPE_GATE, TYPE_SUNK)\n", null, DisplayName = "one that a sibling names too")]
    [DataRow("gates.py.template", "def lifted():\n    TYPE_LIFTED = 1\n    append(TYPE_LIFTED)\n\n\ndef sunk():\n    TYPE_SUNK = 2\n    append(TYPE_SUNK)\n", null, DisplayName = "one that is the member's inside")]
    public void Give_each_member_a_constant_of_its_own(string file, string text, string? expected)
    {
        using var set = new TestSet().Template(file, text);
        var template = set.Catalogue().Templates[0];
        Member[] family = [.. template.Units.Where(u => u.Name is "lifted" or "sunk").Select(u => Member.Of(template, u))];

        family.Should().HaveCount(2);
        (OwnConstants.Of(family[0], family)?.Name).Should().Be(expected);
    }

    [TestMethod]
    public void Take_what_Rust_writes_of_a_type_beside_it_for_a_part_of_it()
    {
        using var set = Moon()
            .Agent("gate-worker-engineer", "Writes background workers that watch the gates")
            .Template("src/gate_store.rs.template", "pub struct GateStore {\n    pool: Pool,\n}\n\nimpl GateStore {\n    pub async fn due_gates(&self) -> Vec<i64> {\n        query(&self.pool).await\n    }\n}\n")
            .Template("src/worker.rs.template", "use crate::gate_store::GateStore;\nuse crate::horn::Horn;\n\npub struct GateWorker<H> {\n    store: GateStore,\n    horn: H,\n}\n\nimpl<H: Horn> GateWorker<H> {\n    pub fn new(store: GateStore, horn: H) -> Self {\n        Self { store, horn }\n    }\n\n    pub async fn run(&self) {\n        for gate in self.store.due_gates().await {\n            self.horn.blow(gate).await;\n        }\n    }\n}\n")
            .Template("src/horn.rs.template", "pub trait Horn {\n    async fn blow(&self, gate: i64);\n}\n\npub struct LoudHorn;\n\nimpl Horn for LoudHorn {\n    async fn blow(&self, gate: i64) {\n        play(gate).await;\n    }\n}\n")
            .Template("src/main.rs.template", "use {{crate}}::{horn::LoudHorn, worker::GateWorker};\n\nasync fn main() {\n    let worker = GateWorker::new(gates(), LoudHorn);\n    worker.run().await;\n}\n")
            .Template("tests/worker.rs.template", "use {{crate}}::worker::GateWorker;\n\n#[tokio::test]\nasync fn blows_for_each_gate() {\n    let worker = GateWorker::new(gates(), SilentHorn);\n    worker.run().await;\n    assert_eq!(worker.lifted(), 1);\n}\n");

        Steps(Recipe(set, "gate-worker-engineer")).Should().Equal(
            "Write the worker on the model of `GateWorker`. [t8:4-19]",
            "Use it as `main.rs` uses `GateWorker`: `let worker = GateWorker::new(gates(), LoudHorn);`. [t7:4]",
            "Test it on the model of `blows_for_each_gate` in `worker.rs`. [t9:3-8]");
    }

    [TestMethod]
    [DataRow("var handler = new LiftGateHandler(store);", true)]
    [DataRow("builder.HandlersFromAssemblyContaining<LiftGateHandler>();", false)]
    public void Use_no_type_as_a_mark_of_its_assembly(string line, bool isUse)
    {
        using var set = Moon()
            .Agent("handler-author", "Writes gate handlers of the lock in C#")
            .Template("LiftGateHandler.cs.template", "namespace Lock;\n\npublic sealed class LiftGateHandler(IGateStore store) : IHandler\n{\n    public Task Handle(LiftGate gate) => store.Lift(gate.Key);\n}\n")
            .Template("IHandler.cs.template", "namespace Lock;\n\npublic interface IHandler\n{\n    Task Handle(LiftGate gate);\n}\n")
            .Template("IGateStore.cs.template", "namespace Lock;\n\npublic interface IGateStore\n{\n    Task Lift(string key);\n}\n")
            .Template("DropGateHandler.cs.template", "namespace Lock;\n\npublic sealed class DropGateHandler(IGateStore store) : IHandler\n{\n    public Task Handle(LiftGate gate) => store.Lift(gate.Key);\n}\n")
            .Template("Program.cs.template", $"var builder = Host.Create();\n{line}\nbuilder.Build().Run();\n")
            .Template("LiftGateTests.cs.template", "namespace Lock.Tests;\n\npublic sealed class LiftGateTests\n{\n    [Fact]\n    public void Lifts()\n    {\n        Assert.True(new LiftGateHandler(null).Handle(new LiftGate(\"x\")).IsCompleted);\n    }\n}\n");

        var known = set.Know();
        var steps = RecipeWriter.Rated(known.Focus("handler-author"), known.Facts, RecipeFacts.Of(known.Facts.Catalogue)).SelectMany(r => r.Recipe.Steps).Select(s => s.Do).ToArray();

        steps.Any(s => s.StartsWith("Use it as `Program.cs` uses ", StringComparison.Ordinal)).Should().Be(isUse);
    }

    [TestMethod]
    public void Begin_with_the_constant_of_the_member()
    {
        using var set = Moon().Agent("gate-author", "Publishes each event of the gates in java")
            .Template("gate/GateEvents.java.template", "class GateEvents {\n    static final String TYPE_LIFTED = \"lifted\";\n    static final String TYPE_SUNK = \"sunk\";\n\n    void lifted(Gate gate) {\n        outbox.add(TYPE_LIFTED, gate);\n    }\n\n    void sunk(Gate gate) {\n        outbox.add(TYPE_SUNK, gate);\n    }\n}\n")
            .Template("gate/GateService.java.template", "class GateService {\n    private final GateEvents events;\n\n    void lift(Gate gate) {\n        events.lifted(gate);\n    }\n}\n")
            .Template("gate/GateEventsTest.java.template", "class GateEventsTest {\n    @Test\n    void lifted() {\n        new GateEvents().lifted(new Gate());\n    }\n}\n");

        Steps(Recipe(set, "gate-author"))[0].Should().Be("Give it a constant of its own, as `TYPE_LIFTED` is `lifted`'s. [t1:2]");
    }

    [TestMethod]
    public void Are_none_of_what_another_agent_owns()
    {
        using var set = Gates().Agent("basin-author", "Writes gate handlers of the basin in go")
            .Template("basin/basin.go.template", "package basin\n\nfunc Basin() int {\n\treturn 1\n}\n");
        var known = set.Know();
        var (author, other) = (known.Focus("gate-author"), known.Focus("basin-author"));

        other.OwnedCount.Should().BePositive();
        Recipes(author).Should().Contain("Add an endpoint");
        Recipes(other).Should().NotContain("Add an endpoint");

        IEnumerable<string> Recipes(AgentFocus focus) => RecipeWriter.Rated(focus, known.Facts, RecipeFacts.Of(known.Facts.Catalogue)).Select(r => r.Recipe.Title);
    }

    [TestMethod]
    public void Act_by_the_request_that_takes_what_a_helper_gives()
    {
        using var set = Moon().Agent("gate-tester", "Writes tests of gates, their locks and levels")
            .Template("test_gates.py.template", "def order():\n    return 1\n\n\nasync def test_lifts(app):\n    client = make(app)\n    lifted = await client.post(\"/gates\", json=order())\n    assert lifted.status == 201\n");

        Steps(Recipe(set, "gate-tester")).Should().Contain("Act as in `lifted = await client.post(\"/gates\", json=order())`. [t5:7]");
    }

    [TestMethod]
    public void Act_on_what_was_made_for_it()
    {
        using var set = Moon().Agent("gate-tester", "Tests the gate store")
            .Template("stores/gate.store.ts.template", "export const useGateStore = defineStore('gate', () => {\n  function lift(key: string) {\n    return key;\n  }\n  return { lift };\n});\n")
            .Template("stores/gate.store.spec.ts.template", "import { useGateStore } from './gate.store';\n\nbeforeEach(() => {\n  setActivePinia(createPinia());\n});\n\nit('lifts the gate', async () => {\n  const store = useGateStore();\n  await store.lift('north');\n  expect(store.open).toBe(true);\n});\n\nit('drops the gate', async () => {\n  const store = useGateStore();\n  await store.drop('north');\n  expect(store.open).toBe(false);\n});\n");

        var known = set.Know();
        RecipeWriter.Rated(known.Focus("gate-tester"), known.Facts, RecipeFacts.Of(known.Facts.Catalogue)).SelectMany(r => r.Recipe.Steps).Select(s => s.Do)
            .Where(d => d.StartsWith("Act as in", StringComparison.Ordinal)).Should().Equal("Act as in `await store.lift('north');`.", "Act as in `await store.drop('north');`.");
    }

    [TestMethod]
    public void Name_the_parameters_of_a_component()
    {
        using var set = Moon().Agent("gate-author", "Writes components of the gate page: gate, lock")
            .Template("GateButton.razor.template", "<button @onclick=\"Lift\">@Text</button>\n\n@code {\n    [Parameter, EditorRequired]\n    public string Text { get; set; } = \"\";\n\n    [Parameter] public EventCallback OnLifted { get; set; }\n\n    private Task Lift() => OnLifted.InvokeAsync();\n}\n")
            .Template("GatePage.razor.template", "@page \"/gates\"\n\n<h1>Gates of the lock</h1>\n<GateButton Text=\"Lift\" />\n");

        Steps(Recipe(set, "gate-author"))[0].Should().StartWith("Decide what it takes and what it says, as `GateButton.razor` does in `Text` and `OnLifted`.");
    }
}
