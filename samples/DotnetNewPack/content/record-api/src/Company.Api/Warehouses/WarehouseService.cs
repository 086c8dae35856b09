using Company.Api.Http;

namespace Company.Api.Warehouses;

/// <summary>What can be done with a record. It knows rules and no HTTP: failures are values that endpoints turn into answers.</summary>
public sealed class WarehouseService(IWarehouseStore store, TimeProvider time)
{
    public const int PageSize = 50;

    public Task<IReadOnlyList<Warehouse>> ListAsync(string? after, CancellationToken cancellationToken) =>
        store.ListAsync(after, PageSize, cancellationToken);

    public async Task<Result<Warehouse>> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { } found ? Result.Ok(found) : Result.NotFound<Warehouse>();

    public async Task<Result<Warehouse>> AddAsync(WarehouseRequest request, CancellationToken cancellationToken)
    {
        var warehouse = new Warehouse
        {
            Id = Guid.CreateVersion7(),
            Name = request.Name!.Trim(),
            Note = request.Note,
            ChangedAt = time.GetUtcNow(),
        };
        return await store.TryAddAsync(warehouse, cancellationToken)
            ? Result.Ok(warehouse)
            : Result.Conflict<Warehouse>("The name is taken.");
    }

    /// <summary>Fails where the record has moved on since the caller read it, rather than overwrite what somebody else wrote.</summary>
    public async Task<Result<Warehouse>> ChangeAsync(Guid id, int version, WarehouseRequest request, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(id, cancellationToken) is not { } stored)
        {
            return Result.NotFound<Warehouse>();
        }

        if (stored.Version != version)
        {
            return Result.Stale<Warehouse>();
        }

        var changed = stored.Change(request.Name!.Trim(), request.Note, time.GetUtcNow());
        return await store.TryReplaceAsync(changed, cancellationToken) ? Result.Ok(changed) : Result.Stale<Warehouse>();
    }
}
