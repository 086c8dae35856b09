using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates.Reading;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class What_rules_say
{
    [TestMethod]
    public void Is_cited_at_its_place()
    {
        using var set = new TestSet().Template("gate.py.template", "import app\n\n\nasync def run():\n    async with app.tide_session() as session:\n        return session\n");

        set.SaysByRule().Should().Contain("Practice: Open `session` with `async with app.tide_session()`. (Its exit also runs when the block raises.) [t1:5]");
    }

    [TestMethod]
    public void Is_offered_with_each_of_its_templates_first()
    {
        const string text = "import app\n\n\nasync def run():\n    async with app.tide_session() as session:\n        return session\n";
        using var set = new TestSet().Template("a.py.template", text).Template("b.py.template", text);

        set.SaysByRule().Where(s => s.Contains("tide_session", StringComparison.Ordinal)).Select(s => s[(s.LastIndexOf('[') + 1)..^1]).Should().Equal("t1:5 t2:5", "t2:5 t1:5");
    }

    [TestMethod]
    public void Is_one_sentence_where_two_differ_in_one_name()
    {
        using var set = new TestSet().Template("gate.py.template", "alpha = open_gate('north')\nbeta = open_gate('south')\n");

        Own(set, "practice: 'Keep `{name}` shut.'").Should().Equal("Keep `alpha` and `beta` shut.");
    }

    [TestMethod]
    public void Is_two_sentences_where_the_name_stands_twice()
    {
        using var set = new TestSet().Template("gate.py.template", "alpha = open_gate('north')\nbeta = open_gate('south')\n");

        Own(set, "practice: 'Keep `{name}` shut as `{name}`.'").Should().Equal("Keep `alpha` shut as `alpha`.", "Keep `beta` shut as `beta`.");
    }

    [TestMethod]
    public void Is_silent_where_fewer_places_show_it_than_the_rule_wants()
    {
        using var set = new TestSet().Template("gate.py.template", "alpha = open_gate('north')\n");

        Own(set, "practice: 'Keep `{name}` shut.'", "support: 2").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("practice", StatementKind.Practice)]
    [DataRow("always", StatementKind.Always)]
    [DataRow("ask", StatementKind.Ask)]
    public void Keeps_its_kind(string kind, object expected)
    {
        using var set = new TestSet().Template("gate.py.template", "alpha = open_gate('north')\n");

        Statements(set, "practice: 'Keep `{name}` shut.'", $"kind: {kind}").Should().ContainSingle().Which.Kind.Should().Be((StatementKind)expected);
    }

    [TestMethod]
    public void Is_no_statement_where_it_is_a_notice()
    {
        using var set = new TestSet().Template("gate.py.template", "alpha = open_gate('north')\n");

        Own(set, "practice: 'Keep `{name}` shut.'", "kind: notice").Should().BeEmpty();
    }

    private static IEnumerable<string> Own(TestSet set, params string[] lines) => Statements(set, lines).Select(s => s.Text);

    private static IEnumerable<Statement> Statements(TestSet set, params string[] lines)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("agent-enhancer-rules-").FullName, "own.yml");
        try
        {
            File.WriteAllText(file, "- id: gates\n  languages: [python]\n  detect: '^(?<name>\\w+) = open_gate\\('\n" + string.Concat(lines.Select(l => $"  {l}\n"))
                + "  weight: 5\n  topic: gates\n  examples:\n    - positive: \"gate = open_gate('a')\"\n    - negative: 'gate = 1'\n");
            var read = RuleReader.ReadFiles([file]);
            read.Diagnostics.Should().BeEmpty();
            var catalogue = set.Catalogue();
            return [.. RuleStatements.From(CatalogueFacts.Of(catalogue, SymbolLinker.Link(catalogue.Templates, Languages.Family), new RuleSet(read.Rules)))];
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }
}
