using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Chooses what one agent's document says, from the statements that it is offered.</summary>
internal static class PlanWriter
{
    private const int MostPractices = 6;
    private const int MostConstraints = 5;
    private const int MostWithQuotes = 10;
    private const int MostQuotesFirst = 3;
    private const int FewestPractices = 3;
    private const int FewestAlways = 3;
    private const int FewestNever = 3;
    private const int FewestAsks = 2;
    private const int MostAsks = 4;

    private const int WantedLines = 212;
    private const int LeastLines = 174;
    private const int Slack = 4;
    private const int LeastExcerpts = 80;
    private const int MostExcerpts = 145;

    /// <summary>A comment speaks of the lines right below it.</summary>
    private const int LinesBelowQuote = 2;

    /// <summary>Topic of rules that ask for a case where a decision is found by itself.</summary>
    private const string SwitchArm = "switch-arm";

    /// <summary>What rests on a whole unit says more than the comment in it.</summary>
    private const int LongestEcho = 8;

    /// <summary>Headings, blank lines and table heads.</summary>
    private const int Headings = 28;

    private const double LeastWorth = 4.5;

    /// <summary>Statements of one source beyond this many make a list, not advice.</summary>
    private const int MostOfASource = 2;

    public static Plan Write(AgentFocus focus, CatalogueFacts facts, RecipeFacts known, IEnumerable<Offer> offers, Told told)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var offered = WithoutEchoes([.. offers]);
        var recipe = RecipeWriter.Write(focus, facts, known, told);
        var open = offered.Where(o => !o.IsSpare && !IsSaidBy(recipe, o.Statement)).Select(o => o.Statement).ToList();
        var spare = offered.Select(o => o.Statement).ToList();

        // Prohibitions are the scarcest: they choose first, as far as a document needs them.
        var never = Take(open, taken, s => s.Kind == StatementKind.Never, FewestNever);

        // A reason makes a practice of an order; what doesn't fit among the practices is as true as a bare phrase.
        var orders = open.Where(s => IsOrder(s) && !taken.Contains(s.Topic)).DistinctBy(s => s.Topic).Count();
        var practices = Take(open, taken, s => IsOrder(s) && IsWorthMore(s) && MayBePractice(s, focus) && (s.Kind == StatementKind.Practice || s.Why is not null), Math.Clamp(orders - FewestAlways, FewestPractices, MostPractices));
        practices.AddRange(Take(open, taken, s => IsOrder(s) && MayBePractice(s, focus), FewestPractices - practices.Count));
        practices.AddRange(Take(spare, taken, s => IsOrder(s) && (MayBePractice(s, focus) || Source(s) == "tested"), FewestPractices - practices.Count));

        // An author's prohibition with its reason says as much as a practice: better there than no document.
        practices.AddRange(Take(open, taken, IsReasonedQuote, FewestPractices - practices.Count));
        foreach (var quote in never.Where(IsReasonedQuote).Take(FewestPractices - practices.Count).ToArray())
        {
            never.Remove(quote);
            practices.Add(quote);
        }

        never.AddRange(Take(open, taken, s => s.Kind == StatementKind.Never && IsWorthMore(s), MostConstraints - never.Count));
        never.AddRange(Take(spare, taken, s => s.Kind == StatementKind.Never, FewestNever - never.Count));

        // However much authors wrote: what several files have to agree on no one of them says.
        var always = Take(open, taken, s => IsOrder(s) && NormativeStatements.IsQuote(s), MostQuotesFirst);
        always.AddRange(Take(open, taken, s => IsOrder(s) && IsWorthMore(s) && !NormativeStatements.IsQuote(s), MostConstraints - MostQuotesFirst));
        always.AddRange(Take(open, taken, s => IsOrder(s) && IsWorthMore(s), MostConstraints - always.Count));
        always.AddRange(Take(open, taken, IsOrder, FewestAlways - always.Count));

        // What an author said of the agent's own templates is worth a longer list.
        always.AddRange(Take(open, taken, s => IsOrder(s) && NormativeStatements.IsQuote(s) && focus.Owns(s.Evidence[0].TemplateId), MostWithQuotes - always.Count));

        // More practices than a document needs are as true as bare phrases, and better there than what only fills.
        foreach (var order in practices.Where(IsOrder).OrderBy(p => p.Kind == StatementKind.Practice).ThenBy(p => p.Worth).ThenByDescending(p => p.Topic, StringComparer.Ordinal)
            .Take(Math.Min(FewestAlways - always.Count, practices.Count - FewestPractices)).ToArray())
        {
            practices.Remove(order);
            always.Add(order);
        }

        always.AddRange(Take(spare, taken, IsOrder, FewestAlways - always.Count));
        var ask = Take(open, taken, s => s.Kind == StatementKind.Ask, MostAsks);
        if (ask.Count < MostAsks && HandOffs.Of(focus, facts, fromOwn: ask.Count > 0) is { } handOff)
        {
            ask.Add(handOff);
        }

