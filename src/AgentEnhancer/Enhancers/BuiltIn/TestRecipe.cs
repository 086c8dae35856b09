using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One more test: what it opens, the test itself, what it calls and what it asserts, each as a line of one that is there.</summary>
internal static partial class TestRecipe
{
    public const string Helps = "Use the helpers that exist: ";
    private const int FewestSteps = 3;
    private const int MostHelpers = 3;

    /// <summary>Two assertions that begin alike ask the same of a thing: <c>assert result["status"]</c>.</summary>
    private const int ShapeLength = 14;

    public static IEnumerable<RatedRecipe> For(AgentFocus focus, CatalogueFacts facts)
    {
        foreach (var template in focus.Home.Where(t => focus.Core.Contains(t.Id)))
        {
            foreach (var test in template.Units.Where(u => u.Kind == UnitKind.Test))
            {
                if (Of(template, test, focus, facts) is { } recipe)
                {
                    yield return recipe;
                }
            }
        }
    }

    private static RatedRecipe? Of(Template template, Unit test, AgentFocus focus, CatalogueFacts facts)
    {
        var body = Enumerable.Range(test.SignatureLine, test.Span.Last - test.SignatureLine + 1).ToArray();
        var steps = new List<PlanStep>();
        var helpers = Helpers(template, test, body, facts).Take(MostHelpers).ToArray();
        if (helpers.Length > 0)
        {
            steps.Add(new PlanStep($"{Helps}{Prose.List([.. helpers.Select(h => Prose.Code(h.Name))])}.", [.. helpers.Select(h => h.Place)]));
        }

        var setUp = template.Units.FirstOrDefault(u => u.Kind is UnitKind.Fixture or UnitKind.Method or UnitKind.Constructor && ReferenceEquals(u.Parent, test.Parent) && IsSetUp(u));
        if (setUp is not null)
        {
            steps.Add(new PlanStep($"Rely on {Prose.Code(setUp.Name)} for what every test needs.", [new Evidence(template.Id, setUp.Span)]));
        }

        var marks = test.Attributes.Where(a => a.Length < 40).Take(1).Select(Prose.Code).ToArray();
        steps.Add(new PlanStep($"Write the test on the model of {Prose.Code(test.Name)}{(marks.Length > 0 ? $", under {marks[0]}" : "")}.", [new Evidence(template.Id, test.Span)]));
        var asserts = body.Where(l => Assertion().IsMatch(template.Source.Code[l - 1])).ToArray();
        // What stands in a function of the test's own is called by it, and is no act yet.
        var own = Inner(template, test).ToArray();
        var subject = body.Where(l => !asserts.Contains(l) && l > test.SignatureLine && !own.Any(u => u.Span.Contains(l)))
            .Where(l => !Arranges().IsMatch(template.Source.Code[l - 1])).Select(l => (Line: l, Link: facts.LinksByUser[template.Id].FirstOrDefault(k => k.Definer.Role == TemplateRole.Code && (Symbols.IsCallable(k.Symbol) || k.Symbol.Kind == UnitKind.Component) && k.Uses.Any(u => ReferenceEquals(u.User, template) && u.Lines.Contains(l)) && TestedByStatements.Exercises(k, new SymbolUse(template, [l])))))
            .Where(l => l.Link is not null && MemberRecipe.Quoted(template, l.Line) is not null)
            // What stands nearest above the first assertion is what it looks at.
            .OrderBy(l => asserts.Length == 0 || l.Line < asserts[0] ? -l.Line : l.Line).FirstOrDefault();
        var used = subject.Link is null ? 0 : UseOfMade(template, subject.Line, asserts);
        if (used > 0)
        {
            steps.Add(new PlanStep($"Act as in {MemberRecipe.Quoted(template, used)}.", [new Evidence(template.Id, LineSpan.Of(used))]));
        }
        else if (subject.Link is not null && !body.Any(l => l > test.SignatureLine && l != subject.Line && Request().IsMatch(template.Source.Code[l - 1])))
        {
            steps.Add(new PlanStep(
                $"Act as in {MemberRecipe.Quoted(template, subject.Line)}.",
                [new Evidence(template.Id, LineSpan.Of(subject.Line)), new Evidence(subject.Link.Definer.Id, LineSpan.Of(subject.Link.Symbol.SignatureLine))]));
        }
        else if (Act(template, test, body, [.. body.Where(l => helpers.Any(h => Calls(template.Source.Code[l - 1], h.Name, isType: true)))], asserts) is > 0 and var request)
        {
            steps.Add(new PlanStep($"Act as in {MemberRecipe.Quoted(template, request)}.", [new Evidence(template.Id, LineSpan.Of(request))]));
        }

        var assert = asserts.FirstOrDefault(l => MemberRecipe.Quoted(template, l) is not null);
        if (assert > 0)
        {
            steps.Add(new PlanStep($"Assert as in {MemberRecipe.Quoted(template, assert)}.", [new Evidence(template.Id, LineSpan.Of(assert))]));
        }

        if (steps.Count < FewestSteps)
        {
            return null;
        }

        // A table of cases, or what asserts as no other does, is no model of the next.
        var isUsual = !test.Attributes.Any(a => Cases().IsMatch(a)) && asserts.Length > 0 && Others(template, test).Any(l => HasShapeOf(template, assert > 0 ? assert : asserts[0], l));
        var worth = 3 + (isUsual ? 1.2 : 0) + (2 * focus.Affinity(template.Id)) + (0.5 * steps.Count) + (0.3 * helpers.Length) + focus.Relevant(AgentFocus.TermsOf(template, test.Span)) + (subject.Link is null && !body.Any(l => Request().IsMatch(template.Source.Code[l - 1])) ? 0 : 1);
        return new RatedRecipe(new PlanRecipe("Add a test", [.. steps]), worth);
    }

