namespace Company.Api.Warehouses;

/// <summary>For a start and for tests: what it keeps is gone when the process ends.</summary>
public sealed class MemoryWarehouseStore : IWarehouseStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Warehouse> _records = [];

    public Task<IReadOnlyList<Warehouse>> ListAsync(string? after, int count, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyList<Warehouse>>(
            [
                .. _records.Values
                    .OrderBy(r => r.Name, StringComparer.Ordinal)
                    .Where(r => after is null || string.CompareOrdinal(r.Name, after) > 0)
                    .Take(count),
            ]);
        }
    }

    public Task<Warehouse?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult(_records.GetValueOrDefault(id));
        }
    }

    public Task<bool> TryAddAsync(Warehouse warehouse, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var isFree = !_records.Values.Any(r => string.Equals(r.Name, warehouse.Name, StringComparison.OrdinalIgnoreCase));
            return Task.FromResult(isFree && _records.TryAdd(warehouse.Id, warehouse));
        }
    }

    public Task<bool> TryReplaceAsync(Warehouse warehouse, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var isCurrent = _records.TryGetValue(warehouse.Id, out var stored) && stored.Version == warehouse.Version - 1;
            if (isCurrent)
            {
                _records[warehouse.Id] = warehouse;
            }

            return Task.FromResult(isCurrent);
        }
    }
}
