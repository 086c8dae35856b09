namespace AgentEnhancer.Requests;

/// <summary>
/// JSON schemas of the answers, in the subset that every provider with structured output takes: all properties required, no others,
/// no unions, no limits of length or number. What they can't say is in the prompt.
/// </summary>
internal static class AnswerSchema
{
    private const string Text = """{"type":"string"}""";

    private static readonly string Texts = Array(Text);

    private static readonly string References = Array(Object(("template", Text), ("why", Text)));

    private static readonly string Practices = Array(Object(("do", Text), ("why", Text), ("evidence", Texts)));

    private static readonly string Findings = Array(Object(("at", Text), ("problem", Text), ("fix", Text)));

    private static readonly string Plan = Answer(Object(
        ("agent", Text),
        ("references", References),
        ("examples", Array(Object(("title", Text), ("span", Text), ("imports", Texts), ("notice", Texts)))),
        ("practices", Practices),
        ("recipe", Object(("title", Text), ("steps", Array(Object(("do", Text), ("evidence", Texts)))))),
        ("always", Texts),
        ("never", Texts),
        ("ask", Texts)));

    /// <summary>Without what the built-in plan has as well: imports, what to notice, the recipe.</summary>
    private static readonly string ShortPlan = Answer(Object(
        ("agent", Text),
        ("references", References),
        ("examples", Array(Object(("title", Text), ("span", Text)))),
        ("practices", Practices),
        ("always", Texts),
        ("never", Texts),
        ("ask", Texts)));

    private static readonly string Document = Object(("enhancements", Array(Object(("agent_name", Text), ("enhanced_content", Text)))));

    public static string Of(AnswerShape shape) => shape switch
    {
        AnswerShape.ShortPlan => ShortPlan,
        AnswerShape.Document => Document,
        _ => Plan,
    };

    private static string Answer(string plan) => Object(("version", Text), ("enhancements", Array(plan)), ("findings", Findings));

    private static string Array(string items) => "{\"type\":\"array\",\"items\":" + items + "}";

    private static string Object(params ReadOnlySpan<(string Name, string Schema)> properties)
    {
        var (declared, required) = (new List<string>(), new List<string>());
        foreach (var (name, schema) in properties)
        {
            declared.Add($"\"{name}\":{schema}");
            required.Add($"\"{name}\"");
        }

        return "{\"type\":\"object\",\"properties\":{" + string.Join(',', declared) + "},\"required\":[" + string.Join(',', required) + "],\"additionalProperties\":false}";
    }
}