        ask.AddRange(Take(spare, taken, s => s.Kind == StatementKind.Ask, FewestAsks - ask.Count));
        var references = ReferenceWriter.Write(focus, facts, recipe);
        var statements = practices.Count + always.Count + never.Count + ask.Count;
        var plan = new Plan(
            FlowWriter.Write(focus, facts),
            references,
            [.. practices.OrderByDescending(p => p.Kind == StatementKind.Practice || p.Why is not null).ThenByDescending(p => p.Worth).Select(p => new PlanPractice(EndsSentence(p.Text) ? p.Text : $"{p.Text}.", p.Why, p.Evidence))],
            recipe,
            ExampleWriter.Write(focus, facts, told, recipe, WantedExcerpts(focus, references.Length + statements + (recipe is null ? 0 : recipe.Steps.Length + 3))),
            [.. always.Select(Constraint)],
            [.. never.Select(Constraint)],
            [.. ask.Select(Constraint)]);
        return PlanGrounding.Hold(ExampleNotices.Add(TableRows.Hold(plan), focus, facts), focus);
    }

    /// <summary>Excerpts enough, frames included, for a document of about <see cref="WantedLines"/> lines.</summary>
    private static int WantedExcerpts(AgentFocus focus, int listLines)
    {
        var words = focus.Agent.Text.AsSpan().Count('\n') + 1 + listLines + Headings;
        var wanted = Math.Clamp(WantedLines - words, LeastExcerpts, MostExcerpts);

        // No more code than words, unless the document would be too short.
        return Math.Min(wanted, Math.Max(words + Slack, LeastLines - words));
    }

    private static List<Statement> Take(List<Statement> open, HashSet<string> taken, Func<Statement, bool> fits, int most)
    {
        var chosen = new List<Statement>();
        foreach (var statement in open.Where(fits))
        {
            if (chosen.Count >= most)
            {
                break;
            }

            var source = Source(statement);
            if (!taken.Contains(statement.Topic) && !taken.Contains(statement.Text) && (source is "rule" or "says" or "reason" || chosen.Count(c => Source(c) == source) < MostOfASource))
            {
                chosen.Add(statement);
                taken.Add(statement.Topic);

                // Two files may show the same sentence; one document says it once.
                taken.Add(statement.Text);
            }
        }

        return chosen;
    }

    /// <summary>A step names the helper already.</summary>
    private static bool IsSaidBy(PlanRecipe? recipe, Statement statement) => Source(statement) is "local" or "reuse" or "reuse-never" && recipe is not null
        && Prose.Code(statement.Topic[(statement.Topic.LastIndexOf(':') + 1)..]) is var helper && recipe.Steps.Any(s => s.Do.StartsWith(TestRecipe.Helps, StringComparison.Ordinal) && s.Do.Contains(helper, StringComparison.Ordinal));

    /// <summary>That a test exercises something is no practice; nor is what is known of a framework in another agent's template.</summary>
    private static bool MayBePractice(Statement statement, AgentFocus focus) =>
        Source(statement) != "tested" && (Source(statement) != "rule" || focus.OwnedCount == 0 || focus.Owns(statement.Evidence[0].TemplateId));

    private static bool IsReasonedQuote(Statement statement) =>
        statement.Kind == StatementKind.Never && NormativeStatements.IsQuote(statement) && NormativeGrammar.HasStrongReason(statement.Text);

    /// <summary>One place, one line: where its author says it, what is known of the same lines goes without saying.</summary>
    private static Offer[] WithoutEchoes(Offer[] offers)
    {
        var quoted = offers.Where(o => NormativeStatements.IsQuote(o.Statement)).Select(o => o.Statement.Evidence[0]).ToLookup(e => e.TemplateId, StringComparer.Ordinal);
        var decided = offers.Where(o => Source(o.Statement) == "cases").SelectMany(o => o.Statement.Evidence).ToLookup(e => e.TemplateId, StringComparer.Ordinal);
        return [.. offers.Where(o => !o.Statement.Topic.StartsWith("rule:", StringComparison.Ordinal)
            || (!quoted[o.Statement.Evidence[0].TemplateId].Any(q => Overlap(q.Span, o.Statement.Evidence[0].Span))
                && !(o.Statement.Topic.EndsWith(SwitchArm, StringComparison.Ordinal) && decided[o.Statement.Evidence[0].TemplateId].Any(d => d.Span.Overlaps(o.Statement.Evidence[0].Span)))))];
    }

    private static bool Overlap(LineSpan quote, LineSpan other) => other.First <= quote.Last + LinesBelowQuote && other.Last >= quote.First && other.Length <= LongestEcho;

    /// <summary>What anybody who writes the language knows is said where a list has too little, and not to make it longer.</summary>
    private static bool IsWorthMore(Statement statement) => statement.Worth >= LeastWorth;

    private static bool EndsSentence(string text) => text[^1] is '.' or '!' || text.EndsWith(".”", StringComparison.Ordinal);

    private static string Source(Statement statement) => statement.Topic[..statement.Topic.IndexOf(':', StringComparison.Ordinal)];

    private static bool IsOrder(Statement statement) => statement.Kind is StatementKind.Practice or StatementKind.Always;

    /// <summary>As a bare phrase; places that the phrase itself names are not cited again behind it.</summary>
    private static PlanConstraint Constraint(Statement statement)
    {
        var text = statement.Text.TrimEnd('.');
        return new PlanConstraint(
            text, statement.Instead,
            [.. statement.Evidence.Where(e => !$"{text} {statement.Instead}".Contains(Prose.Cite(e), StringComparison.Ordinal)).Take(2)]);
    }
}
