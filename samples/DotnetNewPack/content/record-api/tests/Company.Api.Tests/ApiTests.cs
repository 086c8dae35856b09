using System.Net.Http.Json;
using Company.Api.Warehouses;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
//#if (auth)
using Microsoft.AspNetCore.Authorization;
//#endif
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Company.Api.Tests;

/// <summary>Base of tests that speak HTTP: the whole application in memory, with a store of its own for each test.</summary>
public abstract class ApiTests : IDisposable
{
    private readonly WebApplicationFactory<WarehouseService> _factory;

    protected ApiTests()
    {
        _factory = new WebApplicationFactory<WarehouseService>().WithWebHostBuilder(host => host.ConfigureServices(services =>
        {
            services.AddSingleton<IWarehouseStore, MemoryWarehouseStore>();
            //#if (auth)
            services.AddSingleton<IAuthorizationHandler>(new PassingHandler(() => IsAllowed));
            //#endif
        }));
        Client = _factory.CreateClient();
    }

    public TestContext TestContext { get; set; } = null!;

    protected HttpClient Client { get; }

    //#if (auth)
    /// <summary>False for a test of what happens without the right token.</summary>
    protected bool IsAllowed { get; set; } = true;

    //#endif
    public void Dispose()
    {
        Client.Dispose();
        _factory.Dispose();
        GC.SuppressFinalize(this);
    }

    protected async Task<WarehouseResponse> AddAsync(string name)
    {
        var response = await Client.PostAsJsonAsync("/warehouses", new WarehouseRequest(name, Note: null), TestContext.CancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<WarehouseResponse>(TestContext.CancellationToken))!;
    }
    //#if (auth)

    private sealed class PassingHandler(Func<bool> isAllowed) : IAuthorizationHandler
    {
        public Task HandleAsync(AuthorizationHandlerContext context)
        {
            foreach (var requirement in isAllowed() ? context.PendingRequirements.ToList() : [])
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }
    //#endif
}
