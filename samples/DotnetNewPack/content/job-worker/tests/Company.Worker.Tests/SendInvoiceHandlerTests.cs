using Company.Worker.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Company.Worker.Tests;

[TestClass]
public sealed class SendInvoiceHandlerTests
{
    private readonly SendInvoiceHandler _handler = new(NullLogger<SendInvoiceHandler>.Instance);

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public async Task A_complete_job_is_done()
    {
        var result = await _handler.HandleAsync(Guid.NewGuid(), new SendInvoice("c-1", "r-1"), TestContext.CancellationToken);

        Assert.AreEqual(JobResult.Done, result);
    }

    [TestMethod]
    public async Task A_job_without_a_customer_is_rejected_and_not_retried()
    {
        var result = await _handler.HandleAsync(Guid.NewGuid(), new SendInvoice(" ", "r-1"), TestContext.CancellationToken);

        Assert.IsInstanceOfType<JobResult.Rejected>(result);
    }

    [TestMethod]
    public async Task The_same_job_may_come_twice()
    {
        var id = Guid.NewGuid();
        var job = new SendInvoice("c-1", "r-1");

        await _handler.HandleAsync(id, job, TestContext.CancellationToken);
        var second = await _handler.HandleAsync(id, job, TestContext.CancellationToken);

        Assert.AreEqual(JobResult.Done, second);
    }
}
