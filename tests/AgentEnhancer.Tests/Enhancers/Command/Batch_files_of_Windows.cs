using AgentEnhancer.Enhancers.Command;

namespace AgentEnhancer.Tests.Enhancers.Command;

[TestClass]
public sealed class Batch_files_of_Windows
{
    [TestMethod]
    public void Are_run_by_the_shell_with_every_argument_quoted() =>
        BatchFile.Arguments(@"C:\npm dir\claude.cmd", ["-p", "--tools", "", "a&b|c>d<e^(f)", "two words", @"C:\end\"])
            .Should().Be(@"/d /s /c """"C:\npm dir\claude.cmd"" ""-p"" ""--tools"" """" ""a&b|c>d<e^(f)"" ""two words"" ""C:\end\\""""");

    [TestMethod]
    [DataRow("say \"yes\"")]
    [DataRow("%PATH%")]
    [DataRow("two\nlines")]
    [DataRow("two\rlines")]
    [DataRow("\0")]
    public void Take_no_argument_that_the_shell_would_read(string argument) =>
        BatchFile.Arguments(@"C:\claude.cmd", ["-p", argument]).Should().BeNull();

    [TestMethod]
    public void May_not_lie_below_a_variable() => BatchFile.Arguments(@"C:\%TEMP%\claude.cmd", []).Should().BeNull();

    [TestMethod]
    [DataRow("claude.cmd", true)]
    [DataRow("CLAUDE.BAT", true)]
    [DataRow("claude.exe", false)]
    [DataRow("claude", false)]
    public void Are_known_by_their_extension(string path, bool expected) => BatchFile.Is(path).Should().Be(expected);

    [TestMethod]
    public void Are_not_started_with_an_argument_that_they_do_not_take()
    {
        var launch = new ProcessLaunch("/npm/claude.cmd", ["%X%"], "/", System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty);

        launch.StartInfo().Should().BeNull();
        (launch with { Arguments = ["x"] }).StartInfo()!.Arguments.Should().StartWith("/d /s /c ");
        (launch with { Program = "/npm/claude" }).StartInfo()!.ArgumentList.Should().Equal("%X%");
    }
}
