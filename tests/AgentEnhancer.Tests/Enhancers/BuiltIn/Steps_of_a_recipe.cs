using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Steps_of_a_recipe
{
    internal static PlanRecipe? Recipe(TestSet set, string agent, Told? told = null)
    {
        var known = set.Know();
        return RecipeWriter.Write(known.Focus(agent), known.Facts, RecipeFacts.Of(known.Facts.Catalogue), told ?? new Told());
    }

    internal static string[] Steps(PlanRecipe? recipe) => [.. recipe!.Steps.Select(s => $"{s.Do} [{string.Join(' ', s.Evidence)}]")];

    internal static TestSet Moon() => new TestSet()
        .Template("moon/moon.go.template", "package moon\n\nfunc Rise() {\n}\n").Template("moon/star.go.template", "package moon\n\nfunc Shine() {\n}\n")
        .Template("moon/sky.go.template", "package moon\n\nfunc Cloud() {\n}\n").Template("moon/sun.go.template", "package moon\n\nfunc Burn() {\n}\n");

    internal static TestSet Berths() => Moon().Agent("berth-author", "Carries the quay number and draught of a berth")
        .Template("berth/1_table.sql.template", "CREATE TABLE berths (\n  quay_number int,\n  max_draught int\n);\n")
        .Template("berth/2_berth.py.template", "class Berth:\n    quay_number: int\n    max_draught: int\n")
        .Template("berth/3_berth_load.py.template", "def load_berth(row):\n    return (row.quay_number, row.max_draught)\n")
        .Template("berth/test_berth.py.template", "def test_berth():\n    assert load_berth(berth(quay_number=1, max_draught=2))\n");

    /// <summary>Handlers, their router, the service that they call, a fake and a test.</summary>
    internal static TestSet Gates(string description = "Writes gate endpoints in go") => Moon().Agent("gate-author", description)
        .Template("gate/gate_handler.go.template", """
            package gate

            import "lock/service"

            // GateService is what the gate needs.
            type GateService interface {
            	Lift(key string) service.LiftOrder
            	Sink(key string) error
            }

            type LiftAnswer struct {
            	Key string
            }

            type GateHandler struct {
            	svc GateService
            }

            func (h *GateHandler) lift(w Writer, r *Request) {
            	order := h.svc.Lift(r.Key)
            	writeGate(w, LiftAnswer{order.Key})
            }

            func (h *GateHandler) sink(w Writer, r *Request) {
            	h.svc.Sink(r.Key)
            	writeGate(w, nil)
            }

            func (h *GateHandler) Router() {
            	r.Post("/lift", h.lift)
            	r.Post("/sink", h.sink)
            }
            """)
        .Template("gate/gate_write.go.template", "package gate\n\nfunc writeGate(w Writer, gate any) {\n\tw.Write(gate)\n}\n")
        .Template("gate/gate_service.go.template", """
            package service

            type LiftOrder struct {
            	Key string
            }

            type Service struct {
            	gates Gates
            }

            func (s *Service) Lift(key string) LiftOrder {
            	return LiftOrder{key}
            }

            func (s *Service) Sink(key string) error {
            	return nil
            }
            """)
        .Template("gate/gate_handler_test.go.template", """
            package gate

            type fakeService struct {
            	order LiftOrder
            }

            func (f fakeService) Lift(key string) service.LiftOrder {
            	return f.order
            }

            func TestLift(t *testing.T) {
            	h := GateHandler{fakeService{}}
            	h.lift(nil, nil)
            }
            """);

    [TestMethod]
    public void Carry_a_field_from_storage_to_tests_and_never_change_a_migration()
    {
        using var set = Berths();

        Steps(Recipe(set, "berth-author")).Should().Equal(
            "Write the next migration, and leave `1_table.sql` as it is: `quay_number` and `max_draught` came with it. [t1:2-3]",
            "Declare it in `Berth`, beside `quay_number` and `max_draught`. [t2:2-3]",
            "Pass it on in `load_berth`, where `max_draught` and `quay_number` are handled. [t3:2]",
            "Cover it in `test_berth`, which already names `max_draught` and `quay_number`. [t4:2]");
    }

    [TestMethod]
    public void Are_told_to_one_agent_only()
    {
        using var set = Berths();
        var first = Recipe(set, "berth-author")!;
        var told = new Told();
        told.Remember(new Plan(null, [], [], first, [], [], [], []));

        Recipe(set, "berth-author", told)?.Title.Should().NotBe(first.Title);
    }

    [TestMethod]
    public void Lead_from_what_a_member_takes_to_where_it_is_registered_and_tested()
    {
        using var set = Gates();

        var recipe = Recipe(set, "gate-author");

        recipe!.Title.Should().Be("Add an endpoint");
        Steps(recipe).Should().Equal(
            "Declare what it takes or gives, as `LiftAnswer` does for `lift`. [t1:11-13]",
            "Add what it calls to `GateService` and `Service`, on the model of `Lift`. [t1:7 t3:11-13]",
            "Write the endpoint on the model of `lift`. [t1:19-22]",
            "Use `writeGate` in it, as its siblings do. [t4:3]",
            "Register it in `gate_handler.go`, as `lift` is: `r.Post(\"/lift\", h.lift)`. [t1:30]",
            "Give `fakeService` the same method: it stands in for the real one in tests. [t2:7-9]",
            "Test it on the model of `TestLift` in `gate_handler_test.go`. [t2:11-14]");
    }

    [TestMethod]
    public void Never_take_the_function_that_registers_the_others_as_a_model()
    {
        using var set = Gates();
        var index = RecipeFacts.Of(set.Catalogue()).Mentions;

        index.Families["t1"].SelectMany(f => f).Select(m => m.Key).Should().Equal("lift", "sink");
    }

    [TestMethod]
    public void Are_none_for_an_agent_that_only_reads()
    {
        using var set = Gates();
        using var reader = Moon().AgentFile("gate-reader.md", "---\nname: gate-reader\ndescription: Reviews gate endpoints in go\ntools: Read, Grep\n---\n\n# Gates\n\nReviews gates.\n")
            .Template("gate/gate.go.template", "package gate\n");

        var known = set.Know();
        var agent = reader.Agents().Single();
        RecipeWriter.Rated(known.Focus("gate-author") with { Agent = agent }, known.Facts, RecipeFacts.Of(known.Facts.Catalogue)).Should().BeEmpty();
    }

    [TestMethod]
    public void Register_another_type_as_the_one_that_is_there()
    {
        using var set = Moon().Agent("job-author", "Writes background jobs of the lock in csharp")
            .Template("jobs/FloodJob.cs.template", "namespace Lock;\n\npublic sealed class FloodJob(Pump pump) : PeriodicJob\n{\n    protected override Task RunAsync() => pump.StartAsync();\n}\n")
            .Template("jobs/PeriodicJob.cs.template", "namespace Lock;\n\npublic abstract class PeriodicJob\n{\n    protected abstract Task RunAsync();\n}\n")
            .Template("jobs/Program.cs.template", "var builder = Host.Create();\nbuilder.Services.AddHostedService<FloodJob>();\nbuilder.Build().Run();\n")
            .Template("jobs/FloodJobTests.cs.template", "namespace Lock;\n\npublic sealed class FloodJobTests\n{\n    [Fact]\n    public void Floods()\n    {\n        var job = new FloodJob(new Pump());\n        Assert.NotNull(job);\n    }\n}\n");

        var recipe = Recipe(set, "job-author");

        recipe!.Title.Should().Be("Add a job");
        Steps(recipe).Should().Equal(
            "Write the job on the model of `FloodJob`, derived from `PeriodicJob` as it is. [t1:3-6 t3:3]",
            "Register it in `Program.cs`, as `FloodJob` is: `builder.Services.AddHostedService<FloodJob>();`. [t4:2]",
            "Test it on the model of `Floods` in `FloodJobTests.cs`. [t2:5-10]");
    }

    [TestMethod]
    public void Show_a_registration_with_what_is_chained_to_it()
    {
        using var set = Moon().Agent("job-author", "Writes background jobs of the lock in csharp")
            .Template("jobs/FloodJob.cs.template", "namespace Lock;\n\npublic sealed class FloodJob(Pump pump) : PeriodicJob\n{\n    protected override Task RunAsync() => pump.StartAsync();\n}\n")
            .Template("jobs/PeriodicJob.cs.template", "namespace Lock;\n\npublic abstract class PeriodicJob\n{\n    protected abstract Task RunAsync();\n}\n")
            .Template("jobs/Program.cs.template", "var builder = Host.Create();\nbuilder.Services.AddHostedService<FloodJob>()\n    .WithLimit(3)\n    .WithName(\"flood\");\nbuilder.Build().Run();\n")
            .Template("jobs/FloodJobTests.cs.template", "namespace Lock;\n\npublic sealed class FloodJobTests\n{\n    [Fact]\n    public void Floods()\n    {\n        var job = new FloodJob(new Pump());\n        Assert.NotNull(job);\n    }\n}\n");

        Steps(Recipe(set, "job-author")).Should().Contain("Register it in `Program.cs`, as `FloodJob` is: `builder.Services.AddHostedService<FloodJob>()`, with what is chained to it. [t4:2-4]");
    }

    [TestMethod]
    [DataRow("", "Write first what only it uses, as `FloodRequest` is for `FloodJob`.")]
    [DataRow("\n\npublic sealed class FloodDoor\n{\n    public FloodRequest? Last { get; set; }\n}\n", null)]
    public void Take_for_a_types_own_only_what_nothing_else_uses(string more, string? first)
    {
        using var set = new TestSet()
            .Agent("job-author", "Writes background jobs in csharp")
            .Template("jobs/FloodJob.cs.template", $"namespace Lock;\n\npublic sealed record FloodRequest(int Gate);\n\npublic sealed class FloodJob(FloodRequest request) : PeriodicJob\n{{\n    protected override Task RunAsync() => request.StartAsync();\n}}{more}")
            .Template("jobs/PeriodicJob.cs.template", "namespace Lock;\n\npublic abstract class PeriodicJob\n{\n    protected abstract Task RunAsync();\n}\n")
            .Template("jobs/Program.cs.template", "var builder = Host.Create();\nbuilder.Services.AddHostedService<FloodJob>();\nbuilder.Build().Run();\n")
            .Template("jobs/FloodJobTests.cs.template", "namespace Lock;\n\npublic sealed class FloodJobTests\n{\n    [Fact]\n    public void Floods()\n    {\n        var job = new FloodJob(null);\n        Assert.NotNull(job);\n    }\n}\n");
        var known = set.Know();

        var steps = TypeRecipe.For(known.Focus("job-author"), known.Facts, MentionIndex.Of(known.Facts.Catalogue)).Single().Recipe.Steps.Select(s => s.Do).ToArray();

        steps.FirstOrDefault(s => s.StartsWith("Write first", StringComparison.Ordinal)).Should().Be(first);
        steps.Should().Contain(s => s.StartsWith("Write the job on the model of `FloodJob`", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Show_who_writes_tests_how_one_is_set_up_acts_and_asserts()
    {
        using var set = Moon().Agent("test-author", "Writes pytest tests of the lock")
            .Template("lock/lock.py.template", "def open_lock(key):\n    return key\n")
            .Template("lock/test_lock.py.template", "from lock.lock import open_lock\n\n\ndef make_key(name):\n    return name\n\n\ndef test_opens():\n    key = make_key('a')\n\n    result = open_lock(key)\n\n    assert result == key\n");

        var recipe = Recipe(set, "test-author");

        recipe!.Title.Should().Be("Add a test");
        Steps(recipe).Should().Equal(
            "Use the helpers that exist: `make_key`. [t2:4]",
            "Write the test on the model of `test_opens`. [t2:8-13]",
            "Act as in `result = open_lock(key)`. [t2:11 t1:1]",
            "Assert as in `assert result == key`. [t2:13]");
    }

    [TestMethod]
    public void Give_a_new_type_its_own_of_what_is_named_alike_and_an_interface_of_its_own()
    {
        using var set = new TestSet().Agent("sluice-author", "Writes each repository of the sluice and its gates")
            .Template("data/SluiceRepository.kt.template", "package lock\n\ninterface {{Gate}}Repository {\n    fun all(): List<String>\n}\n\nclass Stored{{Gate}}Repository(private val rows: {{Gate}}Rows, private val clock: SluiceClock) : {{Gate}}Repository {\n    override fun all(): List<String> = rows.all(clock.now())\n}\n")
            .Template("data/SluiceRows.kt.template", "package lock\n\nclass {{Gate}}Rows {\n    fun all(now: Long): List<String> = listOf(now.toString())\n}\n")
            .Template("data/SluiceClock.kt.template", "package lock\n\nclass SluiceClock {\n    fun now(): Long = 1\n}\n")
            .Template("data/SluiceModule.kt.template", "package lock\n\nclass SluiceModule {\n    fun rows() = {{Gate}}Rows()\n\n    fun clock() = SluiceClock()\n\n    fun repository() = Stored{{Gate}}Repository(rows(), clock())\n}\n");

        Steps(Recipe(set, "sluice-author")).Should()
            .Contain(s => s.StartsWith("Write the repository on the model of `Stored{{Gate}}Repository`, behind an interface of its own like `{{Gate}}Repository`.", StringComparison.Ordinal))
            .And.Contain(s => s.StartsWith("Take what is there already: `SluiceClock`.", StringComparison.Ordinal))
            .And.Contain(s => s.StartsWith("Give it its own of what `Stored{{Gate}}Repository` works with: `{{Gate}}Rows`.", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Call_a_hook_a_hook_wherever_it_lies()
    {
        using var set = Moon().Agent("tide-query-author", "Writes queries and mutations of tides")
            .Template("api/tideApi.ts.template", "export function addTide(tide: Tide) {\n  return send('POST', tide)\n}\n\nexport function dropTide(id: string) {\n  return send('DELETE', id)\n}\n")
            .Template("queries/tideMutations.ts.template", "import { addTide, dropTide } from '../api/tideApi'\n\nexport function useAddTide() {\n  return useMutation({ mutationFn: (tide: Tide) => addTide(tide), onSuccess: () => forget('tides') })\n}\n\nexport function useDropTide() {\n  return useMutation({ mutationFn: (id: string) => dropTide(id), onSuccess: () => forget('tides') })\n}\n")
            .Template("pages/TidePage.tsx.template", "import { useAddTide, useDropTide } from '../queries/tideMutations'\n\nexport function TidePage() {\n  const add = useAddTide()\n  const drop = useDropTide()\n  return <Tides onAdd={add.mutate} onDrop={drop.mutate} />\n}\n");

        Recipe(set, "tide-query-author")!.Title.Should().Be("Add a hook");
    }

    [TestMethod]
    public void Leave_the_functions_of_one_test_to_it()
    {
        using var set = Moon().Agent("test-author", "Writes pytest tests of the lock")
            .Template("lock/lock.py.template", "def open_lock(key):\n    return key\n")
            .Template("lock/test_lock.py.template", "from lock.lock import open_lock\n\n\ndef make_key(name):\n    return name\n\n\ndef test_opens_twice():\n    key = make_key('a')\n\n    def take():\n        return open_lock(key)\n\n    both = [take(), take()]\n    assert both == [key, key]\n");

        Steps(Recipe(set, "test-author")).Should().Equal(
            "Use the helpers that exist: `make_key`. [t2:4]",
            "Write the test on the model of `test_opens_twice`. [t2:8-15]",
            "Act as in `both = [take(), take()]`. [t2:14]",
            "Assert as in `assert both == [key, key]`. [t2:15]");
    }

    [TestMethod]
    public void Place_another_component_as_the_one_that_is_there()
    {
        using var set = Moon().Agent("component-author", "Writes Vue components of the lock")
            .Template("components/LockRow.vue.template", "<script setup lang=\"ts\">\ndefineProps<{ lock: Lock }>()\n</script>\n\n<template>\n  <li>{{ lock.name }}</li>\n</template>\n")
            .Template("views/LockList.vue.template", "<script setup lang=\"ts\">\nimport <%= Name %>Row from '@/components/<%= Name %>Row.vue'\n</script>\n\n<template>\n  <<%= Name %>Row :lock=\"lock\" />\n</template>\n");

        var recipe = Recipe(set, "component-author");

        recipe!.Title.Should().Be("Add a component");
        recipe.Steps.Should().HaveCount(3);
        recipe.Steps[2].Do.Should().StartWith("Place it in a page, as `LockList.vue` does");
    }

    [TestMethod]
    public void Are_none_for_a_file_that_only_has_places_to_fill()
    {
        using var set = new TestSet().Agent("deploy-author", "Deploys harbours with yaml")
            .Template("deploy/harbour.yml.template", "name: {{name}}\nimage: {{registry}}/{{name}}\nport: {{port}}\n")
            .Template("moon/moon.go.template", "package moon\n\nfunc Rise() {\n}\n").Template("moon/star.go.template", "package moon\n\nfunc Shine() {\n}\n");

        Recipe(set, "deploy-author").Should().BeNull();
    }

    [TestMethod]
    public void Are_none_for_an_agent_without_templates()
    {
        using var set = new TestSet().Agent("deploy-author", "Deploys harbours");

        Recipe(set, "deploy-author").Should().BeNull();
    }

    [TestMethod]
    public void Are_none_where_nothing_hangs_together()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks")
            .Template("gate/gate.py.template", "def open_gate(key):\n    return key\n").Template("gate/lock.py.template", "def close_lock(key):\n    return key\n");

        Recipe(set, "gate-author").Should().BeNull();
    }

    [TestMethod]
    public void Are_none_for_a_helper_that_only_has_callers()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of locks")
            .Template("gate/gate.py.template", "def open_gate(key):\n    return key\n\n\ndef gate_text(gate):\n    return str(gate)\n")
            .Template("gate/gate_page.py.template", "from gate.gate import gate_text\n\n\ndef gate_page(gate):\n    return gate_text(gate)\n")
            .Template("gate/test_gate.py.template", "from gate.gate import gate_text\n\n\ndef test_gate():\n    assert gate_text(1)\n");

        Recipe(set, "gate-author").Should().BeNull();
    }

    private const string Valve = "import { Basin } from '../basin.js';\n\nexport async function {{valveName}}(depth: number, basin: Basin) {\n  const level = basin.level(depth);\n  await basin.wait(level);\n  return level;\n}\n";

    private static TestSet Valves(string index) => Moon().Agent("valve-author", "Writes valve tools of the basin in typescript")
        .Template("valve/basin.ts.template", "export class Basin {\n  level(depth: number) {\n    return depth;\n  }\n}\n")
        .Template("valve/tools/valve.ts.template", Valve)
        .Template("valve/tools/index.ts.template", $"import {{ {{{{valveName}}}} }} from './{{{{valve-name}}}}.js';\n\n{index}")
        .Template("valve/valve.test.ts.template", "import { {{valveName}} } from './tools/{{valve-name}}.js';\n\nit('lets water out', async () => {\n  expect(await {{valveName}}(3, basin)).toBe(3);\n});\n");

    [TestMethod]
    [DataRow("export function registerValves(dock) {\n  dock.registerTool(\n    '{{valve-name}}',\n    { title: 'Valve' },\n    (depth) => {{valveName}}(depth, dock.basin),\n  );\n}\n", "Register it in `index.ts` by `dock.registerTool`, as `{{valveName}}` is. [t6:4-8]", DisplayName = "over several lines")]
    [DataRow("export function registerValves(dock) {\n  dock.registerTool({{valveName}});\n}\n", "Register it in `index.ts`, as `{{valveName}}` is: `dock.registerTool({{valveName}});`. [t6:4]", DisplayName = "in one line")]
    [DataRow("export function openAll(dock) {\n  dock.registerTool('all', () => {\n    return {{valveName}}(1, dock.basin);\n  });\n}\n", "Use it as `index.ts` uses `{{valveName}}`: `return {{valveName}}(1, dock.basin);`. [t6:5]", DisplayName = "not where a body calls it")]
    public void Of_a_function_that_a_placeholder_names(string index, string step)
    {
        using var set = Valves(index);

        var recipe = Recipe(set, "valve-author");

        recipe!.Title.Should().Be("Add a tool");
        Steps(recipe).Should().Equal(
            "Write the tool on the model of `{{valveName}}`. [t7:3-7]",
            step,
            "Test it on the model of `lets water out` in `valve.test.ts`. [t8:3-5]");
    }

    [TestMethod]
    public void Of_a_function_with_a_name_of_its_own_are_none()
    {
        using var set = Moon().Agent("valve-author", "Writes valve tools of the basin in typescript")
            .Template("valve/tools/valve.ts.template", Valve.Replace("{{valveName}}", "openValve", StringComparison.Ordinal))
            .Template("valve/tools/index.ts.template", "import { openValve } from './valve.js';\n\nexport function registerValves(dock) {\n  dock.use(openValve);\n}\n")
            .Template("valve/valve.test.ts.template", "import { openValve } from './tools/valve.js';\n\nit('lets water out', async () => {\n  expect(await openValve(3, basin)).toBe(3);\n});\n");

        Recipe(set, "valve-author")?.Title.Should().NotBe("Add a tool");
    }

    [TestMethod]
    public void Of_a_function_that_stands_in_a_list()
    {
        using var set = Valves("export const VALVES: Valve[] = [\n  {{valveName}},\n];\n");

        Steps(Recipe(set, "valve-author")).Should().Contain("Register it in `index.ts`, in the list `VALVES`, as `{{valveName}}` is. [t6:4]");
    }
}
