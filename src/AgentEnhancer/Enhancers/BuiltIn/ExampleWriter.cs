using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Chooses the excerpts: the core of the agent's first template whole, then what else it works on, without repeating a shape.</summary>
internal static class ExampleWriter
{
    private const int MostExamples = 5;
    private const int FewestExamples = 2;

    /// <summary>Lines of a unit that is shown whole.</summary>
    private const int LongestWhole = 40;
    private const int MostOwned = 4;
    private const int MostOfOne = 2;

    /// <summary>Who works on so few templates is shown more of each.</summary>
    private const int FewTemplates = 2;
    private const int MostOfFew = 3;
    private const double CoreShare = 1.5;

    /// <summary>Heading, place, fence, imports and notices of one excerpt.</summary>
    private const int FrameLines = 11;

    /// <summary>More code than this outweighs what is said about it.</summary>
    private const int MostCodeLines = 98;

    /// <summary>Lines by which the last excerpt may exceed what is wanted.</summary>
    private const int Slack = 16;
    private const int CharacterBudget = 4_800;
    private const double SameTemplate = 0.55;
    private const double ShownBefore = 0.85;

    /// <summary>Who owns the template shows it; another agent shows another part of it.</summary>
    private const double ShownByOwner = 0.75;

    private const double FromElsewhere = 0.6;
    private const double MostlyAccessors = 0.35;
    private const double OnlyDeclared = 0.4;
    private const double ModelOfRecipe = 1.9;
    private const double PartOfRecipe = 1.25;
    private const double OfNamesake = 0.25;

    /// <summary>Where authors explain a line, there is something to know.</summary>
    private const double OfRemark = 0.05;
    private const double MostOfRemarks = 0.15;
    private const int ShortestRemark = 4;

    /// <summary>Below this affinity a template that another agent owns is off the subject.</summary>
    private const double OnSubject = 0.35;

    /// <summary>A section of settings that speaks so much less of the agent's subject than another is for somebody else.</summary>
    private const double LeastOfSettings = 0.55;

    /// <summary>With so many lines less than wanted a document is still long enough.</summary>
    private const int Spare = 22;

    /// <summary>An excerpt that loses more to options shows nothing.</summary>
    private const int FewestShown = 5;

    /// <summary>The fewest lines for which one of many templates that an agent owns is worth showing.</summary>
    private const int LeastShare = 12;

    /// <summary>What ranks first is shown by a whole unit, as long as the others keep the least of theirs.</summary>
    private const int CoreTemplates = 2;
    private const int CoreLines = 28;

    /// <param name="IsModel">A step of the recipe goes by it.</param>
    private sealed record Candidate(Template Template, Excerpt Excerpt, double Score, bool IsModel)
    {
        public int Length => Excerpt.Span.Length - Excerpt.Cuts.Sum(c => c.Length - 1);
    }

    /// <summary>Without what to notice, which depends on what the rest of the document says.</summary>
    /// <param name="wantedLines">Lines, frames included, that make the document long enough.</param>
    public static ImmutableArray<PlanExample> Write(AgentFocus focus, CatalogueFacts facts, Told told, PlanRecipe? recipe, int wantedLines)
    {
        var prose = focus.Relevance.Queries[focus.Agent.Id].AboutProse;
        var candidates = focus.Home.Where(t => prose || !IsProse(t)).SelectMany(t => Candidates(t, focus, facts, told, recipe)).ToList();
        var chosen = OfOwned(candidates, focus, wantedLines);
        while (chosen.Count < MostExamples && Next(candidates, chosen, focus, wantedLines) is { } next)
        {
            chosen.Add(next);
        }

        var titles = new ExampleTitles(focus, facts);
        return [.. chosen.Select(c => Example(c, titles, facts, recipe))];
    }

    private static bool IsProse(Template template) => template.Role == TemplateRole.Prose || template.Language is "markdown" or "text";

