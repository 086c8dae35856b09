using System.Collections.Immutable;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>A line that names a unit of some template.</summary>
/// <param name="Column">From 0.</param>
/// <param name="IsText">It stands in a string: the last part of a dotted path, or the name of a file.</param>
internal readonly record struct Mention(Template Template, int Line, int Column, bool IsText);

/// <summary>Where the names of members are mentioned, also where no link can tell whose name it is. Built once, asked for each agent.</summary>
internal sealed record MentionIndex
{
    /// <summary>A name that stands in more places than this says nothing of one of them; looking through them all for each agent would cost the square of the set.</summary>
    private const int MostMentions = 120;

    /// <summary>Nor does a name that so many members bear tell one of them from the others.</summary>
    private const int MostNamesakes = 60;

    private readonly Dictionary<Unit, Member[]> _calls = new(ReferenceEqualityComparer.Instance);

    private MentionIndex(ImmutableDictionary<string, ImmutableArray<Member[]>> families, ILookup<string, Mention> mentions, ILookup<string, Member> byKey, ILookup<string, Member> byPlain) =>
        (Families, Mentions, ByKey, ByPlain) = (families, mentions, byKey, byPlain);

    /// <summary>By template id.</summary>
    public ImmutableDictionary<string, ImmutableArray<Member[]>> Families { get; private init; }

    public ILookup<string, Mention> Mentions { get; }

    public ILookup<string, Member> ByKey { get; }

    public ILookup<string, Member> ByPlain { get; }

    /// <summary>Files of tests by the stem of the file that they are named after: <c>test_tasks.py</c> and <c>tasks.py</c>, <c>tests/transfers.rs</c> and <c>transfers.rs</c>.</summary>
    public ILookup<string, Template> TestsByStem { get; private init; } = Array.Empty<Template>().ToLookup(t => t.Id, StringComparer.Ordinal);

    /// <summary>What a member calls, looked up once.</summary>
    public Member[] Calls(Member member, CatalogueFacts facts)
    {
        if (!_calls.TryGetValue(member.Unit, out var calls))
        {
            _calls[member.Unit] = calls = [.. MemberCalls.From(member, this, facts)];
        }

        return calls;
    }

    public static MentionIndex Of(TemplateCatalogue catalogue)
    {
        var families = catalogue.Templates.AsParallel().AsOrdered().Select(t => (t.Id, Families: MemberFamilies.In(t).ToImmutableArray())).AsSequential()
            .ToImmutableDictionary(t => t.Id, t => t.Families, StringComparer.Ordinal);
        Member[] members = [.. catalogue.Templates.SelectMany(t => families[t.Id].SelectMany(f => f))];
        var keys = members.Select(m => m.Key)
            .Concat(catalogue.Templates.SelectMany(t => t.Units.Where(Symbols.IsType).Select(u => Member.Of(t, u).Key))).ToHashSet(StringComparer.Ordinal);
        var files = catalogue.Templates.Select(t => t.FileName).ToHashSet(StringComparer.Ordinal);
        var mentions = catalogue.Templates.AsParallel().AsOrdered().SelectMany(t => In(t, keys, files)).AsSequential()
            .GroupBy(m => m.Key, m => m.Mention, StringComparer.Ordinal).Where(g => g.Count() <= MostMentions)
            .SelectMany(g => g, (g, mention) => (g.Key, Mention: mention)).ToLookup(m => m.Key, m => m.Mention, StringComparer.Ordinal);
        var index = new MentionIndex(families, mentions, Telling(members, m => m.Key), Telling(members, m => m.Plain));
        return index with
        {
            TestsByStem = catalogue.Templates.Where(t => t.Role == TemplateRole.Test).ToLookup(t => Stem(t.FileName), StringComparer.Ordinal),
            Families = families.ToImmutableDictionary(
                f => f.Key,
                f => f.Value.Select(family => family.Where(m => !RegistrationFinder.IsAggregator(m, family, index)).ToArray()).Where(family => family.Length > 0).ToImmutableArray(),
                StringComparer.Ordinal),
        };
    }

    private static ILookup<string, Member> Telling(IEnumerable<Member> members, Func<Member, string> name) =>
        members.GroupBy(name, StringComparer.Ordinal).Where(g => g.Count() <= MostNamesakes).SelectMany(g => g).ToLookup(name, StringComparer.Ordinal);

    private static string Stem(string fileName)
    {
        var stem = Symbols.Stem(fileName);
        foreach (var affix in (string[])["test_", "_test", "Tests", "Test", "_spec"])
        {
            stem = stem.StartsWith(affix, StringComparison.Ordinal) ? stem[affix.Length..] : stem.EndsWith(affix, StringComparison.Ordinal) ? stem[..^affix.Length] : stem;
        }

        return stem;
    }

    private static IEnumerable<(string Key, Mention Mention)> In(Template template, HashSet<string> keys, HashSet<string> files)
    {
        if (template.Role == TemplateRole.Prose)
        {
            yield break;
        }

        foreach (var token in Identifiers.In(template.Source))
        {
            if (keys.Contains(token.Text))
            {
                yield return (token.Text, new Mention(template, token.Line, token.Column, IsText: false));
            }
        }

        foreach (var text in template.Source.Strings)
        {
            var last = text.Value[(text.Value.LastIndexOf('.') + 1)..];
            if (text.Value.StartsWith("?/", StringComparison.Ordinal) && keys.Contains(text.Value[2..]))
            {
                // A form names the action that it posts to.
                yield return (text.Value[2..], new Mention(template, text.Line, text.Column, IsText: true));
            }

            if (last.Length < text.Value.Length && Identifiers.IsDistinctive(last) && keys.Contains(last))
            {
                yield return (last, new Mention(template, text.Line, text.Column, IsText: true));
            }
        }

        if (template.Role == TemplateRole.Configuration)
        {
            for (var i = 0; i < template.LineCount; i++)
            {
                var word = template.Source.Lines[i].Trim(' ', '\t', '-', '"', '\'', ',');
                if (files.Contains(word))
                {
                    yield return (word, new Mention(template, i + 1, 0, IsText: true));
                }
            }
        }
    }
}
