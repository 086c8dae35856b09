using System.Diagnostics;

namespace Library.Hosting;

/// <summary>Logs how long each request took, and adds the figure to the answer.</summary>
public sealed partial class RequestTiming(RequestDelegate next, ILogger<RequestTiming> logger)
{
    private const string Header = "Server-Timing";

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();

        // Headers must be set before the answer starts; after the call to next it is too late.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers[Header] = $"app;dur={Elapsed(started):F1}";
            return Task.CompletedTask;
        });

        await next(context);

        var (method, path) = (context.Request.Method, context.Request.Path.Value);
        var milliseconds = Elapsed(started);
        LogRequest(logger, method, path, context.Response.StatusCode, milliseconds);
    }

    private static double Elapsed(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds;

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} answered {Status} in {Milliseconds} ms")]
    private static partial void LogRequest(ILogger logger, string method, string? path, int status, double milliseconds);
}

public static class HostingExtensions
{
    public static IApplicationBuilder UseRequestTiming(this IApplicationBuilder app) => app.UseMiddleware<RequestTiming>();

    public static IEndpointRouteBuilder MapStatus(this IEndpointRouteBuilder app)
    {
        app.MapGet("/status", (TimeProvider clock) => TypedResults.Ok(new { time = clock.GetUtcNow() }));
        return app;
    }
}
