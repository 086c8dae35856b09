using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A recipe and how much it is what the agent is for.</summary>
internal sealed record RatedRecipe(PlanRecipe Recipe, double Worth);

/// <summary>One more member beside one that is there: what it takes, what it calls, itself, where it is made known, its test.</summary>
internal static class MemberRecipe
{
    private const int FewestSteps = 3;
    private const int MostSteps = 8;
    private const int MostMarks = 3;

    public static IEnumerable<RatedRecipe> For(AgentFocus focus, CatalogueFacts facts, MentionIndex index)
    {
        foreach (var template in focus.Home.Where(t => focus.IsModel(t.Id) && t.Role == TemplateRole.Code))
        {
            foreach (var family in index.Families[template.Id])
            {
                foreach (var member in family)
                {
                    if (!IsFromBase(member) && !SliceRecipe.Holds(member, facts) && Of(member, family, focus, facts, index) is { } recipe)
                    {
                        yield return recipe;
                    }
                }
            }
        }
    }

    private static RatedRecipe? Of(Member member, Member[] family, AgentFocus focus, CatalogueFacts facts, MentionIndex index)
    {
        var trace = MemberTrace.Of(member, family, focus, facts, index);
        if (!trace.IsReached)
        {
            return null;
        }

        var registered = trace.Registrations.FirstOrDefault();
        var noun = RecipeNouns.Of(member, registered is null ? null : registered.Template.Source.Lines[registered.Line - 1], focus);
        var steps = Steps(member, family, trace, noun, facts);
        if (steps.Length < FewestSteps || steps.SelectMany(s => s.Evidence).Select(e => e.TemplateId).Distinct(StringComparer.Ordinal).Count() < 2)
        {
            return null;
        }

        if (noun is "method" or "function" && (family.Length < 3 || (trace.Callees.Length == 0 && trace.Interface is null && trace.Statement is null && trace.Registrations.Length == 0 && trace.Data.Length == 0 && steps.Length < 4)))
        {
            // A helper has callers and perhaps a test; that doesn't make another one the agent's task.
            return null;
        }

        var plain = noun is "method" or "function" or "query";
        var title = plain ? $"Add {Articles.With(noun)} to {Owner(member, facts)}" : $"Add {Articles.With(noun)}";
        var worth = (2 * focus.Affinity(member.Template.Id)) + (focus.Owns(member.Template.Id) ? 1 : 0)
            + (0.5 * Math.Min(steps.Length, 6)) + (trace.Registrations.Length > 0 ? 0.8 : 0) + (trace.Tests.Length > 0 ? 0.4 : 0) + (plain ? 0 : 0.8)
            + focus.Relevant(AgentFocus.TermsOf(member.Template, member.Unit.Span)) + (trace.Callees.Length > 0 ? 0.4 : 0) + (trace.Data.Length > 0 ? 0.5 : 0);
        return new RatedRecipe(new PlanRecipe(title, steps), worth);
    }

    /// <summary>What a base class asks for is there once.</summary>
    private static bool IsFromBase(Member member) => member.Template.Source.Code[member.Unit.SignatureLine - 1].Contains(" override ", StringComparison.Ordinal)
        || member.Unit.Attributes.Any(a => a.StartsWith("@Override", StringComparison.Ordinal));

    /// <summary>The function that only a marked one runs: <c>_remind</c> of the task <c>remind</c>.</summary>
    private static Member? Run(Member member, Member[] family)
    {
        bool Names(Member from, Member other) => Enumerable.Range(from.Unit.SignatureLine, from.Unit.Span.Last - from.Unit.SignatureLine + 1).Any(l => Identifiers.Names(from.Template.Source.Code[l - 1], other.Key));
        return member.Unit.Attributes.IsEmpty ? null : family.FirstOrDefault(f => !ReferenceEquals(f.Unit, member.Unit) && f.Unit.Attributes.IsEmpty && f.Unit.Kind == UnitKind.Function
            && Names(member, f) && !family.Any(o => !ReferenceEquals(o.Unit, member.Unit) && !ReferenceEquals(o.Unit, f.Unit) && Names(o, f)));
    }

