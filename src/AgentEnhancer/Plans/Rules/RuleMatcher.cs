using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Plans.Rules;

/// <summary>Finds where rules speak. Linear in a template's length: a detector sees at most <c>span</c> short lines at a time.</summary>
internal static class RuleMatcher
{
    /// <summary>A longer line is generated or minified: nothing in it is an example to follow.</summary>
    private const int MaximumLine = 400;

    /// <summary>A larger template is not written by hand either; conditions look at all of a template.</summary>
    private const int MaximumTemplate = 200_000;

    /// <summary>A longer capture is not a name or a short expression any more.</summary>
    private const int MaximumCapture = 80;

    private const int MaximumSentence = 240;

    /// <summary>Every place of the template where a rule speaks, in order of place; each sentence of a rule once, where it is first shown.</summary>
    public static ImmutableArray<RuleMatch> Match(Template template, RuleSet rules)
    {
        var texts = new RuleTexts(template.Source);
        var matches = ImmutableArray.CreateBuilder<RuleMatch>();
        if (texts.Raw.Length > MaximumTemplate)
        {
            return [];
        }

        foreach (var rule in rules.For(template.Language))
        {
            try
            {
                AddMatches(rule, texts, matches);
            }
            catch (RegexMatchTimeoutException)
            {
                rule.IsTooSlow = true;
            }
        }

        matches.Sort(static (a, b) => a.Span.CompareTo(b.Span) is var order and not 0 ? order : string.CompareOrdinal(a.Rule.Id, b.Rule.Id));
        return matches.ToImmutable();
    }

    /// <summary>Those matches, of all templates of one agent, whose rules have the support that they ask for.</summary>
    public static ImmutableArray<T> Supported<T>(ImmutableArray<T> matches, Func<T, RuleMatch> matchOf)
    {
        var counts = matches.CountBy(m => matchOf(m).Rule.Id, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. matches.Where(m => counts[matchOf(m).Rule.Id] >= matchOf(m).Rule.Support)];
    }

    private static void AddMatches(ReadyRule rule, RuleTexts texts, ImmutableArray<RuleMatch>.Builder matches)
    {
        var view = texts.Of(rule.Rule.On);
        HashSet<string>? said = null;
        if (!HasAny(rule.Rule.Words, view))
        {
            return;
        }

        for (var line = 0; line < texts.LineCount; line++)
        {
            var start = texts.StartOf(line);
            var lineEnd = texts.EndOf(line);
            if (lineEnd - start > MaximumLine || !HasAny(rule.Rule.Words, view.AsSpan(start..lineEnd)))
            {
                continue;
            }

            var windowEnd = texts.EndOf(Math.Min(line + rule.Rule.Span, texts.LineCount) - 1);
            windowEnd = Math.Min(windowEnd, start + (MaximumLine * rule.Rule.Span));
            for (var found = rule.Detect.Match(view, start, windowEnd - start);
                 found.Success && found.Index <= lineEnd;
                 found = found.NextMatch())
            {
                if (found.Length > 0 && Speak(rule, texts, view, found) is { } match && (said ??= new(StringComparer.Ordinal)).Add(match.Sentence))
                {
                    matches.Add(match);
                }
            }
        }
    }

    /// <summary>Whether one of the words is in the text, or there are none to look for.</summary>
    private static bool HasAny(ImmutableArray<string> words, ReadOnlySpan<char> text)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return words.IsEmpty;
    }

    private static RuleMatch? Speak(ReadyRule ready, RuleTexts texts, string view, Match found)
    {
        var rule = ready.Rule;
        var first = texts.LineAt(found.Index);
        var last = texts.LineAt(found.Index + found.Length - 1);
        if (ready.Except is { } except && except.IsMatch(view.AsSpan(texts.StartOf(first)..texts.EndOf(last))))
        {
            return null;
        }

        var groups = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Group group in found.Groups)
        {
            if (group.Success && !char.IsAsciiDigit(group.Name[0]))
            {
                if (ReadBack(rule, texts, group) is not { } value)
                {
                    return null;
                }

                groups.Add(group.Name, value);
            }
        }

        string? ValueOf(string name) => groups.GetValueOrDefault(name);
        if (Say(rule.Practice, ValueOf) is not { Length: <= MaximumSentence } sentence
            || !Holds(ready, rule.Given, texts, found, wanted: true)
            || !Holds(ready, rule.Unless, texts, found, wanted: false))
        {
            return null;
        }

        var why = rule.Why is null ? null : Say(rule.Why, ValueOf);
        var instead = rule.Instead is null ? null : Say(rule.Instead, ValueOf);
        return rule.Instead is not null && instead is null
            ? null
            : new RuleMatch(rule, sentence, why, instead, new LineSpan(first + 1, last + 1), groups);
    }

    private static string? Say(string text, Func<string, string?> valueOf) => RuleSlots.Fill(text, valueOf) is { } said ? Articles.Mend(said) : null;

    /// <summary>What a group matched, as the template has it; null where it can't be quoted whole in a sentence.</summary>
    private static string? ReadBack(PracticeRule rule, RuleTexts texts, Group group)
    {
        var value = texts.Raw.Substring(group.Index, group.Length).Trim();
        return value.Length is 0 or > MaximumCapture
            || value.Any(c => c == '`' || char.IsControl(c))
            || !IsBalanced(value)
            || (rule.On != RuleView.Raw && texts.CutsPlaceholder(group.Index, group.Length))
            ? null
            : value;
    }

    private static bool IsBalanced(string value)
    {
        var open = new Stack<char>();
        foreach (var c in value)
        {
            switch (c)
            {
                case '(' or '[' or '{':
                    open.Push(c == '(' ? ')' : (char)(c + 2));
                    break;
                case ')' or ']' or '}' when !open.TryPop(out var wanted) || wanted != c:
                    return false;
            }
        }

        return open.Count == 0;
    }

    /// <summary>A condition on the whole template. Its slots stand for what the groups matched with placeholders masked.</summary>
    private static bool Holds(ReadyRule ready, string? condition, RuleTexts texts, Match found, bool wanted)
    {
        if (condition is null)
        {
            return true;
        }

        var pattern = RuleSlots.Fill(condition, name => found.Groups[name] is { Success: true } group ? Regex.Escape(group.Value) : null);
        var view = ready.Rule.On == RuleView.Raw ? RuleView.Raw : RuleView.Source;
        return pattern is not null && ready.Condition(pattern).IsMatch(texts.Of(view)) == wanted;
    }
}
