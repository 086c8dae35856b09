using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

/// <summary>A small set of one application: three layers, its tests, its table, its workflow, and an agent for each.</summary>
internal static class HarbourSet
{
    public static readonly (string Name, string Description)[] Agents =
    [
        ("endpoint-author", "Writes HTTP endpoints for berths, ships and pilots in csharp"),
        ("store-author", "Writes stores and SQL tables for berths, ships and pilots"),
        ("test-author", "Writes xunit tests for the stores of the harbour"),
    ];

    public static readonly (string Path, string Text)[] Templates =
    [
        .. new[] { "Berth", "Ship", "Pilot" }.SelectMany(Layers),
        ("stores/StoreConnection.cs.template", """
            namespace Harbour.Stores;

            /// <summary>Opens connections of the harbour's database.</summary>
            public sealed class StoreConnection
            {
                private readonly string _name;

                public StoreConnection(string name) => _name = name;

                /// <summary>Opens one connection for one statement.</summary>
                public Connection OpenConnection(string table)
                {
                    // Never share a connection between two requests.
                    var connection = new Connection(_name);
                    connection.Use(table);
                    return connection;
                }
            }
            """),
        ("endpoints/RequestWatch.cs.template", """
            namespace Harbour.Endpoints;

            /// <summary>Measures requests to the endpoints.</summary>
            public sealed class RequestWatch
            {
                /// <summary>Starts the watch of one request to an endpoint.</summary>
                public static IDisposable StartWatch(string endpoint)
                {
                    // Do not start the watch of an endpoint twice in one request.
                    var watch = Stopwatch.StartNew();
                    return new Stop(endpoint, watch);
                }
            }
            """),
        (".github/workflows/build.yml.template", """
            name: build
            on: push
            jobs:
              test:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                  - run: dotnet test
            """),
    ];

    public static TestSet Of(IEnumerable<(string Name, string Description)> agents, IEnumerable<(string Path, string Text)> templates)
    {
        var set = new TestSet();
        foreach (var (name, description) in agents)
        {
            set.Agent(name, description);
        }

        foreach (var (path, text) in templates)
        {
            set.Template(path, text);
        }

        return set;
    }

    public static TestSet Create() => Of(Agents, Templates);

    private static IEnumerable<(string Path, string Text)> Layers(string name)
    {
        var low = name.ToLowerInvariant();
        yield return ($"tables/{low}s.sql.template", $"""
            -- Always add columns at the end of the table.
            CREATE TABLE {low}s (
                {low}_key int NOT NULL,
                display_name text NOT NULL,
                max_draught int NOT NULL
            );
            """);
        yield return ($"stores/{name}Store.cs.template", $$"""
            namespace Harbour.Stores;

            public sealed record {{name}}Row(int {{name}}Key, string DisplayName, int MaxDraught);

            /// <summary>Reads and writes the table of {{low}}s.</summary>
            public sealed class {{name}}Store
            {
                private readonly StoreConnection _connections;

                public {{name}}Store(StoreConnection connections) => _connections = connections;

                public {{name}}Row Find(int key, CancellationToken token)
                {
                    using var connection = _connections.OpenConnection("{{low}}s");
                    token.ThrowIfCancellationRequested();
                    return connection.QuerySingle<{{name}}Row>("select {{low}}_key, display_name, max_draught from {{low}}s where {{low}}_key = @key", key);
                }

                public void Save({{name}}Row row, CancellationToken token)
                {
                    using var connection = _connections.OpenConnection("{{low}}s");
                    token.ThrowIfCancellationRequested();
                    connection.Execute("insert into {{low}}s ({{low}}_key, display_name, max_draught) values (@a, @b, @c)", row.{{name}}Key, row.DisplayName, row.MaxDraught);
                }

                public void Remove(int key, CancellationToken token)
                {
                    using var connection = _connections.OpenConnection("{{low}}s");
                    token.ThrowIfCancellationRequested();
                    connection.Execute("delete from {{low}}s where {{low}}_key = @key", key);
                }
            }
            """);
        yield return ($"endpoints/{name}Endpoints.cs.template", $$"""
            namespace Harbour.Endpoints;

            using Harbour.Stores;

            public sealed record {{name}}Response(int {{name}}Key, string DisplayName, int MaxDraught);

            /// <summary>HTTP endpoints of {{low}}s.</summary>
            public static class {{name}}Endpoints
            {
                // Never map an endpoint of {{low}}s outside this class.
                public static void Map(IEndpointRouteBuilder app)
                {
                    app.MapGet("/{{low}}s/{key}", Get);
                    app.MapPut("/{{low}}s/{key}", Put);
                }

                public static IResult Get(int key, {{name}}Store store, CancellationToken token)
                {
                    using var watch = RequestWatch.StartWatch("{{low}}s");
                    token.ThrowIfCancellationRequested();
                    var row = store.Find(key, token);
                    return Results.Ok(new {{name}}Response(row.{{name}}Key, row.DisplayName, row.MaxDraught));
                }

                public static IResult Put({{name}}Response body, {{name}}Store store, CancellationToken token)
                {
                    using var watch = RequestWatch.StartWatch("{{low}}s");
                    token.ThrowIfCancellationRequested();
                    store.Save(new {{name}}Row(body.{{name}}Key, body.DisplayName, body.MaxDraught), token);
                    return Results.NoContent();
                }

                public static IResult Delete(int key, {{name}}Store store, CancellationToken token)
                {
                    using var watch = RequestWatch.StartWatch("{{low}}s");
                    token.ThrowIfCancellationRequested();
                    store.Remove(key, token);
                    return Results.NoContent();
                }
            }
            """);
        yield return ($"tests/{name}StoreTests.cs.template", $$"""
            namespace Harbour.Tests;

            using Harbour.Stores;

            public sealed class {{name}}StoreTests
            {
                // Always give a test a store of its own, because tests run side by side.
                private readonly {{name}}Store _store = new(new StoreConnection("test"));

                /// <summary>Saves the row that most tests start from.</summary>
                private {{name}}Row SaveRow()
                {
                    var row = new {{name}}Row(1, "north", 7);
                    _store.Save(row, CancellationToken.None);
                    return row;
                }

                [Fact]
                public void Find_WhenSaved_ReturnsIt()
                {
                    var row = SaveRow();
                    Assert.Equal(row.DisplayName, _store.Find(1, CancellationToken.None).DisplayName);
                }

                [Fact]
                public void Find_WhenRemoved_Throws()
                {
                    var row = SaveRow();
                    _store.Remove(row.{{name}}Key, CancellationToken.None);
                    Assert.Throws<StoreException>(() => _store.Find(1, CancellationToken.None));
                }

                [Fact]
                public void Save_WhenCancelled_Throws()
                {
                    var token = new CancellationToken(canceled: true);
                    Assert.Throws<OperationCanceledException>(() => _store.Save(new {{name}}Row(1, "north", 7), token));
                }
            }
            """);
    }
}
