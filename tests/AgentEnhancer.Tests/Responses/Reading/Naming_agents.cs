using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Responses.Reading;

[TestClass]
public sealed class Naming_agents
{
    private static readonly ImmutableArray<Agent> Agents =
        [Make.Agent("# Root\n", "api.md"), Make.Agent("# Web\n", "web/api.md"), Make.Agent("# Mail\n", "mail/Mailer.agent.md") with { Name = "Mail Clerk" }];

    [TestMethod]
    [DataRow("api.md", "api.md")]
    [DataRow("web/api.md", "web/api.md")]
    [DataRow("web\\\\api.md", "web/api.md")]
    [DataRow(" ./web/api.md ", "web/api.md")]
    [DataRow("web/api", "web/api.md")]
    [DataRow("mail/mailer", "mail/Mailer.agent.md")]
    [DataRow("mailer", "mail/Mailer.agent.md")]
    [DataRow("mail clerk", "mail/Mailer.agent.md")]
    public void Finds_who_is_meant(string name, string id) => Read($"\"agent\":\"{name}\"").Answers.Single().AgentId.Should().Be(id);

    [TestMethod]
    [DataRow("deep/api.md")]
    [DataRow("agents/web/api.md")]
    [DataRow("web/mailer")]
    [DataRow("")]
    public void Takes_no_path_for_another(string name)
    {
        var response = Read($"\"agent\":\"{name}\"");

        response.Answers.Should().BeEmpty();
        response.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(ResponseDiagnostics.UnknownAgent);
    }

    [TestMethod]
    [DataRow("\"agent\":\"API\"")]
    [DataRow("\"agent\":\"api.md\",\"name\":\"Mail Clerk\"")]
    public void Reports_names_that_may_be_several(string names)
    {
        var response = Read(names);

        response.Answers.Should().BeEmpty();
        response.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(ResponseDiagnostics.AmbiguousAgent);
    }

    [TestMethod]
    public void Takes_the_name_that_says_something() =>
        Read("\"id\":\"3\",\"agent_name\":\"mailer\"").Answers.Single().AgentId.Should().Be("mail/Mailer.agent.md");

    private static BatchResponse Read(string names) =>
        AnswerReader.Read($"[{{{names},\"always\":[\"Save\"],\"never\":[\"Save\"]}}]", StopReason.Finished, Agents, Orders.Catalogue);
}
