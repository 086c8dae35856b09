using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Relevance;

[TestClass]
public sealed class What_an_agent_is_about
{
    private static AgentQuery Query(string name, string description)
    {
        using var set = new TestSet().Agent(name, description).Agent("crane-specialist", "Lifts crates");
        return AgentQuery.ForAll(set.Agents())[0];
    }

    [TestMethod]
    public void Tests_rank_lower_for_whom_they_are_not_the_subject()
    {
        Query("gate-tester", "Writes unit tests of gates").Prior(TemplateRole.Test).Should().BeGreaterThan(1);
        Query("gate-author", "Opens gates").Prior(TemplateRole.Test).Should().BeLessThan(1);
    }

    [TestMethod]
    public void Prose_and_configuration_rank_lower_than_code()
    {
        var query = Query("gate-author", "Opens gates");

        query.Prior(TemplateRole.Code).Should().Be(1);
        query.Prior(TemplateRole.Configuration).Should().BeLessThan(1);
        query.Prior(TemplateRole.Prose).Should().BeLessThan(query.Prior(TemplateRole.Configuration));
        Query("docs-writer", "Writes the documentation of gates").Prior(TemplateRole.Prose).Should().Be(1);
    }

    [TestMethod]
    public void Only_the_first_sentence_of_a_description_makes_a_tester() =>
        Query("gate-author", "Opens gates. Also runs the tests.").AboutTests.Should().BeFalse();

    [TestMethod]
    [DataRow("Reviews rust code", "rust", true)]
    [DataRow("Reviews python code", "rust", false)]
    [DataRow("Writes React pages", "tsx", true)]
    [DataRow("Writes dotnet services", "csharp", true)]
    [DataRow("Plans terraform modules", "hcl", true)]
    [DataRow("Builds docker images", "dockerfile", true)]
    [DataRow("Writes yaml and markdown", "yaml", false)]
    public void An_agent_may_name_nothing_but_a_language(string description, string language, bool expected) =>
        Query("code-reviewer", description).NamesLanguage(language).Should().Be(expected);

    [TestMethod]
    public void Its_words_are_covered_by_a_text_that_has_them()
    {
        var query = Query("gate-author", "Opens gates slowly");
        var index = new TermIndex([new Dictionary<string, double> { ["gate"] = 2, ["slowly"] = 1 }, new Dictionary<string, double> { ["crane"] = 1 }]);

        query.Coverage(new Dictionary<string, double>(), index).Should().Be(0);
        query.Coverage(new Dictionary<string, double> { ["gate"] = 1 }, index).Should().BeInRange(0.01, 0.99);
        query.Coverage(query.Core.ToDictionary(t => t, _ => 1.0), index).Should().BeApproximately(1, 1e-9);
    }

    [TestMethod]
    public void An_agent_without_a_word_covers_nothing() =>
        Query("a", "the of and").Coverage(new Dictionary<string, double> { ["gate"] = 1 }, new TermIndex([])).Should().Be(0);

    [TestMethod]
    public void A_reviewer_of_a_language_ranks_the_templates_of_that_language()
    {
        using var set = new TestSet().Agent("rust-reviewer", "Reviews rust")
            .Template("gauge.rs.template", "pub fn read_gauge() -> i32 {\n    1\n}\n").Template("crane.go.template", "package crane\n\nfunc Lift() {\n}\n");

        set.Relevance().For("rust-reviewer.md").Select(r => r.Template.FileName).Should().StartWith("gauge.rs");
    }

    [TestMethod]
    [DataRow("Stores the fields of an order, and each order request", true)]
    [DataRow("Lifts crates of fish with a crane, and weighs each crate", false)]
    [DataRow("Stores the fields of an order. <example>user: The crane drops crates of fish on the quay, weigh each crate again</example>", true)]
    public void In_a_set_of_one_subject_its_words_are_concern_enough(string description, bool isConcerned)
    {
        using var set = new TestSet().Agent("writer", description)
            .Template("AGENTS.md", "# Rules\n\n## Never\n\n- Log the body of an order request\n")
            .Template("order.ts", "export function order(request) {\n  return request.body;\n}\n");

        set.Relevance().For("writer.md").Any().Should().Be(isConcerned);
    }

    [TestMethod]
    [DataRow("Opens gates. Does not open cranes.", "crane")]
    [DataRow("Opens gates, but not for cranes", "crane")]
    [DataRow("Opens gates. Cranes are not mine.", "crane")]
    [DataRow("Opens gates. Leave cranes to the crane author.", "crane")]
    [DataRow("Opens gates. Cranes belong to the crane author.", "crane")]
    public void What_it_leaves_to_others_is_not_its_subject(string description, string denied)
    {
        var query = Query("gate-author", description);

        query.Terms.Should().ContainKey("gate").And.NotContainKey(denied);
        query.Core.Should().NotContain(denied);
    }

    [TestMethod]
    public void A_section_of_what_it_does_not_do_ends_with_the_next_heading() =>
        Scope.Positive("# Gates\n\nOpens gates.\n\n## You don't\n\n- Lift cranes\n- Weigh\n  crates\n\n## Tides\n\nWatch tides,\nand ships.\n")
            .Should().Contain("gates").And.Contain("tides").And.Contain("ships").And.NotContain("cranes").And.NotContain("crates");

    [TestMethod]
    public void A_pipeline_that_runs_tests_is_no_test()
    {
        var pipeline = new TestSet().Template(".github/workflows/build.yml.template", "jobs:\n  test:\n    steps:\n      - run: make test\n").Catalogue().Templates[0];
        var tests = new TestSet().Template("compose.test.yml.template", "services:\n  test:\n    image: test\n").Catalogue().Templates[0];

        TemplateTerms.Of(pipeline).Should().NotContainKey("test").And.ContainKey("step");
        TemplateTerms.Of(tests).Should().ContainKey("test");
    }

    [TestMethod]
    public void Statements_that_make_tables_are_of_a_schema_and_those_that_read_are_queries()
    {
        var made = new TestSet().Template("a.sql.template", "CREATE TABLE berths (id int);\n").Catalogue().Templates[0];
        var read = new TestSet().Template("a.sql.template", "SELECT id FROM berths;\n").Catalogue().Templates[0];

        TemplateTerms.Of(made).Should().ContainKey("migr");
        TemplateTerms.Of(read).Should().NotContainKey("migr");
    }

    [TestMethod]
    public void Who_only_reads_owns_nothing_that_a_writer_fits()
    {
        using var set = new TestSet()
            .AgentFile("gate-author.md", "---\nname: gate-author\ndescription: Writes gates and lamps\ntools: Edit\n---\n# Gates\n")
            .AgentFile("gate-reviewer.md", "---\nname: gate-reviewer\ndescription: Reviews gates\ntools: Read\n---\n# Gates\n")
            .Template("gate.py.template", "def open_gate():\n    return 1\n").Template("lamp.py.template", "def light_lamp():\n    return 1\n");

        set.Relevance().Owners.Values.Should().OnlyContain(o => o == "gate-author.md");
    }
}
