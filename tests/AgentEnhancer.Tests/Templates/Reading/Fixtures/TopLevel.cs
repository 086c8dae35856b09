using System.Globalization;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IClock, Clock>();

if (builder.Environment.IsDevelopment())
{
    builder.Services.AddOpenApi();
}
else
{
    builder.Services.AddHsts(o => { o.MaxAge = TimeSpan.FromDays(1); });
}

var app = builder.Build();
app.MapGet("/", (IClock clock) =>
{
    return Results.Ok(clock.Now);
});
await app.RunAsync();

static string Format(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

static async Task<int> CountAsync(IAsyncEnumerable<int> items)
{
    var count = 0;
    await foreach (var _ in items)
    {
        count++;
    }

    return count;
}

public interface IClock
{
    DateTimeOffset Now { get; }
}

public sealed class Clock : IClock
{
    public DateTimeOffset Now => DateTimeOffset.UtcNow;
}

public partial class Program;
