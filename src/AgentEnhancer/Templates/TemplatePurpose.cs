using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates;

/// <summary>What a template says about itself: the first sentence of a comment that is about the whole file.</summary>
internal static partial class TemplatePurpose
{
    private const int LongestSentence = 200;

    /// <summary>A licence, a pragma, a banner may stand before it; no header comes later than this.</summary>
    private const int HeaderComments = 8;

    /// <returns>One sentence without its full stop, or null where no comment describes the file.</returns>
    public static string? FromHeader(LexedSource source, ImmutableArray<Unit> units, ImmutableArray<Import> imports)
    {
        foreach (var comment in source.Comments.Take(HeaderComments))
        {
            if (comment.IsTrailing || !LeadsFile(source, comment, units, imports))
            {
                continue;
            }

            // The first comment may be a licence; the one after it may still describe the file.
            if (FirstSentence(comment.Text) is { } sentence)
            {
                return sentence;
            }
        }

        return null;
    }

    /// <summary>
    /// A comment is about the file when nothing but imports and other comments stands before it, and when it is either
    /// apart from the unit that follows or that unit is the only one of its file.
    /// </summary>
    private static bool LeadsFile(LexedSource source, Comment comment, ImmutableArray<Unit> units, ImmutableArray<Import> imports)
    {
        Unit? owner = null;
        var topLevel = 0;
        foreach (var unit in units)
        {
            if (unit.Parent is null && unit.Kind is not (UnitKind.Statements or UnitKind.Value))
            {
                topLevel++;
                owner = unit.Span.Contains(comment.Span.First) ? unit : owner;
            }
        }

        if (owner is not null)
        {
            return topLevel == 1 && comment.IsDocumentation && comment.Span.Last < owner.SignatureLine;
        }

        // Right above code that is no known unit it is about that code, unless it is a string that Python calls the module's own.
        var next = comment.Span.Last;
        if (next < source.Lines.Length && source.Code[next].AsSpan().Trim() is { Length: > 0 } below && !IsPreamble(below)
            && !imports.Any(i => i.Span.Contains(next + 1)) && source.Lines[comment.Span.First - 1].AsSpan().TrimStart() is not ['"' or '\'' or 'r', ..])
        {
            return false;
        }

        for (var line = 1; line < comment.Span.First; line++)
        {
            var code = source.Code[line - 1].AsSpan().Trim();
            if (code.Length > 0 && !IsPreamble(code) && !imports.Any(i => i.Span.Contains(line)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPreamble(ReadOnlySpan<char> code) =>
        code.StartsWith("#!", StringComparison.Ordinal) || code.StartsWith("<?", StringComparison.Ordinal)
        || code.StartsWith("package ", StringComparison.Ordinal) || code.StartsWith("namespace ", StringComparison.Ordinal)
        || code.StartsWith("#pragma", StringComparison.Ordinal) || code.StartsWith("#nullable", StringComparison.Ordinal)
        || code is "---" || code[0] is '"' or '\'';

    /// <summary>The first sentence that is prose: no licence, no pragma, no path, no tag, at least three words.</summary>
    public static string? FirstSentence(string comment)
    {
        var text = new List<string>();
        foreach (var raw in comment.Split('\n'))
        {
            var line = Tag().Replace(References().Replace(raw, "${n}"), " ").Trim(' ', '*', '=', '-', '#', '/', '\t', '─', '~');
            line = FileTag().Replace(line, "");
            if (Noise().IsMatch(raw) || line.StartsWith('@'))
            {
                return null;
            }

            if (line.Length == 0)
            {
                if (text.Count > 0)
                {
                    break;
                }

                continue;
            }

            // A heading of its own (the file's name or path) says nothing that the path does not.
            if (text.Count == 0 && PathOnly().IsMatch(line))
            {
                continue;
            }

            text.Add(text.Count == 0 ? PathPrefix().Replace(line, "") : line);
        }

        var all = Spaces().Replace(string.Join(' ', text), " ").Trim();
        var end = SentenceEnd().Match(all);
        var sentence = (end.Success ? all[..end.Index] : all).TrimEnd('.', ':', ' ', '!', ',', ';', '…');
        var words = sentence.Count(c => c == ' ') + 1;
        return words >= 3 && !IsRule().IsMatch(sentence) && Balanced(sentence) && sentence.Length <= LongestSentence && (char.IsLetter(sentence[0]) || sentence[0] is '{' or '`') ? sentence : null;
    }

    // What is asked of the reader says nothing of the file.
    [GeneratedRegex(@"^(?:Never|Always|Do not|Don't|Reference|Import|Keep|Make sure|Ensure|Please|Remember|Note)\b", RegexOptions.CultureInvariant)]
    private static partial Regex IsRule();

    /// <summary>A sentence that ends inside its parentheses was cut at an abbreviation.</summary>
    private static bool Balanced(string sentence) => sentence.Count(c => c is '(') == sentence.Count(c => c is ')');

    [GeneratedRegex(@"replace all|\btemplate:|copyright|licen[sc]e|spdx-|all rights reserved|auto-?generated|do not edit|generated by|eslint-(?:disable|enable|env)|^[\s/*]*eslint\s+[\w""@/-]+\s*:|prettier-|@ts-|biome-ignore|noqa|pylint|mypy:|type:\s*ignore|pragma|frozen_string_literal|coding[:=]|vim:|-\*-|syntax\s*=|yaml-language-server|shellcheck|rubocop|todo|fixme|nolint|go:build|\+build|#region", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noise();

    [GeneratedRegex(@"<(?:see|paramref|typeparamref)\s+\w+\s*=\s*""(?:[A-Z]:)?(?<n>[^""]*)""\s*/>", RegexOptions.CultureInvariant)]
    private static partial Regex References();

    [GeneratedRegex(@"</?\w[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[@\\](?:file|fileoverview|module|brief|description|summary|packageDocumentation)\b:?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex FileTag();

    [GeneratedRegex(@"^\S+$", RegexOptions.CultureInvariant)]
    private static partial Regex PathOnly();

    [GeneratedRegex(@"^[\w./{}-]+\.\w+\s+(?:[-–—:]+)\s+|^[\w./{}-]+\.\w+:\s+", RegexOptions.CultureInvariant)]
    private static partial Regex PathPrefix();

    [GeneratedRegex(@"(?<!\b(?:e\.g|i\.e|etc|vs|cf|incl|resp))[.!?](?=\s+\S)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
