using AgentEnhancer.Reporting;

namespace AgentEnhancer.Build.Tests.TaskRun;

[TestClass]
public sealed class StateFileTests
{
    private static readonly string Project = Path.Combine(Path.GetTempPath(), "work", "project");
    private static readonly string Obj = Path.Combine(Project, "obj");

    [TestMethod]
    public void What_was_written_is_known_to_the_next_run_whatever_its_name()
    {
        using var folder = new TaskFolder();
        var name = "it's (a) 100% $x; @y é.md";
        StateFile.Write(folder.StateFile, Of(Enhanced(Path.Combine(Project, "agents", name), Path.Combine(Obj, "agents", name))));

        StateFile.ReadOutputs(folder.StateFile, Project).Should().Equal(Path.Combine(Obj, "agents", name));
        File.ReadAllText(folder.StateFile).Should().NotContainAny("'", "(", "$", ";", "@");
    }

    [TestMethod]
    public void An_agent_that_goes_out_as_its_own_source_is_never_an_output_to_prune()
    {
        using var folder = new TaskFolder();
        var source = Path.Combine(Project, "agents", "a.md");
        var failed = new AgentOutcome("a.md", source, OutputPath: null, AgentStatus.Failed, 3, 0);
        StateFile.Write(folder.StateFile, Of(failed));

        StateFile.ReadOutputs(folder.StateFile, Project).Should().BeEmpty();
        File.ReadAllText(folder.StateFile).Should().Be("Failed|3|0|false|agents/a.md|agents/a.md\n");
    }

    [TestMethod]
    public void Only_what_lies_under_obj_is_ours_to_clean()
    {
        var inObj = Enhanced(Path.Combine(Project, "agents", "a.md"), Path.Combine(Obj, "agents", "a.md"));
        var inSource = Enhanced(Path.Combine(Project, "agents", "b.md"), Path.Combine(Project, "objects", "b.md"));
        Of(inObj, inSource).Select(e => e.IsOwned).Should().Equal(true, false);
    }

    [TestMethod]
    public void Without_agents_there_is_no_state()
    {
        using var folder = new TaskFolder();
        folder.Write("obj/agents.state", "Enhanced|1|1|true|a|b\n");
        StateFile.Write(folder.StateFile, []);
        File.Exists(folder.StateFile).Should().BeFalse();
        StateFile.ReadOutputs(folder.StateFile, Project).Should().BeEmpty();
    }

    [TestMethod]
    public void A_line_of_another_form_is_ignored()
    {
        using var folder = new TaskFolder();
        folder.Write("obj/agents.state", "garbage\nEnhanced|1|1|true|agents/a.md|obj/agents/a.md\n");
        StateFile.ReadOutputs(folder.StateFile, Project).Should().Equal(Path.Combine(Obj, "agents", "a.md"));
    }

    private static AgentOutcome Enhanced(string source, string output) =>
        new(Path.GetFileName(source), source, output, AgentStatus.Enhanced, 180, 4);

    private static System.Collections.Immutable.ImmutableArray<StateEntry> Of(params AgentOutcome[] agents) =>
        StateFile.Of(new EnhancementOutcome(RunStatus.Success, [.. agents], 1, 1, default, []), Project, Obj);
}
