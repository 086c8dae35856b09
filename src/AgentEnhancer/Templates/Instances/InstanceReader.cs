using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Templates.Instances;

/// <summary>Works out what <c>dotnet new</c> makes of a file.</summary>
internal static class InstanceReader
{
    /// <param name="path">Below the template's root, forward slashes.</param>
    public static Instance Read(string path, string text, TemplateConfig config)
    {
        var fate = FileFate.Of(path, config);
        var tokens = new TextTokens(config);
        var syntax = fate.IsCopied ? DirectiveSyntax.None : SyntaxOf(path, config);
        var lines = MarkdownBody.SplitLines(text);
        return new Instance(fate.Condition, fate.IsCopied, fate.Path, [.. InstanceLines.Read(lines, config, syntax).Select((l, i) => Described(l, lines[i], tokens))], tokens);
    }

    private static InstanceLine Described(InstanceLine line, string text, TextTokens tokens) => line with
    {
        HoldsToken = tokens.AreIn(text),
        IsBlank = string.IsNullOrWhiteSpace(text),
        IsDirectiveOfDocuments = text.Contains("<!--#", StringComparison.Ordinal) || text.Contains("<!---:", StringComparison.Ordinal) || text.Contains("<!--+:", StringComparison.Ordinal),
    };

    /// <summary>The text with spaces in place of directives and of what no instance has: they are no part of the language that the file is in.</summary>
    public static string Readable(string text, Instance instance)
    {
        if (!instance.Lines.Any(l => l.IsRemoved))
        {
            return text;
        }

        var readable = text.ToCharArray();
        var number = 1;
        for (var i = 0; i < readable.Length; i++)
        {
            if (readable[i] is '\n' or '\r')
            {
                number += readable[i] == '\n' || i + 1 == readable.Length || readable[i + 1] != '\n' ? 1 : 0;
            }
            else if (instance.Line(number).IsRemoved)
            {
                readable[i] = ' ';
            }
        }

        return new string(readable);
    }

    private static DirectiveSyntax SyntaxOf(string path, TemplateConfig config)
    {
        foreach (var (files, syntax) in config.Directives)
        {
            if (files.IsMatch(path))
            {
                return syntax;
            }
        }

        return DirectiveSyntax.Of(path[(path.LastIndexOf('/') + 1)..]);
    }
}
