using System.Collections.Immutable;

namespace AgentEnhancer.Agents;

internal enum StatementKind
{
    Always,
    Never,
    Ask,
    /// <summary>A rule whose author does not say which of the three it is.</summary>
    Rule,
}

/// <summary>One thing that an author demands, in the author's words.</summary>
/// <param name="Line">Of the file that it stands in.</param>
internal sealed record AuthorStatement(string Text, StatementKind Kind, int Line);

/// <summary>
/// What authors wrote down as rules, in an agent or in AGENTS.md and the like: list items under headings or labels such as Always,
/// Never, Ask first, Do, Don't, Rules; and items that carry such a label themselves (<c>- 🚫 **Never:** commit secrets</c>).
/// </summary>
internal static class AuthorRules
{
    private const int LongestLabel = 40;

    public static ImmutableArray<AuthorStatement> Read(string text) => Read(MarkdownBody.Parse(text), 1);

    /// <param name="firstLine">The line of the file that <paramref name="body"/> starts on.</param>
    public static ImmutableArray<AuthorStatement> Read(MarkdownBody body, int firstLine)
    {
        var result = ImmutableArray.CreateBuilder<AuthorStatement>();
        var kinds = KindsByLine(body);
        StatementKind? parent = null;
        foreach (var item in body.ListItems)
        {
            var (label, rest) = Label(item.Text);
            if (item.Depth == 0)
            {
                // An item that is only a label heads the items nested in it.
                parent = label is not null && rest.Length == 0 ? label : null;
            }

            var kind = label ?? (item.Depth == 0 ? kinds[item.Line - 1] : parent);
            if (kind is { } found && rest.Length > 0)
            {
                result.Add(new AuthorStatement(rest, found == StatementKind.Rule ? Refine(rest) : found, item.Line + firstLine - 1));
            }
        }

        return result.DrainToImmutable();
    }

    /// <summary>For each line, what the nearest label, else the nearest heading that means something, says about a list there.</summary>
    private static StatementKind?[] KindsByLine(MarkdownBody body)
    {
        var result = new StatementKind?[body.Lines.Length];
        foreach (var section in body.Sections)
        {
            // Sections come outermost first, so that an inner heading with a meaning overrides, and one without inherits.
            if (KindOfTitle(MarkdownText.Title(section.Heading.Text)) is { } kind)
            {
                Array.Fill(result, kind, section.Span.First - 1, section.Span.Length);
            }
        }

        StatementKind? label = null;
        for (var i = 0; i < result.Length; i++)
        {
            var startsBlock = i == 0 || body.Kinds[i - 1] is not MarkdownLineKind.Text;
            if (body.Kinds[i] == MarkdownLineKind.Heading)
            {
                label = null;
            }
            else if (startsBlock && body.Kinds[i] == MarkdownLineKind.Text && body.Lines[i].Length > 0 && !char.IsWhiteSpace(body.Lines[i][0])
                && MarkdownMarks.ListItem(body.Lines[i], 0, interrupts: false) is null)
            {
                var (kind, rest) = Label(body.Lines[i]);
                label = rest.Length == 0 ? kind : null;
            }

            result[i] = label ?? result[i];
        }

        return result;
    }

    private static StatementKind? KindOfTitle(string title) => title switch
    {
        "do" or "dos" or "do this" or "must" or "you must" => StatementKind.Always,
        "dont" or "donts" or "do not" or "dont do" or "do not do" or "dont do this" or "must not" => StatementKind.Never,
        "dos and donts" or "do and dont" => StatementKind.Rule,
        _ when AgentSections.ListOf(title) is { } list => list switch
        {
            ConstraintList.Always => StatementKind.Always,
            ConstraintList.Never => StatementKind.Never,
            _ => StatementKind.Ask,
        },
        _ => IsAboutRules(title) ? StatementKind.Rule : null,
    };

    /// <summary>Rules for whoever writes the code; <c>Business rules</c> or <c>Validation rules</c> describe what the code does.</summary>
    private static bool IsAboutRules(string title)
    {
        var words = title.Split(' ');
        return words[^1] is "rule" or "rules"
            ? words.Length == 1 || (words.Length == 2 && words[0] is "golden" or "hard" or "key" or "important" or "general" or "core"
                or "critical" or "ground" or "house" or "project" or "strict" or "coding" or "code" or "style" or "the" or "our" or "basic")
            : title is "rules to follow" or "rules of the road" or "rules for agents" or "rules for contributors";
    }

    /// <summary>
    /// A label at the start of <paramref name="text"/> and what follows it. It ends with a colon or is all that is bold; a text that
    /// merely begins with the word (<c>Never commit secrets</c>) keeps it.
    /// </summary>
    private static (StatementKind? Kind, string Following) Label(string text)
    {
        var trimmed = text.Trim();
        var colon = trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon is > 0 and <= LongestLabel && KindOfTitle(MarkdownText.Title(trimmed[..colon])) is { } kind)
        {
            // "Rules: see below" heads something; as a part of a sentence the word says too little to cut it off.
            var rest = trimmed[(colon + 1)..].TrimStart('*', '_', ' ').Trim();
            return kind == StatementKind.Rule && rest.Length > 0 ? (null, trimmed) : (kind, rest);
        }

        return trimmed.EndsWith("**", StringComparison.Ordinal) && trimmed.IndexOf("**", StringComparison.Ordinal) is var open
            && trimmed.IndexOf("**", open + 2, StringComparison.Ordinal) == trimmed.Length - 2
            && !trimmed.AsSpan(0, open).ContainsAnyInRange('a', 'z')
            && KindOfTitle(MarkdownText.Title(trimmed)) is { } bold
                ? (bold, "")
                : (null, trimmed);
    }

    private static StatementKind Refine(string text)
    {
        var words = MarkdownText.Title(text.Length > LongestLabel ? text[..LongestLabel] : text);
        return words.StartsWith("never ", StringComparison.Ordinal) || words.StartsWith("do not ", StringComparison.Ordinal)
            || words.StartsWith("dont ", StringComparison.Ordinal) || words.StartsWith("must not ", StringComparison.Ordinal) ? StatementKind.Never
            : words.StartsWith("always ", StringComparison.Ordinal) ? StatementKind.Always
            : words.StartsWith("ask ", StringComparison.Ordinal) ? StatementKind.Ask
            : StatementKind.Rule;
    }
}
