using AgentEnhancer.Benchmarks;
using BenchmarkDotNet.Running;

// "once 1000 2000": a look at the stages of one run, in a second or two, without BenchmarkDotNet.
if (args is ["once", var agents, var templates])
{
    await StageTimes.PrintAsync(int.Parse(agents, null), int.Parse(templates, null)).ConfigureAwait(false);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
