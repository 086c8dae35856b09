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
        AgentSections.Existing(MarkdownBody.Parse(heading + "\n\ntext\n")).Should().Equal(Enum.Parse<StandardSection>(section));

    [TestMethod]
    [DataRow("```\n## Constraints\n```")]
    [DataRow("## Code")]
    [DataRow("### Code example: a query")]
    [DataRow("## Worst practices")]
    [DataRow("Constraints\n\ntext")]
    public void WhatOnlyLooksLikeASectionIsNone(string text) =>
        AgentSections.Existing(MarkdownBody.Parse(text + "\n")).Should().BeEmpty();

    [TestMethod]
    public void OfTwoSectionsOfOneNameTheOneWithContentIsMeant() =>
        AgentSections.Find(MarkdownBody.Parse("## Constraints\n\n## Constraints\n\n- x\n"), StandardSection.Constraints)!.Heading.Line.Should().Be(3);

    [TestMethod]
    [DataRow("### Always", nameof(ConstraintList.Always))]
    [DataRow("### ✅ ALWAYS do:", nameof(ConstraintList.Always))]
    [DataRow("### Never", nameof(ConstraintList.Never))]
    [DataRow("## ⚠️ Ask first", nameof(ConstraintList.Ask))]
    public void TheListsOfConstraintsAreFound(string heading, string list) =>
        AgentSections.Find(MarkdownBody.Parse(heading + "\n- x\n"), Enum.Parse<ConstraintList>(list)).Should().NotBeNull();

    [TestMethod]
    public void AListUnderConstraintsIsPreferred() =>
        AgentSections.Find(MarkdownBody.Parse("## Always\n- x\n## Constraints\n### Always\n- y\n"), ConstraintList.Always)!.Heading.Line.Should().Be(4);

    [TestMethod]
    public void ALongTitleIsNoList() =>
        AgentSections.Find(MarkdownBody.Parse("## Always on features of the app\n- x\n"), ConstraintList.Always).Should().BeNull();

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
}
