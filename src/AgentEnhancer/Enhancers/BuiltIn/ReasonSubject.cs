using System.Text.RegularExpressions;
using AgentEnhancer.Relevance;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>What a remark is on: the line that it stands behind or above.</summary>
/// <param name="Code">The line, or the name that it begins with, or that of the unit around it.</param>
/// <param name="IsWhole">The line says all by itself.</param>
internal sealed partial record ReasonSubject(string Code, int Line, bool IsWhole)
{
    private const int LongestCode = 72;
    private const int ShortestWord = 5;

    /// <summary>Lines below the first that a remark may be on.</summary>
    private const int MostBelow = 3;

    /// <summary>A docstring stands below a signature, which may run over lines.</summary>
    private const int MostSignatureLines = 8;

    public static ReasonSubject? Of(Template template, Comment comment)
    {
        if (comment.IsDocumentation)
        {
            return OfDocumentation(template, comment);
        }

        var line = comment.IsTrailing ? comment.Span.First : comment.Span.Last + 1;
        if (line > template.LineCount || template.Source.Comments.Any(c => c.Span.Contains(line) && !c.IsTrailing))
        {
            return null;
        }

        if (!comment.IsTrailing && Guard(template, comment.Span.First - 1) is { } guard
            && StatementEdges.Indent(template.Source.Lines[comment.Span.First - 1]) > StatementEdges.Indent(template.Source.Lines[comment.Span.First - 2]))
        {
            return new ReasonSubject(guard, comment.Span.First - 1, IsWhole: false);
        }

        line = comment.IsTrailing ? line : Meant(template, comment, line);
        if (!comment.IsTrailing && OwnSubject().Match(comment.Text) is { Success: true } own && !Identifiers.Names(template.Source.Lines[line - 1], own.Groups["word"].Value)
            && Around(template, line) is { } around && IsNameable(around.Name))
        {
            // "slug is left out on purpose" above another field is said of what both belong to.
            return new ReasonSubject(around.Name, line, IsWhole: false);
        }

        if (template.Language == "dockerfile" && Instruction().Match(template.Source.Lines[line - 1]) is { Success: true } instruction)
        {
            return new ReasonSubject(instruction.Value, line, IsWhole: false);
        }

        var source = template.Source.Lines[line - 1];
        var code = (comment.IsTrailing ? source[..Math.Min(source.Length, template.Source.Code[line - 1].TrimEnd().Length)] : source).Trim().TrimEnd(';', ',').TrimEnd();
        if (BareMark().IsMatch(code) && Marked(template, line) is { } marked)
        {
            return new ReasonSubject(marked, line, IsWhole: false);
        }

        if (template.Language == "sql" && Conditional().IsMatch(code) && line < template.LineCount)
        {
            // IF NOT EXISTS (…) guards what is made below it.
            var made = template.Source.Lines[line].Trim();
            return Made().Match(made) is { Success: true } statement ? new ReasonSubject(statement.Value, line + 1, IsWhole: false) : null;
        }

        if (template.Language == "sql" && Made().Match(code) is { Success: true } making)
        {
            return new ReasonSubject(making.Value, line, IsWhole: false);
        }

        if (code.Length > 2 && code.Length < LongestCode && IsWholeLine(template, line, code))
        {
            return new ReasonSubject(code, line, IsWhole: true);
        }

        var unit = template.Units.FirstOrDefault(u => u.SignatureLine == line && u.Kind != UnitKind.Statements)
            ?? (Function(template, line) is { } function && (function.Kind == UnitKind.Test || Passing().IsMatch(code)) ? function : null)
            ?? (Declared(template, line) is { } named && Brackets.AreBalanced(named) ? null : Around(template, line));
        var name = unit?.Name ?? Declared(template, line);
        if (unit is { Kind: UnitKind.Test } && name is { Length: > 1 and < LongestCode } && !name.Contains('`', StringComparison.Ordinal))
        {
            return new ReasonSubject(name, line, IsWhole: false);
        }

        if (name is null || !IsNameable(name) || unit?.SignatureLine < line)
        {
            // A function of a literal is no unit, and nearer.
            name = Head(template, line, unit?.SignatureLine ?? 0) ?? name;
        }

        if (name is null && Guard(template, line) is { } condition)
        {
            return new ReasonSubject(condition, line, IsWhole: false);
        }

        return name is not null && IsNameable(name) ? new ReasonSubject(name, line, IsWhole: false) : null;
    }

    /// <summary>What an arm of a match begins with, in each function.</summary>
    private static readonly string[] Variants = ["Ok", "Err", "Some", "None", "Left", "Right", "Success", "Failure"];

    private static bool IsNameable(string name) => name is { Length: > 1 and < LongestCode } && (Identifiers.IsPart(name[^1]) || name[^1] is '?' or '!' || name.EndsWith("}}", StringComparison.Ordinal)) && !name.Contains('`', StringComparison.Ordinal);