    /// <summary>Assertions of the other tests.</summary>
    private static IEnumerable<int> Others(Template template, Unit test) => template.Units.Where(u => u.Kind == UnitKind.Test && !ReferenceEquals(u, test))
        .SelectMany(u => Enumerable.Range(u.SignatureLine, u.Span.Last - u.SignatureLine + 1)).Where(l => Assertion().IsMatch(template.Source.Code[l - 1]));

    private static bool HasShapeOf(Template template, int one, int other) => Shape(template.Source.Code[one - 1]) == Shape(template.Source.Code[other - 1]);

    private static string Shape(string code) => string.Concat(code.Trim().TakeWhile(c => c is not ('"' or '\'')).Where(c => !char.IsWhiteSpace(c)).Take(ShapeLength));

    private static IEnumerable<Unit> Inner(Template template, Unit test) =>
        template.Units.Where(u => u.Kind is UnitKind.Function or UnitKind.Method && u.SignatureLine > test.SignatureLine && test.Span.Contains(u.Span));

    /// <summary><c>const store = useStore()</c> makes what the test then acts on: the last such line before the first assertion, or 0.</summary>
    private static int UseOfMade(Template template, int made, int[] asserts)
    {
        var name = Made().Match(template.Source.Code[made - 1]).Groups["name"].Value;
        return name.Length == 0 || asserts.Length == 0 ? 0
            : Enumerable.Range(made + 1, Math.Max(0, asserts[0] - made - 1)).LastOrDefault(l => template.Source.Code[l - 1].Contains($"{name}.", StringComparison.Ordinal)
                && ActsOn().Match(template.Source.Code[l - 1]) is { Success: true } act && act.Groups["name"].Value == name && MemberRecipe.Quoted(template, l) is not null);
    }

    /// <summary>A request, else the last call before the first assertion.</summary>
    /// <param name="helped">What calls a helper prepares; a request may take what a helper gives.</param>
    private static int Act(Template template, Unit test, int[] body, int[] helped, int[] asserts)
    {
        // blocTest(…, act: …) says which it is.
        var said = body.FirstOrDefault(l => template.Source.Code[l - 1].AsSpan().TrimStart().StartsWith("act:"));
        if (said > 0)
        {
            return MemberRecipe.Quoted(template, said) is null ? 0 : said;
        }

        var open = body.Where(l => l > test.SignatureLine && !asserts.Contains(l) && (asserts.Length == 0 || l < asserts[0]) && !Arranges().IsMatch(template.Source.Code[l - 1])).ToArray();
        var request = open.FirstOrDefault(l => Request().IsMatch(template.Source.Code[l - 1]));
        if (request > 0)
        {
            return MemberRecipe.Quoted(template, request) is null ? 0 : request;
        }

        var last = open.LastOrDefault(l => !helped.Contains(l) && MemberRecipe.Quoted(template, l) is not null && template.Source.Code[l - 1].AsSpan().TrimStart() is not ['.', ..] && template.Source.Code[l - 1].Contains('(', StringComparison.Ordinal) && !template.Source.Code[l - 1].TrimEnd().EndsWith('{'));
        return last;
    }

