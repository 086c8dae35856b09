namespace Company.Api.Warehouses;

/// <summary>As it is stored. It is never sent as it is: <see cref="WarehouseResponse"/> is what callers see.</summary>
public sealed record Warehouse
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Grows with every change; a write names the version that it was based on.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Changes must go through here, so that version and time can't be forgotten.</summary>
    public Warehouse Change(string name, string? note, DateTimeOffset now) =>
        this with { Name = name, Note = note, ChangedAt = now, Version = Version + 1 };
}
