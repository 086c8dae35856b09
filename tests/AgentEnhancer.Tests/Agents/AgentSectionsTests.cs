using AgentEnhancer.Agents;

namespace AgentEnhancer.Tests.Agents;

[TestClass]
public class AgentSectionsTests
{
    private static readonly string Complete =
        "# Agent\n\n## 1. Template references\n\ntext\n\n## 🏆 BEST PRACTICES\n\ntext\n\n## Code Example:\n\n```\nx\n```\n\n## ✅ **Constraints**\n\n### Always\n\n- x\n\n";

    [TestMethod]
    [DataRow("## 4. Best practices", nameof(StandardSection.BestPractices))]
    [DataRow("# 2.1) Best Practice:", nameof(StandardSection.BestPractices))]
    [DataRow("## ✅ Constraints", nameof(StandardSection.Constraints))]
    [DataRow("### **CONSTRAINTS** (strict)", nameof(StandardSection.Constraints))]
    [DataRow("## Template Reference", nameof(StandardSection.TemplateReferences))]
    [DataRow("## Code examples ##", nameof(StandardSection.CodeExamples))]
    [DataRow("## Constraints & boundaries", nameof(StandardSection.Constraints))]
    public void ASectionIsFoundHoweverItIsDecorated(string heading, string section) =>
        Existing(heading + "\n\ntext\n").Should().Equal(Enum.Parse<StandardSection>(section));

    [TestMethod]
    [DataRow("```\n## Constraints\n```")]
    [DataRow("## Code")]
    [DataRow("### Code example: a query")]
    [DataRow("## Worst practices")]
    [DataRow("Constraints\n\ntext")]
    public void WhatOnlyLooksLikeASectionIsNone(string text) =>
        Existing(text + "\n").Should().BeEmpty();

    [TestMethod]
    public void OfTwoSectionsOfOneNameTheOneWithContentIsMeant() =>
        AgentSections.Find(MarkdownBody.Parse("## Constraints\n\n## Constraints\n\n- x\n"), StandardSection.Constraints)!.Heading.Line.Should().Be(3);

    [TestMethod]
    [DataRow("### Always", nameof(ConstraintList.Always))]
    [DataRow("### ✅ ALWAYS do:", nameof(ConstraintList.Always))]
    [DataRow("### Never", nameof(ConstraintList.Never))]
    [DataRow("## ⚠️ Ask first", nameof(ConstraintList.Ask))]
    public void TheListsOfConstraintsAreFound(string heading, string list) =>
        AgentSections.ListOf(heading.TrimStart('#', ' ')).Should().Be(Enum.Parse<ConstraintList>(list));

    [TestMethod]
    public void ALongTitleIsNoList() => AgentSections.ListOf("Always on features of the app").Should().BeNull();

    [TestMethod]
    public void TheTitleOfTheTextIsNoSectionOfIt()
    {
        Existing("# Constraints Specialist\n\ntext\n").Should().BeEmpty();
        Existing("# Agent\n\n# Constraints of it\n\ntext\n").Should().Equal(StandardSection.Constraints);
    }

    [TestMethod]
    public void LongEnoughWithAllFourSectionsIsComplete()
    {
        var body = MarkdownBody.Parse(Complete + string.Concat(Enumerable.Repeat("line\n", 150)));
        AgentSections.IsComplete(body, new DocumentLimits()).Should().BeTrue();
        AgentSections.IsComplete(body, new DocumentLimits(MinimumLines: body.LineCount)).Should().BeTrue();
        AgentSections.IsComplete(body, new DocumentLimits(MinimumLines: body.LineCount + 1)).Should().BeFalse();
    }

    [TestMethod]
    public void OneEmptySectionIsNotComplete()
    {
        var text = Complete.Replace("```\nx\n```\n", "", StringComparison.Ordinal) + string.Concat(Enumerable.Repeat("line\n", 150));
        AgentSections.IsComplete(MarkdownBody.Parse(text), new DocumentLimits()).Should().BeFalse();
    }

    private static IEnumerable<StandardSection> Existing(string text)
    {
        var body = MarkdownBody.Parse(text);
        return AgentSections.All.Where(s => AgentSections.Find(body, s) is not null);
    }
}
