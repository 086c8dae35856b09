using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AgentEnhancer.Agents;
using AgentEnhancer.Requests;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Stored;

/// <summary>
/// What an answer answers, as a hash: the agent, the templates that matter to it, the options that shape the question and the protocol. Not the
/// clock, the machine, absolute paths, line ends, nor which model was asked.
/// </summary>
internal static class AnswerHash
{
    /// <summary>So many of the best-ranked templates matter to an agent, besides those that its answer cites.</summary>
    private const int TopRanked = 5;

    /// <summary>Templates that an agent's answer is asked from, best first.</summary>
    public static IEnumerable<Template> Matter(BatchRequest request, Agent agent) =>
        request.Relevance.For(agent.Id).Take(TopRanked).Select(r => r.Template);

    public static string Of(BatchRequest request, Agent agent, IEnumerable<Template> cited)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, Protocol.Version);
        Add(hash, agent.Id);
        Add(hash, string.Join('\n', MarkdownBody.SplitLines(agent.Text)));
        Add(hash, string.Create(
            CultureInfo.InvariantCulture,
            $"{request.Options.Shape}|{request.Options.Limits.MinimumLines}|{request.Options.Limits.MaximumLines}|{request.Options.Limits.MaximumCharacters}"));
        foreach (var template in Matter(request, agent).Concat(cited).DistinctBy(t => t.Path, StringComparer.Ordinal).OrderBy(t => t.Path, StringComparer.Ordinal))
        {
            Add(hash, template.Path);
            Add(hash, Of(template));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of a template's lines, those without text left out.</summary>
    public static string Of(Template template)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in template.Source.Lines.Where(l => !string.IsNullOrWhiteSpace(l)))
        {
            Add(hash, line.TrimEnd());
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>Runs of lines without text.</summary>
    public static ImmutableArray<LineSpan> Empty(Template template)
    {
        var runs = ImmutableArray.CreateBuilder<LineSpan>();
        for (var line = 1; line <= template.LineCount; line++)
        {
            if (!string.IsNullOrWhiteSpace(template.Source.Lines[line - 1]))
            {
                continue;
            }

            if (runs.Count > 0 && runs[^1].Last == line - 1)
            {
                runs[^1] = runs[^1] with { Last = line };
            }
            else
            {
                runs.Add(LineSpan.Of(line));
            }
        }

        return runs.ToImmutable();
    }

    /// <summary>With its end marked: two texts never run together into a third.</summary>
    private static void Add(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData([0]);
    }
}
