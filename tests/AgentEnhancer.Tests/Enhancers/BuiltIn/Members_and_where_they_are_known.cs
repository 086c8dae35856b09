using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Members_and_where_they_are_known
{
    private static Member Find(MentionIndex index, string template, string key) => index.Families[template].SelectMany(f => f).First(m => m.Key == key);

    private static string[] Registered(TestSet set, string template, string key)
    {
        var facts = set.Facts();
        var index = MentionIndex.Of(facts.Catalogue);
        var member = Find(index, template, key);
        var family = index.Families[template].First(f => f.Contains(member));
        return [.. RegistrationFinder.Of(member, family, index, facts).Select(r => r.Evidence.ToString())];
    }

    [TestMethod]
    public void Actions_of_a_store_are_registered_where_it_returns_them()
    {
        using var set = new TestSet().Template("stores/lock.ts.template", """
            export const useLockStore = defineStore('lock', () => {
              const gates = ref([])

              async function open(id: string): Promise<void> {
                await openGate(id)
              }

              async function close(id: string): Promise<void> {
                await closeGate(id)
              }

              return { gates, open, close }
            })
            """);

        Registered(set, "t1", "open").Should().Equal("t1:12");
    }

    [TestMethod]
    public void Actions_of_a_form_are_members_of_their_object()
    {
        using var set = new TestSet().Template("routes/page.server.ts.template", "export const actions = {\n\tcreate: async ({ request }) => {\n\t\treturn save(request);\n\t},\n\tremove: async ({ request }) => {\n\t\treturn drop(request);\n\t}\n};\n");

        MentionIndex.Of(set.Catalogue()).Families["t1"].Should().ContainSingle().Which.Select(m => $"{m.Key} {m.Unit.Span}").Should().Equal("create 2-4", "remove 5-7");
    }

    [TestMethod]
    public void Variables_of_a_module_are_named_where_it_uses_them()
    {
        using var set = new TestSet().Template("module/main.tf.template", "resource \"gate\" \"this\" {\n  width = var.width\n  depth = var.depth\n}\n")
            .Template("module/variables.tf.template", "variable \"width\" {\n  type = number\n}\n\nvariable \"depth\" {\n  type = number\n}\n");

        Registered(set, "t2", "width").Should().Equal("t1:2");
    }

    [TestMethod]
    public void A_task_is_scheduled_by_its_dotted_name()
    {
        using var set = new TestSet().Template("celery.py.template", "app.conf.beat_schedule = {\n    \"flood\": {\n        \"task\": \"lock.tasks.flood_lock\",\n    },\n}\n")
            .Template("tasks.py.template", "@shared_task\ndef flood_lock():\n    return 1\n");

        Registered(set, "t2", "flood_lock").Should().Equal("t1:3");
    }

    [TestMethod]
    public void A_type_that_is_only_read_by_is_not_registered_there()
    {
        using var set = new TestSet()
            .Template("GateOptions.cs.template", "namespace Lock;\n\npublic sealed class GateOptions\n{\n    public int Width { get; init; }\n}\n")
            .Template("Program.cs.template", "var builder = Create();\nbuilder.Services.AddTokens(configuration.GetSection(\"gate\").Get<GateOptions>()!);\n")
            .Template("Registration.cs.template", "namespace Lock;\n\npublic static class Registration\n{\n    public static void All(Services services)\n    {\n        services.AddChecked<GateOptions>();\n    }\n}\n");

        var facts = set.Facts();
        var template = facts.Catalogue.Templates[0];
        var type = Member.Of(template, template.Units.Single(u => u.Kind == UnitKind.Class));

        RegistrationFinder.Of(type, [type], MentionIndex.Of(facts.Catalogue), facts).Select(r => r.Evidence.ToString()).Should().Equal("t3:7");
    }

    [TestMethod]
    public void A_name_that_another_file_has_itself_is_not_registered_there()
    {
        using var set = new TestSet()
            .Template("gate/gate_store.py.template", "def list_gates(key):\n    return key\n\n\ndef find_gate(key):\n    return key\n")
            .Template("gate/gate_api.py.template", "def list_gates(key):\n    return key\n\n\ndef find_gate(key):\n    return key\n\n\nrouter.register(list_gates)\nrouter.register(find_gate)\n");

        Registered(set, "t2", "list_gates").Should().BeEmpty();
        Registered(set, "t1", "list_gates").Should().Equal("t1:9");
    }

    [TestMethod]
    public void Calls_are_followed_to_the_type_of_the_receiver_and_not_by_the_name_alone()
    {
        using var set = new TestSet()
            .Template("GateEndpoint.cs.template", "namespace Lock;\n\npublic sealed class GateEndpoint(GateService service, List<int> numbers)\n{\n    public void Open()\n    {\n        service.Lift(1);\n        numbers.Add(2);\n    }\n}\n")
            .Template("GateService.cs.template", "namespace Lock;\n\npublic sealed class GateService\n{\n    public void Lift(int key)\n    {\n        Log(key);\n    }\n\n    public void Add(int key)\n    {\n        Log(key);\n    }\n}\n");
        var facts = set.Facts();
        var index = MentionIndex.Of(facts.Catalogue);

        index.Calls(Find(index, "t1", "Open"), facts).Select(c => c.Key).Should().Equal("Lift");
    }

    [TestMethod]
    [DataRow("public sealed class Gate(IClock clock) : IGate", "IGate", true)]
    [DataRow("public sealed class Gate(IClock clock) : IGate", "IClock", false)]
    [DataRow("public sealed class Gate : Base { IGate inner; }", "IGate", false)]
    public void A_type_derives_from_what_stands_outside_of_its_constructor(string head, string name, bool derives)
    {
        using var set = new TestSet().Template("Gate.cs.template", $"namespace Lock;\n\n{head}\n{{\n}}\n");
        var template = set.Catalogue().Templates[0];

        Heritage.Names(template, template.Units[0], name).Should().Be(derives);
    }
}
