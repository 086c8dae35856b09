using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Places_left_open
{
    [TestMethod]
    public void Are_where_to_extend_a_unit()
    {
        using var set = new TestSet().Template("Schema.cs.template", "namespace Dock;\n\npublic sealed class BerthSchema\n{\n    public void Map()\n    {\n        // Add your columns here\n    }\n}\n");

        set.Says("marker:").Should().Equal(
            "Practice: Extend at the place that its author marked in `Map`: “Add your columns here”. (What surrounds it can stay as it is.) [t1:7]");
    }

    [TestMethod]
    public void Are_where_to_extend_a_file()
    {
        using var set = new TestSet().Template("routes.ts.template", "import { a } from './a'\n\n// Register more routes below:\n");

        set.Says("marker:").Should().Equal(
            "Practice: Extend at the place that its author marked in `routes.ts`: “Register more routes below”. (What surrounds it can stay as it is.) [t1:3]");
    }

    [TestMethod]
    [DataRow("// Adds your columns here")]
    [DataRow("// Add two numbers")]
    [DataRow("// Here we add your columns")]
    [DataRow("// Add your columns here, but only those that the harbour master has signed for below")]
    public void Are_no_other_comments(string comment)
    {
        using var set = new TestSet().Template("routes.ts.template", $"export const a = 1\n\n{comment}\n");

        set.Says("marker:").Should().BeEmpty();
    }
}
