using AgentEnhancer.Plans.Rules;

namespace AgentEnhancer.Tests.Plans.Rules;

[TestClass]
public sealed class ProjectRulesTests
{
    private const string Good = """
        - id: own-repository
          languages: [csharp]
          words: ['Repository<']
          detect: '\bIRepository<(?<entity>\w+)>'
          practice: 'Load `{entity}` through `IRepository<{entity}>`.'
          why: >-
            It adds the tenant
            filter.
          weight: 9

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("rules").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static string With(string line) => Good.TrimEnd('\n') + "\n  " + line + "\n";

    [TestMethod]
    public void A_project_s_rule_speaks_like_a_built_in_one()
    {
        var (rules, diagnostics) = RuleReader.ReadFiles([Write("own.yml", Good)]);

        diagnostics.Should().BeEmpty();
        var match = RuleData.Match(rules.Single(), "class Orders(IRepository<Order> orders) { }").Single();
        match.Sentence.Should().Be("Load `Order` through `IRepository<Order>`.");
        match.Why.Should().Be("It adds the tenant filter.");
        rules[0].Weight.Should().Be(9);
        rules[0].Topic.Should().Be("own-repository");
    }

    [TestMethod]
    [DataRow("nonsense: 1", "there is no field 'nonsense'")]
    [DataRow("weight: 1", "'weight' stands twice")]
    [DataRow("kind: sometimes", "'kind' must be one of practice, always, never, ask, notice")]
    [DataRow("on: text", "'on' must be one of code, source, comment, raw")]
    [DataRow("span: 0", "'span' must be a number from 1 to 40")]
    [DataRow("span: [1]", "'span' must be a text")]
    [DataRow("support: many", "'support' must be a number from 1 to 100")]
    [DataRow("topic: {a: b}", "'topic' must be a text")]
    [DataRow("instead: 'something'", "'instead' belongs to every rule of kind 'never', and to no other")]
    [DataRow("given: '{entitty}'", "'given' has a slot '{entitty}', but 'detect' has no group of that name")]
    [DataRow("except: '('", "'except' is not a regular expression: *")]
    public void A_bad_field_is_reported_at_its_line_and_the_other_rules_are_used(string line, string problem)
    {
        var path = Write("own.yml", With(line) + Good.Replace("own-repository", "other-rule", StringComparison.Ordinal));

        var (rules, diagnostics) = RuleReader.ReadFiles([path]);

        rules.Select(r => r.Id).Should().Equal("other-rule");
        var diagnostic = diagnostics.Should().ContainSingle().Subject;
        diagnostic.Descriptor.Should().BeSameAs(RuleDiagnostics.RuleInvalid);
        diagnostic.File.Should().Be(path);
        diagnostic.Arguments[0].Should().Be("own-repository");
        diagnostic.Arguments[1].Should().Match(problem);
        diagnostic.Line.Should().Be(10);
    }

    [TestMethod]
    [DataRow("  detect: '\\bIRepository<(?<entity>\\w+)>'\n", "'detect' is missing")]
    [DataRow("  languages: [csharp]\n", "'languages' must name at least one language, or 'any'")]
    public void A_missing_field_is_reported_at_the_rule(string left, string problem)
    {
        var (rules, diagnostics) = RuleReader.ReadFiles([Write("own.yml", "# mine\n" + Good.Replace(left, "", StringComparison.Ordinal))]);

        rules.Should().BeEmpty();
        diagnostics.Single().Arguments[1].Should().Be(problem);
        diagnostics.Single().Line.Should().Be(2);
    }

    [TestMethod]
    public void An_id_that_is_no_id_is_reported()
    {
        var (_, diagnostics) = RuleReader.ReadFiles([Write("own.yml", Good.Replace("own-repository", "Own Rule", StringComparison.Ordinal))]);

        diagnostics.Single().Arguments[1].Should().Be("an id is of lower-case letters, digits and hyphens");
    }

    [TestMethod]
    public void Rules_before_the_place_where_a_file_stops_being_yaml_are_used()
    {
        var path = Write("own.yml", Good + "- id: 'unclosed\n");

        var (rules, diagnostics) = RuleReader.ReadFiles([path]);

        rules.Select(r => r.Id).Should().Equal("own-repository");
        diagnostics.Single().Descriptor.Should().BeSameAs(RuleDiagnostics.NotYaml);
        diagnostics.Single().Line.Should().BeGreaterThan(9);
        diagnostics.Single().Arguments[1].Should().Be("1");
    }

    [TestMethod]
    [DataRow("rules: []", "a list of rules is expected*")]
    [DataRow("- &a [*a]\n", "*")]
    public void Yaml_of_another_form_is_refused(string text, string problem)
    {
        var (rules, diagnostics) = RuleReader.ReadFiles([Write("own.yml", text)]);

        rules.Should().BeEmpty();
        diagnostics.Single().Descriptor.Should().BeSameAs(RuleDiagnostics.NotYaml);
        diagnostics.Single().Arguments[0].Should().Match(problem);
    }

    [TestMethod]
    public void An_item_that_is_no_map_is_reported()
    {
        var (rules, diagnostics) = RuleReader.ReadFiles([Write("own.yml", "- just text\n" + Good)]);

        rules.Should().HaveCount(1);
        diagnostics.Single().Line.Should().Be(1);
        diagnostics.Single().Descriptor.Should().BeSameAs(RuleDiagnostics.RuleInvalid);
    }

    [TestMethod]
    public void Yaml_nested_without_end_is_refused()
    {
        var (_, diagnostics) = RuleReader.ReadFiles([Write("own.yml", "- " + new string('[', 5_000))]);

        diagnostics.Should().ContainSingle().Which.Descriptor.Should().BeSameAs(RuleDiagnostics.NotYaml);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("# nothing yet\n")]
    [DataRow("[]\n")]
    public void An_empty_file_holds_no_rules_and_no_error(string text)
    {
        var (rules, diagnostics) = RuleReader.ReadFiles([Write("own.yml", text)]);

        rules.Should().BeEmpty();
        diagnostics.Should().BeEmpty();
    }

    [TestMethod]
    public void A_file_that_is_not_there_is_reported_and_the_others_are_read()
    {
        var missing = Path.Combine(_folder, "missing.yml");

        var (rules, diagnostics) = RuleReader.ReadFiles([missing, Write("own.yml", Good)]);

        rules.Should().HaveCount(1);
        diagnostics.Single().Descriptor.Should().BeSameAs(RuleDiagnostics.FileUnreadable);
        diagnostics.Single().File.Should().Be(missing);
    }

    [TestMethod]
    public void The_second_rule_of_one_id_is_reported_with_the_place_of_the_first()
    {
        var first = Write("a.yml", Good);
        var second = Write("b.yml", Good);

        var (rules, diagnostics) = RuleReader.ReadFiles([first, second]);

        rules.Should().HaveCount(1);
        diagnostics.Single().Descriptor.Should().BeSameAs(RuleDiagnostics.RuleDuplicate);
        diagnostics.Single().File.Should().Be(second);
        diagnostics.Single().Arguments.Should().Equal("own-repository", first);
    }

    [TestMethod]
    public void A_project_s_rule_takes_the_place_of_the_built_in_one_of_its_id()
    {
        var builtIn = RuleReader.ReadBuiltIn(["csharp"]);
        var own = builtIn[0] with { Practice = "Do otherwise." };

        var rules = RuleReader.Combine(builtIn, [own]);

        rules.Should().HaveSameCount(builtIn);
        rules.Where(r => r.Id == own.Id).Select(r => r.Practice).Should().Equal("Do otherwise.");
    }
}
