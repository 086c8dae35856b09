using AgentEnhancer.Agents;
using static AgentEnhancer.Agents.StatementKind;

namespace AgentEnhancer.Tests.Agents;

[TestClass]
public class AuthorRulesTests
{
    [TestMethod]
    public void ItemsUnderHeadingsAreStatementsWithTheirLines() =>
        AuthorRules.Read("# Agent\n\n## ✅ Always\n- run the tests\n  before a commit\n- keep it small\n\n## 🚫 Never\n* push to main\n\n### Ask first\n1. before a migration\n")
            .Should().Equal(
                new AuthorStatement("run the tests before a commit", Always, 4),
                new AuthorStatement("keep it small", Always, 6),
                new AuthorStatement("push to main", Never, 9),
                new AuthorStatement("before a migration", Ask, 12));

    [TestMethod]
    public void DosAndDontsAndRulesAreRead() =>
        AuthorRules.Read("## Do\n- a\n## Don't\n- b\n## Don’ts\n- c\n## Rules\n- d\n- Never e\n- **Do not** f\n- Ask g\n## Do's and don'ts\n- Always h\n")
            .Select(s => (s.Text, s.Kind)).Should().Equal(
                ("a", Always), ("b", Never), ("c", Never), ("d", Rule), ("Never e", Never), ("**Do not** f", Never), ("Ask g", Ask), ("Always h", Always));

    [TestMethod]
    public void AnItemMayCarryItsLabel() =>
        AuthorRules.Read("## Boundaries\n- ✅ **Always:** write to `src/`\n- ⚠️ **Ask first:** schema changes\n- 🚫 **Never:** commit secrets\n- Other: nothing\n")
            .Should().Equal(
                new AuthorStatement("write to `src/`", Always, 2),
                new AuthorStatement("schema changes", Ask, 3),
                new AuthorStatement("commit secrets", Never, 4));

    [TestMethod]
    public void ALabelInItsOwnParagraphHeadsTheListAfterIt() =>
        AuthorRules.Read("## Style\n\n**Always:**\n\n- a\n\nNever do:\n- b\n\nSome more text.\n\n- c\n\n**Never**\n- d\n\n## Next\n- e\n")
            .Select(s => (s.Text, s.Kind)).Should().Equal(("a", Always), ("b", Never), ("d", Never));

    [TestMethod]
    public void AnItemThatIsALabelHeadsItsNestedItems() =>
        AuthorRules.Read("- **Never:**\n  - a\n  - b\n- plain\n  - c\n").Select(s => (s.Text, s.Kind)).Should().Equal(("a", Never), ("b", Never));

    [TestMethod]
    public void ADeeperHeadingInherits() =>
        AuthorRules.Read("## Rules\n### Naming\n- a\n### Never\n- b\n## Other\n- c\n").Select(s => (s.Text, s.Kind)).Should().Equal(("a", Rule), ("b", Never));

    [TestMethod]
    public void NestedDetailsCodeAndDomainRulesAreNoStatements() =>
        AuthorRules.Read("## Always\n- a\n  - a detail\n```\n- code\n```\n## Business rules\n- an order has lines\n- Business rules: live in the domain\n")
            .Select(s => s.Text).Should().Equal("a");

    [TestMethod]
    public void LinesCountFromWhereTheBodyStarts() =>
        AuthorRules.Read(MarkdownBody.Parse("## Never\n- a\n"), 7).Should().ContainSingle().Which.Line.Should().Be(8);
}
