using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What one agent's document may draw on.</summary>
/// <param name="Home">Templates that it refers to, best first.</param>
/// <param name="Core">Ids of its top three and of those that it owns: what its evidence must come from.</param>
internal sealed record AgentFocus(Agent Agent, ImmutableArray<Template> Home, ImmutableHashSet<string> Core, RelevanceMap Relevance)
{
    private const int FewestReferences = 5;
    private const int MostReferences = 6;
    private const double WorthReferring = 0.35;
    private const double NotWorthReferring = 0.05;
    private const int TopTemplates = 3;
    private const int FewestUsers = 3;

    /// <summary>A template that fits this much less than the best is only company.</summary>
    private const double LeastOfCore = 0.22;

    private const double OfAnother = 0.6;

    /// <summary>Stems, as queries have them.</summary>
    private static readonly string[] AutomationWords = [.. Terms.Of("ci cd pipeline workflow deploy deployment release devops delivery infrastructure container docker kubernetes platform automation gradle maintainer").Distinct(StringComparer.Ordinal)];

    /// <summary>A file of settings holds the sections of several concerns.</summary>
    private static readonly string[] SettingsLanguages = ["yaml", "toml", "ini", "json", "properties", "dotenv"];

    private readonly ImmutableDictionary<string, double> _affinity =
        Relevance.For(Agent.Id).ToImmutableDictionary(r => r.Template.Id, r => r.Score, StringComparer.Ordinal);

    private readonly ImmutableHashSet<string> _tests =
        [.. Relevance.For(Agent.Id).Where(r => r.Template.Role == TemplateRole.Test).Select(r => r.Template.Id)];

    private readonly ImmutableHashSet<string> _automation =
        [.. Relevance.For(Agent.Id).Where(r => r.Template.Language == "yaml" && r.Template.Source.Lines.Any(l => l.StartsWith("jobs:", StringComparison.Ordinal) || l.StartsWith("stages:", StringComparison.Ordinal) || l.StartsWith("pipelines:", StringComparison.Ordinal))).Select(r => r.Template.Id)];

    private readonly ImmutableDictionary<string, Template> _settings =
        Relevance.For(Agent.Id).Select(r => r.Template).Where(t => t.Role == TemplateRole.Configuration && SettingsLanguages.Contains(t.Language, StringComparer.Ordinal) && !t.Source.Lines.Any(IsOfContainers)).ToImmutableDictionary(t => t.Id, StringComparer.Ordinal);

    /// <summary>What containers run is one concern, whatever runs in them.</summary>
    private static bool IsOfContainers(string line) => line.StartsWith("services:", StringComparison.Ordinal) || line.StartsWith("apiVersion:", StringComparison.Ordinal);

    public InstanceView? View { get; private init; }

    /// <summary>One template speaks of what the agent is about; the others only keep it company.</summary>
    public bool HasCompany => Home.Length > 1 && Affinity(Home[1].Id) < NotWorthReferring;

    private AgentQuery Query => Relevance.Queries[Agent.Id];

    /// <param name="view">How the agent sees the templates; null where that is of no matter.</param>
    public static AgentFocus Of(Agent agent, RelevanceMap relevance, InstanceView? view = null)
    {
        var ranking = relevance.For(agent.Id);
        var home = ranking.Where((r, i) => r.Score >= WorthReferring || (i < FewestReferences && r.Score >= NotWorthReferring))
            .Take(MostReferences).Select(r => r.Template).ToImmutableArray();
        if (home.Length == 1)
        {
            // What it gives to others and takes from them is its business too; what merely lies beside it is not.
            home = [.. home, .. relevance.LinkedWith(home[0]).Where(t => view is null || view.IsCitable(t)).Take(MostReferences - 1)];
        }

        else if (home.Length >= FewestUsers && relevance.Hub(home) is { } hub && (view is null || view.IsCitable(hub)))
        {
            // What most of them rest on, whatever it is called.
            home = [.. home, hub];
        }

        var core = ranking.Take(TopTemplates).Where(r => r.Score >= LeastOfCore).Select(r => r.Template.Id)
            .Concat(ranking.Where(r => relevance.Owners.GetValueOrDefault(r.Template.Id) == agent.Id).Select(r => r.Template.Id))
            .ToImmutableHashSet(StringComparer.Ordinal);
        return new AgentFocus(agent, home, core, relevance) { View = view };
    }

