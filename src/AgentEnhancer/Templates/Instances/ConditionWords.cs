namespace AgentEnhancer.Templates.Instances;

/// <summary>A condition as a reader is told it.</summary>
internal static class ConditionWords
{
    private const string SomeOptions = "only with some options";

    /// <summary>More options than this in one condition nobody reads.</summary>
    private const int MostOptions = 3;

    /// <summary><c>only with `--auth`</c>; null where there is nothing to tell.</summary>
    public static string? Of(Condition condition)
    {
        if (condition.IsAlways)
        {
            return null;
        }

        var together = condition.Conjuncts().Distinct().ToArray();
        if (together.Length <= MostOptions && together.All(IsOption))
        {
            var with = together.Select(With).OfType<string>().ToArray();
            var without = together.Where(c => With(c) is null).Select(Without).ToArray();
            var words = new[] { with.Length > 0 ? "with " + List(with, "and") : null, without.Length > 0 ? "without " + List(without, "or") : null };
            return "only " + string.Join(", ", words.OfType<string>());
        }

        var any = condition.Disjuncts().Distinct().ToArray();
        return any.Length <= MostOptions && any.All(c => IsOption(c) && With(c) is not null)
            ? "only with " + List([.. any.Select(c => With(c)!)], "or")
            : SomeOptions;
    }

    private static bool IsOption(Condition condition) => condition is Condition.Option or Condition.Not { Operand: Condition.Option };

    /// <summary>What is typed for the condition to hold; null where that is nothing.</summary>
    private static string? With(Condition condition) => condition switch
    {
        // What holds unless something else is typed is told by that.
        Condition.Option { IsDefault: true, Opposite: not null } => null,
        Condition.Option o => Code(o),
        Condition.Not { Operand: Condition.Option { IsDefault: true, Opposite: { } opposite } } => $"`{opposite}`",
        _ => null,
    };

    private static string Without(Condition condition) => condition switch
    {
        Condition.Option o => $"`{o.Opposite}`",
        Condition.Not { Operand: Condition.Option o } => Code(o),
        _ => "",
    };

    private static string Code(Condition.Option option) => option.IsDefault ? $"`{option.Words}` (the default)" : $"`{option.Words}`";

    private static string List(string[] words, string and) =>
        words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} {and} {words[^1]}";
}
