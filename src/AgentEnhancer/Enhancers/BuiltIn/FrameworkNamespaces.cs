using System.Collections.Frozen;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Names by which an excerpt shows that it needs a well-known namespace: a <c>using</c> doesn't say what it brings in.</summary>
internal static class FrameworkNamespaces
{
    private static readonly FrozenDictionary<string, string[]> Names = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Xunit"] = ["Fact", "Theory", "InlineData", "MemberData", "ClassData", "Assert", "IClassFixture", "ICollectionFixture", "IAsyncLifetime", "CollectionDefinition", "Collection", "TestContext", "ITestOutputHelper"],
        ["NUnit.Framework"] = ["Test", "TestCase", "TestFixture", "SetUp", "TearDown", "OneTimeSetUp", "Assert", "Is", "Has", "Does"],
        ["Microsoft.VisualStudio.TestTools.UnitTesting"] = ["TestClass", "TestMethod", "DataRow", "TestInitialize", "TestCleanup", "Assert"],
        ["NSubstitute"] = ["Substitute", "Arg", "Received", "DidNotReceive", "Returns"],
        ["Moq"] = ["Mock", "It", "Times", "Setup", "Verify"],
        ["FluentAssertions"] = ["Should", "AssertionScope"],
        ["Shouldly"] = ["ShouldBe", "ShouldBeTrue", "ShouldBeNull", "ShouldContain", "ShouldThrow"],
        ["FluentValidation"] = ["AbstractValidator", "IValidator", "RuleFor", "RuleForEach", "ValidationException", "IRuleBuilder", "IRuleBuilderOptions"],
        ["FluentValidation.TestHelper"] = ["TestValidate", "TestValidateAsync", "ShouldHaveValidationErrorFor", "ShouldNotHaveAnyValidationErrors", "ShouldNotHaveValidationErrorFor"],
        ["Microsoft.EntityFrameworkCore"] = ["DbContext", "DbSet", "DbContextOptions", "ModelBuilder", "IEntityTypeConfiguration", "ToListAsync", "ToArrayAsync", "FirstOrDefaultAsync", "FirstAsync", "SingleOrDefaultAsync", "SingleAsync", "AnyAsync", "CountAsync", "AsNoTracking", "Include", "ThenInclude", "ExecuteUpdateAsync", "ExecuteDeleteAsync", "UseNpgsql", "UseSqlServer", "UseSqlite", "DbUpdateException", "DbUpdateConcurrencyException", "EF"],
        ["Microsoft.EntityFrameworkCore.Metadata.Builders"] = ["EntityTypeBuilder", "PropertyBuilder"],
        ["Microsoft.AspNetCore.Mvc.Testing"] = ["WebApplicationFactory", "WebApplicationFactoryClientOptions"],
        ["Microsoft.AspNetCore.Mvc"] = ["ControllerBase", "ApiController", "HttpGet", "HttpPost", "HttpPut", "HttpDelete", "Route", "IActionResult", "ActionResult", "FromBody", "FromQuery", "FromRoute", "FromServices", "ProblemDetails"],
        ["Microsoft.AspNetCore.Http"] = ["HttpContext", "IResult", "Results", "TypedResults", "StatusCodes", "HttpRequest", "HttpResponse", "IHttpContextAccessor", "IEndpointFilter", "EndpointFilterInvocationContext", "RequestDelegate"],
        ["Microsoft.AspNetCore.Http.HttpResults"] = ["Ok", "Created", "NotFound", "NoContent", "Conflict", "ValidationProblem", "ProblemHttpResult", "Results"],
        ["Microsoft.AspNetCore.Builder"] = ["WebApplication", "IApplicationBuilder", "WebApplicationBuilder"],
        ["Microsoft.AspNetCore.Routing"] = ["IEndpointRouteBuilder", "RouteGroupBuilder"],
        ["Microsoft.AspNetCore.Hosting"] = ["IWebHostBuilder", "IWebHostEnvironment"],
        ["Microsoft.AspNetCore.TestHost"] = ["TestServer", "ConfigureTestServices"],
        ["Microsoft.Extensions.DependencyInjection"] = ["IServiceCollection", "IServiceScopeFactory", "AddSingleton", "AddScoped", "AddTransient", "GetRequiredService", "CreateScope", "CreateAsyncScope", "RemoveAll"],
        ["Microsoft.Extensions.DependencyInjection.Extensions"] = ["RemoveAll", "TryAddSingleton", "TryAddScoped", "TryAddTransient", "Replace"],
        ["Microsoft.Extensions.Logging"] = ["ILogger", "ILoggerFactory", "LoggerMessage", "LogLevel", "LogInformation", "LogWarning", "LogError", "LogDebug"],
        ["Microsoft.Extensions.Options"] = ["IOptions", "IOptionsMonitor", "IOptionsSnapshot", "Options", "IValidateOptions", "OptionsBuilder"],
        ["Microsoft.Extensions.Configuration"] = ["IConfiguration", "ConfigurationBuilder", "IConfigurationSection", "GetConnectionString"],
        ["Microsoft.Extensions.Hosting"] = ["BackgroundService", "IHostedService", "IHost", "Host", "IHostApplicationLifetime", "IHostApplicationBuilder", "IHostEnvironment"],
        ["Microsoft.Extensions.Time.Testing"] = ["FakeTimeProvider"],
        ["System.Text.Json"] = ["JsonSerializer", "JsonSerializerOptions", "JsonDocument", "JsonElement", "JsonException", "JsonNamingPolicy", "Utf8JsonWriter", "Utf8JsonReader"],
        ["System.Text.Json.Serialization"] = ["JsonPropertyName", "JsonConverter", "JsonIgnore", "JsonSerializable", "JsonSerializerContext", "JsonStringEnumConverter"],
        ["System.Net"] = ["HttpStatusCode", "IPAddress", "WebUtility"],
        ["System.Net.Http"] = ["HttpClient", "HttpRequestMessage", "HttpResponseMessage", "HttpMethod", "StringContent", "DelegatingHandler", "HttpMessageHandler"],
        ["System.Net.Http.Headers"] = ["AuthenticationHeaderValue", "MediaTypeHeaderValue"],
        ["System.Net.Http.Json"] = ["ReadFromJsonAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "GetFromJsonAsync", "JsonContent"],
        ["System.Globalization"] = ["CultureInfo", "NumberStyles", "DateTimeStyles"],
        ["System.Text"] = ["Encoding", "StringBuilder"],
        ["System.Text.RegularExpressions"] = ["Regex", "GeneratedRegex", "RegexOptions", "Match"],
        ["System.Diagnostics"] = ["Activity", "ActivitySource", "Stopwatch", "Debug", "Process"],
        ["System.Security.Claims"] = ["Claim", "ClaimsPrincipal", "ClaimsIdentity", "ClaimTypes"],
        ["System.ComponentModel.DataAnnotations"] = ["Required", "MaxLength", "StringLength", "Range", "Key", "RegularExpression", "ValidationContext"],
        ["System.Collections.Concurrent"] = ["ConcurrentDictionary", "ConcurrentQueue", "ConcurrentBag"],
        ["System.Collections.Generic"] = ["List", "Dictionary", "HashSet", "IEnumerable", "IReadOnlyList", "IList", "IReadOnlyDictionary", "IAsyncEnumerable", "Queue", "Stack"],
        ["System.Threading"] = ["CancellationToken", "CancellationTokenSource", "SemaphoreSlim", "Interlocked"],
        ["System.Threading.Tasks"] = ["Task", "ValueTask"],
        ["System.Threading.Channels"] = ["Channel", "ChannelReader", "ChannelWriter"],
        ["Dapper"] = ["QueryAsync", "ExecuteAsync", "QuerySingleOrDefaultAsync", "QueryFirstOrDefaultAsync", "QuerySingleAsync", "ExecuteScalarAsync", "CommandDefinition", "DynamicParameters", "SqlMapper"],
        ["MediatR"] = ["IRequest", "IRequestHandler", "IMediator", "ISender", "INotification", "INotificationHandler", "IPipelineBehavior"],
        ["CommunityToolkit.Mvvm.ComponentModel"] = ["ObservableObject", "ObservableProperty", "NotifyPropertyChangedFor"],
        ["CommunityToolkit.Mvvm.Input"] = ["RelayCommand", "IRelayCommand", "IAsyncRelayCommand", "AsyncRelayCommand"],
        ["Bunit"] = ["TestContext", "BunitContext", "RenderComponent", "Render", "MarkupMatches", "Find", "FindAll"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null where nobody knows what the namespace holds.</summary>
    public static bool? IsUsed(string space, IReadOnlySet<string> identifiers) =>
        Names.TryGetValue(space, out var names) ? names.Any(identifiers.Contains) : null;
}
