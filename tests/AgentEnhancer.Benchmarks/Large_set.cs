using AgentEnhancer.Enhancers.BuiltIn;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace AgentEnhancer.Benchmarks;

/// <summary>The ratio to bare input and output is what counts, and what doubling does to the time of a run.</summary>
[SimpleJob(RunStrategy.Monitoring, launchCount: 1, warmupCount: 1, iterationCount: 5, invocationCount: 1)]
[MemoryDiagnoser]
public class Large_set
{
    private GeneratedSet _set = null!;
    private InputsAndOutputs _files = null!;

    public enum Size
    {
        Agents1000Templates2000,
        Agents2000Templates2000,
        Agents1000Templates4000,
    }

    [ParamsAllValues]
    public Size Set { get; set; }

    [GlobalSetup]
    public void Write()
    {
        _set = Set switch
        {
            Size.Agents1000Templates2000 => new GeneratedSet(1000, 2000),
            Size.Agents2000Templates2000 => new GeneratedSet(2000, 2000),
            _ => new GeneratedSet(1000, 4000),
        };
        _files = new InputsAndOutputs(_set);
    }

    /// <summary>A file that stands there already would not be written.</summary>
    [IterationSetup]
    public void DeleteOutputs() => _set.DeleteOutputs();

    [GlobalCleanup]
    public void Delete() => _set.Delete();

    [Benchmark(Baseline = true)]
    public long ReadAndWrite() => _files.Copy();

    [Benchmark]
    public object Enhance() => EnhancementRun.ExecuteAsync(_set.Input, new BuiltInEnhancer(), CancellationToken.None).GetAwaiter().GetResult();
}
