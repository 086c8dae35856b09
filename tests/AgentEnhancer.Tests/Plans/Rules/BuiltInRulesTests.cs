using AgentEnhancer.Plans.Rules;

namespace AgentEnhancer.Tests.Plans.Rules;

[TestClass]
public sealed class BuiltInRulesTests
{
    public static IEnumerable<object[]> Ids => RuleData.All.Select(r => new object[] { r.Rule.Id });

    public static IEnumerable<object[]> Files => BuiltInRules.Files.Select(f => new object[] { f });

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void A_rule_says_its_sentence_on_positive_examples_and_nothing_on_negative_ones(string id)
    {
        var (file, _, rule, examples) = RuleData.Find(id);

        examples.Should().Contain(e => e.Says != null).And.Contain(e => e.Says == null, $"{id} needs an example of each sort");
        foreach (var example in examples)
        {
            var sentences = RuleData.Match(rule, example.Text, example.Language).Select(m => m.Sentence);
            if (example.Says is null)
            {
                sentences.Should().BeEmpty($"{file}.yml:{example.Line} is a negative example");
            }
            else
            {
                sentences.FirstOrDefault().Should().Be(example.Says, $"{file}.yml:{example.Line} is a positive example");
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void A_rule_is_silent_where_its_example_stands_in_a_comment(string id)
    {
        var (_, _, rule, examples) = RuleData.Find(id);
        foreach (var example in examples.Where(e => e.Says != null && rule.On != RuleView.Comment))
        {
            var marker = example.Language switch
            {
                "python" or "ruby" or "yaml" or "dockerfile" or "makefile" or "shell" or "hcl" or "graphql" or "ini" or "toml" => "# ",
                "sql" => "-- ",
                "css" or "html" or "vue" or "svelte" or "razor" or "xaml" or "blade" or "erb" or "astro" or "xml" => null,
                _ => "// ",
            };
            if (marker is not null)
            {
                var commented = string.Join('\n', example.Text.TrimEnd('\n').Split('\n').Select(l => marker + l.Replace("*/", "", StringComparison.Ordinal)));
                RuleData.Match(rule, commented, example.Language).Should().BeEmpty();
            }
        }
    }

    [TestMethod]
    public void Ids_are_unique()
    {
        RuleData.All.Select(r => r.Rule.Id).Should().OnlyHaveUniqueItems();
    }

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void A_sentence_is_short_and_of_its_kind(string id)
    {
        var rule = RuleData.Find(id).Rule;
        var words = rule.Practice.Split(' ').Length;

        words.Should().BeLessThanOrEqualTo(25);
        (rule.Why ?? "").Split(' ').Length.Should().BeLessThanOrEqualTo(15);
        (rule.Practice.StartsWith("Before ", StringComparison.Ordinal)).Should().Be(rule.Kind == RuleKind.Ask, "an ask rule says before what");
        (rule.Kind == RuleKind.Never).Should().Be(!rule.Practice.EndsWith('.') && rule.Kind != RuleKind.Ask, "only a 'never' is a bare phrase");
        rule.Practice.Should().NotContain(" never ").And.NotContain("  ");
    }

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void No_slot_is_left_open_in_what_a_rule_says(string id)
    {
        var (_, _, rule, examples) = RuleData.Find(id);
        foreach (var match in examples.Where(e => e.Says != null).SelectMany(e => RuleData.Match(rule, e.Text, e.Language)))
        {
            (match.Why is null).Should().Be(rule.Why is null);
            (match.Instead is null).Should().Be(rule.Instead is null);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void The_reader_of_built_in_files_agrees_with_the_yaml_library(string file)
    {
        var text = BuiltInRules.Open(file);

        Write(PlainYaml.ReadList(text)).Should().Be(Write(YamlTree.ReadList(text).Items));
    }

    [TestMethod]
    [DynamicData(nameof(Ids))]
    public void A_rule_is_loaded_for_each_of_its_languages(string id)
    {
        var rule = RuleData.Find(id).Rule;
        foreach (var language in rule.Languages)
        {
            RuleReader.ReadBuiltIn([language]).Should().Contain(r => r.Id == id);
        }
    }

    [TestMethod]
    public void The_documentation_lists_every_rule_as_it_is()
    {
        var expected = RuleData.All.Select(r =>
        {
            var says = r.Rule.Practice + (r.Rule.Instead is null ? "" : $" (instead: {r.Rule.Instead})");
            var kind = r.Rule.Kind.ToString().ToLowerInvariant();
            return $"| `{r.Rule.Id}` | {string.Join(", ", r.Rule.Languages)} | {kind} | {says.Replace("|", "\\|", StringComparison.Ordinal)} |";
        });

        File.ReadLines(RepositoryFile("docs/rules.md")).SkipWhile(l => l != "<!-- rules -->").Where(l => l.StartsWith("| `", StringComparison.Ordinal))
            .Should().Equal(expected);
    }

    [TestMethod]
    public void Every_language_has_enough_rules_of_every_kind()
    {
        foreach (var file in RuleData.All.GroupBy(r => r.File))
        {
            file.Count().Should().BeGreaterThanOrEqualTo(20);
            file.Select(r => r.Rule.Kind).Should().Contain([RuleKind.Practice, RuleKind.Always, RuleKind.Never, RuleKind.Ask]);
        }
    }

    [TestMethod]
    public void Only_the_files_of_the_languages_at_hand_are_opened()
    {
        BuiltInRules.FilesFor(["python", "sql"]).Should().Equal("python", "data", "assistants", "neutral");
        BuiltInRules.FilesFor(["kotlin"]).Should().Equal("java", "kotlin", "build", "neutral");
        BuiltInRules.FilesFor(["javascript"]).Should().Equal("typescript", "components", "e2e", "assistants", "neutral");
        BuiltInRules.FilesFor(["php", "ruby"]).Should().Equal("php", "ruby", "neutral");
        BuiltInRules.FilesFor(["svelte"]).Should().Equal("typescript", "components", "neutral");
        BuiltInRules.FilesFor(["xaml"]).Should().Equal("components", "neutral");
        BuiltInRules.FilesFor(["blade", "toml"]).Should().Equal("components", "views", "build", "neutral");
        BuiltInRules.FilesFor([]).Should().Equal("neutral");
    }

    private static string RepositoryFile(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AgentEnhancer.Build.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, path);
    }

    private static string Write(IEnumerable<RuleNode> nodes) => string.Join('\n', nodes.Select(Write));

    private static string Write(RuleNode node) => node switch
    {
        RuleScalar scalar => $"{scalar.Line}={scalar.Value}",
        RuleList list => $"{list.Line}[{Write(list.Items)}]",
        RuleMap map => $"{map.Line}{{{string.Join('\n', map.Entries.Select(e => $"{e.Line}/{e.Key}:{Write(e.Value)}"))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}
