using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn.Traps;

[TestClass]
public sealed class Rules_that_capture_too_much
{
    [TestMethod]
    [DataRow("async with lock:\n        return 1", "nothing is named")]
    [DataRow("text = 'async with app.session() as session:'", "a string")]
    [DataRow("return 1  # async with app.session() as session:", "a comment")]
    public void Speak_of_code_only(string line, string because)
    {
        using var set = new TestSet().Template("gate.py.template", $"import app\n\n\nasync def run():\n    {line}\n");

        set.SaysByRule().Should().NotContain(s => s.Contains("session", StringComparison.Ordinal), because);
    }

    [TestMethod]
    public void Name_nothing_that_does_not_stand_on_the_lines_that_they_cite()
    {
        using var set = HarbourSet.Create();
        var catalogue = set.Catalogue();

        foreach (var statement in set.Statements(withRules: true).Where(s => s.Topic.StartsWith("rule:", StringComparison.Ordinal)))
        {
            var texts = statement.Evidence.Select(e => string.Join('\n', catalogue.Find(e.TemplateId)!.Source.Lines)).ToArray();
            foreach (var name in Backticks.In(statement.Text))
            {
                texts.Should().Contain(t => t.Contains(name, StringComparison.Ordinal), statement.Text);
            }
        }
    }
}
