using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Author_rules_of_the_set
{
    [TestMethod]
    public void Are_repeated_under_the_list_that_their_author_put_them_in()
    {
        using var set = new TestSet().Template("AGENTS.md.template", """
            # Guide

            ## Always

            - Run the migrations before the tests.

            ## Never

            - Commit a secret to the repository.

            ## Ask first

            - Adding a dependency to the build
            """);

        set.Says("author:").Should().Equal(
            "Always: Run the migrations before the tests [t1:5]",
            "Never: Commit a secret to the repository [t1:9]",
            "Ask: Adding a dependency to the build [t1:13]");
    }

    [TestMethod]
    [DataRow("## Always\n\n- Be terse.", "too short to mean anything")]
    [DataRow("## Always\n\n- Explain everything that you do in every step that you take, and explain it again in the summary that you write at the end, and then explain in one more paragraph why the summary says what it says.", "too long to repeat")]
    [DataRow("## Business rules\n\n- An order must have one line at least.", "what the code does, not what whoever writes it does")]
    [DataRow("## Setup\n\n- Install the tools from the list below.", "a list under no such heading")]
    public void Are_silent_where_a_list_is_something_else(string text, string because)
    {
        using var set = new TestSet().Template("AGENTS.md.template", text);

        set.Says("author:").Should().BeEmpty(because);
    }

    [TestMethod]
    public void Are_read_from_prose_only()
    {
        using var set = new TestSet().Template("rules.py.template", "\"\"\"\n## Never\n\n- Commit a secret to the repository.\n\"\"\"\n\nx = 1\n");

        set.Says("author:").Should().BeEmpty();
    }
}
