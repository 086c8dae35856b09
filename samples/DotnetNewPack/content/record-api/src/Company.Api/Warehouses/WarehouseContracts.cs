namespace Company.Api.Warehouses;

/// <summary>What a caller sends to add or to change one.</summary>
public sealed record WarehouseRequest(string? Name, string? Note)
{
    public const int LongestName = 80;
    public const int LongestNote = 500;

    /// <summary>All that is wrong, by field: a caller mends everything in one go.</summary>
    public Dictionary<string, string[]> Problems()
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(Name))
        {
            problems["name"] = ["A name is required."];
        }
        else if (Name.Trim().Length > LongestName)
        {
            problems["name"] = [$"A name has at most {LongestName} characters."];
        }

        if (Note?.Length > LongestNote)
        {
            problems["note"] = [$"A note has at most {LongestNote} characters."];
        }

        return problems;
    }
}

/// <summary>What a caller gets. Never remove or rename a property of it: callers rely on each.</summary>
public sealed record WarehouseResponse(Guid Id, string Name, string? Note, DateTimeOffset ChangedAt, int Version)
{
    public static WarehouseResponse Of(Warehouse warehouse) =>
        new(warehouse.Id, warehouse.Name, warehouse.Note, warehouse.ChangedAt, warehouse.Version);
}
