namespace AgentEnhancer.Build.Tests.Package;

/// <summary>The samples as projects of their own, with the packed package in place of the task from src.</summary>
[TestClass]
public sealed class SampleTests
{
    [TestMethod]
    [DataRow("ReactPack", 6, 29)]
    [DataRow("PythonService", 4, 14)]
    [DataRow("DotnetNewPack", 8, 36)]
    public void All_agents_of_a_sample_are_enhanced_without_a_warning_and_the_next_build_is_silent(string name, int agents, int templates)
    {
        var project = Copy(name);

        var first = project.Run("pack", "-c", "Debug", "-o", project.PathOf("packed")).Succeeded();

        first.Count($"Enhanced {agents} agents with {templates} templates (100% success, 1 invocation)").Should().Be(1, first.Output);
        first.Count("warning").Should().Be(0, first.Output);
        project.PackedFiles("packed", ".md").Where(f => f.Key.Contains("agents/", StringComparison.Ordinal)).Should().HaveCount(agents)
            .And.OnlyContain(f => f.Value.Contains("## Template References", StringComparison.Ordinal));

        var (second, log) = project.BuildLogged("--no-restore");
        second.Succeeded().Output.Should().NotContain("nhanced").And.NotContain("AEB");
        log.TaskRuns().Should().Be(0);
    }

    /// <summary>Its project file says in a comment what takes the package in.</summary>
    private static TestProject Copy(string name)
    {
        var source = Path.Combine(TestPackage.RepositoryRoot, "samples", name);
        var file = File.ReadAllText(Path.Combine(source, $"{name}.csproj"));
        file.Should().Contain("<PackageReference Include=\"AgentEnhancer.Build\"");
        var project = TestProject.Create($"samples/{name}", file.Replace("</Project>", "<!-- more --></Project>", StringComparison.Ordinal), withShop: false, online: true);
        foreach (var path in Directory.EnumerateFiles(source, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System }))
        {
            var relative = Path.GetRelativePath(source, path).Replace('\\', '/');
            if (relative.Split('/')[0] is not ("bin" or "obj") && !relative.EndsWith(".csproj", StringComparison.Ordinal))
            {
                project.Write(relative, File.ReadAllText(path));
            }
        }

        return project;
    }
}
