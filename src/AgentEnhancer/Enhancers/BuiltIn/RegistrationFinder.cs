using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A line that makes a member known: <c>r.Get("/", h.list)</c>, <c>AddScoped&lt;Store&gt;()</c>, <c>- deployment.yaml</c>.</summary>
/// <param name="Call">What is called, where the name stands among its arguments over several lines: <c>server.registerTool</c>.</param>
/// <param name="List">The list that the name stands in, for what is made known by no call.</param>
internal sealed record Registration(Template Template, int Line, string? Call = null, string? List = null)
{
    /// <summary>With what is chained to it: the line alone would leave out a route's policy.</summary>
    public Evidence Evidence => new(Template.Id, new LineSpan(Line, LastLine));

    /// <summary>What a recipe says of it.</summary>
    public PlanStep Step(string verb, string file, string name)
    {
        var chained = LastLine > Line ? ", with what is chained to it" : "";
        return new PlanStep(
            List is not null ? $"{verb} it in {file}, in the list {Prose.Code(List)}, as {name} is."
                : Call is not null ? $"{verb} it in {file} by {Prose.Code(Call)}, as {name} is."
                : MemberRecipe.Quoted(Template, Line) is { } line ? $"{verb} it in {file}, as {name} is: {line}{chained}."
                : $"{verb} it in {file}, beside {name}.",
            [Evidence]);
    }

    private int LastLine
    {
        get
        {
            var last = Line;
            if (Call is not null)
            {
                last = EndOfCall();
            }

            while (last < Template.LineCount && Template.Source.Code[last].AsSpan().TrimStart() is ['.', ..])
            {
                last++;
            }

            return last;
        }
    }

    private int EndOfCall()
    {
        var depth = 0;
        for (var line = Line; line <= Template.LineCount; line++)
        {
            depth += Brackets.Depth(Template.Source.Code[line - 1]);
            if (depth <= 0)
            {
                return line;
            }
        }

        return Line;
    }
}

/// <summary>Finds the lines that register a member: near lines of one shape that name its siblings too, or a call that is made for it.</summary>
internal static partial class RegistrationFinder
{
    /// <summary>Lines between two of a list.</summary>
    private const int Near = 4;

    /// <summary>Lines that the arguments of one call take at most.</summary>
    private const int MostArguments = 16;

    public static IEnumerable<Registration> Of(Member member, IReadOnlyCollection<Member> siblings, MentionIndex index, CatalogueFacts facts)
    {
        var places = new List<(Mention Mention, int Strength)>();
        var others = siblings.Where(s => s.Key != member.Key).ToArray();
        var near = others.SelectMany(s => index.Mentions[s.Key].Where(m => IsOutside(m, siblings))).ToLookup(m => m.Template.Id, StringComparer.Ordinal);
        foreach (var mention in index.Mentions[member.Key].Where(m => IsOutside(m, siblings) && IsOfFamily(m, member) && !IsOfAnother(m, member, index)))
        {
            if (near[mention.Template.Id].Any(o => Math.Abs(o.Line - mention.Line) <= Near && IsKnown(mention, member, facts) && !IsCalled(mention, member.Key) && HaveOneShape(mention, o)))
            {
                places.Add((mention, 2));
            }
            else if (IsMadeFor(mention, member) && (ReferenceEquals(mention.Template, member.Template) || Identifiers.IsDistinctive(member.Key)))
            {
                places.Add((mention, 1));
            }
        }

        return places.Where(p => !IsDeclaration(p.Mention, member, index))
            .OrderByDescending(p => p.Strength).ThenBy(p => p.Mention.Template.Path, StringComparer.Ordinal).ThenBy(p => p.Mention.Line)
            .DistinctBy(p => p.Mention.Template.Id).Select(p => new Registration(p.Mention.Template, p.Mention.Line));
    }

