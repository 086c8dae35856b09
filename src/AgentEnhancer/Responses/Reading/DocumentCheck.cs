using System.Collections.Immutable;
using AgentEnhancer.Agents;

namespace AgentEnhancer.Responses.Reading;

/// <summary>
/// Whether a text is this agent's document at all. A sentence about a document is none; and a text that lost a piece between two
/// agents may still be JSON, with one's name over the other's document.
/// </summary>
internal sealed class DocumentCheck
{
    private const int FewestLines = 5;

    private readonly ImmutableArray<Agent> _agents;

    /// <summary>A document of this agent's, by each title that one agent alone has.</summary>
    private readonly Dictionary<string, Agent?> _byTitle = new(StringComparer.Ordinal);

    /// <summary>Whose document a text is; null where it stands under several agents.</summary>
    private readonly Dictionary<string, Agent?> _byText = new(StringComparer.Ordinal);

    public DocumentCheck(ImmutableArray<Agent> agents, List<Candidate> candidates)
    {
        _agents = agents;
        foreach (var agent in agents)
        {
            if (Title(agent.Body) is { } title)
            {
                _byTitle[title] = _byTitle.ContainsKey(title) ? null : agent;
            }
        }

        foreach (var candidate in candidates)
        {
            if (DocumentOf(candidate.Node)?.Text is { } text && !ReferenceEquals(_byText.GetValueOrDefault(text, candidate.Agent), candidate.Agent))
            {
                _byText[text] = null;
            }
            else if (DocumentOf(candidate.Node)?.Text is { } own)
            {
                _byText.TryAdd(own, candidate.Agent);
            }
        }
    }

    public static AnswerNode? DocumentOf(AnswerNode node) =>
        node.First("enhancedcontent", "enhanceddocument", "document", "markdown", "content");

    /// <summary>Why it isn't, as a clause after "because"; null where nothing speaks against it.</summary>
    public string? Problem(Agent agent, AnswerNode content)
    {
        if (content.Kind != NodeKind.Text)
        {
            return "its document is no text";
        }

        if (content.Text is not { } text)
        {
            return "its document is too long or holds broken escapes";
        }

        if (!IsDocument(text))
        {
            return "it says something about the document in place of the document";
        }

        // \b of a regular expression, say, whose backslash was not doubled: JSON makes a backspace of it, and nobody means one.
        if (text.AsSpan().ContainsAnyInRange('\0', '\b') || text.AsSpan().ContainsAnyInRange('\v', '\f') || text.AsSpan().ContainsAnyInRange('\x0E', '\x1F'))
        {
            return "its document holds control characters: a backslash was not doubled";
        }

        if (_byText.GetValueOrDefault(text, agent) is null)
        {
            return "its document is another agent's too";
        }

        if (NameIn(text) is { } name && !Is(agent, name) && _agents.Count(a => Is(a, name)) == 1)
        {
            return $"its document is that of '{name}'";
        }

        return Title(text) is { } title && _byTitle.GetValueOrDefault(title) is { } owner && !ReferenceEquals(owner, agent) && Title(agent.Body) != title
            ? $"its document is that of '{owner.Id}'" : null;
    }

    /// <summary>The name in a document's front matter.</summary>
    private static string? NameIn(string text)
    {
        var isOpen = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (!isOpen && !line.IsWhiteSpace())
            {
                if (line.TrimEnd() is not "---")
                {
                    return null;
                }

                isOpen = true;
            }
            else if (line.StartsWith("name:"))
            {
                return line[5..].Trim(" \t\"'").ToString();
            }
            else if (isOpen && line.TrimEnd() is "---")
            {
                return null;
            }
        }

        return null;
    }

    private static bool Is(Agent agent, string name) => string.Equals(agent.Name, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsDocument(string text)
    {
        var (lines, hasHeading) = (0, false);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines += line.IsWhiteSpace() ? 0 : 1;
            hasHeading |= line.StartsWith("#") && line.TrimStart('#') is [' ', ..];
        }

        return lines >= FewestLines && hasHeading;
    }

    /// <summary>Its first heading of the first level, outside of its front matter.</summary>
    private static string? Title(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.StartsWith("# "))
            {
                return line[2..].Trim().ToString();
            }
        }

        return null;
    }
}
