namespace Company.Api.Warehouses;

/// <summary>Keeps records; knows no rules. Every call can be cancelled, for a real store waits for a disk or a network.</summary>
public interface IWarehouseStore
{
    /// <summary>In the order of their names, beginning after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<Warehouse>> ListAsync(string? after, int count, CancellationToken cancellationToken);

    Task<Warehouse?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <returns>False where the name is taken.</returns>
    Task<bool> TryAddAsync(Warehouse warehouse, CancellationToken cancellationToken);

    /// <summary>Replaces the version before this one, and only that.</summary>
    /// <returns>False where somebody else was faster.</returns>
    Task<bool> TryReplaceAsync(Warehouse warehouse, CancellationToken cancellationToken);
}
