using System.IO.Compression;
using Microsoft.Build.Logging.StructuredLogger;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>A project of a user, in a folder of its own, that references the packed package.</summary>
internal sealed class TestProject
{
    public const string Library =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <!-- more -->
        </Project>
        """;

    private const string Reference =
        $"""
           <ItemGroup>
             <PackageReference Include="AgentEnhancer.Build" Version="{TestPackage.Version}" PrivateAssets="all" />
           </ItemGroup>
        """;

    private TestProject(string directory) => Directory = directory;

    public string Directory { get; }

    public string Agents => Path.Combine(Directory, "obj", "Debug", "net10.0", "agents");

    /// <param name="project">The project file; <c>&lt;!-- more --&gt;</c> takes the package reference and <paramref name="more"/>.</param>
    /// <param name="withShop">With the three agents and eight templates of Fixtures/Shop.</param>
    /// <param name="online">Also with the default source, for a package that is not ours.</param>
    public static TestProject Create(string name, string project = Library, string more = "", bool withShop = true, bool online = false)
    {
        var test = CreateFolder(name, online);
        test.Write($"{Path.GetFileName(name)}.csproj", Complete(project, more));
        test.Write("Code.cs", "internal sealed class Code;\n");
        if (withShop)
        {
            test.CopyShop();
        }

        return test;
    }

    /// <summary>A folder for several projects, without any yet.</summary>
    public static TestProject CreateFolder(string name, bool online = false)
    {
        var test = new TestProject(Path.Combine(TestPackage.Root, "projects", name));
        test.Write("nuget.config", NuGetConfig(online));
        // Nothing above the folder of a test may reach into it.
        test.Write("Directory.Build.props", "<Project><PropertyGroup><NuGetAudit>false</NuGetAudit></PropertyGroup></Project>");
        test.Write("Directory.Build.targets", "<Project />");
        test.Write("Directory.Packages.props", "<Project />");
        return test;
    }

    /// <summary>A project file with the package reference.</summary>
    public static string Complete(string project, string more = "") => project.Replace("<!-- more -->", Reference + more, StringComparison.Ordinal);

    /// <param name="folder">Where to, below the folder of the test.</param>
    public void CopyShop(string folder = "") => CopyFolder(Path.Combine(AppContext.BaseDirectory, "Fixtures", "Shop"), folder);

    public void CopyFolder(string source, string relative)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            Write(Path.Combine(relative, Path.GetRelativePath(source, file)), File.ReadAllText(file));
        }
    }

    public CommandResult Build(params string[] arguments) => Run(["build", .. arguments]);

    /// <summary>Environment variables of its builds, beyond what all have.</summary>
    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public CommandResult Run(params string[] arguments) =>
        DotnetCommand.Run(Directory, TestPackage.Packages, Environment, [.. arguments, "-nologo", "-nodeReuse:false"]);

    public void Kill(Func<bool> isTime, params string[] arguments) =>
        DotnetCommand.Kill(Directory, TestPackage.Packages, [.. arguments, "-nologo", "-nodeReuse:false"], isTime);

    /// <summary>A build with its binary log read back.</summary>
    public (CommandResult Result, Microsoft.Build.Logging.StructuredLogger.Build Log) BuildLogged(params string[] arguments)
    {
        var path = Path.Combine(Directory, "log.binlog");
        var result = Build([.. arguments, $"-bl:{path}"]);
        var log = BinaryLog.ReadBuild(path);
        File.Delete(path);
        return (result, log);
    }

    public string PathOf(string relative) => Path.Combine(Directory, relative);

    public bool Has(string relative) => File.Exists(PathOf(relative));

    public string Read(string relative) => File.ReadAllText(PathOf(relative));

    public void Write(string relative, string content)
    {
        var path = PathOf(relative);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string[] Files(string relative, string pattern = "*") => !System.IO.Directory.Exists(PathOf(relative))
        ? []
        :
        [
            .. System.IO.Directory.EnumerateFiles(PathOf(relative), pattern, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(PathOf(relative), f).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Files of the one package below <paramref name="folder"/>, with their text.</summary>
    public Dictionary<string, string> PackedFiles(string folder, string pattern)
    {
        using var archive = ZipFile.OpenRead(System.IO.Directory.GetFiles(PathOf(folder), "*.nupkg").Single());
        return archive.Entries
            .Where(e => e.FullName.EndsWith(pattern, StringComparison.Ordinal))
            .ToDictionary(e => e.FullName, ReadAll, StringComparer.Ordinal);
    }

    private static string ReadAll(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static string NuGetConfig(bool online) =>
        $"""
        <configuration>
          <packageSources>
            {(online ? "" : "<clear />")}
            <add key="test" value="{TestPackage.Feed}" />
          </packageSources>
        </configuration>
        """;
}

internal static class LogQueries
{
    /// <summary>How often the task itself ran; 0 where its target was skipped.</summary>
    public static int TaskRuns(this Microsoft.Build.Logging.StructuredLogger.Build log) =>
        log.FindChildrenRecursive<Microsoft.Build.Logging.StructuredLogger.Task>(t => t.Name == "EnhanceAgents").Count;

    /// <summary>Names of the targets of the package that ran in a project, whatever they found to do.</summary>
    public static string[] TargetsOfPackage(this Microsoft.Build.Logging.StructuredLogger.Build log, string project) =>
    [
        .. log.FindChildrenRecursive<Target>(t => t.Name.Contains("AgentEnhancer", StringComparison.Ordinal) || t.Name == "EnhanceAgents")
            .Where(t => Path.GetFileNameWithoutExtension(t.Project?.Name) == project)
            .Select(t => t.Name),
    ];
}
