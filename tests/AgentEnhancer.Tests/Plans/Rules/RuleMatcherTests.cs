using System.Collections.Immutable;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Plans.Rules;

[TestClass]
public sealed class RuleMatcherTests
{
    private static readonly PracticeRule Opens = new(
        "opens", ["csharp"], RuleView.Code, ["Open("], @"\b(?<name>\w+)\s*=\s*Open\((?<argument>[^;]*)\);", 1,
        null, null, null, "Open `{name}` with `{argument}`.", null, RuleKind.Practice, null, 1, 5, "opens");

    private static IEnumerable<string> Sentences(PracticeRule rule, string text) => RuleData.Match(rule, text).Select(m => m.Sentence);

    [TestMethod]
    public void A_placeholder_is_quoted_as_it_stands_in_the_template()
    {
        Sentences(Opens, "var {{name}}Db = Open({{Entity}}Id);").Should().Equal("Open `{{name}}Db` with `{{Entity}}Id`.");
    }

    [TestMethod]
    public void Strings_are_quoted_from_the_source_though_the_detector_does_not_see_them()
    {
        Sentences(Opens, "var a = Open(\"x;y\");").Should().Equal("Open `a` with `\"x;y\"`.");
    }

    [TestMethod]
    public void A_match_that_would_quote_half_a_placeholder_is_dropped()
    {
        var rule = Opens with { Detect = @"var (?<name>p\w)\w*(?<argument>_)\s*=\s*Open" };

        Sentences(rule, "var {{name}} = Open(1);").Should().BeEmpty();
    }

    [TestMethod]
    public void The_raw_view_shows_a_view_its_own_tags_and_conditions_see_them_too()
    {
        var rule = Opens with { Languages = ["erb"], On = RuleView.Raw, Words = ["label"], Detect = @"<%=\s*form\.label\s+(?<name>:\w+)", Given = @"<%=\s*form_with", Practice = "Label `{name}`." };
        const string Form = "<%= form_with model: note do |form| %>\n";

        Sentences(rule, $"{Form}<%= form.label :due_on %>").Should().Equal("Label `:due_on`.");
        Sentences(rule with { On = RuleView.Source }, $"{Form}<%= form.label :due_on %>").Should().BeEmpty();
        Sentences(rule, "<%= form.label :due_on %>").Should().BeEmpty();
        Sentences(rule, $"{Form}<!-- <%= form.label :due_on %> -->").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("var a = Open(f(1);", DisplayName = "an open bracket")]
    [DataRow("var a = Open(\"`\");", DisplayName = "a backtick")]
    [DataRow("var a = Open();", DisplayName = "nothing")]
    public void A_match_whose_text_cannot_be_quoted_whole_is_dropped(string text)
    {
        Sentences(Opens, text).Should().BeEmpty();
    }

    [TestMethod]
    public void A_capture_that_is_too_long_for_a_sentence_is_dropped()
    {
        Sentences(Opens, $"var a = Open({new string('x', 81)});").Should().BeEmpty();
        Sentences(Opens, $"var a = Open({new string('x', 80)});").Should().HaveCount(1);
    }

    [TestMethod]
    public void A_generated_line_is_not_looked_at()
    {
        Sentences(Opens, $"var a = Open(b); {new string(';', 400)}").Should().BeEmpty();
    }

    [TestMethod]
    public void A_detector_of_one_line_does_not_reach_the_next_one()
    {
        const string Text = "var a = Open(b\n);";

        Sentences(Opens with { Detect = @"\b(?<name>\w+)\s*=\s*Open\((?<argument>\w+)\s*\);" }, Text).Should().BeEmpty();
        Sentences(Opens with { Detect = @"\b(?<name>\w+)\s*=\s*Open\((?<argument>\w+)\s*\);", Span = 2 }, Text).Should().HaveCount(1);
    }

    [TestMethod]
    public void A_match_tells_its_lines_and_groups()
    {
        var match = RuleData.Match(Opens, "\n\nvar a = Open(b);").Should().ContainSingle().Subject;

        match.Span.Should().Be(new LineSpan(3, 3));
        match.Groups.Should().Contain("name", "a").And.Contain("argument", "b");
    }

    [TestMethod]
    public void A_sentence_is_said_once_where_it_is_first_shown()
    {
        RuleData.Match(Opens, "var a = Open(b);\nvar c = Open(d);\nvar a = Open(b);").Select(m => m.Span.First).Should().Equal(1, 2);
    }

    [TestMethod]
    public void Conditions_look_at_the_whole_template_with_their_slots_filled()
    {
        var given = Opens with { Given = @"\bDispose\({name}\)" };
        var unless = Opens with { Unless = @"\bDispose\({name}\)" };
        const string Text = "var a{{X}} = Open(b);\nDispose(a{{X}});";

        Sentences(given, Text).Should().HaveCount(1);
        Sentences(unless, Text).Should().BeEmpty();
        Sentences(given, "var a = Open(b);\nDispose(aa);").Should().BeEmpty();
        Sentences(unless, "var a = Open(b);\n// Dispose(a)").Should().HaveCount(1);
    }

