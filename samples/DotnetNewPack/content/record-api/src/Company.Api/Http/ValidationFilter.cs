using Company.Api.Warehouses;

namespace Company.Api.Http;

/// <summary>Refuses a request with problems before its handler sees it, so handlers may rely on what <c>Problems</c> checks.</summary>
public sealed class ValidationFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var request in context.Arguments.OfType<WarehouseRequest>())
        {
            if (request.Problems() is { Count: > 0 } problems)
            {
                return TypedResults.ValidationProblem(problems);
            }
        }

        return await next(context);
    }
}
