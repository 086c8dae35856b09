using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Rendering;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Validation;

/// <summary>A bar that a document fails.</summary>
/// <param name="Line">Of the document, from 1; 0 where no line is meant.</param>
internal sealed record Violation(DiagnosticDescriptor Descriptor, int Line, ImmutableArray<string> Arguments)
{
    public static Violation Of(DiagnosticDescriptor descriptor, int line, params ImmutableArray<string> arguments) =>
        new(descriptor, line, arguments);

    /// <summary>On the agent's file. The document is not written, so its line is the file's only where both are the same text.</summary>
    public Diagnostic ToDiagnostic(Agent agent, string document) =>
        new(Descriptor, agent.FullPath, IsLineOf(agent, document) ? Line : 0, Arguments);

    private bool IsLineOf(Agent agent, string document)
    {
        if (Line == 0)
        {
            return false;
        }

        var written = MarkdownBody.SplitLines(document);
        var source = MarkdownBody.SplitLines(agent.Text);
        return Line <= written.Length && Line <= source.Length
            && written.AsSpan(0, Line).SequenceEqual(source.AsSpan(0, Line));
    }
}
