using System.Collections.Immutable;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Plans.Rules;

/// <summary>One example of a rule: a text, and the sentence that the rule says of it; null where it must be silent.</summary>
internal sealed record RuleExample(int Line, string Language, string Text, string? Says);

internal sealed record RuleWithExamples(string File, RuleMap Map, PracticeRule Rule, ImmutableArray<RuleExample> Examples);

/// <summary>All built-in rules with their examples, as the YAML library reads them.</summary>
internal static class RuleData
{
    private static readonly Lazy<ImmutableArray<RuleWithExamples>> Everything = new(() => [.. BuiltInRules.Files.SelectMany(ReadFile)]);

    public static ImmutableArray<RuleWithExamples> All => Everything.Value;

    public static RuleWithExamples Find(string id) => All.First(r => r.Rule.Id == id);

    public static Template TemplateOf(string text, string language) => new(
        "t1", "/t/one", "t/one", language, Lexer.Lex(text, language), [], [], TemplateRole.Code, "", null, []);

    public static ImmutableArray<RuleMatch> Match(PracticeRule rule, string text, string? language = null) =>
        RuleMatcher.Match(TemplateOf(text, language ?? rule.Languages[0]), new RuleSet([rule]));

    private static IEnumerable<RuleWithExamples> ReadFile(string file)
    {
        var tree = YamlTree.ReadList(BuiltInRules.Open(file));
        tree.Error.Should().BeNull($"{file}.yml is YAML (line {tree.ErrorLine})");
        foreach (var map in tree.Items.Cast<RuleMap>())
        {
            var (rule, problem, line) = RuleReader.Read(map, validate: true);
            rule.Should().NotBeNull($"{file}.yml line {line}: {problem}");
            yield return new RuleWithExamples(file, map, rule!, [.. ExamplesOf(map, rule!)]);
        }
    }

    private static IEnumerable<RuleExample> ExamplesOf(RuleMap map, PracticeRule rule)
    {
        foreach (var example in ((RuleList)map.Find("examples")!).Items.Cast<RuleMap>())
        {
            var text = example.Find("positive") ?? example.Find("negative")!;
            yield return new RuleExample(
                example.Line,
                (example.Find("as") as RuleScalar)?.Value ?? rule.Languages[0],
                ((RuleScalar)text).Value,
                example.Find("positive") is null ? null : ((RuleScalar)example.Find("says")!).Value);
        }
    }
}
