using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AgentEnhancer.Build.Tests.TaskRun;
using AgentEnhancer.Tests.Enhancers.Chat;

namespace AgentEnhancer.Build.Tests.Package;

/// <summary>Models behind real builds.</summary>
[TestClass]
public sealed class ModelTests
{
    private const string Key = "sk-test-of-a-build-9876543210";

    [TestMethod]
    public void A_run_that_failed_in_part_is_not_paid_for_twice_and_warns_again_until_something_changes()
    {
        using var program = new ModelProgram();
        var project = TestProject.Create("models/partly", more: Properties($"<AgentEnhancerProvider>Command</AgentEnhancerProvider><AgentEnhancerCommand>{program.CommandLine.Replace("\"", "&quot;", StringComparison.Ordinal)}</AgentEnhancerCommand>"));
        program.Answers(ModelAnswer.For(project.Directory, agents: 2));

        var first = project.Build().Succeeded();
        first.Count("warning AEB2003").Should().Be(1);
        program.Calls.Should().Be(1);
        var said = first.Output.Split('\n').First(l => l.Contains("AEB2003", StringComparison.Ordinal));

        var (second, log) = project.BuildLogged();
        second.Succeeded().Count("warning AEB2003").Should().Be(1);
        second.Output.Split('\n').Should().Contain(said, "the same again, word for word");
        (log.TaskRuns(), program.Calls).Should().Be((0, 1));

        program.Answers(ModelAnswer.For(project.Directory));
        project.Write("agents/test-author.md", project.Read("agents/test-author.md") + "\nMore.\n");
        project.Build().Succeeded().Count("warning AEB").Should().Be(0);
        program.Calls.Should().Be(2);
        project.Has("obj/Debug/net10.0/agents.warnings").Should().BeFalse();
    }

    [TestMethod]
    public void A_command_that_is_not_there_is_tried_again_by_every_build_and_fails_none()
    {
        var project = TestProject.Create("models/missing", more: Properties("<AgentEnhancerProvider>Command</AgentEnhancerProvider><AgentEnhancerCommand>no-such-model-of-any-machine; echo *</AgentEnhancerCommand>"));

        project.Build().Succeeded().Count("warning AEB2011").Should().Be(1);

        project.Build().Succeeded().Count("warning AEB2011").Should().Be(1);
        project.Files("obj/Debug/net10.0/agents", "*.md").Should().HaveCount(3);
        project.Read("obj/Debug/net10.0/agents/test-author.md").Should().Contain("## Best Practices");
    }

    [TestMethod]
    public async Task A_key_reaches_the_server_and_no_log()
    {
        var project = TestProject.Create("models/key");
        var answer = ModelAnswer.For(project.Directory);
        await using var server = await ChatServer.StartAsync(e => e.Answer(answer));
        project.Environment["MODEL_TEST_KEY"] = Key;
        var path = project.PathOf("key.binlog");

        var result = project.Build(
            $"-bl:{path}", "-v:diag", "-p:AgentEnhancerProvider=OpenAI", $"-p:AgentEnhancerEndpoint={server.Address}", "-p:AgentEnhancerModel=m", "-p:AgentEnhancerApiKeyVariable=MODEL_TEST_KEY");

        result.Succeeded().Output.Should().NotContain(Key);
        server.Requests.Should().ContainSingle().Which.Headers["Authorization"].Should().Be("Bearer " + Key);
        project.Read("obj/Debug/net10.0/agents/test-author.md").Should().Contain(ModelAnswer.Mark);
        var log = Unpacked(path);
        log.AsSpan().IndexOf("MODEL_TEST_KEY"u8).Should().BeGreaterThan(0, "that is what stands there");
        log.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Key)).Should().Be(-1);
        log.AsSpan().IndexOf(Encoding.Unicode.GetBytes(Key)).Should().Be(-1);
        project.Files("obj").Should().OnlyContain(f => !project.Read("obj/" + f).Contains(Key, StringComparison.Ordinal));
    }

    [TestMethod]
    public void An_answer_over_the_bridge_is_found_by_the_next_build_and_then_there_is_nothing_to_do()
    {
        var project = TestProject.Create("models/bridge", more: Properties("<AgentEnhancerProvider>Bridge</AgentEnhancerProvider><AgentEnhancerBridgePath>bridge</AgentEnhancerBridgePath>"));
        project.Build().Succeeded().Count("warning AEB2020").Should().Be(1);
        var id = JsonDocument.Parse(project.Read("bridge/.agent-request.json")).RootElement.GetProperty("request_id").GetString();

        project.Write("bridge/.agent-response.json", JsonSerializer.Serialize(new { request_id = id, version = "1.0", status = "success", response = ModelAnswer.For(project.Directory) }));
        project.Build().Succeeded().Count("warning AEB").Should().Be(0);

        project.Read("obj/Debug/net10.0/agents/test-author.md").Should().Contain(ModelAnswer.Mark);
        project.BuildLogged().Log.TaskRuns().Should().Be(0);
    }

    [TestMethod]
    public void The_built_in_enhancer_needs_no_library_of_any_model()
    {
        var project = TestProject.Create("models/none");
        project.Build().Succeeded();
        var installed = Path.Combine(TestPackage.Packages, "agentenhancer.build", TestPackage.Version, "tasks", "net10.0");
        foreach (var file in Directory.EnumerateFiles(installed).Where(f => Path.GetFileName(f) is "YamlDotNet.dll" or "AgentEnhancer.dll" || Path.GetFileName(f).StartsWith("AgentEnhancer.Build.", StringComparison.Ordinal)))
        {
            Directory.CreateDirectory(project.PathOf("task"));
            File.Copy(file, project.PathOf("task/" + Path.GetFileName(file)));
        }

        var result = project.Build($"-p:_AgentEnhancerTaskAssembly={project.PathOf("task/AgentEnhancer.Build.dll")}");

        result.Succeeded().Output.Should().Contain("Enhanced 3 agents with 9 templates").And.NotContain("AEB");
    }

    private static string Properties(string properties) => $"<PropertyGroup>{properties}</PropertyGroup>";

    private static byte[] Unpacked(string binlog)
    {
        using var file = new GZipStream(File.OpenRead(binlog), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
