using Company.Api.Http;
//#if (auth)
using Company.Api.Auth;
//#endif

namespace Company.Api.Warehouses;

/// <summary>Routes of <c>/warehouses</c>. A handler calls the service and turns its result into an answer; rules stand in the service.</summary>
public static class WarehouseEndpoints
{
    public static void MapWarehouses(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/warehouses").WithTags("warehouses");
        //#if (auth)
        // Every new route must be behind a policy: reads by the group, writes by one of their own.
        group.RequireAuthorization(Policies.Read);
        //#endif

        group.MapGet("/", ListAsync).WithName("ListWarehouses");
        group.MapGet("/{id:guid}", FindAsync).WithName("FindWarehouse");
        group.MapPost("/", AddAsync)
            //#if (auth)
            .RequireAuthorization(Policies.Write)
            //#endif
            .AddEndpointFilter<ValidationFilter>()
            .WithName("AddWarehouse");
        group.MapPut("/{id:guid}", ChangeAsync)
            //#if (auth)
            .RequireAuthorization(Policies.Write)
            //#endif
            .AddEndpointFilter<ValidationFilter>()
            .WithName("ChangeWarehouse");
    }

    private static async Task<IResult> ListAsync(string? after, WarehouseService service, CancellationToken cancellationToken)
    {
        var page = await service.ListAsync(after, cancellationToken);
        return TypedResults.Ok(page.Select(WarehouseResponse.Of));
    }

    private static async Task<IResult> FindAsync(Guid id, WarehouseService service, HttpResponse response, CancellationToken cancellationToken)
    {
        var result = await service.FindAsync(id, cancellationToken);
        return result.ToAnswer(found =>
        {
            response.Headers.ETag = EntityTag.Of(found.Version);
            return TypedResults.Ok(WarehouseResponse.Of(found));
        });
    }

    private static async Task<IResult> AddAsync(WarehouseRequest request, WarehouseService service, CancellationToken cancellationToken)
    {
        var result = await service.AddAsync(request, cancellationToken);
        return result.ToAnswer(added => TypedResults.CreatedAtRoute(WarehouseResponse.Of(added), "FindWarehouse", new { id = added.Id }));
    }

    private static async Task<IResult> ChangeAsync(
        Guid id, WarehouseRequest request, HttpRequest http, WarehouseService service, CancellationToken cancellationToken)
    {
        // A write without a version would overwrite what the caller has never seen.
        if (EntityTag.Version(http.Headers.IfMatch) is not { } version)
        {
            return TypedResults.Problem("If-Match is required.", statusCode: StatusCodes.Status428PreconditionRequired);
        }

        var result = await service.ChangeAsync(id, version, request, cancellationToken);
        return result.ToAnswer(changed => TypedResults.Ok(WarehouseResponse.Of(changed)));
    }
}
