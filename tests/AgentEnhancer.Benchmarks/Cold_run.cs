using AgentEnhancer.Enhancers.BuiltIn;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;

namespace AgentEnhancer.Benchmarks;

/// <summary>What a build pays the first time: every measurement is the first run of a new process.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 15, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
public class Cold_run
{
    private GeneratedSet _set = null!;

    [Params(10)]
    public int Agents { get; set; }

    [Params(15)]
    public int Templates { get; set; }

    [GlobalSetup]
    public void Write() => _set = new GeneratedSet(Agents, Templates);

    [GlobalCleanup]
    public void Delete() => _set.Delete();

    [Benchmark]
    public object Enhance() => EnhancementRun.ExecuteAsync(_set.Input, new BuiltInEnhancer(), CancellationToken.None).GetAwaiter().GetResult();
}
