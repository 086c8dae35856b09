using System.Text.RegularExpressions;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Exceptions that code catches in order to answer in its own terms: they must not reach its callers.</summary>
internal static partial class CaughtStatements
{
    private const int LongestAnswer = 90;

    private static readonly HashSet<string> General = new(StringComparer.Ordinal)
    {
        "Exception", "Throwable", "Error", "BaseException", "RuntimeException", "OperationCanceledException", "TaskCanceledException", "CancellationException",
        "InterruptedException", "SystemExit", "KeyboardInterrupt", "StopIteration", "StopAsyncIteration", "ImportError", "ModuleNotFoundError", "CancelledError",
    };

    public static IEnumerable<Statement> From(CatalogueFacts facts)
    {
        foreach (var template in facts.Catalogue.Templates.Where(t => t.Role == TemplateRole.Code && t.Language is "csharp" or "java" or "kotlin" or "python"))
        {
            for (var line = 1; line <= template.LineCount; line++)
            {
                if (Of(template, line, facts) is { } statement)
                {
                    yield return statement;
                }
            }
        }
    }

    private static Statement? Of(Template template, int line, CatalogueFacts facts)
    {
        var match = Catch().Match(template.Source.Code[line - 1]);
        var group = match.Groups["type"];
        var type = match.Success ? template.Source.Lines[line - 1].Substring(group.Index, group.Length) : "";
        if (!match.Success || General.Contains(type[(type.LastIndexOf('.') + 1)..]) || Answer(template, line) is not var (answer, at)
            || template.Units.Where(u => Relevance.Symbols.IsCallable(u) && u.Span.Contains(line)).OrderBy(u => u.Span.Length).FirstOrDefault() is not { } unit)
        {
            return null;
        }

        return new Statement(
            StatementKind.Never, $"Let {Prose.Code(type)} reach the callers of {Prose.Code(UnitNames.Of(template, unit, facts))}", null, $"catch it and {Prose.Code(answer)}",
            [new Evidence(template.Id, new LineSpan(line, at))], $"caught:{template.Id}:{type}", 5.6);
    }

    /// <summary>The one statement that a handler consists of, if it answers or throws something of its own.</summary>
    private static (string Text, int Line)? Answer(Template template, int line)
    {
        var body = line + 1;
        if (body <= template.LineCount && template.Source.Code[body - 1].Trim() == "{")
        {
            body++;
        }

        if (body > template.LineCount)
        {
            return null;
        }

        var code = template.Source.Code[body - 1].Trim();
        var text = template.Source.Lines[body - 1].Trim();
        var isBraced = template.Language is not "python";
        if (text.Length > LongestAnswer || text.Contains('`', StringComparison.Ordinal) || !Replies().IsMatch(code) || !Brackets.AreBalanced(code) || (isBraced && template.Language is not "kotlin" && !code.EndsWith(';')))
        {
            return null;
        }

        return (text[..code.Length].TrimEnd(';'), body);
    }

    // A filter behind the type lets some of them pass.
    [GeneratedRegex(@"^\s*(?:\}\s*)?(?:catch\s*\(\s*(?:final\s+)?(?:\w+\s*:\s*)?(?<type>[A-Za-z_][\w.]*)(?:\s+\w+)?\s*\)\s*\{?\s*$|except\s+(?<type>[A-Za-z_][\w.]*)(?:\s+as\s+\w+)?\s*:\s*$)")]
    private static partial Regex Catch();

    [GeneratedRegex(@"^(?:throw\s+\w|raise\s+\w|return\s+(?!null\b|None\b|false\b|False\b|true\b|True\b|default\b|\[\]|\{\}|""|'|;)\S)")]
    private static partial Regex Replies();
}
