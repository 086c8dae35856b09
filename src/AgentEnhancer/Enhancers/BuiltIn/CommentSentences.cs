using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>One whole sentence of a comment, on one line.</summary>
/// <param name="Lines">Of the template: those that its first and its last word stand on.</param>
/// <param name="Before">The sentence before it in its paragraph.</param>
/// <param name="IsFirst">Nothing stands before it in its comment.</param>
internal sealed record CommentSentence(string Text, LineSpan Lines, CommentSentence? Before, bool IsFirst);

/// <summary>
/// The prose of a comment, sentence by sentence. A wrapped line goes on; a blank line, a list item, a heading or a tool's directive ends
/// a sentence. Directives, tagged parts of documentation and fenced code are no prose.
/// </summary>
internal static partial class CommentSentences
{
    /// <summary>Before each line stands a character that tells its number, so that it survives whatever becomes of the text.</summary>
    private const int FirstMark = 0xE000;
    private const int MostLines = 0x1800;

    private static readonly string[] _partsThatAreNoProse = ["returns", "param", "typeparam", "exception", "value", "example", "code", "pre"];

    public static IEnumerable<CommentSentence> Of(Template template, Comment comment)
    {
        var isFirst = true;
        foreach (var paragraph in Paragraphs(Breaks().Replace(WithoutParts(Marked(template, comment)), "\n\n")))
        {
            CommentSentence? before = null;
            foreach (var (text, lines) in Split(Words(paragraph, comment.Span)))
            {
                before = new CommentSentence(text, lines, before, isFirst);
                isFirst = false;
                yield return before;
            }
        }
    }

    /// <summary>A name as code has them: <c>lockPair</c>, <c>lock_pair</c>, <c>repo.lock</c>, <c>-backend</c>; or in backticks.</summary>
    public static bool IsName(string word) => Name().IsMatch(word);

    private static string Marked(Template template, Comment comment)
    {
        var lines = comment.Text.Split('\n');
        // Blank lines at the start of a block are not in the text.
        var head = lines[0].Trim();
        var first = Enumerable.Range(comment.Span.First, comment.Span.Length)
            .FirstOrDefault(l => template.Source.Lines[l - 1].Contains(head, StringComparison.Ordinal), comment.Span.First);
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length && i < MostLines; i++)
        {
            text.Append((char)(FirstMark + first - comment.Span.First + i)).Append(' ').Append(Condition().IsMatch(lines[i]) ? "" : lines[i]).Append('\n');
        }

