using System.Text;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Tests.Agents;

[TestClass]
public sealed class AgentReaderTests : IDisposable
{
    private const string Thin = "---\nname: api\ndescription: Writes endpoints\ntools: Read, Write\ntags: [a]\nkeywords: b\n---\n# Api\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("aeb").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void AnAgentComesWithItsMetadata()
    {
        var reading = Parse(Thin);

        reading.Status.Should().BeNull();
        reading.Diagnostics.Should().BeEmpty();
        var agent = reading.Agent!;
        (agent.Id, agent.Name, agent.Description, agent.Body, agent.BodyLine).Should().Be(("a/api.md", "api", "Writes endpoints", "# Api\n", 8));
        agent.Tools.Should().Equal("Read", "Write");
        agent.Tags.Should().Equal("a", "b");
        agent.Technologies.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("---\nname: a\n---\nbody")]
    [DataRow("\uFEFF---\r\nname: a\r\n---\r\nbody\r\n")]
    [DataRow("---  \r\nname: a\n---\r\nmixed\nends\r\n\r\n")]
    [DataRow("---\nname: ünï 🎉 \uFEFF\n---\n")]
    public void TheTextGivesBackTheVeryBytes(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var agent = AgentReader.Parse(new AgentItem("/p/a.md", "a.md"), bytes).Agent!;

        agent.Text.Should().Be(text.TrimStart('\uFEFF'));
        (agent.FrontMatter + agent.Body).Should().Be(agent.Text);
        agent.Text.Should().NotStartWith("\uFEFF");
    }

    [TestMethod]
    [DataRow("---\r\nname: a\r\n---\n", true)]
    [DataRow("---\r\nname: a\n---\n", false)]
    [DataRow("---\nname: a\n---", false)]
    public void TheLineEndOfMostLinesCounts(string text, bool crlf) => Parse(text).Agent!.UsesCrLf.Should().Be(crlf);

    [TestMethod]
    [DataRow("x/api.md", "api")]
    [DataRow("x/api.agent.md", "api")]
    public void WithoutANameTheFileGivesIt(string path, string name) =>
        AgentReader.Parse(new AgentItem("/p/" + path, path), "---\ndescription: d\n---\n"u8).Agent!.Name.Should().Be(name);

    [TestMethod]
    [DataRow("# Notes\n", "AEB1007", nameof(DiagnosticSeverity.Message), 1)]
    [DataRow("---\nname: x\n# Title\n", "AEB1008", nameof(DiagnosticSeverity.Warning), 1)]
    [DataRow("\n---\nname: x\n---\n", "AEB1009", nameof(DiagnosticSeverity.Warning), 2)]
    [DataRow("", "AEB1006", nameof(DiagnosticSeverity.Warning), 0)]
    [DataRow(" \n\n", "AEB1006", nameof(DiagnosticSeverity.Warning), 0)]
    [DataRow("---\nname: x\n---\n\0", "AEB1004", nameof(DiagnosticSeverity.Warning), 0)]
    public void WhatIsNoAgentIsSkipped(string text, string code, string severity, int line)
    {
        var reading = Parse(text);

        reading.Agent.Should().BeNull();
        reading.Status.Should().Be(AgentStatus.Skipped);
        var diagnostic = reading.Diagnostics.Should().ContainSingle().Subject;
        (diagnostic.Descriptor.Code, diagnostic.Descriptor.Severity.ToString(), diagnostic.File, diagnostic.Line).Should().Be((code, severity, "/p/a/api.md", line));
    }

    [TestMethod]
    public void BytesThatAreNotUtf8AreNotGuessedAt()
    {
        var reading = AgentReader.Parse(new AgentItem("/p/a.md", "a.md"), [.. "---\nname: "u8, 0xE9, (byte)'\n']);

        reading.Status.Should().Be(AgentStatus.Failed);
        var diagnostic = reading.Diagnostics.Should().ContainSingle().Subject;
        (diagnostic.Descriptor.Code, diagnostic.Line).Should().Be(("AEB1005", 2));
        diagnostic.Message.Should().Contain("byte 10");
    }

