using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AgentEnhancer.Build.Tests.TaskRun;

[TestClass]
public sealed class EnhanceAgentsTests
{
    private const string Agent = "---\nname: one\ndescription: Does one thing\n---\n\n# One\n\nBody.\n";

    [TestMethod]
    public void All_agents_are_enhanced_in_one_invocation()
    {
        using var folder = new TaskFolder();
        folder.CopyShop();
        var task = folder.Task();

        task.Execute().Should().BeTrue();

        folder.Engine.Warnings.Select(w => w.Message).Should().BeEmpty();
        task.Status.Should().Be("success");
        (task.EnhancedCount, task.FailedCount, task.TotalCount, task.SuccessRate, task.InvocationCount).Should().Be((3, 0, 3, 100, 1));
        task.Summary.Should().Be("3 of 3 agents enhanced with 9 templates");
        folder.Engine.HighMessages.Should().Equal("Enhanced 3 agents with 9 templates (100% success, 1 invocation)");
        folder.Engine.Messages.Should().Contain(m => m.Message == "Found 3 agents and 9 templates" && m.Importance == MessageImportance.Normal);
        folder.Read("obj/agents/backend/endpoint-author.md").Should().Contain("## Template References");
    }

    [TestMethod]
    public void Output_items_name_their_source_and_what_became_of_it()
    {
        using var folder = new TaskFolder();
        folder.CopyShop();
        var task = folder.Task();
        task.Execute();

        var item = task.EnhancedAgents[0];
        item.ItemSpec.Should().Be(Path.Combine(folder.Root, "obj", "agents", "backend", "endpoint-author.md"));
        item.GetMetadata("SourceAgent").Should().Be(Path.Combine(folder.Root, "agents", "backend", "endpoint-author.md"));
        item.GetMetadata("Status").Should().Be("Enhanced");
        int.Parse(item.GetMetadata("LineCount"), System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThan(100);
        int.Parse(item.GetMetadata("TemplatesReferenced"), System.Globalization.CultureInfo.InvariantCulture).Should().BeGreaterThan(1);
    }

    [TestMethod]
    public void A_failed_agent_is_a_warning_with_code_file_and_link_and_the_task_succeeds()
    {
        using var folder = new TaskFolder();
        folder.Write("agents/one.md", Agent);
        folder.Write("templates/x.cs.template", "class X { }\n");
        var task = folder.Task(FakeEnhancer.Declining("{0} and {1} are no placeholders"));

        task.Execute().Should().BeTrue();

        var warning = folder.Engine.Warnings.Should().ContainSingle().Subject;
        warning.Code.Should().Be("AEB2001");
        warning.File.Should().Be(Path.Combine(folder.Root, "agents", "one.md"));
        warning.HelpLink.Should().EndWith("docs/diagnostics.md#aeb2001");
        warning.Message.Should().Contain("{0} and {1} are no placeholders");
        (task.FailedCount, task.EnhancedCount).Should().Be((1, 0));
        folder.Read("agents/one.md").Should().Be(Agent);
    }

    [TestMethod]
    public void Without_agents_nothing_is_said_and_nobody_is_asked()
    {
        using var folder = new TaskFolder();
        folder.Write("templates/x.cs.template", "class X { }\n");
        var enhancer = FakeEnhancer.Declining("never");
        var task = folder.Task(enhancer);

        task.Execute().Should().BeTrue();

        task.Status.Should().Be("skipped");
        task.Summary.Should().BeEmpty();
        task.TotalCount.Should().Be(0);
        enhancer.Calls.Should().Be(0);
        folder.Engine.Messages.Where(m => m.Importance != MessageImportance.Low).Should().BeEmpty();
        File.Exists(folder.StateFile).Should().BeFalse();
    }

    [TestMethod]
    public void Without_templates_agents_are_skipped_with_one_message()
    {
        using var folder = new TaskFolder();
        folder.Write("agents/one.md", Agent);
        var task = folder.Task();

        task.Execute().Should().BeTrue();

        task.Status.Should().Be("skipped");
        folder.Engine.HighMessages.Should().ContainSingle().Which.Should().StartWith("Skipped: no templates for 1 agent, which stays as it is");
        folder.Engine.Messages.Where(m => m.Importance != MessageImportance.Low).Should().ContainSingle("it is all there is to say");
        folder.Read("agents/one.md").Should().Be(Agent);
    }

    [TestMethod]
    public void A_surprise_is_one_warning_and_the_build_goes_on()
    {
        using var folder = new TaskFolder();
        var task = folder.Task();
        task.Agents = [new UnreadableItem()];

        task.Execute().Should().BeTrue();

        folder.Engine.Warnings.Should().ContainSingle().Which.Code.Should().Be("AEB9002");
        task.Status.Should().Be("failed");
        task.FailedCount.Should().Be(1);
    }

    [TestMethod]
    public void Cancel_stops_the_enhancer_and_fails_the_task_without_a_diagnostic()
    {
        using var folder = new TaskFolder();
        folder.Write("agents/one.md", Agent);
        folder.Write("templates/x.cs.template", "class X { }\n");
        EnhanceAgents? task = null;
        task = folder.Task(new FakeEnhancer((_, token) =>
        {
            task!.Cancel();
            token.ThrowIfCancellationRequested();
            throw new InvalidOperationException("Cancel did not reach the enhancer.");
        }));

        task.Execute().Should().BeFalse();

        folder.Engine.Warnings.Should().BeEmpty();
        folder.Engine.Errors.Should().BeEmpty();
    }

    [TestMethod]
    public void The_next_run_prunes_the_output_of_a_removed_agent_and_no_source()
    {
        using var folder = new TaskFolder();
        folder.CopyShop();
        folder.Task().Execute();
        File.Delete(Path.Combine(folder.Root, "agents", "test-author.md"));

        folder.Task().Execute();

        folder.Has("obj/agents/test-author.md").Should().BeFalse();
        folder.Has("obj/agents/backend/endpoint-author.md").Should().BeTrue();
        folder.Has("agents/backend/endpoint-author.md").Should().BeTrue();
    }

    [TestMethod]
    public void An_output_in_the_source_tree_that_is_not_ours_is_kept()
    {
        using var folder = new TaskFolder();
        folder.CopyShop();
        folder.Write("shipped/test-author.md", "Mine.\n");
        var task = folder.Task();
        task.OutputDirectory = "shipped";

        task.Execute().Should().BeTrue();

        folder.Engine.Warnings.Should().ContainSingle().Which.Code.Should().Be("AEB5002");
        folder.Read("shipped/test-author.md").Should().Be("Mine.\n");
        folder.Has("shipped/backend/endpoint-author.md").Should().BeTrue();
    }

    [TestMethod]
    public void A_host_may_run_it_on_a_thread() =>
        typeof(EnhanceAgents).GetCustomAttributesData().Select(a => a.AttributeType.FullName)
            .Should().Contain("Microsoft.Build.Framework.MSBuildMultiThreadableTaskAttribute");

    [TestMethod]
    public void A_project_directory_beats_the_file_of_the_caller()
    {
        using var folder = new TaskFolder();
        folder.CopyShop();
        var task = folder.Task();
        task.BuildEngine = new RecordingEngine(Path.Combine(Path.GetTempPath(), "elsewhere", "imported.targets"));
        task.ProjectDirectory = folder.Root;

        task.Execute().Should().BeTrue();

        folder.Has("obj/agents/test-author.md").Should().BeTrue();
    }

    private sealed class UnreadableItem : ITaskItem
    {
        public string ItemSpec
        {
            get => throw new InvalidOperationException("no path");
            set => throw new NotSupportedException();
        }

        public System.Collections.ICollection MetadataNames => Array.Empty<string>();

        public int MetadataCount => 0;

        public System.Collections.IDictionary CloneCustomMetadata() => new System.Collections.Hashtable();

        public void CopyMetadataTo(ITaskItem destinationItem) => throw new NotSupportedException();

        public string GetMetadata(string metadataName) => "";

        public void RemoveMetadata(string metadataName) => throw new NotSupportedException();

        public void SetMetadata(string metadataName, string metadataValue) => throw new NotSupportedException();
    }
}