    /// <summary>One excerpt of each template that is the agent's own, in order of rank, each with its share of the lines.</summary>
    private static List<Candidate> OfOwned(List<Candidate> candidates, AgentFocus focus, int wantedLines)
    {
        var owned = focus.Home
            .Where(t => focus.Relevance.Owners.GetValueOrDefault(t.Id) == focus.Agent.Id && candidates.Exists(c => ReferenceEquals(c.Template, t)))
            .Take(MostOwned).ToList();
        var chosen = new List<Candidate>();

        // A recipe says "on the model of": the document shows that model, whatever else it leaves out.
        if (candidates.Where(c => c.IsModel && owned.Contains(c.Template) && c.Length + FrameLines <= wantedLines + Slack && Characters(c) <= CharacterBudget)
            .OrderBy(IsWithCompany).ThenByDescending(c => c.Score).ThenBy(c => c.Excerpt.Span).FirstOrDefault() is { } model)
        {
            chosen.Add(model);
        }

        for (var i = 0; i < owned.Count; i++)
        {
            if (chosen.Exists(c => ReferenceEquals(c.Template, owned[i])))
            {
                continue;
            }

            var lines = chosen.Sum(c => c.Length + FrameLines);
            var characters = chosen.Sum(Characters);
            // What ranks first is the core: it gets more than the others.
            var open = owned.Skip(i).Count(t => !chosen.Exists(c => ReferenceEquals(c.Template, t)));
            var part = (double)(wantedLines + Slack - lines) / open * (i == 0 && owned.Count > 1 ? CoreShare : 1);
            var room = wantedLines + Slack - lines - FrameLines - ((open - 1) * (LeastShare + FrameLines));
            var share = Math.Max(LeastShare, Math.Max((int)part - FrameLines, i < CoreTemplates ? Math.Min(CoreLines, room) : 0));
            var fitting = candidates.Where(c => ReferenceEquals(c.Template, owned[i]) && characters + Characters(c) <= CharacterBudget
                && (lines + c.Length + FrameLines <= wantedLines + Slack)).ToList();
            var best = fitting.Where(c => c.Length <= share).OrderByDescending(c => c.Score).ThenBy(c => c.Excerpt.Span).FirstOrDefault()
                ?? fitting.OrderBy(c => c.Length).ThenBy(c => c.Excerpt.Span).FirstOrDefault();
            if (best is not null)
            {
                chosen.Add(best);
            }
        }

        return [.. chosen.OrderBy(c => owned.IndexOf(c.Template))];
    }

    /// <summary>A whole file that holds the model among other units, and takes the place of what else is the agent's own.</summary>
    private static bool IsWithCompany(Candidate candidate) => candidate.Length > CoreLines && candidate.Excerpt.Units.Length > 1;

    private static Candidate? Next(List<Candidate> candidates, List<Candidate> chosen, AgentFocus focus, int wantedLines)
    {
        var lines = chosen.Sum(c => c.Length + FrameLines);
        var characters = chosen.Sum(Characters);
        var code = chosen.Sum(c => c.Length);
        if (lines >= wantedLines && chosen.Count >= FewestExamples)
        {
            return null;
        }

        var elsewhere = chosen.Exists(c => !focus.Core.Contains(c.Template.Id));
        var open = candidates
            .Where(c => lines + c.Length + FrameLines <= wantedLines + Slack && code + c.Length <= MostCodeLines && characters + Characters(c) <= CharacterBudget
                && (focus.Core.Contains(c.Template.Id) || (!elsewhere && (chosen.Count < FewestExamples || lines < wantedLines - Spare)))
                && !chosen.Exists(o => ReferenceEquals(o.Template, c.Template) && o.Excerpt.Span.Overlaps(c.Excerpt.Span))
                && chosen.Count(o => ReferenceEquals(o.Template, c.Template)) < (focus.OwnedCount is > 0 and <= FewTemplates ? MostOfFew : MostOfOne))
            .Select(c => (Candidate: c, Score: c.Score
                * (chosen.Exists(o => ReferenceEquals(o.Template, c.Template)) ? SameTemplate : 1)
                * (focus.Core.Contains(c.Template.Id) ? 1 : FromElsewhere * Math.Min(1, (double)c.Length / Math.Max(1, wantedLines - lines)))))
            .OrderByDescending(c => c.Score).ThenBy(c => c.Candidate.Template.Path, StringComparer.Ordinal).ThenBy(c => c.Candidate.Excerpt.Span)
            .Select(c => c.Candidate).ToList();

        // What is off the subject stands in for what a document can't do without, and for nothing else.
        return open.Find(c => IsOnSubject(c.Template, focus))
            ?? (chosen.Count < FewestExamples || lines < wantedLines - Spare ? open.FirstOrDefault() : null);
    }