    /// <summary>0 to 1: how much a template is this agent's business.</summary>
    public double Affinity(string templateId) => _affinity.GetValueOrDefault(templateId);

    /// <summary>As <see cref="Affinity(string)"/>, less where another agent owns the template: what it shows is told there first.</summary>
    public double Affinity(ImmutableArray<Evidence> evidence) => evidence.IsEmpty ? 0 : evidence.Average(e => Affinity(e.TemplateId) * (Owns(e.TemplateId) ? 1 : OfAnother));

    public int OwnedCount { get; } = Relevance.For(Agent.Id).Count(r => Relevance.Owners.GetValueOrDefault(r.Template.Id) == Agent.Id);

    public bool Owns(string templateId) => Relevance.Owners.GetValueOrDefault(templateId) is not { } owner || owner == Agent.Id;

    /// <summary>Nobody else's work either: what nobody owns, such as a composition root, is not everybody's.</summary>
    public bool IsItsWork(string templateId) => Relevance.Owners.GetValueOrDefault(templateId) == Agent.Id;

    /// <summary>The first piece of evidence and most of all lie in the agent's own templates; what one asks about may lead elsewhere.</summary>
    public bool MayUse(Statement statement) => statement.IsGeneral ||
        ((Core.Contains(statement.Evidence[0].TemplateId) || (Settings(statement.Evidence[0].TemplateId) is not null && Home.Any(t => t.Id == statement.Evidence[0].TemplateId)))
        && (statement.Kind == StatementKind.Ask || statement.Evidence.Count(e => Core.Contains(e.TemplateId) || Settings(e.TemplateId) is not null) * 2 >= statement.Evidence.Length)
        && (View is not { IsOfInstance: true } || IsOfInstance(statement, View)));

    /// <summary>Less than 1 for what only some instances of a <c>dotnet new</c> template have.</summary>
    public double Standing(Statement statement) =>
        statement.Evidence.IsEmpty ? 1 : View?.Standing(statement.Evidence[0].TemplateId, statement.Evidence[0].Span) ?? 1;

    /// <summary>All that it cites is there in an instance.</summary>
    private static bool IsOfInstance(Statement statement, InstanceView view) =>
        statement.Evidence.All(e => view.IsCitable(e.TemplateId))
        && Rendering.CitationText.ReadAll($"{statement.Text} {statement.Why} {statement.Instead}").All(c => view.IsCitable(c.TemplateId));

    /// <summary>How much a text speaks of what the agent is about: 0 for not at all; about 1 for a text full of its rarest words.</summary>
    public double Relevant(IEnumerable<string> terms)
    {
        var total = 0.0;
        foreach (var term in terms.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (Query.Terms.TryGetValue(term, out var weight))
            {
                total += weight * Relevance.Index.Weight(term);
            }
        }

        return total / (total + 6);
    }

    /// <summary>What it adds is like what is its own, not like what is another's.</summary>
    public bool IsModel(string templateId) => Core.Contains(templateId) && (OwnedCount == 0 || Owns(templateId));

    public bool SpeaksOfTests => Query.AboutTests || Query.Terms.ContainsKey("test");

    /// <summary>Tests are its work by name.</summary>
    public bool IsTester => Query.IsTester;

    public bool SpeaksOfAutomation => AutomationWords.Any(Query.Terms.ContainsKey);

    /// <summary>What a build server runs, not what the project is made of.</summary>
    public bool IsAutomation(string templateId) => _automation.Contains(templateId);

    /// <summary>A file of settings, the sections of which belong to different agents; null for any other, and for what a build server runs.</summary>
    public Template? Settings(string templateId) => IsAutomation(templateId) ? null : _settings.GetValueOrDefault(templateId);

    public bool IsTest(string templateId) => _tests.Contains(templateId);

    /// <summary>How many of the terms the agent uses itself.</summary>
    public int Shared(IEnumerable<string> terms) => terms.Distinct(StringComparer.Ordinal).Count(Query.Terms.ContainsKey);

    public static IEnumerable<string> TermsOf(Template template, LineSpan span) =>
        Enumerable.Range(span.First, Math.Min(span.Length, 80)).Where(l => l <= template.LineCount).SelectMany(l => Terms.Of(template.Source.Lines[l - 1]));
}
