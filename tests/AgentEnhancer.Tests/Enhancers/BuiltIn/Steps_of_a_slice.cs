using AgentEnhancer.Tests.Support;
using static AgentEnhancer.Tests.Enhancers.BuiltIn.Steps_of_a_recipe;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

/// <summary>An operation that lies in one file, from its route to its handler.</summary>
[TestClass]
public sealed class Steps_of_a_slice
{
    private const string Refusals = "namespace Lock.Common;\n\npublic static class Refusals\n{\n    public static IResult NoGate() => Results.NotFound();\n}\n";
    private const string Index = "using Lock.Gates;\n\nnamespace Lock;\n\npublic static class Index\n{\n    public static void MapAll(WebApplication app)\n    {\n        LiftGate.Map(app);\n        DropGate.Map(app);\n    }\n}\n";

    [TestMethod]
    public void Copy_the_whole_of_it_and_make_it_known_where_the_others_are()
    {
        using var set = Set("Handle");

        var recipe = Recipe(set, "gate-author")!;

        recipe.Title.Should().Be("Add an endpoint");
        Steps(recipe).Should().Equal(
            "Write the endpoint on the model of `DropGate`, in a file of its own, with `Order`, `Map` and `Handle`. [t2:5-12]",
            "Use `NoGate` in it, as `LiftGate` does as well. [t1:5]",
            "Register it in `Index.cs`, as `DropGate` is: `DropGate.Map(app);`. [t4:10]");
    }

    [TestMethod]
    public void Are_none_where_no_other_file_has_the_same_parts()
    {
        using var set = Set("Answer");

        Recipe(set, "gate-author").Should().BeNull("a route that nobody else has is no pattern");
    }

    private static TestSet Set(string handler) => Moon().Agent("gate-author", "Writes endpoints that lift and drop the gates of the lock")
        .Template("Common/Refusals.cs.template", Refusals)
        .Template("Gates/DropGate.cs.template", Slice("DropGate", "Handle"))
        .Template("Gates/LiftGate.cs.template", Slice("LiftGate", handler))
        .Template("Index.cs.template", Index);

    private static string Slice(string name, string handler) =>
        $$"""
        using Lock.Common;

        namespace Lock.Gates;

        public static class {{name}}
        {
            public sealed record Order(string Key);

            public static void Map(WebApplication app) => app.MapPost("/gates/{{name}}", {{handler}});

            private static IResult {{handler}}(Order order) => order.Key == "" ? Refusals.NoGate() : Results.Ok(order);
        }
        """;
}