    /// <summary>Calls that a function is handed to, or lists that it stands in, one a template: itself, or an arrow that calls it. What a body does is another matter.</summary>
    public static IEnumerable<Registration> OfFunction(SymbolLink link)
    {
        foreach (var use in link.Uses.Where(u => u.User.Role == TemplateRole.Code))
        {
            var found = use.Lines.Where(l => !use.User.Imports.Any(i => i.Span.Contains(l)))
                .Select(l => Around(use.User, l, use.User.Source.Lines[l - 1].IndexOf(link.Name, StringComparison.Ordinal))).FirstOrDefault(r => r is not null);
            if (found is not null)
            {
                yield return found;
            }
        }
    }

    private static Registration? Around(Template template, int used, int column)
    {
        var depth = 0;
        for (var line = used; line > Math.Max(0, used - MostArguments); line--)
        {
            var code = template.Source.Code[line - 1];
            for (var i = (line == used ? column : code.Length) - 1; i >= 0; i--)
            {
                if (code[i] is ')' or ']' or '}')
                {
                    depth++;
                }
                else if (code[i] is '(' or '[' or '{' && --depth < 0)
                {
                    depth = 0;
                    var before = code.AsSpan(0, i).TrimEnd();
                    if (code[i] == '{' && (before.EndsWith("=>") || before.EndsWith(")") || before.IsEmpty))
                    {
                        return null;
                    }

                    if (code[i] == '[' && List().Match(code[..i]) is { Success: true } list)
                    {
                        return new Registration(template, used, List: list.Groups["list"].Value);
                    }

                    if (code[i] == '(' && Verb().IsMatch(code[..(i + 1)]))
                    {
                        return Callee().Match(code[..i]) is { Success: true } callee ? new Registration(template, line, line < used ? callee.Value : null) : null;
                    }
                }
            }
        }

        return null;
    }

    private static bool IsOutside(Mention mention, IReadOnlyCollection<Member> siblings) =>
        mention.Template.Role is not (TemplateRole.Test or TemplateRole.Prose)
        && !mention.Template.Imports.Any(i => i.Span.Contains(mention.Line))
        && !mention.Template.Units.Any(u => u.Kind is UnitKind.Test or UnitKind.TestSuite && u.Span.Contains(mention.Line))
        && !siblings.Any(s => ReferenceEquals(s.Template, mention.Template) && s.Unit.Span.Contains(mention.Line));

    /// <summary>The file has a member of that name itself and means that.</summary>
    private static bool IsOfAnother(Mention mention, Member member, MentionIndex index) =>
        !ReferenceEquals(mention.Template, member.Template) && index.ByKey[member.Key].Any(m => ReferenceEquals(m.Template, mention.Template));

    private static bool IsCalled(Mention mention, string key) =>
        !mention.IsText && Identifiers.After(mention.Template.Source.Code[mention.Line - 1], mention.Column + key.Length) == '(';

    private static bool IsOfFamily(Mention mention, Member member) =>
        mention.IsText || Languages.Family(mention.Template.Language) == Languages.Family(member.Template.Language);

    /// <summary>A word such as <c>list</c> is the member's name only where its file, or something of it, is known.</summary>
    private static bool IsKnown(Mention mention, Member member, CatalogueFacts facts) =>
        ReferenceEquals(mention.Template, member.Template) || mention.IsText || member.Template.Language == "hcl"
        || facts.LinksByUser[mention.Template.Id].Any(l => ReferenceEquals(l.Definer, member.Template));

    private static bool HaveOneShape(Mention one, Mention other)
    {
        if (one.IsText != other.IsText)
        {
            return false;
        }

        var (a, b) = (one.Template.Source.Code[one.Line - 1], one.Template.Source.Code[other.Line - 1]);
        if (one.Line == other.Line)
        {
            // A list names several; a formula of several says nothing of one.
            return one.Template.Language != "hcl";
        }

        return one.IsText || Punctuation(a) == Punctuation(b) || (Called(a) is { Length: > 0 } called && called == Called(b));
    }

