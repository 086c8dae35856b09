using System.Globalization;
using System.Text.Json;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Responses;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class One_plan_for_each_agent
{
    [TestMethod]
    public void Refers_to_the_agents_own_templates_first()
    {
        using var set = HarbourSet.Create();
        var paths = set.Catalogue().Templates.ToDictionary(t => t.Id, t => t.Path);

        paths[set.Plan("endpoint-author").References[0].TemplateId].Should().StartWith("templates/endpoints/");
        paths[set.Plan("store-author").References[0].TemplateId].Should().MatchRegex("^templates/(?:stores|tables)/");
        paths[set.Plan("test-author").References[0].TemplateId].Should().StartWith("templates/tests/");
    }

    [TestMethod]
    public void Has_what_a_document_needs()
    {
        using var set = HarbourSet.Create();

        foreach (var plan in Plans(set))
        {
            plan.References.Should().HaveCountGreaterThanOrEqualTo(2);
            plan.Practices.Should().HaveCountGreaterThanOrEqualTo(3);
            plan.Examples.Should().HaveCountGreaterThanOrEqualTo(2);
            plan.Practices.Select(p => p.Do).Should().OnlyHaveUniqueItems().And.OnlyContain(d => d.EndsWith('.') || d.EndsWith(".”"));
        }
    }

    private static string Gates(string verb) => $"\"\"\"Gates.\"\"\"\n" + string.Concat("abcdefghijklmn".Select(c =>
        $"\n\ndef {verb}_{c}(gate):\n    # {verb} gate {c} before the tide turns, otherwise the lock of basin {c} floods\n    return gate.{verb}({verb}_{c}, lock)\n"));

    [TestMethod]
    public void Says_more_where_the_author_said_more()
    {
        using var set = new TestSet().Agent("gate-author", "Lifts and lowers gates of the lock before the tide floods a basin")
            .Template("gates/lift_gates.py.template", Gates("lift")).Template("gates/lower_gates.py.template", Gates("lower"));

        set.Plan("gate-author").Always.Should().HaveCount(10);
    }

    [TestMethod]
    public void Says_what_files_have_to_agree_on_however_much_their_authors_said()
    {
        using var set = new TestSet().Agent("gate-author", "Lifts and lowers gates of the lock before the tide floods a basin")
            .Template("gates/lift_gates.py.template", Gates("lift") + "\n\nclass Basin(BaseModel):\n    title: str = Field(max_length=80)\n")
            .Template("gates/lower_gates.py.template", Gates("lower") + "\n\nclass BasinRow(Base):\n    title = Column(String(80))\n");
        var plan = set.Plan("gate-author");

        plan.Always.Select(a => a.Text).Concat(plan.Practices.Select(p => p.Do)).Should().ContainSingle(t => t.StartsWith("Change the limit 80 of `title` in ", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Asks_once_for_a_case_of_a_decision()
    {
        using var set = new TestSet().Agent("gate-author", "Lifts and lowers gates of the lock before the tide of a kind floods a basin")
            .Template("gates/lift_gates.py.template", Gates("lift"))
            .Template("gates/Gate.cs.template", "namespace Gates;\n\npublic enum GateTide\n{\n    Neap,\n    Spring,\n}\n\npublic sealed record Gate(GateTide Tide)\n{\n    public int LiftGate => Tide switch\n    {\n        GateTide.Neap => 2,\n        GateTide.Spring => 5,\n        _ => throw new InvalidOperationException(\"No tide lifts it.\"),\n    };\n}\n");
        var plan = set.Plan("gate-author");

        plan.Practices.Select(p => p.Do).Concat(plan.Always.Select(a => a.Text)).Should().ContainSingle(t => t.StartsWith("Give a new ", StringComparison.Ordinal)).Which.Should().StartWith("Give a new member of `GateTide` its own case");
    }

    [TestMethod]
    public void Cites_its_own_templates_at_least_six_times_in_ten()
    {
        using var set = HarbourSet.Create();
        var relevance = set.Relevance();

        foreach (var agent in set.Agents())
        {
            var core = AgentFocus.Of(agent, relevance).Core;
            var plan = set.Plan(agent.Name);
            var cited = PlanCitations.All(plan).Skip(PlanCitations.All(plan with { Practices = [], Recipe = null, Examples = [], Always = [], Never = [], Ask = [] }).Count()).ToArray();

            cited.Should().NotBeEmpty();
            cited.Count(c => core.Contains(c.TemplateId)).Should().BeGreaterThanOrEqualTo((int)Math.Ceiling(cited.Length * 0.6), agent.Name);
        }
    }

    [TestMethod]
    public void Cites_lines_that_exist()
    {
        using var set = HarbourSet.Create();
        var catalogue = set.Catalogue();

        foreach (var citation in Plans(set).SelectMany(PlanCitations.All))
        {
            var template = catalogue.Find(citation.TemplateId);
            template.Should().NotBeNull();
            (citation.Span is not { } span || (span.First >= 1 && span.Last <= template!.LineCount)).Should().BeTrue($"{citation} should lie in {template}");
        }
    }

    [TestMethod]
    public void Shows_each_of_its_excerpts_once_and_no_two_that_overlap()
    {
        using var set = HarbourSet.Create();

        foreach (var plan in Plans(set))
        {
            foreach (var (example, i) in plan.Examples.Select((e, i) => (e, i)))
            {
                plan.Examples.Skip(i + 1).Should().NotContain(o => o.Span.TemplateId == example.Span.TemplateId && o.Span.Span.Overlaps(example.Span.Span));
            }
        }
    }

    [TestMethod]
    public void Says_nothing_under_two_headings()
    {
        using var set = HarbourSet.Create();

        foreach (var plan in Plans(set))
        {
            plan.Practices.Select(p => p.Do.TrimEnd('.')).Concat(plan.Always.Concat(plan.Never).Concat(plan.Ask).Select(c => c.Text)).Should().OnlyHaveUniqueItems();
        }
    }

    [TestMethod]
    public void Is_the_same_on_a_second_run_and_in_another_folder()
    {
        using var one = HarbourSet.Create();
        using var other = HarbourSet.Create();

        Text(one).Should().Be(Text(one)).And.Be(Text(other));
    }

    [TestMethod]
    public void Is_the_same_whatever_the_order_of_the_items()
    {
        using var one = HarbourSet.Create();
        using var reversed = HarbourSet.Of(HarbourSet.Agents.Reverse(), HarbourSet.Templates.Reverse());
        using var rotated = HarbourSet.Of(HarbourSet.Agents.Skip(1).Append(HarbourSet.Agents[0]), HarbourSet.Templates.Skip(5).Concat(HarbourSet.Templates.Take(5)));

        Text(reversed).Should().Be(Text(one));
        Text(rotated).Should().Be(Text(one));
    }

    /// <summary>One that writes numbers like nobody else, and those of the machine that are known for surprises.</summary>
    public static IEnumerable<object[]> Cultures
    {
        get
        {
            var odd = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            odd.NumberFormat = new NumberFormatInfo { NegativeSign = "~", NumberDecimalSeparator = "_", NumberGroupSeparator = "'", NumberGroupSizes = [1] };
            return CultureInfo.GetCultures(CultureTypes.SpecificCultures).Where(c => c.Name is "tr-TR" or "ar-SA" or "de-DE").Prepend(odd).Select(c => new object[] { c });
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cultures))]
    public void Is_the_same_in_every_culture(CultureInfo culture)
    {
        using var set = HarbourSet.Create();
        var expected = Text(set);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            Text(set).Should().Be(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<Plan> Plans(TestSet set) => set.Answer().Answers.Should().AllBeOfType<PlannedAnswer>().And.Subject.Cast<PlannedAnswer>().Select(a => a.Plan);

    private static string Text(TestSet set) =>
        JsonSerializer.Serialize(set.Answer().Answers.OrderBy(a => a.AgentId, StringComparer.Ordinal).Cast<object>().ToArray());
}
