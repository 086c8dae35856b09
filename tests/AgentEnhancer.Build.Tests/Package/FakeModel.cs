using System.Runtime.InteropServices;
using System.Text.Json.Nodes;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>A program in the place of a model, called by real builds: it answers every agent it is asked about, and counts.</summary>
internal sealed class FakeModel
{
    private static readonly string Dotnet = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private readonly string _folder;

    public FakeModel(string name, params string[] steps)
    {
        _folder = Path.Combine(TestPackage.Root, "models", name);
        Directory.CreateDirectory(_folder);
        Does(steps is [] ? ["read", "plans"] : steps);
    }

    /// <summary>It was called and hangs now.</summary>
    public bool Hangs => File.Exists(Path.Combine(_folder, "started"));

    public void Does(params string[] steps) => File.WriteAllLines(Path.Combine(_folder, "script.txt"), steps);

    public string CommandLine => $"\"{Dotnet}\" \"{Path.Combine(AppContext.BaseDirectory, "fake-model.dll")}\" \"{_folder}\"";

    /// <summary>For a project file: the provider and its command.</summary>
    public string Properties =>
        $"""
           <PropertyGroup>
             <AgentEnhancerProvider>Command</AgentEnhancerProvider>
             <AgentEnhancerCommand>{CommandLine}</AgentEnhancerCommand>
           </PropertyGroup>
        """;

    public int Calls => Inputs.Count;

    /// <summary>Ids of the agents that each call asked about, in order of the calls.</summary>
    public IReadOnlyList<string[]> Asked =>
    [
        .. Inputs.Select(file => JsonNode.Parse(File.ReadAllLines(file).Last(line => line.StartsWith('{')))!["agents"]!.AsArray()
            .Select(agent => (string)agent!["id"]!).ToArray()),
    ];

    private List<string> Inputs => !Directory.Exists(Path.Combine(_folder, "calls"))
        ? []
        : [.. Directory.EnumerateFiles(Path.Combine(_folder, "calls"), "*.input").OrderBy(File.GetCreationTimeUtc).ThenBy(f => f, StringComparer.Ordinal)];
}