    private static bool IsOnSubject(Template template, AgentFocus focus) =>
        focus.Affinity(template.Id) >= OnSubject || focus.Relevance.Owners.GetValueOrDefault(template.Id) == focus.Agent.Id;

    private static double Relevance(Template template, Excerpt excerpt, AgentFocus focus) =>
        focus.Relevant(Shown(excerpt).SelectMany(l => Terms.Of(template.Source.Lines[l - 1])).Concat(excerpt.Units.SelectMany(u => Terms.Of(TemplateTerms.KindWords(u)))));

    private static IEnumerable<Candidate> Candidates(Template template, AgentFocus focus, CatalogueFacts facts, Told told, PlanRecipe? recipe)
    {
        var links = facts.LinksByDefiner[template.Id].ToArray();
        var namesake = Namesake.Of(template);
        var remarks = template.Source.Comments.Where(c => !c.IsDocumentation && c.Text.Count(char.IsWhiteSpace) >= ShortestRemark).Select(c => c.Span).ToArray();
        var found = ExcerptFinder.Find(template.Source, template.Units, template.FileName).ToArray();
        double MostRelevant() => found.Max(f => Relevance(template, f, focus));
        foreach (var candidate in found)
        {
            // Of what is too long, the parts that the agent is about stay.
            var excerpt = candidate.Cuts.IsEmpty ? candidate
                : UnitCutter.Cut(template.Source, candidate.Units[0], s => focus.Relevant(AgentFocus.TermsOf(template, s))) ?? candidate;
            if (focus.View?.Of(template) is not null && !IsOfInstance(template, focus.View, ref excerpt))
            {
                continue;
            }

            if (ExcerptContent.IsHollow(template, excerpt))
            {
                continue;
            }

            var relevant = Relevance(template, excerpt, focus);
            if (focus.Settings(template.Id) is not null && relevant < LeastOfSettings * MostRelevant())
            {
                continue;
            }

            var relevance = 1.5 * relevant;
            var gives = Math.Min(0.15, 0.08 * links.Count(l => excerpt.Span.Contains(l.Symbol.SignatureLine)));
            var length = excerpt.Span.Length is >= 12 and <= 34 ? 0.15 : 0;
            var whole = excerpt.Span.Length == template.LineCount ? 0.3 : excerpt.Cuts.IsEmpty ? 0.1 : 0;
            var main = excerpt.Units.Any(u => u.Level == 0 || u.Kind is UnitKind.Method or UnitKind.Route or UnitKind.Test || (u.Kind == UnitKind.Constructor && u.Span.Length > ExcerptContent.EmptyBody)) ? 0.1 : 0;
            var explained = Math.Min(MostOfRemarks, OfRemark * remarks.Count(r => excerpt.Span.Contains(r) && !excerpt.Cuts.Any(c => c.Overlaps(r))));
            var named = namesake is not null && (namesake.Span.Contains(excerpt.Span) || excerpt.Span.Contains(namesake.Span)) ? OfNamesake : 0;
            var fresh = !told.HasShown(template.Id, excerpt.Span) ? 1 : focus.Owns(template.Id) ? ShownBefore : ShownByOwner;
            var kept = 0.35 + (0.65 * excerpt.ShownLines / excerpt.Span.Length);
            var telling = ExcerptContent.IsMostlyAccessors(template, excerpt) ? MostlyAccessors : ExcerptContent.IsOnlyDeclared(template, excerpt) ? OnlyDeclared : 1;
            var shown = ShownBy(recipe, template, excerpt);
            var standing = focus.View?.Standing(template, excerpt.Span) ?? 1;
            yield return new Candidate(template, excerpt, standing * shown * telling * fresh * kept * (0.25 + focus.Affinity(template.Id)) * (0.2 + relevance + gives + length + whole + main + named + explained), shown >= ModelOfRecipe);
        }
    }

