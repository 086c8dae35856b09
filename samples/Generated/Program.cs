using Library.Books;
using Library.Hosting;
using Library.Storage;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IClientIdentity, HeaderClientIdentity>();
builder.Services.AddHttpContextAccessor();
builder.Services.AddStorage(builder.Configuration);
builder.Services.AddSingleton<BookStore>();
builder.Services.AddScoped<BookService>();
builder.Services.AddHostedService<StorageFlusher>();
builder.Services.AddProblemDetails();

var app = builder.Build();

app.UseExceptionHandler();
app.UseRequestTiming();
app.MapBooks();
app.MapStatus();

await app.RunAsync();