    [TestMethod]
    public void Utf16IsNamedAsSuch() =>
        AgentReader.Parse(new AgentItem("/p/a.md", "a.md"), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Thin)])
            .Diagnostics.Should().ContainSingle().Which.Message.Should().Contain("UTF-16");

    [TestMethod]
    public void ABadHeadAndAnOpenFenceAreWarnedOfWithTheirLines()
    {
        var reading = Parse("---\nname: x\ndescription: a: b\n---\ntext\n```cs\ncode\n");

        reading.Agent!.Description.Should().Be("a: b");
        reading.Diagnostics.Select(d => (d.Descriptor.Code, d.Line)).Should().Equal(("AEB1011", 3), ("AEB1015", 6));
    }

    [TestMethod]
    public void AMissingFileAFolderAndAHugeFileFailEachWithItsReason()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "folder.md"));
        File.WriteAllBytes(Path.Combine(_folder, "huge.md"), new byte[AgentReader.MaximumBytes + 1]);
        File.WriteAllText(Path.Combine(_folder, "good.md"), Thin);

        var readings = AgentReader.ReadAll([Item("missing.md"), Item("folder.md"), Item("huge.md"), Item("none/x.md"), Item("good.md")]);

        readings.Select(r => r.Diagnostics.SingleOrDefault()?.Descriptor.Code).Should().Equal("AEB1001", "AEB1002", "AEB1003", "AEB1001", null);
        readings.Select(r => r.Status).Should().Equal(AgentStatus.Failed, AgentStatus.Failed, AgentStatus.Failed, AgentStatus.Failed, null);
        readings[^1].Agent!.Name.Should().Be("api");
    }

    [TestMethod]
    public void ALockedFileIsNotReadAndItsPathIsNotRepeated()
    {
        var path = Path.Combine(_folder, "a.md");
        File.WriteAllText(path, Thin);
        using var locked = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        var diagnostic = AgentReader.Read(Item("a.md")).Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Descriptor.Should().Be(AgentDiagnostics.Unreadable);
        diagnostic.Message.Should().NotContain(_folder);
    }

    [TestMethod]
    public void TwoAgentsOfOneNameInTwoFoldersAreTwoAgents()
    {
        foreach (var folder in new[] { "one", "two" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, folder));
            File.WriteAllText(Path.Combine(_folder, folder, "api.md"), Thin);
        }

        var readings = AgentReader.ReadAll([Item("one/api.md"), Item("two/api.md"), Item("one/api.md")]);

        readings.Select(r => r.Agent!.Id).Should().Equal("one/api.md", "two/api.md");
        readings.SelectMany(r => r.Diagnostics).Should().BeEmpty();
    }

    [TestMethod]
    public void OfTwoFilesWithOneIdTheFirstIsUsed()
    {
        File.WriteAllText(Path.Combine(_folder, "one.md"), Thin);
        File.WriteAllText(Path.Combine(_folder, "two.md"), Thin);

        var readings = AgentReader.ReadAll([new(Path.Combine(_folder, "one.md"), "api.md"), new(Path.Combine(_folder, "two.md"), "API.md")]);

        readings[0].Agent.Should().NotBeNull();
        (readings[1].Agent, readings[1].Status).Should().Be((null, AgentStatus.Failed));
        readings[1].Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(AgentDiagnostics.DuplicateId);
    }

    private AgentItem Item(string path) => new(Path.Combine(_folder, path), path);

    private static AgentReading Parse(string text) => AgentReader.Parse(new AgentItem("/p/a/api.md", "a/api.md"), Encoding.UTF8.GetBytes(text));

    [TestMethod]
    [DataRow("Read, Grep", false)]
    [DataRow("Read, TodoWrite", false)]
    [DataRow("Read, Edit", true)]
    [DataRow("editFiles", true)]
    [DataRow("Read, MultiEdit", true)]
    [DataRow("'*'", true)]
    public void May_write_with_a_tool_that_edits(string tools, bool may)
    {
        Support.Make.Agent("---\nname: a\n---\n").MayWrite.Should().BeTrue("an agent that names no tools has all");
        Parse($"---\nname: a\ntools: {tools}\n---\n# A\n").Agent!.MayWrite.Should().Be(may);
    }
}
