using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class A_type_with_its_own_factories
{
    private const string Outcome = "namespace Dock;\n\npublic sealed class Outcome\n{\n    private Outcome() { }\n\n    public static Outcome Ok() => new();\n\n    public static Outcome Failed() => new();\n}\n";

    [TestMethod]
    public void Is_made_through_them()
    {
        using var set = new TestSet().Template("Outcome.cs.template", Outcome);

        set.Says("factory:").Should().Equal(
            "Practice: Make an `Outcome` through `Ok` and `Failed`. (Nothing else in the templates constructs one.) [t1:7 t1:9]",
            "Never: Construct an `Outcome` from outside; instead: call `Ok` and `Failed` [t1:7 t1:9]");
    }

    [TestMethod]
    public void Is_made_through_a_class_method_in_Python()
    {
        using var set = new TestSet().Template("berth.py.template", "class Berth:\n    def __init__(self, number):\n        self.number = number\n\n    @classmethod\n    def free(cls) -> Berth:\n        return cls(0)\n");

        set.Says("factory:").Should().StartWith("Practice: Make a `Berth` through `free`. (Nothing else in the templates constructs one.) [t1:6]");
    }

    [TestMethod]
    public void Is_made_through_a_static_method_in_TypeScript()
    {
        using var set = new TestSet().Template("berth.ts.template", "export class Berth {\n  private constructor(readonly number: number) {}\n\n  static free(): Berth {\n    return new this(0)\n  }\n}\n");

        set.Says("factory:").Should().StartWith("Practice: Make a `Berth` through `free`. (Nothing else in the templates constructs one.) [t1:4]");
    }

    [TestMethod]
    [DataRow("var outcome = new Outcome();")]
    [DataRow("var outcome = new Dock.Outcome { };")]
    public void Is_not_called_so_where_another_template_constructs_one(string line)
    {
        using var set = new TestSet()
            .Template("Outcome.cs.template", Outcome)
            .Template("Gate.cs.template", $"namespace Dock;\n\npublic sealed class Gate\n{{\n    public void Open()\n    {{\n        {line}\n    }}\n}}\n");

        set.Says("factory:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_not_called_so_where_its_neighbour_in_the_file_constructs_one()
    {
        using var set = new TestSet().Template("Outcome.cs.template", Outcome + "\npublic sealed class Gate\n{\n    public Outcome Open()\n    {\n        return new Outcome();\n    }\n}\n");

        set.Says("factory:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_not_called_so_for_a_static_method_that_returns_something_else()
    {
        using var set = new TestSet().Template("Outcome.cs.template", "namespace Dock;\n\npublic sealed class Outcome\n{\n    public static bool IsOk(Outcome outcome) => true;\n\n    public static Task<Outcome> Later() => null!;\n\n    public static bool operator !(Outcome outcome) => false;\n}\n");

        set.Says("factory:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_not_named_where_only_a_placeholder_stands_for_it()
    {
        using var set = new TestSet().Template("outcome-of-{{Entity}}.cs.template", Outcome.Replace("Outcome", "{{Entity}}Outcome", StringComparison.Ordinal));

        set.Says("factory:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_not_spoken_of_where_a_conversion_makes_one()
    {
        using var set = new TestSet().Template("Berth.cs.template", "namespace Dock;\n\npublic sealed class Berth\n{\n    private Berth(int n) { }\n\n    public static Berth Free(int n) => new Berth(n);\n\n    public static implicit operator Berth(int n) => Free(n);\n}\n");

        set.Says("factory:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_spoken_of_where_no_conversion_does()
    {
        using var set = new TestSet().Template("Berth.cs.template", "namespace Dock;\n\npublic sealed class Berth\n{\n    private Berth(int n) { }\n\n    public static Berth Free(int n) => new Berth(n);\n}\n");

        set.Says("factory:").Should().NotBeEmpty();
    }
}
