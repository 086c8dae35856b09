namespace AgentEnhancer.Build.Tests.Package;

/// <summary>A model is paid once: what it answered lies under source control and serves until the question changes.</summary>
[TestClass]
public sealed class StoredAnswersTests
{
    private const string Kept = "<PropertyGroup><AgentEnhancerResponsesPath>agents.lock</AgentEnhancerResponsesPath></PropertyGroup>";
    private const string Said = "Do as the model says for ";
    private static readonly string[] All = ["backend/endpoint-author.md", "backend/repository-author.md", "test-author.md"];

    [TestMethod]
    public void The_first_build_asks_once_and_stores_an_answer_for_each_agent()
    {
        var (project, model) = Create("Stored/First");

        project.Build().Succeeded().Count("Enhanced 3 agents with 9 templates (100% success, 1 invocation)").Should().Be(1);

        model.Asked.Should().ContainSingle().Which.Should().Equal(All);
        project.Files("agents.lock").Should().Equal(All.Select(a => a + ".json"));
        All.Should().OnlyContain(a => project.Read("obj/Debug/net10.0/agents/" + a).Contains(Said + a));
        project.Files("agents.lock").Should().OnlyContain(f => !project.Read("agents.lock/" + f).Contains(project.Directory));
    }

    [TestMethod]
    public void A_clean_build_asks_nobody_and_gives_the_same_bytes()
    {
        var (project, model) = Create("Stored/Clean");
        project.Build().Succeeded();
        var documents = Documents(project);

        project.Run("clean").Succeeded();
        project.Files("agents.lock").Should().HaveCount(3, "they are the user's");
        project.Build().Succeeded().Count("Enhanced 3 agents with 9 templates (100% success, 0 invocations)").Should().Be(1);

        model.Calls.Should().Be(1);
        Documents(project).Should().Equal(documents);
    }

    [TestMethod]
    public void A_build_with_nothing_new_says_nothing_and_does_not_even_look()
    {
        var (project, model) = Create("Stored/Again");
        project.Build().Succeeded();

        var (result, log) = project.BuildLogged("--no-restore");

        result.Succeeded().Count("Enhanced").Should().Be(0);
        log.TaskRuns().Should().Be(0);
        model.Calls.Should().Be(1);
    }

    [TestMethod]
    public void An_edited_agent_is_asked_about_alone()
    {
        var (project, model) = Create("Stored/Agent");
        project.Build().Succeeded();
        var before = project.Read("agents.lock/test-author.md.json");

        project.Write("agents/backend/endpoint-author.md", project.Read("agents/backend/endpoint-author.md") + "\nAnswers in JSON.\n");
        project.Build("--no-restore").Succeeded().Count("1 invocation").Should().Be(1);

        model.Asked[^1].Should().Equal("backend/endpoint-author.md");
        model.Calls.Should().Be(2);
        project.Read("agents.lock/test-author.md.json").Should().Be(before);
    }

    [TestMethod]
    public void An_edited_template_is_asked_about_for_those_that_it_matters_to()
    {
        var (project, model) = Create("Stored/Template");
        // One more subject, so that not every template matters to every agent.
        foreach (var i in Enumerable.Range(1, 6))
        {
            project.Write($"templates/paint/Colour{i}.cs.template", $"namespace Paint;\n\npublic sealed class Colour{i}\n{{\n    public int Shade{i}() => {i};\n}}\n");
        }

        project.Write("agents/painter.md", "---\nname: painter\ndescription: Chooses paint, colour and shade\n---\n\n# Painter\n\nMixes colour and shade of paint.\n");
        project.Build().Succeeded();

        project.Write("templates/paint/Colour1.cs.template", project.Read("templates/paint/Colour1.cs.template").Replace("=> 1", "=> 100"));
        project.Build("--no-restore").Succeeded();

        model.Calls.Should().Be(2);
        model.Asked[^1].Should().Contain("painter.md").And.NotContain(All);
    }

    [TestMethod]
    public void Empty_lines_in_a_template_move_the_evidence_and_cost_nothing()
    {
        var (project, model) = Create("Stored/Lines");
        project.Build().Succeeded();
        var before = Documents(project);

        foreach (var template in project.Files("templates", "*.template"))
        {
            project.Write("templates/" + template, "\n\n\n" + project.Read("templates/" + template));
        }

        project.Build("--no-restore").Succeeded().Count("0 invocations").Should().Be(1);

        model.Calls.Should().Be(1);
        var after = Documents(project);
        after.Should().NotEqual(before, "the citations have moved");
        after.Should().OnlyContain(d => d.Contains(" It was asked. [1:4"));
    }

