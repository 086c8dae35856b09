using System.Net;
using System.Net.Http.Json;
using Company.Api.Warehouses;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Company.Api.Tests;

[TestClass]
public sealed class AccessTests : ApiTests
{
    public AccessTests() => IsAllowed = false;

    [TestMethod]
    public async Task Reading_without_a_token_is_refused()
    {
        var response = await Client.GetAsync("/warehouses", TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [TestMethod]
    public async Task Writing_without_a_token_is_refused_before_the_request_is_checked()
    {
        var response = await Client.PostAsJsonAsync("/warehouses", new WarehouseRequest(" ", Note: null), TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
