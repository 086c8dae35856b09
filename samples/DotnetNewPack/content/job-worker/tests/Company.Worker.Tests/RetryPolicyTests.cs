using Company.Worker.Jobs;
using Company.Worker.Pumping;
using Microsoft.Extensions.Options;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Company.Worker.Tests;

[TestClass]
public sealed class RetryPolicyTests
{
    private static readonly RetryPolicy Policy = new(Options.Create(new WorkerOptions
    {
        MaximumAttempts = 3,
        FirstDelay = TimeSpan.FromSeconds(2),
    }));

    [TestMethod]
    [DataRow(1, 2)]
    [DataRow(2, 4)]
    [DataRow(3, 8)]
    [DataRow(20, 600)]
    public void The_delay_doubles_up_to_ten_minutes(int attempt, int seconds) =>
        Assert.AreEqual(TimeSpan.FromSeconds(seconds), Policy.DelayAfter(Job(attempt)));

    [TestMethod]
    public void The_last_attempt_is_the_maximum()
    {
        Assert.IsFalse(Policy.IsExhausted(Job(attempt: 2)));
        Assert.IsTrue(Policy.IsExhausted(Job(attempt: 3)));
    }

    private static JobEnvelope Job(int attempt) =>
        JobEnvelope.For(new SendInvoice("customer", "reference")) with { Attempt = attempt };
}
