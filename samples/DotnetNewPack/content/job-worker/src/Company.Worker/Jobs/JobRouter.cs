using System.Collections.Frozen;
using System.Text.Json;

namespace Company.Worker.Jobs;

/// <summary>How one kind of job gets from its envelope to its handler.</summary>
public sealed record JobRoute(string Kind, Func<IServiceProvider, JobEnvelope, CancellationToken, Task<JobResult>> InvokeAsync);

/// <summary>Finds the handler of a job. Every job gets a scope of its own, so handlers may take scoped services.</summary>
public sealed class JobRouter(IEnumerable<JobRoute> routes, IServiceScopeFactory scopes)
{
    private readonly FrozenDictionary<string, JobRoute> _routes = routes.ToFrozenDictionary(r => r.Kind, StringComparer.Ordinal);

    public async Task<JobResult> HandleAsync(JobEnvelope envelope, CancellationToken cancellationToken)
    {
        if (!_routes.TryGetValue(envelope.Kind, out var route))
        {
            return JobResult.Reject($"No handler for jobs of kind {envelope.Kind}.");
        }

        await using var scope = scopes.CreateAsyncScope();
        return await route.InvokeAsync(scope.ServiceProvider, envelope, cancellationToken);
    }
}

public static class JobHandlerRegistration
{
    /// <summary>Registers a handler and the route to it. One handler for each kind of job.</summary>
    public static IServiceCollection AddJobHandler<TJob, THandler>(this IServiceCollection services)
        where TJob : notnull
        where THandler : class, IJobHandler<TJob>
    {
        services.AddScoped<IJobHandler<TJob>, THandler>();
        services.AddSingleton(new JobRoute(typeof(TJob).Name, static (provider, envelope, cancellationToken) =>
        {
            var job = envelope.Payload.Deserialize<TJob>();
            return job is null
                ? Task.FromResult(JobResult.Reject("The payload is empty."))
                : provider.GetRequiredService<IJobHandler<TJob>>().HandleAsync(envelope.Id, job, cancellationToken);
        }));
        return services;
    }
}
