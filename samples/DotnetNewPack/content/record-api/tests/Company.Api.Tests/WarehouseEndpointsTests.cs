using System.Net;
using System.Net.Http.Json;
using Company.Api.Warehouses;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Company.Api.Tests;

[TestClass]
public sealed class WarehouseEndpointsTests : ApiTests
{
    [TestMethod]
    public async Task What_was_added_can_be_read_with_its_version()
    {
        var added = await AddAsync("North");

        var response = await Client.GetAsync($"/warehouses/{added.Id}", TestContext.CancellationToken);

        Assert.AreEqual("\"1\"", response.Headers.ETag?.Tag);
        Assert.AreEqual(added, await response.Content.ReadFromJsonAsync<WarehouseResponse>(TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task A_request_without_a_name_is_refused_by_field()
    {
        var response = await Client.PostAsJsonAsync("/warehouses", new WarehouseRequest(" ", Note: null), TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.BadRequest, response.StatusCode);
        StringAssert.Contains(await response.Content.ReadAsStringAsync(TestContext.CancellationToken), "A name is required.");
    }

    [TestMethod]
    public async Task A_name_can_be_taken_once()
    {
        await AddAsync("North");

        var response = await Client.PostAsJsonAsync("/warehouses", new WarehouseRequest("north", Note: null), TestContext.CancellationToken);

        Assert.AreEqual(HttpStatusCode.Conflict, response.StatusCode);
    }

    [TestMethod]
    [DataRow("\"1\"", HttpStatusCode.OK)]
    [DataRow("\"7\"", HttpStatusCode.PreconditionFailed)]
    [DataRow(null, HttpStatusCode.PreconditionRequired)]
    public async Task A_change_needs_the_version_that_it_is_based_on(string? version, HttpStatusCode expected)
    {
        var added = await AddAsync("North");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/warehouses/{added.Id}")
        {
            Content = JsonContent.Create(new WarehouseRequest("South", Note: null)),
        };
        request.Headers.TryAddWithoutValidation("If-Match", version);

        var response = await Client.SendAsync(request, TestContext.CancellationToken);

        Assert.AreEqual(expected, response.StatusCode);
    }
}
