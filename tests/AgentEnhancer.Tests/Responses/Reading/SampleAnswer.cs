using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Plans;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Responses.Reading;

/// <summary>An answer of the size that models give: ten agents, as plans or as documents full of what is hard to quote.</summary>
internal sealed class SampleAnswer
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Subjects = ["orders", "billing", "search", "mail", "stock", "users", "reports", "carts", "audit", "prices"];

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private readonly Lazy<Dictionary<string, AgentAnswer>> _whole;

    private SampleAnswer(int seed, Func<int, bool> isPlan)
    {
        _whole = new(() => Read(Text).Answers.ToDictionary(a => a.AgentId, StringComparer.Ordinal));
        Agents = [.. Subjects.Select((s, i) => Agent(i, s, seed))];
        for (var i = 0; i < Agents.Length; i++)
        {
            var value = isPlan(i) ? PlanOf(i, seed) : DocumentItem(i, seed);
            Items.Add(JsonSerializer.Serialize(value, seed % 2 == 0 ? Relaxed : null));
            if (!isPlan(i))
            {
                Documents.Add(Agents[i].Id, Document(i, seed));
            }
        }
    }

    public ImmutableArray<Agent> Agents { get; }

    public static TemplateCatalogue Catalogue { get; } = Make.Catalogue([.. Enumerable.Range(1, 15).Select(i =>
        Make.Template($"t{i}", $"templates/part{i}/Part{i}.cs.template", Make.Lines(80), "csharp", null, Make.Unit("Save", 10, 30), Make.Unit("Load", 32, 60)))]);

    /// <summary>Each agent's object.</summary>
    public List<string> Items { get; } = [];

    /// <summary>By id; of those that are answered with a document.</summary>
    public Dictionary<string, string> Documents { get; } = new(StringComparer.Ordinal);

    public string Text => Envelope(Items);

    /// <summary>Twelve answers: five of each shape, two that mix them.</summary>
    public static ImmutableArray<SampleAnswer> All { get; } =
    [
        .. Enumerable.Range(0, 5).Select(s => new SampleAnswer(s, _ => false)),
        .. Enumerable.Range(0, 5).Select(s => new SampleAnswer(s, _ => true)),
        .. Enumerable.Range(0, 2).Select(s => new SampleAnswer(s, i => i % 3 == s)),
    ];

    public static IEnumerable<SampleAnswer> OfDocuments => All.Where(s => s.Documents.Count == s.Agents.Length);

    public static string Envelope(IEnumerable<string> items) =>
        "{\"version\":\"1.0\",\"enhancements\":[\n" + string.Join(",\n", items) + "\n],\"findings\":[{\"at\":\"t3:16\",\"problem\":\"The \\\"name\\\" differs {\",\"fix\":\"\"}],\"summary\":{\"total\":10}}";

    public BatchResponse Read(string text, StopReason stop = StopReason.Unknown) => AnswerReader.Read(text, stop, Agents, Catalogue);

    /// <summary>What is used of the text; that none of it differs from what the answer said before anything was done to it.</summary>
    public IReadOnlyList<int> Used(BatchResponse response)
    {
        var whole = _whole.Value;
        whole.Should().HaveCount(Agents.Length);
        foreach (var answer in response.Answers)
        {
            Same(answer, whole[answer.AgentId]).Should().BeTrue("'{0}' must be what was answered", answer.AgentId);
        }

        response.Answers.Select(a => a.AgentId).Should().OnlyHaveUniqueItems();
        return [.. response.Answers.Select(a => Agents.IndexOf(Agents.Single(g => g.Id == a.AgentId))).Order()];
    }

    public static bool Same(AgentAnswer a, AgentAnswer b) => (a, b) switch
    {
        (WrittenAnswer x, WrittenAnswer y) => string.Equals(x.Content, y.Content, StringComparison.Ordinal),
        (PlannedAnswer x, PlannedAnswer y) => JsonSerializer.Serialize(x.Plan) == JsonSerializer.Serialize(y.Plan),
        _ => false,
    };

    /// <summary>The same item with another document or, in a plan, with another flow.</summary>
    public string Other(int index) => Items[index].Contains("enhanced_content", StringComparison.Ordinal)
        ? JsonSerializer.Serialize(new { agent_name = Agents[index].Id, enhanced_content = Documents[Agents[index].Id] + "\nMore.\n" })
        : Items[index].Replace("\"references\"", "\"flow\":\"another plan\",\"references\"", StringComparison.Ordinal);

    private static Agent Agent(int index, string subject, int seed)
    {
        var folder = index % 3 == 0 ? "" : index % 3 == 1 ? "backend/" : "web/deep/";
        return Make.Agent($"---\nname: {subject}-specialist\ndescription: Knows {subject}\n---\n\n# {Title(index, seed)}\n\nWorks on {subject}.\n", $"{folder}{subject}-specialist.md")
            with { Name = $"{subject}-specialist" };
    }

    private static string Title(int index, int seed) => $"The {Subjects[index]} specialist, number {seed}";

    private static object DocumentItem(int index, int seed) => new
    {
        agent_name = Agent(index, Subjects[index], seed).Id,
        enhanced_content = Document(index, seed),
        templates_referenced = new[] { "templates/part1/Part1.cs.template", $"templates/part{index + 2}/Part{index + 2}.cs.template" },
        line_count = 17,
        quality_score = 9.5,
    };

    private static object PlanOf(int index, int seed) => new
    {
        agent = Agent(index, Subjects[index], seed).Id,
        references = Enumerable.Range(1, 4).Select(i => new { template = $"t{index + i}", why = $"part {i} of {Subjects[index]}: {{Name}} – “quoted”" }),
        examples = Enumerable.Range(1, 2).Select(i => new { title = $"Saving {Subjects[index]} {i}", span = $"t{index + i}:{(i == 1 ? "10-30" : "32-60")}", imports = Array.Empty<string>(), notice = new[] { $"`Save` runs once, says {Subjects[index]} {i}" } }),
        practices = Enumerable.Range(1, 5).Select(i => new { @do = $"Return {{ \"{Subjects[index]}\": {i} }} from C:\\new\\{i} [t{index + 1}:{i}]", why = $"line {i} of {seed} says so", evidence = new[] { $"t{index + 1}:{i}-{i + 2}", "t2:8" } }),
        recipe = new { title = $"Add to {Subjects[index]}", steps = Enumerable.Range(1, 4).Select(i => new { @do = $"Do step {i} of {Subjects[index]}", evidence = new[] { $"t{i}:{i}" } }) },
        always = Enumerable.Range(1, 4).Select(i => $"Pass token_{i} of $env to {Subjects[index]}"),
        never = Enumerable.Range(1, 4).Select(i => $"Throw error {i} in {Subjects[index]} (instead: return it)"),
        ask = new[] { $"Before changing {Subjects[index]} (of {seed})" },
    };

    /// <summary>Some 170 lines of Markdown with fences, JSON, regular expressions, placeholders and marks from outside of ASCII.</summary>
    private static string Document(int index, int seed)
    {
        var subject = Subjects[index];
        var text = new StringBuilder();
        if (seed % 2 == 1)
        {
            text.Append(Invariant, $"---\nname: {subject}-specialist\ndescription: \"Knows {subject}\"\n---\n\n");
        }

        text.Append(Invariant, $"# {Title(index, seed)}\n\nWorks on {subject}; says \"{subject}\" often – 🚀 “quoted” naïve.\n\n## Template References\n\n| # | Template | Use |\n| --- | --- | --- |\n| 1 | `templates/part1/Part1.cs.template` | pipe \\| in a cell |\n\n## Best Practices\n\n");
        for (var i = 1; i <= 20; i++)
        {
            text.Append(Invariant, $"{i}. **Do {i} of {subject}_{seed}.** Since `{{\"key\": \"v{i}\"}}` is ${i}. [1:{i}-{i + 2}]\n");
        }

        text.Append("\n## Code Examples\n\n");
        for (var i = 1; i <= 4; i++)
        {
            text.Append(Invariant, $"### Example {i}\n\n```csharp\npublic sealed class {{{{EntityName}}}}{i} // }}, {{\n{{\n");
            for (var line = 1; line <= 20; line++)
            {
                text.Append(Invariant, $"    var value_{line} = Read(\"{subject}\", @\"\\d+\\.{line}\\\\\", '\\n', $\"{{x}}\");\n");
            }

            text.Append("\tConsole.WriteLine(\"}\"); // \\\" and \\u0041\n}\n```\n\n");
        }

        text.Append("```json\n{ \"name\": \"shop\", \"items\": [{ \"id\": 1 }, { \"id\": 2, \"tags\": [\"a\", \"b\"] }], \"deep\": { \"x\": {} } }\n```\n\n## Constraints\n\n### Always\n\n");
        for (var i = 1; i <= 12; i++)
        {
            text.Append(Invariant, $"- Keep rule {i} of {subject}, as in `${{rule_{i}}}`\n");
        }

        return text.Append("\n### Never\n\n- Leave a brace open: { [ (\n\n### Ask first\n\n- Before anything else\n").ToString();
    }
}
