using Company.Worker.Jobs;
using Company.Worker.Queues;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Company.Worker.Tests;

[TestClass]
public sealed class FolderJobQueueTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public TestContext TestContext { get; set; } = null!;

    private FolderJobQueue Queue => new(
        Options.Create(new WorkerOptions { Folder = _folder.FullName }),
        new HostingEnvironment { ContentRootPath = _folder.FullName },
        TimeProvider.System);

    public void Dispose() => _folder.Delete(recursive: true);

    [TestMethod]
    public async Task A_job_outlives_the_queue_that_took_it_in()
    {
        var job = JobEnvelope.For(new SendInvoice("c-1", "r-1"));
        await Queue.AddAsync(job, TestContext.CancellationToken);

        var taken = await Queue.TakeAsync(TestContext.CancellationToken).FirstAsync(TestContext.CancellationToken);

        Assert.AreEqual(job.Id, taken.Id);
    }

    [TestMethod]
    public async Task A_job_that_is_put_back_counts_its_attempts()
    {
        await Queue.AddAsync(JobEnvelope.For(new SendInvoice("c-1", "r-1")), TestContext.CancellationToken);
        var first = await Queue.TakeAsync(TestContext.CancellationToken).FirstAsync(TestContext.CancellationToken);
        await Queue.PutBackAsync(first, TestContext.CancellationToken);

        var second = await Queue.TakeAsync(TestContext.CancellationToken).FirstAsync(TestContext.CancellationToken);

        Assert.AreEqual(2, second.Attempt);
    }
}
