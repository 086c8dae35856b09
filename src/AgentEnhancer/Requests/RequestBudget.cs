namespace AgentEnhancer.Requests;

/// <summary>
/// What one invocation may cost, in tokens. A set of ten agents has the limits that the product promises; every agent more or less, and
/// every template beyond what such a set usually has, moves them, up to what models accept and are able to answer in one go.
/// </summary>
/// <param name="Base">Instructions, schema, and room for sources even where there is one agent.</param>
/// <param name="InputPerAgent">Its entry, and a part of the source of its best template.</param>
/// <param name="InputPerTemplate">For each template beyond <see cref="UsualTemplates"/>.</param>
/// <param name="OutputPerAgent">An answer of the size that the prompt asks for.</param>
/// <param name="OutputPerBatch">Findings, and the envelope.</param>
internal sealed record RequestBudget(int Base, int InputPerAgent, int InputPerTemplate, int OutputPerAgent, int OutputPerBatch)
{
    public const int UsualTemplates = 30;

    /// <summary>With the answer it stays inside a context of 128,000 tokens.</summary>
    public const int MaximumInput = 60_000;

    /// <summary>The longest answer that common models write without being told otherwise.</summary>
    public const int MaximumOutput = 32_000;

    // For ten agents: 10,000 in and 9,900 out; 6,200 and 2,780; 8,400 and 16,550.
    private static readonly RequestBudget Plan = new(7_000, 300, 100, 940, 500);
    private static readonly RequestBudget ShortPlan = new(3_700, 250, 50, 270, 80);
    private static readonly RequestBudget Document = new(5_400, 300, 100, 1_650, 50);

    public static RequestBudget Of(AnswerShape shape) => shape switch
    {
        AnswerShape.ShortPlan => ShortPlan,
        AnswerShape.Document => Document,
        _ => Plan,
    };

    /// <summary>The most that a request for so many agents and templates may hold, instructions and schema included.</summary>
    public int InputCeiling(int agents, int templates) => (int)Math.Min(
        MaximumInput, Base + ((long)InputPerAgent * agents) + ((long)InputPerTemplate * Math.Max(0, templates - UsualTemplates)));

    public int ExpectedOutput(int agents) => (int)Math.Min(int.MaxValue, ((long)OutputPerAgent * agents) + OutputPerBatch);

    public bool CanAnswer(int agents) => agents <= 1 || ExpectedOutput(agents) <= MaximumOutput;
}