    private static ImmutableArray<PlanStep> Steps(Member member, Member[] family, MemberTrace trace, string noun, CatalogueFacts facts)
    {
        var name = Prose.Code(member.Unit is { Kind: UnitKind.Value, Parent: { } many } ? $"{many.Name}.{member.Unit.Name}" : member.Unit.Name);
        var steps = new List<PlanStep>();
        if (trace.Statement is { } query)
        {
            steps.Add(new PlanStep($"Write its query in {File(query.Template, facts)}, on the model of {Prose.Code(query.Unit.Name)}.", [Whole(query)]));
        }

        if (trace.Data.Length > 0)
        {
            steps.Add(new PlanStep($"Declare what it takes or gives, as {Prose.List([.. trace.Data.Select(d => Prose.Code(d.Name))])} {(trace.Data.Length > 1 ? "do" : "does")} for {name}.", [.. trace.Data.Select(d => d.Place)]));
        }

        if (OwnConstants.Of(member, family) is { } constant)
        {
            steps.Add(new PlanStep($"Give it a constant of its own, as {Prose.Code(constant.Name)} is {name}'s.", [constant.Place]));
        }

        // What is called stands before what calls it.
        foreach (var (callee, declared) in trace.Callees.Reverse())
        {
            var where = declared is null ? Owner(callee, facts) : $"{Prose.Code(declared.Name)} and {Owner(callee, facts)}";
            steps.Add(new PlanStep($"Add what it calls to {where}, on the model of {Prose.Code(callee.Unit.Name)}.", declared is null ? [Whole(callee)] : [declared.Place, Whole(callee)]));
        }

        if (trace.Callees.IsEmpty && Run(member, family) is { } run)
        {
            steps.Add(new PlanStep($"Write what it runs, as {Prose.Code(run.Unit.Name)} is for {name}.", [Whole(run)]));
        }

        if (trace.Interface is { } own && !trace.Callees.Any(c => c.Declared?.Name == own.Name))
        {
            steps.Add(new PlanStep($"Declare it in {Prose.Code(own.Name)}, beside {name}.", [own.Place]));
        }

        var marks = Marks(member, family).Select(Prose.Code).ToArray();
        var with = marks.Length > 0 ? $", under {Prose.List(marks)}" : "";
        steps.Add(new PlanStep($"Write the {noun} on the model of {name}{with}.", [Whole(member)]));
        if (trace.Shared.Length > 0)
        {
            steps.Add(new PlanStep($"Use {Prose.List([.. trace.Shared.Select(s => Prose.Code(s.Unit.Name))])} in it, as its siblings do.", [.. trace.Shared.Select(s => new Evidence(s.Template.Id, LineSpan.Of(s.Unit.SignatureLine)))]));
        }

        foreach (var place in trace.Registrations.Take(2))
        {
            steps.Add(place.Step(Verb(place), File(place.Template, facts), name));
        }

        if (trace.Caller is { } caller)
        {
            var line = Quoted(caller.Template, caller.Line);
            steps.Add(new PlanStep($"{(member.Unit.Kind == UnitKind.Value ? "Use" : "Call")} it from {File(caller.Template, facts)}{(line is null ? $", as {name} is used there" : $": {line} is how {name} is used")}.", [caller.Evidence]));
        }

        foreach (var fake in trace.Fakes)
        {
            steps.Add(new PlanStep($"Give {Owner(fake, facts)} the same {(fake.Unit.Kind == UnitKind.Method ? "method" : "function")}: it stands in for the real one in tests.", [Whole(fake)]));
        }

        foreach (var test in trace.Tests)
        {
            steps.Add(new PlanStep($"Test it on the model of {Prose.Code(test.Unit.Name)} in {File(test.Template, facts)}.", [new Evidence(test.Template.Id, test.Unit.Span)]));
        }

        return steps.Count > MostSteps ? [] : [.. steps];
    }

    /// <summary>What it is marked with, what its siblings are marked with as well before all.</summary>
    private static IEnumerable<string> Marks(Member member, Member[] family)
    {
        string[] own = [.. member.Unit.Attributes.Select(Mark).Where(m => m.Length is > 2 and < 40).Distinct(StringComparer.Ordinal)];
        int Bearers(string mark) => family.Count(m => m.Unit.Attributes.Any(a => Mark(a) == mark));
        var most = own.OrderByDescending(Bearers).Take(MostMarks).ToHashSet(StringComparer.Ordinal);
        return own.Where(most.Contains);
    }

    /// <summary>What the line does with those that it knows already.</summary>
    private static string Verb(Registration place) => place.Template.Source.Lines[place.Line - 1].TrimStart() is var line && place.Template.Language == "hcl" ? "Name"
        : line.StartsWith("return", StringComparison.Ordinal) ? "Return"
        : Using.Any(n => line.StartsWith(n, StringComparison.Ordinal)) ? "Use"
        : "Register";

    private static readonly string[] Using = ["const", "let", "{", "<", "form", "action"];

    /// <summary>The file's name, with its folder where two have one name.</summary>
    public static string File(Template template, CatalogueFacts facts)
    {
        if (!facts.Catalogue.WithFileName(template.Path[(template.Path.LastIndexOf('/') + 1)..]).Skip(1).Any())
        {
            return Prose.File(template);
        }

        var parts = template.Path.Split('/');
        return Prose.Code($"{(parts.Length > 1 ? parts[^2] + "/" : "")}{template.FileName}");
    }

    public static Evidence Whole(Member member) => new(member.Template.Id, member.Unit.Span);

    /// <summary>The type that a member belongs to, else its file.</summary>
    public static string Owner(Member member, CatalogueFacts facts) => member.Template.Language == "go" && Receiver(member) is { } receiver ? Prose.Code(receiver) :
        member.Unit.Parent is { Kind: UnitKind.Class or UnitKind.Struct or UnitKind.Record or UnitKind.Interface or UnitKind.Value or UnitKind.Hook or UnitKind.Implementation } parent && !Symbols.IsLonePlaceholder(parent.Name)
            ? Prose.Code(parent.Name) : File(member.Template, facts);

    /// <summary>A line as code, where it is one that can be read by itself.</summary>
    public static string? Quoted(Template template, int line)
    {
        var text = template.Source.Lines[line - 1].Trim();
        return text.Length is >= 4 and <= 110 && Brackets.AreBalanced(template.Source.Code[line - 1].Trim()) ? Prose.Code(string.Join(' ', text.TrimEnd(',').Split(' ', StringSplitOptions.RemoveEmptyEntries))) : null;
    }

    /// <summary><c>Service</c> of <c>func (s *Service) Create(…)</c>.</summary>
    private static string? Receiver(Member member)
    {
        var text = member.Template.Source.Lines[member.Unit.SignatureLine - 1];
        var (open, close) = (text.IndexOf("func (", StringComparison.Ordinal), text.IndexOf(')', StringComparison.Ordinal));
        return open != 0 || close < 0 ? null : text["func (".Length..close].Split(' ')[^1].TrimStart('*');
    }

    private static string Mark(string attribute)
    {
        var end = attribute.IndexOf('(', StringComparison.Ordinal);
        return end < 0 ? attribute : attribute[..end] + (attribute[0] is '[' or '#' ? "]" : "");
    }
}
