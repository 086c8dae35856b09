using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Tests.Templates.Instances;

/// <summary>A plan speaks of the lines of templates, whoever made it; the document of an agent in a <c>dotnet new</c> template, of those of an instance.</summary>
[TestClass]
public sealed class A_document_of_an_instance : IDisposable
{
    private const string Config =
        """
        {
          "sourceName": "Acme.Shop",
          "symbols": { "auth": { "type": "parameter", "datatype": "bool" }, "thing": { "type": "parameter", "fileRename": "Thing" } },
          "sources": [ { "copyOnly": [ "src/Copied.cs", ".claude/agents/copied.md" ], "modifiers": [ { "condition": "!auth", "exclude": "src/Auth.cs" } ] } ]
        }
        """;

    private const string Store =
        """
        #if DEBUG
        using Never;
        #endif
        namespace Acme.Shop;

        public class Store
        {
            public void Add()
            {
        #if (auth)
                Check();
        #endif
                Save();
            }

        #if (auth)
            public void Check()
            {
                Ask();
            }
        #endif
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Cites_lines_as_they_are_numbered_then_and_says_what_comes_with_an_option()
    {
        var text = Render(".claude/agents/a.md");
        text.Should().Contain("| 1 | `src/Store.cs` |").And.Contain("| 2 | `src/Auth.cs` (only with `--auth`) |");
        text.Should().Contain("1. **Declare stores.** Those at [1:3] do. [1:3-5]", "three lines above are in no instance");
        text.Should().Contain("2. **Save at the end.** [1]", "an option moves it");
        text.Should().Contain("3. **Ask before.** [1] (only with `--auth`)");
        text.Should().Contain("4. **Sign in.** [2:1] (only with `--auth`)");
        text.Should().Contain("5. **Say both.** [1:3]");
    }

    [TestMethod]
    public void Cuts_excerpts_where_options_decide()
    {
        var text = Render(".claude/agents/a.md");
        text.Should().Contain(
            """
            From [1]:

            ```csharp
            public class Store
            {
                public void Add()
                {
                    // …
                    Save();
                }
            // …
            }
            ```
            """.ReplaceLineEndings("\n"));
        text.Should().Contain("From [1] (only with `--auth`):\n\n```csharp\n    public void Check()\n    {\n        Ask();\n    }\n```");
        text.Should().Contain("From [1:1-3]:\n\n```csharp\nnamespace Acme.Shop;\n\npublic class Store\n```");
    }

    [TestMethod]
    public void Passes_the_gate_which_reads_the_templates_as_they_lie()
    {
        var (agent, catalogue) = Read(".claude/agents/a.md");
        var text = Render(".claude/agents/a.md");
        Grounding(agent, catalogue, text).Should().BeEmpty();
        Grounding(agent, catalogue, text.Replace("        Save();", "        Sell();", StringComparison.Ordinal)).Should().Equal(GateDiagnostics.NotVerbatim);
        Grounding(agent, catalogue, text.Replace("[1:3-5]", "[1:3-50]", StringComparison.Ordinal)).Should().Equal(GateDiagnostics.LinesUnresolved);
    }

    [TestMethod]
    public void Tells_an_agent_outside_of_the_template_of_files_as_they_lie() => Render("agents/a.md").Should()
        .Contain("| 1 | `content/src/Store.cs` |").And.Contain("| 2 | `content/src/Auth.cs` |").And.Contain("**Declare stores.** Those at [1:6] do. [1:6-8]")
        .And.Contain("        Check();\n#endif\n        Save();").And.NotContain("only with");

    [TestMethod]
    public void Names_nothing_that_cannot_be_told()
    {
        var (agent, catalogue) = Read(".claude/agents/a.md");
        var (store, thing, copied) = (Id(catalogue, "Store.cs"), Id(catalogue, "Thing.cs"), Id(catalogue, "Copied.cs"));
        var plan = PlanChecker.Check(agent, Make.EmptyPlan with
        {
            References = [new(store, "a"), new(thing, "b"), new(copied, "c")],
            Practices =
            [
                Make.Practice("Name a file that is renamed.", null, Make.Evidence(thing, 1, 1)),
                Make.Practice("Name what is in no instance.", null, Make.Evidence(store, 1, 3)),
                Make.Practice("Quote `Acme.Shop`, which stays there.", null, Make.Evidence(copied, 1, 1)),
                Make.Practice("Quote `Copied`, which stays in both.", null, Make.Evidence(copied, 2, 2)),
            ],
            Examples = [Make.Example("Gone", Make.Evidence(store, 1, 3)), Make.Example("Replaced in the document only", Make.Evidence(copied, 1, 1)), Make.Example("Both", Make.Evidence(copied, 1, 2))],
        }, catalogue);
        plan.Problems.Should().BeEmpty("it is no fault of who planned");
        plan.Plan.References.Select(r => r.TemplateId).Should().Equal(store, copied);
        plan.Plan.Practices.Should().ContainSingle().Which.Do.Should().StartWith("Quote `Copied`");
        plan.Plan.Examples.Should().ContainSingle();
        DocumentRenderer.Render(agent, plan.Plan, catalogue).Text.Should().Contain("```csharp\npublic class Copied;\n```");
    }

    [TestMethod]
    public void Is_not_replaced_where_it_is_only_copied()
    {
        var text = Render(".claude/agents/copied.md");
        text.Should().NotContain("Acme.Shop", "the files have another name there");
        text.Should().Contain("`src/Store.cs`");
    }

    [TestMethod]
    public void Explains_the_name_in_paths()
    {
        _folder.Write("content/Acme.Shop/Named.cs", "class Named;\n");
        var (agent, catalogue) = Read(".claude/agents/a.md");
        DocumentRenderer.Render(agent, Make.EmptyPlan with { References = [new(Id(catalogue, "Named.cs"), "a")] }, catalogue).Text.Should()
            .Contain("| 1 | `Acme.Shop/Named.cs` |").And.Contain("In paths, `Acme.Shop` is the project's name as `dotnet new` was given it.");
    }

    [TestMethod]
    public void Gets_its_citations_changed_where_a_model_wrote_it_whole()
    {
        var (agent, catalogue) = Read(".claude/agents/a.md");
        var written = agent.FrontMatter
            + "\n| # | Template |\n| --- | --- |\n| 1 | `content/src/Store.cs` |\n\n- Declare [1:6-8], save [1:13], ask [1:19]; `[1:6]` is code, [1:99] is nowhere.\n\n```text\ncontent/src/Store.cs [1:6]\n```\n";
        InstanceText.Of(agent, written, catalogue).Should().Be(agent.FrontMatter
            + "\n| # | Template |\n| --- | --- |\n| 1 | `src/Store.cs` |\n\n- Declare [1:3-5], save [1], ask [1] (only with `--auth`); `[1:6]` is code, [1:99] is nowhere.\n\n```text\ncontent/src/Store.cs [1:6]\n```\n");
        InstanceText.Of(Read("agents/a.md").Agent, written, catalogue).Should().Be(written);
    }

    private string Render(string agentPath)
    {
        var (agent, catalogue) = Read(agentPath);
        var (store, auth) = (Id(catalogue, "Store.cs"), Id(catalogue, "Auth.cs"));
        return DocumentRenderer.Render(agent, Make.EmptyPlan with
        {
            References = [new(store, "Stores"), new(auth, "Signs in")],
            Practices =
            [
                Make.Practice("Declare stores.", $"Those at [{store}:6] do.", Make.Evidence(store, 6, 8)),
                Make.Practice("Save at the end.", null, Make.Evidence(store, 13, 13)),
                Make.Practice("Ask before.", null, Make.Evidence(store, 19, 19)),
                Make.Practice("Sign in.", null, Make.Evidence(auth, 1, 1)),
                Make.Practice("Say both.", null, Make.Evidence(store, 6, 6)),
            ],
            Examples =
            [
                Make.Example("Store", Make.Evidence(store, 6, 22)),
                Make.Example("Check", Make.Evidence(store, 17, 20)),
                Make.Example("Top", Make.Evidence(store, 1, 6)),
            ],
        }, catalogue).Text;
    }

    private (Agent Agent, TemplateCatalogue Catalogue) Read(string agentPath)
    {
        _folder.Write("content/.template.config/template.json", Config);
        _folder.Write("content/src/Store.cs", Store.ReplaceLineEndings("\n"));
        _folder.Write("content/src/Auth.cs", "public class Auth;\n");
        _folder.Write("content/src/Thing.cs", "public class Thing;\n");
        _folder.Write("content/src/Copied.cs", "namespace Acme.Shop;\npublic class Copied;\n");
        var path = _folder.Write(agentPath.StartsWith('.') ? "content/" + agentPath : agentPath, "---\nname: a\ndescription: Writes stores\n---\n\n# A\n");
        var (catalogue, _) = TemplateCatalogueReader.Read(
        [
            .. _folder.Files("content").Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
                .Select(f => new TemplateItem(_folder["content/" + f], "content/" + f, _folder["content"], TemplateRoot: "content")),
        ]);
        return (AgentReader.Read(new AgentItem(path, agentPath, TemplateRoot: agentPath.StartsWith('.') ? "content" : null)).Agent!, catalogue);
    }

    private static string Id(TemplateCatalogue catalogue, string file) => catalogue.Templates.Single(t => t.Path.EndsWith("/" + file, StringComparison.Ordinal)).Id;

    private static IEnumerable<DiagnosticDescriptor> Grounding(Agent agent, TemplateCatalogue catalogue, string text)
    {
        var view = DocumentView.Read(agent, text, catalogue, RelevanceAnalyzer.Analyze([agent], catalogue));
        return [.. GroundingBars.Paths(view).Concat(GroundingBars.Lines(view)).Concat(GroundingBars.Verbatim(view)).Select(v => v.Descriptor)];
    }
}