    /// <summary>What the line declares, sets or calls; a placeholder may be a part of the name.</summary>
    private static string? Declared(Template template, int line)
    {
        var masked = template.Source.Masked[line - 1];
        var indent = masked.Length - masked.TrimStart().Length;
        return Named().Match(masked[indent..]) is { Success: true } named && !Variants.Contains(named.Groups[1].Value, StringComparer.Ordinal)
            ? template.Source.Lines[line - 1].Substring(indent + named.Groups[1].Index, named.Groups[1].Length) : null;
    }

    /// <summary>"sleep outside the gate" above <c>delay = …</c> and <c>await sleep(delay)</c> is said of the second.</summary>
    private static int Meant(Template template, Comment comment, int line)
    {
        var word = FirstWord().Match(comment.Text).Value;
        bool Names(int l) => Words().Matches(template.Source.Code[l - 1]).Any(m => m.Value.Equals(word, StringComparison.OrdinalIgnoreCase));
        if (word.Length < ShortestWord || Names(line))
        {
            return line;
        }

        var indent = StatementEdges.Indent(template.Source.Lines[line - 1]);
        for (var l = line + 1; l <= Math.Min(template.LineCount, line + MostBelow); l++)
        {
            if (template.Source.Lines[l - 1].Trim().Length == 0 || StatementEdges.Indent(template.Source.Lines[l - 1]) > indent || template.Source.Comments.Any(c => c.Span.Contains(l) && !c.IsTrailing))
            {
                break;
            }

            if (Names(l))
            {
                return l;
            }
        }

        return line;
    }

    /// <summary>What is documented: the smallest unit that the comment belongs to and leads; the file, where it leads none.</summary>
    private static ReasonSubject? OfDocumentation(Template template, Comment comment)
    {
        var unit = template.Units.Where(u => u.Kind != UnitKind.Statements && u.Span.Contains(comment.Span)
            && (u.SignatureLine > comment.Span.Last || comment.Span.First - u.SignatureLine <= MostSignatureLines)).MinBy(u => u.Span.Length);
        return unit is null ? (template.Units.All(u => u.Span.First > comment.Span.Last) ? new ReasonSubject(template.FileName, comment.Span.First, IsWhole: false) : null)
            : Identifiers.IsPart(unit.Name[^1]) || unit.Name[^1] == '}' ? new ReasonSubject(unit.Name, unit.SignatureLine, IsWhole: false) : null;
    }

    /// <summary>The condition right above: what is first said in a branch is said of the case.</summary>
    private static string? Guard(Template template, int line)
    {
        var code = line < 1 ? "" : template.Source.Lines[line - 1][..Math.Min(template.Source.Lines[line - 1].Length, template.Source.Code[line - 1].TrimEnd().Length)].Trim().TrimEnd('{', ':').TrimEnd();
        return code.Length < LongestCode && Condition().IsMatch(code) && Brackets.AreBalanced(code) && !code.Contains('`', StringComparison.Ordinal) ? code.TrimStart('}', ' ') : null;
    }

    /// <summary>The name of what an annotation stands on.</summary>
    private static string? Marked(Template template, int line)
    {
        if (template.Units.Where(u => u.Kind != UnitKind.Statements && u.Span.Contains(line) && u.SignatureLine > line).MinBy(u => u.Span.Length) is { } unit)
        {
            return Identifiers.IsPart(unit.Name[^1]) ? unit.Name : null;
        }

        var below = Enumerable.Range(line + 1, template.LineCount - line).Select(l => template.Source.Lines[l - 1].Trim()).FirstOrDefault(l => !Mark().IsMatch(l));
        return below is not null && Member().Match(below) is { Success: true } member ? member.Groups[1].Value : null;
    }

    private static Unit? Around(Template template, int line) => template.Units
        .Where(u => u.Kind is not (UnitKind.Statements or UnitKind.Section or UnitKind.Block) && u.Span.Contains(line)).OrderBy(u => u.Span.Length).FirstOrDefault();

    /// <summary>The function whose statement it is; within a test, a remark is on what the test is about.</summary>
    private static Unit? Function(Template template, int line) => template.Units
        .Where(u => u.SignatureLine < line && u.Span.Contains(line) && u.Kind is UnitKind.Function or UnitKind.Method or UnitKind.Route or UnitKind.Test or UnitKind.Hook or UnitKind.Component or UnitKind.Fixture).MinBy(u => u.Span.Length);

    /// <summary>What goes on below is not shown by its first line, and says little without it; a type or function is more than its signature.</summary>
    private static bool IsWholeLine(Template template, int line, string code) =>
        Brackets.AreBalanced(code) && code.Any(Identifiers.IsStart) && code[0] != '.' && !Opens().IsMatch(code) && !code.Contains('`', StringComparison.Ordinal)
        && !Indents(template, line)
        && !template.Units.Any(u => u.SignatureLine == line && u.Kind is not (UnitKind.Value or UnitKind.Statements or UnitKind.Section or UnitKind.Query));