    /// <summary>Cut where options of <c>dotnet new</c> decide what stands there.</summary>
    /// <returns>Whether enough stays to be shown.</returns>
    private static bool IsOfInstance(Template template, InstanceView view, ref Excerpt excerpt)
    {
        var hidden = view.Hidden(template, excerpt.Span, excerpt.Cuts);
        if (hidden.IsEmpty)
        {
            return true;
        }

        excerpt = excerpt with { Cuts = Joined([.. excerpt.Cuts.Concat(hidden).Order()]) };
        return Shown(excerpt).Count(l => !string.IsNullOrWhiteSpace(template.Source.Lines[l - 1])) >= FewestShown;
    }

    private static ImmutableArray<LineSpan> Joined(LineSpan[] cuts)
    {
        var joined = ImmutableArray.CreateBuilder<LineSpan>();
        foreach (var cut in cuts)
        {
            if (joined.Count > 0 && cut.First <= joined[^1].Last + 1)
            {
                joined[^1] = new LineSpan(joined[^1].First, Math.Max(joined[^1].Last, cut.Last));
            }
            else
            {
                joined.Add(cut);
            }
        }

        return joined.ToImmutable();
    }

    /// <summary>A recipe is read beside what it goes by: its model above all.</summary>
    private static double ShownBy(PlanRecipe? recipe, Template template, Excerpt excerpt)
    {
        var worth = 1.0;
        foreach (var step in recipe?.Steps ?? [])
        {
            // Of a type that is too long for an excerpt, the method that makes up most of it.
            bool Shows(Evidence e) => e.TemplateId == template.Id
                && ((excerpt.Span.Contains(e.Span) && !excerpt.Cuts.Any(c => c.Overlaps(e.Span))) || (e.Span.Length > LongestWhole && e.Span.Contains(excerpt.Span) && 2 * excerpt.ShownLines >= e.Span.Length));
            if (step.Evidence.Any(Shows))
            {
                // The first place is the model; the others are what it derives from.
                worth = Math.Max(worth, step.Do.StartsWith("Write the ", StringComparison.Ordinal) && Shows(step.Evidence[0]) ? ModelOfRecipe : PartOfRecipe);
            }
        }

        return worth;
    }

    private static IEnumerable<int> Shown(Excerpt excerpt) =>
        Enumerable.Range(excerpt.Span.First, excerpt.Span.Length).Where(l => !excerpt.Cuts.Any(c => c.Contains(l)));

    private static int Characters(Candidate candidate) =>
        Shown(candidate.Excerpt).Sum(l => candidate.Template.Source.Lines[l - 1].Length + 1);

    /// <summary>What the excerpt is to the recipe: the model of what is added, or the place where that is made known.</summary>
    private static string Part(Candidate candidate, PlanRecipe? recipe)
    {
        foreach (var step in recipe?.Steps ?? [])
        {
            if (step.Evidence.Take(step.Do.StartsWith("Write the ", StringComparison.Ordinal) ? 1 : step.Evidence.Length).Any(e => e.TemplateId == candidate.Template.Id && (candidate.Excerpt.Span.Contains(e.Span) || (e.Span.Contains(candidate.Excerpt.Span) && 2 * candidate.Excerpt.Span.Length >= e.Span.Length))))
            {
                var words = step.Do.Split(' ');
                var part = words[0] switch
                {
                    "Write" when step.Do.StartsWith("Write the ", StringComparison.Ordinal) && step.Do.IndexOf(" on the model of ", StringComparison.Ordinal) is > 0 and var at => $": the model of a new {step.Do["Write the ".Length..at]}",
                    "Register" => ": where it is registered",
                    "Test" => ": the model of its test",
                    "Give" when step.Do.Contains("stands in for the real one", StringComparison.Ordinal) => ": what stands in for it in tests",
                    _ => null,
                };
                if (part is not null)
                {
                    return part;
                }
            }
        }

        return "";
    }

    private static PlanExample Example(Candidate candidate, ExampleTitles titles, CatalogueFacts facts, PlanRecipe? recipe) => new(
        $"{titles.Of(candidate.Template, candidate.Excerpt)}{Part(candidate, recipe)}",
        new Evidence(candidate.Template.Id, candidate.Excerpt.Span),
        candidate.Excerpt.Cuts,
        [.. ExampleImports.Of(candidate.Template, candidate.Excerpt.Span, facts, candidate.Excerpt.Cuts), .. ExampleHead.Of(candidate.Template, candidate.Excerpt)],
        []);
}
