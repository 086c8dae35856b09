using System.Reflection;
using System.Xml.Linq;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>The package, packed once a test run into a feed of its own; and the folder that all test projects live in.</summary>
[TestClass]
public static class TestPackage
{
    public const string Version = "1.0.0-test";

    private static readonly Lazy<string> PackedFile = new(Pack, LazyThreadSafetyMode.ExecutionAndPublication);

    internal static string Root { get; } = Directory.CreateTempSubdirectory("agent-enhancer-").FullName;

    internal static string Home => Path.Combine(Root, "home");

    /// <summary>Packages folder of all test projects: never the user's.</summary>
    internal static string Packages => Path.Combine(Root, "packages");

    internal static string Feed => Path.GetDirectoryName(PackedFile.Value)!;

    internal static string File => PackedFile.Value;

    /// <summary>Packages that this test run itself was restored with.</summary>
    internal static string OwnPackages => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>Of a package that the repository's tests reference.</summary>
    internal static string VersionOf(string package) =>
        (string)XDocument.Load(Path.Combine(RepositoryRoot, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(e => (string?)e.Attribute("Include") == package).Attribute("Version")!;

    internal static string RepositoryRoot => Metadata("RepositoryRoot");

    [AssemblyCleanup]
    public static void DeleteEverything() => Directory.Delete(Root, recursive: true);

    private static string Pack()
    {
        Directory.CreateDirectory(Home);
        var feed = Path.Combine(Root, "feed");
        // As it was built for this very run; only the version is the test's own.
        DotnetCommand.Run(
            RepositoryRoot,
            OwnPackages,
            "pack",
            Path.Combine(RepositoryRoot, "src", "AgentEnhancer.Build"),
            "--no-build",
            "--output",
            feed,
            "-nologo",
            "-nodeReuse:false",
            $"-p:Configuration={Metadata("Configuration")}",
            $"-p:Version={Version}").Succeeded();
        return Directory.GetFiles(feed, "*.nupkg").Single();
    }

    private static string Metadata(string key) =>
        typeof(TestPackage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
