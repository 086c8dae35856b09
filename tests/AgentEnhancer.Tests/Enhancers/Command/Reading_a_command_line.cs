using AgentEnhancer.Enhancers.Command;

namespace AgentEnhancer.Tests.Enhancers.Command;

[TestClass]
public sealed class Reading_a_command_line
{
    [TestMethod]
    [DataRow("claude", "claude")]
    [DataRow("  claude \t --fast\n", "claude|--fast")]
    [DataRow(@"C:\tools\model.exe C:\my\", @"C:\tools\model.exe|C:\my\")]
    [DataRow(@"""C:\Program Files\model.exe"" -x", @"C:\Program Files\model.exe|-x")]
    [DataRow(@"m ""C:\end\\"" next", @"m|C:\end\|next")]
    [DataRow(@"m ""say \""yes\"""" a\""b", @"m|say ""yes""|a""b")]
    [DataRow(@"m \\server\share", @"m|\\server\share")]
    [DataRow("m 'a b' --x='c d'", "m|a b|--x=c d")]
    [DataRow(@"C:\Users\O'Brien\claude.exe -v", @"C:\Users\O'Brien\claude.exe|-v")]
    [DataRow("m \"\" ''", "m||")]
    [DataRow("m pre\"quoted part\"post", "m|prequoted partpost")]
    [DataRow("m 'it\"s'", "m|it\"s")]
    [DataRow("m $HOME && rm *", "m|$HOME|&&|rm|*")]
    public void Gives_its_words(string text, string words)
    {
        var line = CommandLine.Parse(text);

        line.Problem.Should().BeNull();
        string.Join('|', line.Arguments.Insert(0, line.Program)).Should().Be(words);
    }

    [TestMethod]
    [DataRow("", "no program")]
    [DataRow("   ", "no program")]
    [DataRow("\"\" -x", "no program")]
    [DataRow("m \"open", "double quote")]
    [DataRow("m \"open\\\"", "double quote")]
    [DataRow("m 'open", "single quote")]
    public void Says_why_it_cannot(string text, string problem) => CommandLine.Parse(text).Problem.Should().Contain(problem);
}
