using System.Collections.Immutable;
using System.Text.Json;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Build.Tests.TaskRun;

/// <summary>What a model would answer for the agents of a folder: a short plan each, by the shape that models are asked for.</summary>
internal static class ModelAnswer
{
    /// <summary>Stands in every document of this model, and in no other.</summary>
    public const string Mark = "Say what the model of the test says";

    public static string For(string root, int agents = int.MaxValue)
    {
        var agentItems = Files(root, "agents").Select(f => new AgentItem(f, Relative(Path.Combine(root, "agents"), f))).ToImmutableArray();
        var all = AgentReader.ReadAll(agentItems).Select(r => r.Agent).OfType<Agent>().ToImmutableArray();
        var (catalogue, _) = TemplateCatalogueReader.Read(
            [.. Files(root, "templates").Select(f => new TemplateItem(f, Relative(root, f), Path.Combine(root, "templates")))]);
        var request = new BatchRequest(all, catalogue, RelevanceAnalyzer.Analyze(all, catalogue), new EnhancementOptions());
        var answers = new BuiltInEnhancer().EnhanceAsync(request, CancellationToken.None).Result.Answers;
        return JsonSerializer.Serialize(new { version = "1.0", enhancements = answers.Take(agents).Select(a => Plan(a.AgentId, ((PlannedAnswer)a).Plan)), findings = Array.Empty<string>() });
    }

    private static object Plan(string id, Plan plan) => new
    {
        agent = id,
        references = plan.References.Take(3).Select(r => new { template = r.TemplateId, why = "what this agent works from" }),
        examples = plan.Examples.Take(2).Select(e => new { title = $"From {e.Span.TemplateId}", span = e.Span.ToString(), imports = Array.Empty<string>(), notice = Array.Empty<string>() }),
        practices = plan.Practices.Take(1).Select(p => new { @do = Mark + ".", why = "", evidence = p.Evidence.Select(e => e.ToString()) }),
        recipe = new { title = "", steps = Array.Empty<string>() },
        always = new[] { "Look at the table of templates first" },
        never = Array.Empty<string>(),
        ask = Array.Empty<string>(),
    };

    private static IEnumerable<string> Files(string root, string folder) =>
        Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static string Relative(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/');
}

/// <summary>A program that plays a model, and notes how often it was started.</summary>
internal sealed class ModelProgram : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agent-enhancer-model-").FullName;

    public static string Dotnet { get; } = Path.GetFullPath(Path.Combine(
        System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    public string CommandLine => $"\"{Dotnet}\" \"{Path.Combine(AppContext.BaseDirectory, "fake-model.dll")}\" \"{_folder}\"";

    public int Calls => Directory.Exists(Path.Combine(_folder, "calls")) ? Directory.GetFiles(Path.Combine(_folder, "calls"), "*.arguments").Length : 0;

    public string Prompt => File.ReadAllText(Directory.GetFiles(Path.Combine(_folder, "calls"), "*.input").Single());

    public ModelProgram Answers(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "answer.json"), text);
        return Does("read", "out answer.json");
    }

    public ModelProgram Does(params string[] steps)
    {
        File.WriteAllLines(Path.Combine(_folder, "script.txt"), steps);
        return this;
    }

    public bool HasStarted => File.Exists(Path.Combine(_folder, "started"));

    /// <summary>The system lets go of a dead process's lock; a live one's is never to be had.</summary>
    public bool HasEnded()
    {
        try
        {
            using var alive = new FileStream(Path.Combine(_folder, "alive"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
