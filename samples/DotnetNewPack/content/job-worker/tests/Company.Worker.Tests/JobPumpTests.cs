using Company.Worker.Jobs;
using Company.Worker.Pumping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Company.Worker.Tests;

[TestClass]
public sealed class JobPumpTests
{
    private readonly RecordingQueue _queue = new();

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task A_job_that_was_done_is_completed()
    {
        var (settled, _) = await RunAsync(JobResult.Done, attempt: 1);

        Assert.AreEqual("completed", settled);
    }

    [TestMethod]
    public async Task A_job_that_was_rejected_is_buried()
    {
        var (settled, _) = await RunAsync(JobResult.Reject("wrong"), attempt: 1);

        Assert.AreEqual("buried", settled);
    }

    [TestMethod]
    [DataRow(1, "put back")]
    [DataRow(2, "buried")]
    public async Task A_job_to_be_retried_is_put_back_until_its_attempts_are_used_up(int attempt, string expected)
    {
        var (settled, _) = await RunAsync(JobResult.Retry("later"), attempt);

        Assert.AreEqual(expected, settled);
    }

    [TestMethod]
    public async Task A_job_of_an_unknown_kind_is_buried()
    {
        await _queue.AddAsync(JobEnvelope.For("no job of ours"), TestContext.CancellationToken);

        var (settled, _) = await PumpAsync(JobResult.Done);

        Assert.AreEqual("buried", settled);
    }

    private async Task<(string Settled, JobEnvelope Envelope)> RunAsync(JobResult result, int attempt)
    {
        var envelope = JobEnvelope.For(new SendInvoice("c-1", "r-1")) with { Attempt = attempt };
        await _queue.AddAsync(envelope, TestContext.CancellationToken);
        return await PumpAsync(result);
    }

    /// <summary>Runs the pump until it has settled one job.</summary>
    private async Task<(string Settled, JobEnvelope Envelope)> PumpAsync(JobResult result)
    {
        var options = Options.Create(new WorkerOptions { MaximumAttempts = 2, FirstDelay = TimeSpan.Zero });
        await using var services = new ServiceCollection().BuildServiceProvider();
        var router = new JobRouter(
            [new JobRoute(nameof(SendInvoice), (_, _, _) => Task.FromResult(result))],
            services.GetRequiredService<IServiceScopeFactory>());
        using var pump = new JobPump(_queue, router, new RetryPolicy(options), TimeProvider.System, options, NullLogger<JobPump>.Instance);

        await pump.StartAsync(TestContext.CancellationToken);
        var settled = await _queue.NextAsync(TestContext.CancellationToken);
        await pump.StopAsync(TestContext.CancellationToken);
        return settled;
    }
}
