using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Names_of_tests_and_types
{
    private static string Tests(params string[] names) =>
        "namespace Dock;\n\npublic sealed class BerthTests\n{\n" + string.Concat(names.Select(n => $"    [Fact]\n    public void {n}() {{ }}\n\n")) + "}\n";

    [TestMethod]
    public void Tests_are_named_in_three_parts_where_all_are()
    {
        using var set = new TestSet().Template("BerthTests.cs.template", Tests("Free_WhenTaken_Succeeds", "Free_WhenFree_Fails", "Take_WhenFree_Succeeds"));

        set.Says("test-names:").Should().Equal(
            "Practice: Name a test in three parts, as in `Free_WhenTaken_Succeeds`: what is called, when, and what follows. (All tests in `BerthTests.cs` read that way.) [t1:6 t1:9]");
    }

    [TestMethod]
    public void Tests_are_named_as_sentences_where_all_are()
    {
        using var set = new TestSet().Template("BerthTests.cs.template", Tests("A_free_berth_can_be_taken", "A_taken_berth_stays_taken", "A_berth_has_a_number"));

        set.Says("test-names:").Should().Equal(
            "Practice: Name a test as the sentence that it proves, like `A_free_berth_can_be_taken`. (All tests in `BerthTests.cs` read that way.) [t1:6 t1:9]");
    }

    [TestMethod]
    public void Nothing_is_said_where_one_test_is_named_otherwise()
    {
        using var set = new TestSet().Template("BerthTests.cs.template", Tests("Free_WhenTaken_Succeeds", "Free_WhenFree_Fails", "Works"));

        set.Says("test-names:").Should().BeEmpty();
    }

    [TestMethod]
    public void Nothing_is_said_of_two_tests()
    {
        using var set = new TestSet().Template("BerthTests.cs.template", Tests("Free_WhenTaken_Succeeds", "Free_WhenFree_Fails"));

        set.Says("test-names:").Should().BeEmpty();
    }
}
