using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Chooses the excerpts: the core of the agent's first template whole, then what else it works on, without repeating a shape.</summary>
internal static class ExampleWriter
{
    private const int MostExamples = 5;
    private const int FewestExamples = 2;

    /// <summary>Heading, place, fence, imports and notices of one excerpt.</summary>
    private const int FrameLines = 13;

    /// <summary>Lines by which the last excerpt may exceed what is wanted.</summary>
    private const int Slack = 22;
    private const int CharacterBudget = 4_300;
    private const double SameTemplate = 0.55;
    private const double ShownBefore = 0.55;
    private const double FromElsewhere = 0.6;

    private sealed record Candidate(Template Template, Excerpt Excerpt, double Score)
    {
        public int Length => Excerpt.Span.Length - Excerpt.Cuts.Sum(c => c.Length - 1);
    }

    /// <param name="wantedLines">Lines, frames included, that make the document long enough.</param>
    public static ImmutableArray<PlanExample> Write(AgentFocus focus, CatalogueFacts facts, Told told, int wantedLines)
    {
        var candidates = focus.Home.SelectMany(t => Candidates(t, focus, facts, told)).ToList();
        var chosen = new List<Candidate>();
        while (chosen.Count < MostExamples && Next(candidates, chosen, focus, wantedLines) is { } next)
        {
            chosen.Add(next);
        }

        return [.. chosen.Select(c => Example(c, focus, facts))];
    }

    private static Candidate? Next(List<Candidate> candidates, List<Candidate> chosen, AgentFocus focus, int wantedLines)
    {
        var lines = chosen.Sum(c => c.Length + FrameLines);
        var characters = chosen.Sum(c => Characters(c));
        if (lines >= wantedLines && chosen.Count >= FewestExamples)
        {
            return null;
        }

        var elsewhere = chosen.Any(c => !focus.Core.Contains(c.Template.Id));
        return candidates
            .Where(c => lines + c.Length + FrameLines <= wantedLines + Slack && characters + Characters(c) <= CharacterBudget
                && (focus.Core.Contains(c.Template.Id) || (!elsewhere && (chosen.Count < FewestExamples || lines < wantedLines - Slack)))
                && !chosen.Any(o => ReferenceEquals(o.Template, c.Template) && o.Excerpt.Span.Overlaps(c.Excerpt.Span))
                && chosen.Count(o => ReferenceEquals(o.Template, c.Template)) < 2)
            .Select(c => (Candidate: c, Score: c.Score
                * (chosen.Any(o => ReferenceEquals(o.Template, c.Template)) ? SameTemplate : 1)
                * (focus.Core.Contains(c.Template.Id) ? 1 : FromElsewhere * Math.Min(1, (double)c.Length / Math.Max(1, wantedLines - lines)))))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Candidate.Template.Path, StringComparer.Ordinal).ThenBy(c => c.Candidate.Excerpt.Span)
            .Select(c => c.Candidate).FirstOrDefault();
    }

    private static IEnumerable<Candidate> Candidates(Template template, AgentFocus focus, CatalogueFacts facts, Told told)
    {
        var links = facts.LinksByDefiner[template.Id].ToArray();
        foreach (var excerpt in ExcerptFinder.Find(template.Source, template.Units, template.FileName))
        {
            var relevance = focus.Relevant(AgentFocus.TermsOf(template, excerpt.Span));
            var gives = Math.Min(0.3, 0.15 * links.Count(l => excerpt.Span.Contains(l.Symbol.SignatureLine)));
            var length = excerpt.Span.Length is >= 12 and <= 34 ? 0.15 : 0;
            var whole = excerpt.Span.Length == template.LineCount ? 0.3 : excerpt.Cuts.IsEmpty ? 0.1 : 0;
            var main = excerpt.Units.Any(u => u.Level == 0 || u.Kind is UnitKind.Method or UnitKind.Route or UnitKind.Test) ? 0.1 : 0;
            var fresh = told.HasShown(template.Id, excerpt.Span) ? ShownBefore : 1;
            var kept = 0.35 + (0.65 * excerpt.ShownLines / excerpt.Span.Length);
            yield return new Candidate(template, excerpt, fresh * kept * (0.25 + focus.Affinity(template.Id)) * (0.2 + relevance + gives + length + whole + main));
        }
    }

    private static int Characters(Candidate candidate) =>
        Enumerable.Range(candidate.Excerpt.Span.First, candidate.Excerpt.Span.Length)
            .Where(l => !candidate.Excerpt.Cuts.Any(c => c.Contains(l)))
            .Sum(l => candidate.Template.Source.Lines[l - 1].Length + 1);

    /// <summary>What the excerpt shows, by name; parts of a file that have no name of their own get the file's.</summary>
    private static string Title(Candidate candidate, CatalogueFacts facts)
    {
        var template = candidate.Template;
        var named = candidate.Excerpt.Units.Where(u => u.Kind is not (UnitKind.Statements or UnitKind.Element)).ToArray();
        if (named.Length == 0 || candidate.Excerpt.Span.Length == template.LineCount)
        {
            return Prose.File(template);
        }

        var names = named.Select(u => UnitNames.Of(template, u, facts)).Distinct(StringComparer.Ordinal).ToArray();
        var title = names.Length > 3 ? $"{Prose.List([.. names.Take(2).Select(Prose.Code)])} and what follows them" : Prose.List([.. names.Select(Prose.Code)]);
        return named[0].Kind is UnitKind.Section or UnitKind.Block ? $"{title} of {Prose.File(template)}" : title;
    }

    private static PlanExample Example(Candidate candidate, AgentFocus focus, CatalogueFacts facts) => new(
        Title(candidate, facts),
        new Evidence(candidate.Template.Id, candidate.Excerpt.Span),
        candidate.Excerpt.Cuts,
        ExampleImports.Of(candidate.Template, candidate.Excerpt.Span, facts),
        ExampleNotices.Of(candidate.Template, candidate.Excerpt.Span, focus, facts));
}
