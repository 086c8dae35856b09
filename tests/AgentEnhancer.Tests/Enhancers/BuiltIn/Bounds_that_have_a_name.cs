using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Bounds_that_have_a_name
{
    private const string Named = "public class Dock {\n    static final int MAX_PAGE_SIZE = 200;\n}\n";

    [TestMethod]
    public void Are_changed_with_the_number_that_stands_elsewhere()
    {
        using var set = new TestSet().Template("Dock.java.template", Named)
            .Template("DockController.java.template", "public class DockController {\n    Page list(@Min(1) @Max(200) int size) {\n        return null;\n    }\n}\n");

        set.Says("bound:").Should().Equal(
            "Always: Change `MAX_PAGE_SIZE` [t1:2] and the 200 in [t2:2] together (It is one bound, written as a number there.) [t1:2 t2:2]",
            "Always: Change `MAX_PAGE_SIZE` [t1:2] and the 200 in [t2:2] together (It is one bound, written as a number there.) [t2:2 t1:2]");
    }

    [TestMethod]
    public void Are_changed_by_a_new_migration_where_a_column_has_them()
    {
        using var set = new TestSet().Template("a/Ship.cs.template", "public static class Ship\n{\n    public const int MaxAttempts = 3;\n}\n")
            .Template("migrations/V1__ships.sql.template", "create table attempts (\n    attempt_no smallint not null check (attempt_no between 1 and 3)\n);\n");

        set.Says("bound:")[0].Should().Be("Always: Change `MaxAttempts` [t1:3] together with a new migration for the 3 in [t2:2] (It is one bound, written as a number there.) [t1:3 t2:2]");
    }

    [TestMethod]
    [DataRow("a.ts.template", "export const schema = z.object({\n  pageSize: z.number().min(1).max(200),\n});\n")]
    [DataRow("a.py.template", "def page(size: int = Query(50, ge=1, le=200)):\n    return size\n")]
    [DataRow("a.cs.template", "public sealed class Query\n{\n    [Range(1, 200)] public int PageSize { get; set; }\n}\n")]
    [DataRow("a.vue.template", "<template>\n  <input v-model=\"pageSize\" type=\"number\" max=\"200\">\n</template>\n")]
    [DataRow("a.go.template", "package dock\n\nfunc page(pageSize int) bool {\n\treturn pageSize > 200\n}\n")]
    public void Are_found_as_numbers_in(string file, string text)
    {
        using var set = new TestSet().Template("z/Dock.java.template", Named).Template(file, text);

        set.Says("bound:").Should().HaveCount(2).And.Contain(s => s.Contains("[t1:", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("a.py.template", "def page(size: int = Query(50, ge=1, le=100)):\n    return size\n", DisplayName = "the number is another")]
    [DataRow("a.py.template", "def read(file_size: int = Query(50, le=200)):\n    return file_size\n", DisplayName = "the size is of something else")]
    [DataRow("a.py.template", "def page(size):\n    # at most: size <= 200\n    return size\n", DisplayName = "it stands in a comment")]
    [DataRow("a.py.template", "def answer(size):\n    return Answer(size, 200)\n", DisplayName = "it bounds nothing")]
    [DataRow("a.py.template", "MAX_PAGE_SIZE = 200\n", DisplayName = "it has a name there as well")]
    [DataRow("tests/test_a.py.template", "def test_page():\n    assert page(size=1) <= 200\n", DisplayName = "it is a test's")]
    public void Are_not_told_where(string file, string text)
    {
        using var set = new TestSet().Template("z/Dock.java.template", Named).Template(file, text);

        set.Says("bound:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_told_of_a_small_number_for_a_part_of_the_name()
    {
        using var set = new TestSet().Template("z/Dock.java.template", Named.Replace("200", "3", StringComparison.Ordinal))
            .Template("a.py.template", "def page(size: int = Query(1, le=3)):\n    return size\n");

        set.Says("bound:").Should().BeEmpty();
    }
}