    /// <summary>The function of an object's literal that the line stands in: <c>async jwt({ token }) {</c>.</summary>
    private static string? Head(Template template, int line, int first)
    {
        var indent = StatementEdges.Indent(template.Source.Lines[line - 1]);
        for (var l = line - 1; l > first && indent > 0; l--)
        {
            var source = template.Source.Lines[l - 1];
            if (source.Trim().Length == 0 || StatementEdges.Indent(source) >= indent)
            {
                continue;
            }

            indent = StatementEdges.Indent(source);
            if (LiteralHead().Match(template.Source.Code[l - 1].Trim()) is { Success: true } head)
            {
                return head.Groups["name"].Value;
            }
        }

        return null;
    }

    /// <summary>What is indented below it belongs to it.</summary>
    private static bool Indents(Template template, int line) =>
        line < template.LineCount && template.Source.Lines[line] is { Length: > 0 } next && next.Trim().Length > 0 && StatementEdges.Indent(next) > StatementEdges.Indent(template.Source.Lines[line - 1]);

    [GeneratedRegex(@"^IF\b", RegexOptions.IgnoreCase)]
    private static partial Regex Conditional();

    [GeneratedRegex(@"^(?:CREATE|ALTER)(?:\s+\w+)*?\s+(?:TABLE|INDEX|VIEW|PROCEDURE|FUNCTION|TRIGGER)\s+[^\s(]+", RegexOptions.IgnoreCase)]
    private static partial Regex Made();

    [GeneratedRegex(@"[A-Za-z]+")]
    private static partial Regex FirstWord();

    [GeneratedRegex(@"^\s*(?<word>[a-z]\w*)\s+(?:is|are)\s+(?:\w+\s+)?(?:missing|absent|omitted|left\s+out|excluded|not\s+(?:here|listed|part))\b")]
    private static partial Regex OwnSubject();

    // Their arguments say less than they themselves; ENV and ARG name something.
    [GeneratedRegex(@"^(?:CMD|ENTRYPOINT|HEALTHCHECK|RUN|COPY|EXPOSE|USER)\b(?=.*[\[\\])")]
    private static partial Regex Instruction();

    [GeneratedRegex(@"[A-Za-z][a-z]*")]
    private static partial Regex Words();

    // name(…) {, name: (…) => {, name: function (…) {
    [GeneratedRegex(@"^(?:async\s+)?(?!(?:if|for|foreach|while|switch|catch|function|using|lock|with)\b)(?<name>[A-Za-z_$][\w$]*)(?:\s*\([^()]*\)(?:\s*:\s*[\w<>\[\] |]+)?\s*\{|\s*:\s*(?:async\s+)?(?:function\b.*|\(.*\)(?:\s*:\s*[\w<>\[\] |]+)?\s*=>)\s*\{?)$")]
    private static partial Regex LiteralHead();

    // What begins a block, a branch or a declaration.
    [GeneratedRegex(@"^(?:if|else|for|foreach|while|switch|case|default|try|catch|finally|do|return;?$|break|continue|pass|end|fi|done|then|begin|import|from|using|package|namespace|module|#|<|\}|\)|\])|(?:[{(\[:]|=>|->|=|\\|\||&&|\?|,|\+|\bdo|\bthen)$")]
    private static partial Regex Opens();

    [GeneratedRegex(@"^(?:\}\s*)?(?:if|else if|elif|elsif|unless|when|case|catch|except|rescue)\b.*\w")]
    private static partial Regex Condition();

    // A variable of a function, or a line of its log: the name of the function says more.
    [GeneratedRegex(@"^(?:(?:const|let|var|val|final|auto|int|string)\s+[\w\s,(){}:]+=(?!=)|\w+(?:\s*,\s*\w+)*\s+:?=\s|(?:await\s+)?(?:[\w.]*\.)?(?:_?log(?:ger)?|console|Timber|logging)\.\w+\()", RegexOptions.IgnoreCase)]
    private static partial Regex Passing();

    [GeneratedRegex(@"^(?:@|#?\[)")]
    private static partial Regex Mark();

    // An annotation that says nothing of its own: no argument that names something.
    [GeneratedRegex(@"^(?:@[\w.:]+(?:\([^A-Za-z]*\))?|#?\[[\w.:]+(?:\([^A-Za-z]*\))?\])$")]
    private static partial Regex BareMark();

    [GeneratedRegex(@"^(?:[a-z]+\s+)*?(?:fun\s+|def\s+|fn\s+)?([A-Za-z_$][\w$]*)[?!]?\s*(?:[:=(;]|$)")]
    private static partial Regex Member();

    // What is declared, set or called there.
    [GeneratedRegex(@"^(?:(?:export|public|private|protected|internal|readonly|override|static|const|let|var|val|final|await|async|ENV|ARG|-)\s+)*(?!(?:if|else|for|foreach|while|switch|case|return|catch|throw|new|with|match|when|function|def|fun|class)\b)(@?[A-Za-z_$][\w$.-]*)\s*(?:<[^<>()]*>)?(?::|=(?!=)|\()")]
    private static partial Regex Named();
}