    private static string Punctuation(string code) => string.Concat(code.Where(c => !char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c) && c is not '_'));

    private static string Called(string code) => FirstCall().Match(code) is { Success: true } match ? match.Value : "";

    /// <summary>A member that only names the others, such as the function that maps every handler.</summary>
    public static bool IsAggregator(Member member, IReadOnlyCollection<Member> family, MentionIndex index) => family.Any(s => s.Key != member.Key
        && index.Mentions[s.Key].Any(m => ReferenceEquals(m.Template, member.Template) && member.Unit.Span.Contains(m.Line) && m.Line > member.Unit.SignatureLine && !m.IsText && IsMadeFor(m, s)));

    /// <summary>The name is handed to a call whose verb says that something is made known.</summary>
    private static bool IsMadeFor(Mention mention, Member member)
    {
        var code = mention.Template.Source.Code[mention.Line - 1];
        if (mention.IsText)
        {
            return mention.Template.Language is not ("xaml" or "xml" or "html" or "razor") && mention.Template.Source.Lines[mention.Line - 1].Contains(':', StringComparison.Ordinal);
        }

        var end = mention.Column + member.Key.Length;
        if (code.AsSpan(end).StartsWith("::class"))
        {
            // PHP hands over a type so.
            end += "::class".Length;
        }

        var after = Identifiers.After(code, end);
        var before = code[..mention.Column];
        if (code.Contains("await ", StringComparison.Ordinal) || code.Contains("Assembl", StringComparison.Ordinal) || (Identifiers.Before(code, mention.Column) == '.' && after != ')'))
        {
            return false;
        }

        return (after is ')' or ',' or '>' or '.' or '(' && IsHandedOver(before) && (after != '(' || before.EndsWith("new ", StringComparison.Ordinal)))
            || (after == '.' && before.Trim().Length == 0 && Mapping().IsMatch(code[end..]))
            || (after == ';' && before.TrimEnd().EndsWith("mod", StringComparison.Ordinal));
    }

    /// <summary>The call that the name stands in is one that makes known, rather than one inside it that only reads.</summary>
    private static bool IsHandedOver(string before)
    {
        var depth = 0;
        for (var i = before.Length - 1; i >= 0; i--)
        {
            if (before[i] is ')' or '>' && !(i > 0 && before[i] == '>' && before[i - 1] is '=' or '-'))
            {
                depth++;
            }
            else if (before[i] is '(' or '<' && --depth < 0)
            {
                return Verb().IsMatch(before[..(i + 1)]);
            }
        }

        return false;
    }

    /// <summary>Another unit of that name, as an interface or a second store has it.</summary>
    private static bool IsDeclaration(Mention mention, Member member, MentionIndex index) =>
        index.ByKey[member.Key].Any(m => ReferenceEquals(m.Template, mention.Template) && m.Unit.SignatureLine == mention.Line)
        || mention.Template.Units.Any(u => u.Kind is UnitKind.Interface or UnitKind.Trait && u.Span.Contains(mention.Line))
        || mention.Template.Units.Any(u => Symbols.IsType(u) && u.SignatureLine == mention.Line);

    [GeneratedRegex(@"\b(?:Add[A-Z]\w*|Map\w*|Use[A-Z]\w*|[Rr]egister\w*|include\w*|route|mount|Get|Post|Put|Delete|Patch|provide|nest|merge|get|post|put|delete|patch|path|re_path|url|add_\w+|use|[Hh]andle|HandleFunc|bind|schedule|subscribe|Route|[rR]esources?|apiResource|singleton)\s*\($|\b(?:Add[A-Z]\w*|Map\w*|Use[A-Z]\w*|[Rr]egister\w*|provide|bind|subscribe)\s*<$")]
    private static partial Regex Verb();

    [GeneratedRegex(@"^\s*\.\s*(?:Map|Register|Configure|register|map|mount)\w*\(")]
    private static partial Regex Mapping();

    [GeneratedRegex(@"\w+(?=\s*\()")]
    private static partial Regex FirstCall();

    [GeneratedRegex(@"^\s*(?:export\s+)?(?:const\s+|let\s+|var\s+|val\s+)?(?<list>\w+)\s*(?::[^=]+)?=\s*$")]
    private static partial Regex List();

    [GeneratedRegex(@"\w+(?:\.\w+)*\s*$")]
    private static partial Regex Callee();
}