    [TestMethod]
    public void A_damaged_file_costs_a_warning_and_its_own_agent_only()
    {
        var (project, model) = Create("Stored/Damaged");
        project.Build().Succeeded();
        project.Write("agents.lock/test-author.md.json", "<<<<<<< ours\n");

        project.Build("--no-restore").Succeeded().Output.Should().MatchRegex(@"agents\.lock/test-author\.md\.json(\(\d+\))?\s?: warning AEB5020: ");

        model.Asked[^1].Should().Equal("test-author.md");
    }

    [TestMethod]
    public void A_build_server_needs_no_model_and_makes_the_same_bytes_elsewhere()
    {
        var (project, model) = Create("Stored/Here");
        project.Build().Succeeded();
        var (elsewhere, none) = Create("Stored/There/Deeper");
        foreach (var file in project.Files("agents.lock"))
        {
            elsewhere.Write("agents.lock/" + file, project.Read("agents.lock/" + file));
        }

        elsewhere.Build("-p:ContinuousIntegrationBuild=true").Succeeded().Count("0 invocations").Should().Be(1);

        (model.Calls, none.Calls).Should().Be((1, 0));
        Documents(elsewhere).Should().Equal(Documents(project));
    }

    [TestMethod]
    public void A_locked_build_fails_where_an_answer_is_missing_or_out_of_date_and_says_how_to_mend_it()
    {
        var (project, model) = Create("Stored/Locked");
        project.Build().Succeeded();
        File.Delete(project.PathOf("agents.lock/test-author.md.json"));
        project.Write("agents/backend/endpoint-author.md", project.Read("agents/backend/endpoint-author.md") + "\nAnswers in JSON.\n");

        var locked = project.Build("--no-restore", "-p:AgentEnhancerLockedMode=true");

        locked.ExitCode.Should().NotBe(0);
        locked.Output.Should().MatchRegex(@"agents/test-author\.md\s?: error AEB5022: .*dotnet build -p:AgentEnhancerLockedMode=false.*test-author\.md\.json");
        locked.Output.Should().MatchRegex(@"agents/backend/endpoint-author\.md\s?: error AEB5023: ");
        model.Calls.Should().Be(1);
        project.Build("--no-restore", "-p:AgentEnhancerLockedMode=false").Succeeded();
        model.Asked[^1].Should().Equal("backend/endpoint-author.md", "test-author.md");
        project.Build("--no-restore", "-p:AgentEnhancerLockedMode=true").Succeeded();
    }

    [TestMethod]
    public void Builds_at_the_same_time_pay_once_and_tear_nothing()
    {
        var (project, model) = Create("Stored/Together", "read", "wait 2000", "plans");
        project.Run("restore").Succeeded();

        // Two of each configuration: those share all files, the others the answers.
        var builds = Enumerable.Range(0, 4).Select(i => Task.Factory.StartNew(
            () => project.Run("msbuild", "-t:EnhanceAgents", $"-p:Configuration={(i % 2 == 0 ? "Debug" : "Release")}"),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        var results = Task.WhenAll(builds).GetAwaiter().GetResult();

        results.Should().OnlyContain(r => r.ExitCode == 0);
        model.Calls.Should().Be(1);
        Documents(project, "Release").Should().Equal(Documents(project)).And.HaveCount(3);
        project.Files("agents.lock").Should().Equal(All.Select(a => a + ".json"));
    }

    [TestMethod]
    public void A_build_that_was_killed_in_the_middle_leaves_nothing_in_the_way_of_the_next()
    {
        var (project, model) = Create("Stored/Killed", "read", "hang");
        project.Run("restore").Succeeded();

        project.Kill(() => model.Hangs, "msbuild", "-t:EnhanceAgents");
        project.Files("agents.lock").Should().BeEmpty();
        model.Does("read", "plans");
        project.Run("msbuild", "-t:EnhanceAgents").Succeeded().Count("Enhanced 3 agents").Should().Be(1);

        project.Files("agents.lock").Should().Equal(All.Select(a => a + ".json"));
        project.Files("obj/Debug/net10.0/agents").Should().Equal(All);
    }

    private static (TestProject Project, FakeModel Model) Create(string name, params string[] steps)
    {
        var model = new FakeModel(name, steps);
        return (TestProject.Create(name, more: model.Properties + Kept), model);
    }

    private static string[] Documents(TestProject project, string configuration = "Debug")
    {
        var folder = $"obj/{configuration}/net10.0/agents/";
        return [.. project.Files(folder).Select(f => project.Read(folder + f))];
    }
}