    [TestMethod]
    public void An_exception_looks_at_the_lines_of_the_match_only()
    {
        var rule = Opens with { Except = "legacy" };

        Sentences(rule, "var a = Open(legacy);\nvar b = Open(c);").Should().Equal("Open `b` with `c`.");
    }

    [TestMethod]
    public void The_source_view_keeps_strings_and_leaves_comments_out()
    {
        var rule = Opens with { On = RuleView.Source, Words = [], Detect = "/(?<name>orders)(?<argument>s?\\b)?", Practice = "Use {name}." };
        const string Text = "Map(\"/orders\"); // see \"/orders\"\n/* \"/orders\" */";

        RuleData.Match(rule, Text).Should().BeEmpty("the second group matched nothing that could be quoted");
        RuleData.Match(rule with { Detect = "/(?<name>orders)" }, Text).Select(m => m.Span.First).Should().Equal(1);
        RuleData.Match(rule with { Detect = "/(?<name>orders)" }, "// see \"/orders\"").Should().BeEmpty();
    }

    [TestMethod]
    public void The_comment_view_holds_nothing_but_comments()
    {
        var rule = Opens with { On = RuleView.Comment, Words = [], Detect = @"(?<name>keep \w+)", Practice = "Do {name}." };

        Sentences(rule, "Log(\"keep out\"); keep.Calm(); // keep order").Should().Equal("Do keep order.");
    }

    [TestMethod]
    public void Rules_of_other_languages_are_silent_and_rules_of_any_language_are_not()
    {
        var template = RuleData.TemplateOf("var a = Open(b);", "java");

        RuleMatcher.Match(template, new RuleSet([Opens])).Should().BeEmpty();
        RuleMatcher.Match(template, new RuleSet([Opens with { Languages = ["any"] }])).Should().HaveCount(1);
    }

    [TestMethod]
    public void A_rule_without_its_support_is_left_out()
    {
        var once = RuleData.Match(Opens, "var a = Open(b);");
        var twice = RuleData.Match(Opens with { Id = "twice", Support = 2 }, "var a = Open(b);\nvar c = Open(d);");
        var lonely = RuleData.Match(Opens with { Id = "lonely", Support = 2 }, "var a = Open(b);");

        RuleMatcher.Supported([.. once, .. twice, .. lonely], m => m).Select(m => m.Rule.Id).Should().Equal("opens", "twice", "twice");
    }

    [TestMethod]
    public void An_expression_that_does_not_come_to_an_end_silences_its_rule_and_is_told_of()
    {
        var rules = new RuleSet([Opens with { Id = "slow", Detect = "^(?<name>(a|aa)+)(?<argument>[bc]d)$", Words = [] }, Opens]);
        var template = RuleData.TemplateOf($"{new string('a', 60)}bdx\nvar a = Open(b);", "csharp");

        RuleMatcher.Match(template, rules).Select(m => m.Rule.Id).Should().Equal("opens");
        var told = rules.Diagnostics().Should().ContainSingle().Subject;
        told.Descriptor.Should().Be(RuleDiagnostics.RuleTooSlow);
        told.Message.Should().StartWith("Rule 'slow' ");
    }

    /// <summary>Each rule, on lines as long as they may be that begin like a match and do not end like one.</summary>
    [TestMethod]
    public void No_built_in_expression_runs_away_on_hostile_lines()
    {
        foreach (var language in RuleData.All.SelectMany(r => r.Rule.Languages).Distinct().Order(StringComparer.Ordinal))
        {
            var own = RuleData.All.Where(r => r.Rule.Languages.Contains(language)).ToImmutableArray();
            var starts = own.SelectMany(r => r.Examples).Where(e => e.Says != null).Select(e => e.Text.TrimEnd('\n')[..^1]);
            var fillers = new[] { "a", "a.", " ", "(", ", ", "= ", "\"" };
            var lines = own.SelectMany(r => r.Rule.Words).Concat(starts)
                .SelectMany(s => fillers.Select(f => s + string.Concat(Enumerable.Repeat(f, Math.Max(0, (300 - s.Length) / f.Length)))));
            var rules = new RuleSet(own.Select(r => r.Rule));
            foreach (var text in lines.Chunk(60).Select(c => string.Join('\n', c)))
            {
                RuleMatcher.Match(RuleData.TemplateOf(text, language), rules);
            }

            rules.All.Where(r => r.IsTooSlow).Select(r => r.Rule.Id).Should().BeEmpty();
        }
    }
}
