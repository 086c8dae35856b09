using System.Net;
using System.Net.Http.Headers;
using AgentEnhancer.Enhancers.Chat;

namespace AgentEnhancer.Tests.Enhancers.Chat;

[TestClass]
public class RetryWaitTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [TestMethod]
    public void WaitsForAsManySecondsAsAsked() =>
        RetryWait.Asked(RetryConditionHeaderValue.Parse("12"), Now).Should().Be(TimeSpan.FromSeconds(12));

    [TestMethod]
    public void WaitsUntilTheDateThatIsAsked() =>
        RetryWait.Asked(RetryConditionHeaderValue.Parse("Wed, 04 Mar 2026 05:07:00 GMT"), Now).Should().Be(TimeSpan.FromSeconds(53));

    [TestMethod]
    public void DoesNotWaitForADateThatIsPast() =>
        RetryWait.Asked(RetryConditionHeaderValue.Parse("Wed, 04 Mar 2026 05:00:00 GMT"), Now).Should().Be(TimeSpan.Zero);

    [TestMethod]
    public void HasNoOpinionWhereNothingIsAsked() => RetryWait.Asked(null, Now).Should().BeNull();

    [TestMethod]
    [DataRow(200, false)]
    [DataRow(307, false)]
    [DataRow(400, false)]
    [DataRow(401, false)]
    [DataRow(404, false)]
    [DataRow(408, true)]
    [DataRow(409, true)]
    [DataRow(422, false)]
    [DataRow(429, true)]
    [DataRow(500, true)]
    [DataRow(503, true)]
    [DataRow(529, true)]
    public void KnowsWhatMayPass(int status, bool passes) => RetryWait.IsPassing((HttpStatusCode)status).Should().Be(passes);
}
