//#if (auth)
using Company.Api.Auth;
//#endif
using Company.Api.Warehouses;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddProblemDetails();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IWarehouseStore, MemoryWarehouseStore>();
builder.Services.AddScoped<WarehouseService>();
//#if (auth)
builder.Services.AddAccess(builder.Configuration);
//#endif

var app = builder.Build();

app.UseExceptionHandler();
app.UseStatusCodePages();
//#if (auth)
app.UseAuthentication();
app.UseAuthorization();
//#endif
app.MapWarehouses();

await app.RunAsync();
