using System.Diagnostics;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Relevance;
using AgentEnhancer.Requests;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Benchmarks;

/// <summary>Where the time of one run goes, stage by stage; twice, for the first round pays for the compiler too.</summary>
internal static class StageTimes
{
    public static async Task PrintAsync(int agents, int templates)
    {
        var set = new GeneratedSet(agents, templates);
        InputsAndOutputs? files = null;
        for (var round = 1; round <= 2; round++)
        {
            Console.WriteLine($"round {round}: {agents} agents, {templates} templates");
            var read = Time("agents", () => AgentReader.ReadAll(set.Agents).Select(r => r.Agent!).ToArray());
            var catalogue = Time("templates", () => TemplateCatalogueReader.Read(set.Templates).Catalogue);
            var relevance = Time("relevance", () => RelevanceAnalyzer.Analyze([.. read], catalogue));
            var request = new BatchRequest([.. read], catalogue, relevance, new EnhancementOptions());
            var answers = Time("enhancer", () => new BuiltInEnhancer().EnhanceAsync(request, CancellationToken.None).GetAwaiter().GetResult());
            set.DeleteOutputs();
            var outcome = await TimeAsync("whole run", () => EnhancementRun.ExecuteAsync(set.Input, new BuiltInEnhancer(), CancellationToken.None)).ConfigureAwait(false);
            set.DeleteOutputs();

            // Made here, for it runs everything once: made before, it would pay the compiler for the first round.
            files ??= new InputsAndOutputs(set);
            Time("read and write", files.Copy);
            Console.WriteLine($"  {outcome.EnhancedCount} of {outcome.TotalCount} enhanced, {answers.Answers.Length} answers, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
        }

        set.Delete();
    }

    private static T Time<T>(string stage, Func<T> run)
    {
        var watch = Stopwatch.StartNew();
        var result = run();
        Console.WriteLine($"  {stage,-15} {watch.Elapsed.TotalMilliseconds,9:F0} ms");
        return result;
    }

    private static async Task<T> TimeAsync<T>(string stage, Func<Task<T>> run)
    {
        var watch = Stopwatch.StartNew();
        var result = await run().ConfigureAwait(false);
        Console.WriteLine($"  {stage,-15} {watch.Elapsed.TotalMilliseconds,9:F0} ms");
        return result;
    }
}
