using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Fields_of_a_base
{
    private const string Base = "class BerthBase(Model):\n    title: str\n    depth: int = 3\n";

    [TestMethod]
    public void Are_declared_once_for_all_who_derive()
    {
        using var set = new TestSet().Template("berths.py.template", Base + "\n\nclass BerthCreate(BerthBase):\n    owner: str\n\n\nclass BerthRead(BerthBase):\n    key: int\n");

        set.Says("derived:").Should().Equal(
            "Practice: Declare a field that `BerthCreate` and `BerthRead` share in `BerthBase`, from which they derive. [t1:1-3 t1:6 t1:10]",
            "Ask: Before changing a field of `BerthBase` [t1:1]: `BerthCreate` and `BerthRead` take it over [t1:1-3 t1:6 t1:10]");
    }

    [TestMethod]
    public void Are_told_of_types_in_other_templates()
    {
        using var set = new TestSet()
            .Template("a/BerthBase.cs.template", "namespace Dock;\n\npublic abstract record BerthBase\n{\n    public string Title { get; init; } = \"\";\n}\n")
            .Template("b/BerthCreate.cs.template", "namespace Dock;\n\npublic sealed record BerthCreate : BerthBase\n{\n    public int Owner { get; init; }\n}\n")
            .Template("c/BerthRead.cs.template", "namespace Dock;\n\npublic sealed record BerthRead : BerthBase\n{\n    public int Key { get; init; }\n}\n");

        set.Says("derived:").Should().Contain("Practice: Declare a field that `BerthCreate` and `BerthRead` share in `BerthBase`, from which they derive. [t1:3-6 t2:3 t3:3]");
    }

    [TestMethod]
    public void Name_three_and_tell_that_there_are_more()
    {
        using var set = new TestSet().Template("berths.py.template", Base + string.Concat("ABCD".Select(n => $"\n\nclass Berth{n}(BerthBase):\n    key_{n}: int\n")));

        set.Says("derived:").Should().Contain(s => s.StartsWith("Practice: Declare a field that `BerthA`, `BerthB`, `BerthC` and others share in `BerthBase`", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("class BerthBase(Model):\n    title: str\n\n\nclass BerthCreate(BerthBase):\n    owner: str\n", DisplayName = "one type derives")]
    [DataRow("class BerthBase(Model):\n    title = \"berths\"\n\n\nclass A(BerthBase):\n    owner: str\n\n\nclass B(BerthBase):\n    key: int\n", DisplayName = "an assignment configures")]
    [DataRow("class BerthBase(Model):\n    title: str\n\n    def open(self):\n        return self.title\n\n\nclass A(BerthBase):\n    owner: str\n\n\nclass B(BerthBase):\n    key: int\n", DisplayName = "the base has operations")]
    [DataRow("class BerthBase(Model):\n    pass\n\n\nclass A(BerthBase):\n    owner: str\n\n\nclass B(BerthBase):\n    key: int\n", DisplayName = "the base has no fields")]
    public void Are_not_told_where(string text)
    {
        using var set = new TestSet().Template("berths.py.template", text);

        set.Says("derived:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_changed_where_they_are_declared_anew_as_well()
    {
        using var set = new TestSet().Template("berths.py.template", Base + "\n\nclass BerthCreate(BerthBase):\n    owner: str\n\n\nclass BerthRead(BerthBase):\n    key: int\n\n\nclass BerthUpdate(Model):\n    title: str | None = None\n    depth: int | None = None\n\n\nclass GateUpdate(Model):\n    title: str | None = None\n    depth: int | None = None\n");

        set.Says("repeated:").Should().Equal("Always: Change `title` and `depth` of `BerthBase` in `BerthUpdate` as well, which declares them anew [t1:2-3 t1:15-16]");
    }

    [TestMethod]
    public void Are_not_declared_anew_by_who_has_some_of_them_only()
    {
        using var set = new TestSet().Template("berths.py.template", Base + "\n\nclass BerthCreate(BerthBase):\n    owner: str\n\n\nclass BerthRead(BerthBase):\n    key: int\n\n\nclass BerthTitle(Model):\n    title: str\n");

        set.Says("repeated:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_of_what_a_type_parameter_must_be()
    {
        using var set = new TestSet().Template("Berths.cs.template", """
            public abstract record BerthBase
            {
                public string Title { get; init; } = "";
            }

            public sealed record Page<T> where T : BerthBase
            {
                public int Count { get; init; }
            }

            public sealed record Pile<T> where T : BerthBase
            {
                public int Count { get; init; }
            }
            """);

        set.Says("derived:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("class BerthBase(Model):\n    title: str\n\n\nclass A(BerthBase):\n    slug: str\n\n\nclass B(BerthBase):\n    slug: Slug\n", DisplayName = "two declare another field alike, each in its own way")]
    [DataRow("class BerthError(Exception):\n    title: str\n\n\nclass Taken(BerthError):\n    owner: str\n\n\nclass Closed(BerthError):\n    key: int\n", DisplayName = "errors derive to be told apart")]
    public void Are_not_to_be_shared_where(string text)
    {
        using var set = new TestSet().Template("berths.py.template", text);

        set.Says("derived:").Should().NotContain(s => s.StartsWith("Practice", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Are_none_of_a_type_that_is_an_argument_of_the_base()
    {
        using var set = new TestSet().Template("Gates.cs.template", "namespace Dock;\n\npublic sealed record GateQuery(int Lock) : IQuery<Paged<GateItem>>;\n\npublic sealed record GateItem\n{\n    public int Key { get; init; }\n    public int Depth { get; init; }\n}\n\npublic sealed record GateHandler(int Lock) : IHandler<GateQuery, GateItem>;\n");

        set.Says("derived:").Should().BeEmpty();
    }
}