        return text.ToString();
    }

    private static string WithoutParts(string text)
    {
        foreach (var name in _partsThatAreNoProse)
        {
            var at = 0;
            while ((at = text.IndexOf($"<{name}", at, StringComparison.Ordinal)) >= 0)
            {
                var end = at + name.Length + 1;
                var close = text.IndexOf('>', end);
                if (close < 0 || char.IsLetterOrDigit(text[end]))
                {
                    at = end;
                    continue;
                }

                var last = text.IndexOf($"</{name}>", close, StringComparison.Ordinal);
                // <param name="x"/> is nothing but a mention; a part without its end takes the rest.
                end = text[close - 1] == '/' ? close + 1 : last < 0 ? text.Length : last + name.Length + 3;
                text = $"{text[..at]}\n\n{text[end..]}";
            }
        }

        return text;
    }

    private static IEnumerable<string> Paragraphs(string text)
    {
        var paragraph = new List<string>();
        var (isFenced, isTagged) = (false, false);
        foreach (var line in text.Split('\n'))
        {
            var start = line.Length > 0 && IsMark(line[0]) ? line[..1] : "";
            var content = Frame().Replace(line[start.Length..].Trim(), "");
            var isFence = content.StartsWith("```", StringComparison.Ordinal) || content.StartsWith("~~~", StringComparison.Ordinal);
            isFenced ^= isFence;
            isTagged = content.Length > 0 && (isTagged || Tag().IsMatch(content));
            var isProse = content.Length > 0 && !isFence && !isFenced && !isTagged && !Directive().IsMatch(content);
            if ((!isProse || ListItem().IsMatch(content)) && paragraph.Count > 0)
            {
                yield return string.Join('\n', paragraph);
                paragraph.Clear();
            }

            if (isProse && ListItem().Replace(content, "") is { Length: > 0 } rest)
            {
                paragraph.Add($"{start} {rest}");
            }
        }

        if (paragraph.Count > 0)
        {
            yield return string.Join('\n', paragraph);
        }
    }

    private static List<(string Text, int Line)> Words(string paragraph, LineSpan span)
    {
        var words = new List<(string, int)>();
        var line = span.First;
        foreach (var word in Prose.Plain(paragraph).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (IsMark(word[0]))
            {
                line = Math.Min(span.Last, span.First + word[0] - FirstMark);
            }
            else
            {
                words.Add((word, line));
            }
        }

        return words;
    }

    private static IEnumerable<(string Text, LineSpan Lines)> Split(List<(string Text, int Line)> words)
    {
        var start = 0;
        for (var i = 0; i < words.Count; i++)
        {
            // A last sentence without its full stop is whole when its paragraph ends with it.
            if (i + 1 == words.Count || (Ends(words[i].Text) && Starts(words[i + 1].Text)))
            {
                yield return (string.Join(' ', words.Skip(start).Take(i + 1 - start).Select(w => w.Text)), new LineSpan(words[start].Line, words[i].Line));
                start = i + 1;
            }
        }
    }

    private static bool Ends(string word) =>
        word.TrimEnd(')', '"', '\'', '`', '”') is [.., '.' or '!' or '?'] trimmed
        && !Abbreviation().IsMatch(trimmed);

    private static bool Starts(string word) => char.IsUpper(word[0]) || word[0] is '(' or '`' or '"' or '“' || IsName(word);

    private static bool IsMark(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.PrivateUse;

    [GeneratedRegex(@"^(?:`[^`]+`|-{1,2}[a-z]\w*|[a-z]\w*(?:[A-Z]|_\w|\.\w|::\w|\()|\{\{|\$\{|<%)")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\W*(?:e\.g|i\.e|vs|cf|approx|resp|incl)\.$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();

    // What starts a paragraph of its own in documentation.
    [GeneratedRegex(@"</?(?:summary|remarks|para|list|item|description|inheritdoc|p|ul|ol|li|br|h[1-6])\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    // @param x …, :returns: …, Returns: … up to the next blank line; the headings that stand for the same in other tongues.
    [GeneratedRegex(@"^(?:[@\\][a-z]\w*\b|:\w+(?:\s[^:]*)?:|(?:Args|Arguments|Parameters|Params|Returns?|Raises|Yields|Throws|Exceptions|Attributes|Examples?|Usage|See also|References)\s*(?::|$)|#+\s*(?:Panics|Errors|Examples?|Safety|Arguments|Returns)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^(?:\+\w+|go:\w+|name:\s*\S+|#?(?:end)?region\b|#!|#?pragma\b|eslint\b|[tj]slint\b|@ts-|ts-(?:ignore|expect|nocheck)|noqa\b|nolint\b|noinspection\b|NOSONAR\b|type:\s*ignore|pylint:|mypy:|pyright:|ruff:|fmt:|isort:|flake8:|prettier-|biome-|deno-|istanbul\b|c8 ignore|v8 ignore|shellcheck\b|hadolint\b|tflint-|checkov:|tfsec:|sqlfluff\b|sqlc\.|swiftlint:|ktlint\b|rustfmt\b|clippy::|ReSharper\b|SPDX-|syntax=|language=|yaml-language-server|vim?:|-\*-|webpack\w+:|@?formatter:|<%|\{%)", RegexOptions.IgnoreCase)]
    private static partial Regex Directive();

    // Banners are framed: |---…, | Text … |.
    [GeneratedRegex(@"^\|+(?:[-=]{3,}\|?$|\s+|$)|\s+\|+$")]
    private static partial Regex Frame();

    /// <summary>What a template engine reads, in the comment syntax of the file: <c>#if (UseBroker)</c>.</summary>
    [GeneratedRegex(@"^\s*(?:#(?:if|elseif|elif|else|endif)\b.*|(?:if|elseif|elif)\s*\([^()]*\)|endif)\s*$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^(?:[-*•]\s+|\d+[.)]\s+|[A-Z]\w+:$|#{1,6}\s+|[─=~#-]{3,}\s*)")]
    private static partial Regex ListItem();
}
