using System.Collections.Immutable;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Output;

namespace AgentEnhancer.Benchmarks;

/// <summary>The least that any run has to do: read every input, write every output, each file as this package writes it.</summary>
internal sealed class InputsAndOutputs
{
    private readonly GeneratedSet _set;
    private readonly ImmutableArray<(string Path, byte[] Bytes)> _outputs;

    /// <summary>Makes the outputs once, to know their bytes.</summary>
    public InputsAndOutputs(GeneratedSet set)
    {
        _set = set;
        EnhancementRun.ExecuteAsync(set.Input, new BuiltInEnhancer(), CancellationToken.None).GetAwaiter().GetResult();
        _outputs = [.. Directory.EnumerateFiles(set.OutputDirectory).Select(p => (p, File.ReadAllBytes(p)))];
    }

    public long Copy()
    {
        var bytes = 0L;
        foreach (var path in _set.Agents.Select(a => a.FullPath).Concat(_set.Templates.Select(t => t.FullPath)))
        {
            bytes += File.ReadAllBytes(path).Length;
        }

        foreach (var (path, content) in _outputs)
        {
            AtomicFile.Write(path, content);
        }

        return bytes;
    }
}
