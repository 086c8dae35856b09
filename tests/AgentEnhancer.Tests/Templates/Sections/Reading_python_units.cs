using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Templates.Sections;

[TestClass]
public sealed class Reading_python_units
{
    [TestMethod]
    public void Kinds_follow_from_decorators_names_and_place() => Outline.Of(""""
        import pytest

        router = APIRouter(
            prefix="/{{entity_name_plural}}",
        )
        LIMIT = 3


        # Gives a session.
        @pytest.fixture(
            scope="module",
        )
        async def session():
            yield 1


        @router.get("/")
        async def list_{{entity_name_plural}}():
            return []


        @mock.patch("app.get")
        def helper(): ...


        class {{ClassName}}(Base):
            """Doc"""

            def __init__(self): ...

            @property
            def name(self): ...

            def save(self):
                def inner(): ...


        class TestOrders:
            def test_one(self): ...


        def test_two(): ...


        app.include_router(router)
        app.add_middleware(
            X,
        )

        if __name__ == "__main__":
            main()
        """", "python").Should().Equal(
        "Value router 3-5",
        "Value LIMIT 6",
        "Fixture session 9-14",
        "Route list_{{entity_name_plural}} 17-19",
        "Function helper 22-23",
        "Class {{ClassName}} 26-35",
        "  Constructor __init__ 29",
        "  Property name 31-32",
        "  Method save 34-35",
        "    Function inner 35",
        "TestSuite TestOrders 38-39",
        "  Test test_one 39",
        "Test test_two 42",
        "Statements app.include_router 45-48",
        "Statements if __name__ 50-51");

    [TestMethod]
    public void Decorators_are_attributes_each_on_one_line_and_the_signature_is_where_the_name_stands()
    {
        var unit = Outline.Read("@a.b(\n    1,  # why\n)\n@c\ndef f(): ...\n", "python").Single();

        unit.Attributes.Should().Equal("@a.b( 1,  # why )", "@c");
        unit.SignatureLine.Should().Be(5);
    }

    [TestMethod]
    public void A_banner_and_a_numbered_heading_lead_no_unit() => Outline.Of("""
        # --------
        def a(): ...

        # 2. The second part
        def b(): ...

        # Says what c does
        # over two lines.
        def c(): ...
        """, "python").Should().Equal("Function a 2", "Function b 5", "Function c 7-9");

    [TestMethod]
    public void A_bracket_that_never_closes_ends_at_the_next_definition() => Outline.Of("""
        def a():
            x = foo(


        def b():
            return 1
        """, "python").Should().Equal("Function a 1-2", "Function b 5-6");

    [TestMethod]
    public void Conditional_imports_and_docstrings_are_no_statements() => Outline.Of(""""
        """Module."""
        from typing import TYPE_CHECKING

        if TYPE_CHECKING:
            from a import b

        print("x")
        """", "python").Should().Equal("Statements print 7");

    [TestMethod]
    public void Statements_apart_from_each_other_are_units_of_their_own() => Outline.Of("a()\nb()\n\nc()\n", "python")
        .Should().Equal("Statements a 1-2", "Statements c 4");

    [TestMethod]
    public void Levels_and_parents_agree()
    {
        foreach (var unit in Outline.Read(PythonFixtures.Hard, "python"))
        {
            unit.Level.Should().Be(unit.Parent is null ? 0 : unit.Parent.Level + 1);
            unit.Parent?.Span.Contains(unit.Span).Should().BeTrue($"{unit.Parent} holds {unit}");
        }
    }
}
