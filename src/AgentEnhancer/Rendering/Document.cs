using System.Collections.Immutable;
using AgentEnhancer.Plans;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Rendering;

/// <summary>A finished document and what is known about it.</summary>
/// <param name="Text">The whole file, with the agent's line ends.</param>
/// <param name="Cited">The templates of its table, in order: <c>[1:…]</c> is the first.</param>
/// <param name="Examples">In order of place.</param>
/// <param name="Statements">Lines that name evidence, in order of place.</param>
internal sealed record Document(
    string Text,
    ImmutableArray<Template> Cited,
    ImmutableArray<DocumentExample> Examples,
    ImmutableArray<DocumentStatement> Statements)
{
    /// <summary>A document nobody planned: nothing is known about it but its text.</summary>
    public static Document Written(string text) => new(text, [], [], []);
}

/// <summary>An excerpt in a document.</summary>
/// <param name="Line">Of its heading, from 1.</param>
internal sealed record DocumentExample(int Line, string Title, Evidence Span);

/// <summary>A line of the document that cites evidence.</summary>
/// <param name="Line">From 1.</param>
internal sealed record DocumentStatement(int Line, string Text, ImmutableArray<Evidence> Evidence);
