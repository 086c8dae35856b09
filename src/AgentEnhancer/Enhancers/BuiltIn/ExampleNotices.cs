using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Relevance;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>
/// What to notice in an excerpt: where the names that it uses are defined, and who relies on what it defines, as far as the document
/// doesn't say so already, and as far as its table has room for what would be cited.
/// </summary>
internal static class ExampleNotices
{
    private const int MostNames = 3;
    private const int MostPlaces = 3;

    public static Plan Add(Plan plan, AgentFocus focus, CatalogueFacts facts)
    {
        var rows = PlanCitations.TemplateIds(plan).ToHashSet(StringComparer.Ordinal);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var texts = plan.References.Select(r => r.Why).Append(plan.Flow ?? "")
            .Concat(plan.Recipe?.Steps.Select(s => $"{s.Do} {string.Join(' ', s.Evidence.Select(Prose.Cite))}") ?? [])
            .Concat(plan.Ask.Select(a => $"{a.Text} {string.Join(' ', a.Evidence.Select(Prose.Cite))}")).ToArray();
        return plan with { Examples = [.. plan.Examples.Select(e => e with { Notice = Of(e, focus, facts, rows, said, texts) })] };
    }

    private static ImmutableArray<string> Of(
        PlanExample example, AgentFocus focus, CatalogueFacts facts, HashSet<string> rows, HashSet<string> said, string[] texts)
    {
        var template = facts.Catalogue.Find(example.Span.TemplateId)!;
        bool Shows(int line) => example.Span.Span.Contains(line) && !example.Cuts.Any(c => c.Contains(line));
        var notices = ImmutableArray.CreateBuilder<string>();
        var taken = facts.LinksByUser[template.Id]
            .Where(l => l.Uses.Any(u => ReferenceEquals(u.User, template) && u.Lines.Any(Shows)) && !IsSaid(l, l.Definer, texts))

            // An import that is shown says where it comes from.
            .Where(l => !template.Imports.Any(i => i.Names.Contains(l.Name) && (Shows(i.Span.First) || example.Imports.Any(s => s.Overlaps(i.Span)))))

            // A method that calls one of its own name in another layer: a reader would take the name for the one that is shown.
            .Where(l => !template.Units.Any(u => string.Equals(u.Name, l.Name, StringComparison.Ordinal)))
            .OrderByDescending(l => focus.Affinity(l.Definer.Id) + (l.Uses.Length * 0.05)).ThenBy(l => l.Name, StringComparer.Ordinal)
            .Where(l => HasRoom(rows, l.Definer) && said.Add($"{l.Name} {l.Definer.Id}"))
            .Take(MostNames).ToArray();
        if (taken.Length > 0)
        {
            notices.Add($"{Prose.List([.. taken.Select(l => $"{Prose.Code(l.Name)} comes from {Prose.Cite(l.Definer, l.Symbol.SignatureLine)}")])}.");
        }

        var given = facts.LinksByDefiner[template.Id]
            .Where(l => Shows(l.Symbol.SignatureLine) && !said.Contains($"{l.Name} used"))
            .OrderByDescending(l => l.Uses.Length).ThenBy(l => l.Symbol.Span).FirstOrDefault();
        var uses = given is null ? [] : UseLines.Relying(given).Where(u => !u.Lines.IsEmpty && !IsSaid(given, u.User, texts) && !said.Contains($"{given.Name} {template.Id}")).Where(u => HasRoom(rows, u.User)).Take(MostPlaces).ToArray();
        if (uses.Length > 0)
        {
            said.Add($"{given!.Name} {template.Id}");
            var verb = Symbols.IsCallable(given.Symbol) && uses.All(u => UseKinds.Calls(given, u)) ? "called" : "used";
            notices.Add($"{Prose.Code(given.Name)} is {verb} at {Prose.List([.. Prose.Places(uses, MostPlaces).Select(Prose.Cite)])}.");
        }

        foreach (var decision in facts.Decisions.Where(d => ReferenceEquals(d.Template, template) && example.Span.Span.Contains(d.Span)))
        {
            if (CaseStatements.Missing(decision, facts) is { } missing && CitationText.ReadAll(missing).All(c => HasRoom(rows, facts.Catalogue.Find(c.TemplateId)!)) && said.Add(missing))
            {
                notices.Add(missing);
            }
        }

        var ruled = facts.RuleMatches[template.Id].Where(m => m.Rule.Kind == RuleKind.Notice && Shows(m.Span.First) && example.Span.Span.Contains(m.Span))
            .OrderByDescending(m => m.Rule.Weight).ThenBy(m => m.Span).FirstOrDefault(m => !said.Contains(m.Sentence));
        if (ruled is not null)
        {
            said.Add(ruled.Sentence);
            notices.Add(ruled.Sentence);
        }

        return notices.ToImmutable();
    }

    /// <summary>A row of the table, a step or an ask names the two together.</summary>
    private static bool IsSaid(SymbolLink link, Template other, string[] texts) => texts.Any(t =>
        t.Contains(Prose.Code(link.Name), StringComparison.Ordinal) && CitationText.ReadAll(t).Any(c => c.TemplateId == other.Id));

    private static bool HasRoom(HashSet<string> rows, Template template)
    {
        if (rows.Count >= TableRows.Most)
        {
            return rows.Contains(template.Id);
        }

        // What isn't referred to yet would be a row for one notice.
        return rows.Contains(template.Id) || (rows.Count < TableRows.Most - 1 && rows.Add(template.Id));
    }
}
