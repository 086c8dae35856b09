using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;
using AgentEnhancer.Tests.Templates;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Tests.Rendering;

[TestClass]
public sealed class What_is_to_be_filled_in : IDisposable
{
    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void A_name_stands_once_in_its_plainest_form_with_its_meaning_and_its_other_forms() =>
        Legend("x.ts.hbs", "{{#if auth}}\nexport const {{camelCase name}} = '{{name}}' + '{{ name }}' + '{{dashCase name}}' + '{{snakeCase name}}';\n{{/if}}\n", """{ "placeholders": { "name": { "description": "The entity.", "example": "order" } } }""")
            .Should().Be("Placeholders: `{{name}}` (The entity, such as `order`, also `{{camelCase name}}` and `{{dashCase name}}`).");

    [TestMethod]
    public void Names_of_the_path_follow_those_of_the_lines() =>
        Legend("{{cookiecutter.slug}}/{% if cookiecutter.x %}a.py{% endif %}", "x = '{{ cookiecutter.title }}'\n")
            .Should().Be("Placeholders: `{{ cookiecutter.title }}`, `{{cookiecutter.slug}}`.");

    [TestMethod]
    public void More_than_a_line_holds_are_said_to_be_there() =>
        Legend("a.py.template", string.Concat(Enumerable.Range(1, 9).Select(i => $"x{i} = '{{{{name{i}}}}}'\n")))
            .Should().EndWith("`{{name8}}` and others.");

    [TestMethod]
    public void What_only_steers_and_what_the_file_fills_in_itself_is_not_named() =>
        Legend("x.vue", "<p v-for=\"o in orders\">{{ o.name }}</p>\n").Should().BeEmpty();

    [TestMethod]
    [DataRow("a | b.py")]
    [DataRow("a  b `c`.py")]
    [DataRow("`a`.py")]
    [DataRow("it's (a) [b] #1 100%.py")]
    [DataRow("cafe\u0301.py.template")]
    [DataRow("a|b (c) `d`.cs.template")]
    public void A_path_of_any_letters_is_cited_so_that_it_is_found_again(string path)
    {
        var catalogue = TemplateFolder.Read(_folder.Add(path, "x = 1\n")).Catalogue;

        var row = Lines(catalogue).Single(l => l.StartsWith("| 1 |", StringComparison.Ordinal));

        var view = InstanceView.Of(Make.Agent("# Any\n"), catalogue);
        CitedPlaces.Row(row, view).Should().Be((1, catalogue.Templates[0]));
        CitedPlaces.Paths(row, 0, view).Should().ContainSingle().Which.Template.Should().Be(catalogue.Templates[0]);
    }

    private string Legend(string path, string text, string? manifest = null)
    {
        if (manifest is not null)
        {
            _folder.AddBeside("templates/manifest.json", manifest);
        }

        return Lines(TemplateFolder.Read(_folder.Add(path, text)).Catalogue).SingleOrDefault(l => l.StartsWith("Placeholders", StringComparison.Ordinal)) ?? "";
    }

    private static IEnumerable<string> Lines(TemplateCatalogue catalogue)
    {
        var plan = new Plan(null, [new PlanReference("t1", "Copy it")], [], null, [], [], [], []);
        return ReferencesSection.Lines(plan, catalogue, CitationTable.Of(plan, catalogue)).Select(l => l.Text);
    }
}
