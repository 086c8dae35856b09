using System.Reflection;
using Microsoft.Build.Construction;
using Microsoft.Build.Evaluation;
using Microsoft.Build.Execution;

namespace AgentEnhancer.Evaluation.Tests;

/// <summary>
/// A project of a user in a folder of its own, with this repository's build files in the places where NuGet would import them. Evaluated, not built:
/// no package, no restore, no process.
/// </summary>
internal sealed class UserProject : IDisposable
{
    public const string Library =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
        </Project>
        """;

    public const string TwoFrameworks =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFrameworks>net10.0;net9.0</TargetFrameworks>
          </PropertyGroup>
        </Project>
        """;

    private readonly DirectoryInfo _directory = System.IO.Directory.CreateTempSubdirectory("agent-enhancer-");

    /// <param name="properties">Of a Directory.Build.props.</param>
    /// <param name="targets">Of a Directory.Build.targets.</param>
    public UserProject(string project = Library, string properties = "", string targets = "", string name = "P.csproj")
    {
        Name = name;
        Write("Directory.Build.props", $"<Project>{properties}<Import Project=\"{BuildFile("props")}\" /></Project>");
        Write("Directory.Build.targets", $"<Project><Import Project=\"{BuildFile("targets")}\" />{targets}</Project>");
        Write("Directory.Packages.props", "<Project />");
        Write(name, project);
        Write("agents/one.md", "---\nname: one\n---\n");
        Write("templates/one.cs.template", "class One;\n");
    }

    public string Name { get; }

    public string Directory => _directory.FullName;

    public static string BuildFile(string extension) => Path.Combine(
        typeof(UserProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!,
        "build",
        "AgentEnhancer.Build." + extension);

    public void Write(string relative, string content)
    {
        var path = Path.Combine(Directory, relative);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string PathOf(string relative) => Path.Combine(Directory, relative);

    /// <param name="properties">Global ones, <c>name=value</c>.</param>
    public Evaluation Evaluate(params string[] properties)
    {
        var globals = properties.Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
        using var projects = new ProjectCollection(globals);
        var project = projects.LoadProject(PathOf(Name));
        return new Evaluation(project, project.CreateProjectInstance(ProjectInstanceSettings.Immutable));
    }

    public void Dispose() => _directory.Delete(recursive: true);
}

/// <summary>What MSBuild made of a project.</summary>
internal sealed class Evaluation(Project project, ProjectInstance instance)
{
    private ProjectRootElement Targets => project.Imports.Single(i => i.ImportedProject.FullPath == UserProject.BuildFile("targets")).ImportedProject;

    public string Property(string name) => instance.GetPropertyValue(name);

    public string[] Items(string name) => [.. instance.GetItems(name).Select(i => i.EvaluatedInclude)];

    /// <summary>The package's <c>UsingTask</c>s that hold here, as <c>Runtime/TaskFactory</c>.</summary>
    /// <param name="runtime">Of the MSBuild: <c>Core</c>, or <c>Full</c> in Visual Studio. No project can pretend it, for the property is reserved.</param>
    public string[] UsingTasks(string runtime) =>
    [
        .. Targets.UsingTasks
            .Where(u => instance.EvaluateCondition(u.Condition.Replace("$(MSBuildRuntimeType)", runtime, StringComparison.Ordinal)))
            .Select(u => $"{u.Runtime}/{u.TaskFactory}"),
    ];

    /// <summary>Whether a property of the package would be set by an MSBuild of another version, which is reserved as well.</summary>
    public bool IsSetBy(string msbuildVersion, string property) =>
        instance.EvaluateCondition(
            Targets.Properties.Single(p => p.Name == property && p.Value.Length > 0).Condition.Replace("$(MSBuildVersion)", msbuildVersion, StringComparison.Ordinal));

    /// <summary>What a target is preceded by, in order, as far as names in its attribute go.</summary>
    public string[] DependsOn(string target) =>
        instance.ExpandString(instance.Targets[target].DependsOnTargets).Split([';', '\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Runs targets, with tasks of MSBuild itself only, and takes what they return.</summary>
    public ReturnedItem[] Run(params string[] targets)
    {
        instance.DeepCopy(isImmutable: false).Build(targets, loggers: null, out var outputs).Should().BeTrue();
        return
        [
            .. outputs.Values.SelectMany(r => r.Items).Select(i => new ReturnedItem(Path.Combine(instance.Directory, i.ItemSpec), i.GetMetadata("Set"), i.GetMetadata("TargetPath"))),
        ];
    }
}

internal sealed record ReturnedItem(string Path, string Set, string TargetPath);
