using System.Text.Json;

namespace Library.Storage;

/// <summary>A list of records in one JSON file.</summary>
public sealed class JsonFile(string path)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public IReadOnlyList<T> Read<T>()
    {
        if (!File.Exists(path))
        {
            return [];
        }

        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<List<T>>(stream, Json) ?? [];
    }

    public async Task WriteAsync<T>(IReadOnlyList<T> items, CancellationToken cancellationToken)
    {
        // Never write the file in place: a crash half way would leave neither the old list nor the new one.
        var temporary = path + ".new";
        await using (var stream = File.Create(temporary))
        {
            await JsonSerializer.SerializeAsync(stream, items, Json, cancellationToken);
        }

        File.Move(temporary, path, overwrite: true);
    }
}

public static class StorageRegistration
{
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        var path = configuration["Storage:Path"] ?? Path.Combine(AppContext.BaseDirectory, "books.json");
        return services.AddSingleton(new JsonFile(path));
    }
}
