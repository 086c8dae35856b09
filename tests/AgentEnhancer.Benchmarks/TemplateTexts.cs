namespace AgentEnhancer.Benchmarks;

/// <summary>Texts of the templates of one subject: a record, its store, its service, their endpoints, and the tests of the service.</summary>
internal static class TemplateTexts
{
    public const int Kinds = 5;

    public static readonly string[] Habits =
    [
        "Keep the rules of a {Subject} in its service",
        "Name methods after what the business calls them",
        "Pass the cancellation token on",
    ];

    public static (string Path, string Text) Of(int kind, string subject)
    {
        var (path, text) = kind switch
        {
            0 => ("records/{Subject}.cs.template", Record),
            1 => ("stores/{Subject}Store.cs.template", Store),
            2 => ("services/{Subject}Service.cs.template", Service),
            3 => ("endpoints/{Subject}Endpoints.cs.template", Endpoints),
            _ => ("tests/{Subject}ServiceTests.cs.template", Tests),
        };
        return (path.Replace("{Subject}", subject, StringComparison.Ordinal), text.Replace("{Subject}", subject, StringComparison.Ordinal));
    }

    private const string Record =
        """
        namespace {{Namespace}}.Records;

        /// <summary>One {Subject} as it is stored.</summary>
        public sealed record {Subject}(Guid Id, string Title, DateTimeOffset ChangedAt)
        {
            // Must stay below the width of the column, or the store refuses the row.
            public const int LongestTitle = 120;

            public string? Remark { get; init; }

            public bool IsStale(DateTimeOffset now) => now - ChangedAt > TimeSpan.FromDays(30);
        }

        """;

    private const string Store =
        """
        using Microsoft.EntityFrameworkCore;
        using {{Namespace}}.Records;

        namespace {{Namespace}}.Stores;

        public interface I{Subject}Store
        {
            Task<{Subject}?> FindAsync(Guid id, CancellationToken cancellationToken);

            Task SaveAsync({Subject} entry, CancellationToken cancellationToken);
        }

        /// <summary>Keeps entries of {Subject} in the database.</summary>
        public sealed class {Subject}Store(StoreContext context, ILogger<{Subject}Store> logger) : I{Subject}Store
        {
            public async Task<{Subject}?> FindAsync(Guid id, CancellationToken cancellationToken)
            {
                ArgumentOutOfRangeException.ThrowIfEqual(id, Guid.Empty);
                return await context.Set<{Subject}>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(e => e.Id == id, cancellationToken);
            }

            public async Task SaveAsync({Subject} entry, CancellationToken cancellationToken)
            {
                ArgumentNullException.ThrowIfNull(entry);
                context.Update(entry);
                await context.SaveChangesAsync(cancellationToken);
                logger.LogInformation("Saved {Id}", entry.Id);
            }
        }

        """;

    private const string Service =
        """
        using {{Namespace}}.Records;
        using {{Namespace}}.Stores;

        namespace {{Namespace}}.Services;

        /// <summary>What may be done with a {Subject}.</summary>
        public sealed class {Subject}Service(I{Subject}Store store, TimeProvider clock, ILogger<{Subject}Service> logger)
        {
            public async Task<{Subject}> RenameAsync(Guid id, string title, CancellationToken cancellationToken)
            {
                // Never rename without a check of the length: the database cuts titles silently.
                if (string.IsNullOrWhiteSpace(title) || title.Length > {Subject}.LongestTitle)
                {
                    throw new ArgumentException("The title is empty or too long.", nameof(title));
                }

                var found = await store.FindAsync(id, cancellationToken)
                    ?? throw new KeyNotFoundException($"No entry {id}");
                var renamed = found with { Title = title.Trim(), ChangedAt = clock.GetUtcNow() };
                await store.SaveAsync(renamed, cancellationToken);
                logger.LogInformation("Renamed {Id}", id);
                return renamed;
            }

            public async Task<bool> RefreshAsync(Guid id, CancellationToken cancellationToken)
            {
                var found = await store.FindAsync(id, cancellationToken);
                if (found is null || !found.IsStale(clock.GetUtcNow()))
                {
                    return false;
                }

                await store.SaveAsync(found with { ChangedAt = clock.GetUtcNow() }, cancellationToken);
                return true;
            }
        }

        """;

    private const string Endpoints =
        """
        using {{Namespace}}.Services;

        namespace {{Namespace}}.Endpoints;

        public static class {Subject}Endpoints
        {
            public static IEndpointRouteBuilder Map{Subject}(this IEndpointRouteBuilder routes)
            {
                var group = routes.MapGroup("/{{RoutePrefix}}/{Subject}").RequireAuthorization();
                group.MapPut("/{id:guid}/title", RenameAsync);
                group.MapPost("/{id:guid}/refresh", RefreshAsync);
                return routes;
            }

            private static async Task<IResult> RenameAsync(Guid id, RenameRequest request, {Subject}Service service, CancellationToken cancellationToken)
            {
                var renamed = await service.RenameAsync(id, request.Title, cancellationToken);
                return TypedResults.Ok(renamed);
            }

            private static async Task<IResult> RefreshAsync(Guid id, {Subject}Service service, CancellationToken cancellationToken) =>
                await service.RefreshAsync(id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
        }

        """;

    private const string Tests =
        """
        using {{Namespace}}.Records;
        using {{Namespace}}.Services;
        using Xunit;

        namespace {{Namespace}}.Tests;

        public sealed class {Subject}ServiceTests
        {
            private readonly Fake{Subject}Store _store = new();

            [Fact]
            public async Task A_title_that_is_too_long_is_refused()
            {
                var service = new {Subject}Service(_store, TimeProvider.System, NullLogger<{Subject}Service>.Instance);

                var act = () => service.RenameAsync(Guid.NewGuid(), new string('x', {Subject}.LongestTitle + 1), CancellationToken.None);

                await Assert.ThrowsAsync<ArgumentException>(act);
            }

            [Fact]
            public async Task An_entry_that_is_fresh_is_left_alone()
            {
                var entry = _store.Add(new {Subject}(Guid.NewGuid(), "a", DateTimeOffset.UtcNow));
                var service = new {Subject}Service(_store, TimeProvider.System, NullLogger<{Subject}Service>.Instance);

                Assert.False(await service.RefreshAsync(entry.Id, CancellationToken.None));
            }
        }

        """;
}
