using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Chat;

namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class The_clients_of_providers
{
    private static readonly string[] Clients = ["Anthropic", "OpenAI", "System.ClientModel", "Polly.Core"];

    [TestMethod]
    public void Are_not_loaded_by_a_run_of_the_built_in_enhancer() =>
        LoadedBy(nameof(Probe.EnhanceBuiltIn)).Should().Contain("AgentEnhancer").And.NotContain(Clients);

    [TestMethod]
    public void Are_not_loaded_where_a_model_is_chosen_and_not_asked() =>
        LoadedBy(nameof(Probe.ChooseBoth)).Should().Contain("AgentEnhancer").And.NotContain(Clients);

    [TestMethod]
    public void Are_not_loaded_where_there_is_no_key_to_ask_with() =>
        LoadedBy(nameof(Probe.AskWithoutKey)).Should().Contain("AgentEnhancer").And.NotContain(Clients);

    [TestMethod]
    public void Are_loaded_each_for_its_own_provider()
    {
        LoadedBy(nameof(Probe.AskAnthropic)).Should().Contain(["Anthropic", "Polly.Core"]).And.NotContain("OpenAI");
        LoadedBy(nameof(Probe.AskOpenAI)).Should().Contain(["OpenAI", "Polly.Core"]).And.NotContain("Anthropic");
    }

    /// <summary>Runs a method of <see cref="Probe"/> on fresh copies of this assembly and the library, and notes what they ask to be loaded.</summary>
    private static List<string> LoadedBy(string method)
    {
        var context = new FreshContext();
        try
        {
            var probe = context.LoadFromAssemblyPath(typeof(Probe).Assembly.Location).GetType(typeof(Probe).FullName!, throwOnError: true)!;
            probe.GetMethod(method, BindingFlags.Static | BindingFlags.Public)!.Invoke(null, null);
            return [.. context.Asked.Keys];
        }
        finally
        {
            context.Unload();
        }
    }

    private sealed class FreshContext() : AssemblyLoadContext("probe", isCollectible: true)
    {
        public ConcurrentDictionary<string, bool> Asked { get; } = new(StringComparer.Ordinal);

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            Asked.TryAdd(assemblyName.Name!, true);
            var path = Path.Combine(AppContext.BaseDirectory, assemblyName.Name + ".dll");

            // Own copies of the library only: the rest of the tests' dependencies may be shared.
            return assemblyName.Name == "AgentEnhancer" ? LoadFromAssemblyPath(path) : null;
        }
    }

    /// <summary>What runs in there. It must not touch what loads a client itself.</summary>
    internal static class Probe
    {
        public static void EnhanceBuiltIn()
        {
            using var set = new TestSet()
                .Agent("orders", "Writes order handlers in C#")
                .Template("Handler.cs.template", "public sealed class Handler\n{\n    public int Place(int order) => order;\n}\n");
            _ = set.Answer();
        }

        public static void ChooseBoth()
        {
            _ = ChatModel.Anthropic(Settings(null), _ => { });
            _ = ChatModel.OpenAI(Settings(null), _ => { });
        }

        public static void AskWithoutKey()
        {
            Ask(ChatModel.Anthropic(Settings(null), _ => { }));
            Ask(ChatModel.OpenAI(Settings(null), _ => { }));
        }

        public static void AskAnthropic() => Ask(ChatModel.Anthropic(Settings("http://127.0.0.1:1"), _ => { }));

        public static void AskOpenAI() => Ask(ChatModel.OpenAI(Settings("http://127.0.0.1:1"), _ => { }));

        private static void Ask(AskModel ask) => ask(Chat.Prompt, CancellationToken.None).GetAwaiter().GetResult().Failure.Should().NotBeNull();

        private static EnhancerSettings Settings(string? endpoint) => new(
            EnhancerProvider.OpenAI, null, "m", endpoint, "AGENT_ENHANCER_TEST_NEVER_SET", null, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }
}