    /// <summary>Fakes, builders and fixtures of test files that the test names.</summary>
    private static IEnumerable<NamedPlace> Helpers(Template template, Unit test, int[] body, CatalogueFacts facts)
    {
        var own = template.Units.Where(u => u.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Fixture or UnitKind.Class or UnitKind.Struct && !u.Span.Contains(test.Span) && u.Kind is not UnitKind.Test && !IsSetUp(u))
            .Except(Inner(template, test))
            .Select(u => (Member: Member.Of(template, u), u.Name));
        var taken = facts.LinksByUser[template.Id].Where(l => l.Definer.Role == TemplateRole.Test && l.Symbol.Kind is not UnitKind.Test).Select(l => (Member: Member.Of(l.Definer, l.Symbol), l.Name));
        return own.Concat(taken).Where(h => body.Any(l => Calls(template.Source.Code[l - 1], h.Member.Key, h.Member.Unit.Kind is UnitKind.Class or UnitKind.Struct)))
            .DistinctBy(h => h.Name, StringComparer.Ordinal)
            .Select(h => new NamedPlace(h.Name, new Evidence(h.Member.Template.Id, LineSpan.Of(h.Member.Unit.SignatureLine))));
    }

    private static bool Calls(string code, string key, bool isType)
    {
        var at = code.IndexOf(key, StringComparison.Ordinal);
        return at >= 0 && (isType || Identifiers.Before(code, at) != '.') && (at == 0 || !Identifiers.IsPart(code[at - 1])) && (at + key.Length == code.Length || !Identifiers.IsPart(code[at + key.Length]));
    }

    private static bool IsSetUp(Unit unit) =>
        unit.Name.Contains("setup", StringComparison.OrdinalIgnoreCase) || unit.Name.Contains("beforeEach", StringComparison.Ordinal)
        || unit.Attributes.Any(a => a.Contains("SetUp", StringComparison.Ordinal) || a.Contains("BeforeEach", StringComparison.Ordinal) || a.Contains("TestInitialize", StringComparison.Ordinal));

    [GeneratedRegex(@"\.(?:get|post|put|delete|patch|request|perform|goto|click|send)\w*\(|\b(?:serve|send|render|mount|visit)\(", RegexOptions.IgnoreCase)]
    private static partial Regex Request();

    [GeneratedRegex(@"^\s*(?:(?:const|let|var|val|final|auto)\s+)?(?:[A-Z]\w*(?:<[^<>]*>)?\s+)?(?<name>[a-z_]\w*)\s*:?=\s*(?!await\b)")]
    private static partial Regex Made();

    [GeneratedRegex(@"^(?:[^(""']*[=\s])?(?:await\s+)?(?<name>[a-z_]\w*)\.\w+\(")]
    private static partial Regex ActsOn();

    // What a mock is to answer is said before the test acts.
    [GeneratedRegex(@"\.(?:Returns|ReturnsAsync|ReturnsForAnyArgs|Throws|ThrowsAsync|Setup|thenReturn|thenAnswer|thenThrow|mockResolvedValue|mockReturnValue|mockImplementation|mockRejectedValue)\w*\(|\b(?:every|coEvery|when|whenever|given)\s*[({]|\.(?:return_value|side_effect)\s*=|\.[bB]uild\(\)")]
    private static partial Regex Arranges();

    [GeneratedRegex(@"parametrize|Theory|DataRow|InlineData|TestCase|ParameterizedTest|\.each|rstest")]
    private static partial Regex Cases();

    [GeneratedRegex(@"\bassert\w*\b|\bexpect\b|\bAssert\b|\.Should(?:\(|(?!Not\()[A-Z]\w*\()|\bverify\(|\brequire\.|t\.(?:Error|Fatal)|andExpect\(", RegexOptions.IgnoreCase)]
    private static partial Regex Assertion();
}
