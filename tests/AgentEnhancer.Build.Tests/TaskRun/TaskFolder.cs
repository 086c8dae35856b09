using AgentEnhancer.Enhancers;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AgentEnhancer.Build.Tests.TaskRun;

/// <summary>A project's folder with the task on it, run in this process.</summary>
internal sealed class TaskFolder : IDisposable
{
    public TaskFolder()
    {
        Root = Directory.CreateTempSubdirectory("agent-enhancer-task-").FullName;
        Engine = new RecordingEngine(Path.Combine(Root, "Some.csproj"));
    }

    public string Root { get; }

    public RecordingEngine Engine { get; }

    public string StateFile => Path.Combine(Root, "obj", "agents.state");

    public void Write(string relative, string content)
    {
        var path = Path.Combine(Root, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    public bool Has(string relative) => File.Exists(Path.Combine(Root, relative));

    public void CopyShop() => Copy(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Shop"), "");

    /// <summary>The ten agents and 24 templates of samples/WebApi.</summary>
    public void CopyWebApi()
    {
        Copy(Path.Combine(Package.TestPackage.RepositoryRoot, "samples", "WebApi", "agents"), "agents");
        Copy(Path.Combine(Package.TestPackage.RepositoryRoot, "samples", "WebApi", "templates"), "templates");
    }

    public void Copy(string source, string relative)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            Write(Path.Combine(relative, Path.GetRelativePath(source, file)), File.ReadAllText(file));
        }
    }

    /// <summary>All files below agents and templates, as items with paths relative to the project.</summary>
    public EnhanceAgents Task(IContentEnhancer? enhancer = null) => new()
    {
        BuildEngine = Engine,
        Agents = Items("agents"),
        Templates = Items("templates"),
        OutputDirectory = "obj/agents",
        OwnedOutputRoot = "obj",
        StateFile = "obj/agents.state",
        Enhancer = enhancer,
    };

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private ITaskItem[] Items(string folder) => !Directory.Exists(Path.Combine(Root, folder))
        ? []
        :
        [
            .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Select(f => new TaskItem(Path.GetRelativePath(Root, f))),
        ];
}

/// <summary>An enhancer that does what a test says.</summary>
internal sealed class FakeEnhancer(Func<BatchRequest, CancellationToken, BatchResponse> answer) : IContentEnhancer
{
    public int Calls { get; private set; }

    public static FakeEnhancer Declining(string reason) => new((request, _) =>
        new BatchResponse([.. request.Agents.Select(a => new DeclinedAnswer(a.Id, reason))], [], [], default));

    public Task<BatchResponse> EnhanceAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        Calls++;
        return System.Threading.Tasks.Task.FromResult(answer(request, cancellationToken));
    }
}
