using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AgentEnhancer.Plans.Rules;

/// <summary>What was read of a YAML file, up to the first place that is not YAML, if there is one.</summary>
internal sealed record YamlTreeResult(ImmutableArray<RuleNode> Items, string? Error, int ErrorLine);

/// <summary>Reads a project's own rule files: a list at the top, any YAML below.</summary>
internal static class YamlTree
{
    /// <summary>A file that is deeper than this holds no rule, and must not exhaust the stack.</summary>
    private const int MaximumDepth = 32;

    public static YamlTreeResult ReadList(string text)
    {
        var items = ImmutableArray.CreateBuilder<RuleNode>();
        try
        {
            var parser = new Parser(new StringReader(text));
            parser.Consume<StreamStart>();
            if (parser.TryConsume<StreamEnd>(out _))
            {
                return new YamlTreeResult([], null, 0);
            }

            parser.Consume<DocumentStart>();
            if (!parser.TryConsume<SequenceStart>(out _))
            {
                var line = LineOf(parser.Current!);
                return parser.Accept<Scalar>(out var scalar) && scalar.Value.Length == 0
                    ? new YamlTreeResult([], null, 0)
                    : new YamlTreeResult([], "a list of rules is expected ('- id: …')", line);
            }

            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(parser, 0));
            }

            return new YamlTreeResult(items.ToImmutable(), null, 0);
        }
        catch (YamlException e)
        {
            return new YamlTreeResult(items.ToImmutable(), e.Message, (int)e.Start.Line);
        }
    }

    private static RuleNode ReadNode(Parser parser, int depth)
    {
        var line = LineOf(parser.Current!);
        if (depth > MaximumDepth)
        {
            throw new YamlException(parser.Current!.Start, parser.Current.End, "nested too deeply");
        }

        if (parser.TryConsume<Scalar>(out var scalar))
        {
            return new RuleScalar(line, scalar.Value);
        }

        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = ImmutableArray.CreateBuilder<RuleNode>();
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadNode(parser, depth + 1));
            }

            return new RuleList(line, items.ToImmutable());
        }

        if (parser.TryConsume<MappingStart>(out _))
        {
            var entries = ImmutableArray.CreateBuilder<RuleEntry>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = ReadNode(parser, depth + 1);
                var name = key is RuleScalar { Value: var value } ? value : "?";
                entries.Add(new RuleEntry(key.Line, name, ReadNode(parser, depth + 1)));
            }

            return new RuleMap(line, entries.ToImmutable());
        }

        throw new YamlException(parser.Current!.Start, parser.Current.End, "aliases are not supported in rules");
    }

    private static int LineOf(ParsingEvent parsingEvent) => (int)parsingEvent.Start.Line;
}
