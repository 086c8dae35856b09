using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Placeholders;

[TestClass]
public sealed class Placeholders_in_paths
{
    [TestMethod]
    [DataRow("{{cookiecutter.project_slug}}/{{ cookiecutter.package }}/core.py", "project_slug package")]
    [DataRow("{% if cookiecutter.docker == 'y' %}Dockerfile{% endif %}", "")]
    [DataRow("files/__name@dasherize__.component.ts.template", "name")]
    [DataRow("src/{{pascalCase name}}.tsx.hbs", "name")]
    [DataRow("src/<%= name %>.ts", "name")]
    [DataRow("[[ package ]]/main.py.jinja", "package")]
    [DataRow("${{ values.name }}/x.yaml", "name")]
    [DataRow("src/__tests__/a.ts", "")]
    [DataRow("pkg/__init__.py", "")]
    [DataRow("app/[[...slug]]/page.tsx", "")]
    [DataRow("{{_copier_conf.answers_file}}.jinja", "")]
    public void They_are_what_is_to_be_filled_in(string path, string names) =>
        string.Join(' ', TemplatePaths.Placeholders(path).Select(p => p.Name)).Should().Be(names);

    [TestMethod]
    [DataRow("a/{% if cookiecutter.docker %}Dockerfile{% endif %}", "dockerfile", "Dockerfile")]
    [DataRow("a/{{ project }}.py.jinja", "python", "{{ project }}.py")]
    [DataRow("a/[% if x %]main.go[% endif %].jinja", "go", "main.go")]
    [DataRow("a/x.ts.ejs.t", "typescript", "x.ts")]
    [DataRow("a/X.cs.sbn.template", "csharp", "X.cs")]
    [DataRow("a/X.razor.liquid", "razor", "X.razor")]
    [DataRow("a/x.tsx.mustache", "tsx", "x.tsx")]
    [DataRow("a/Dockerfile.j2", "dockerfile", "Dockerfile")]
    [DataRow("a/__name@dasherize__.service.ts.template", "typescript", "__name@dasherize__.service.ts")]
    public void They_hide_neither_language_nor_name(string path, string language, string name)
    {
        Languages.FromPath(path).Should().Be(language);
        TemplatePaths.OutputFileName(path).Should().Be(name);
    }

    [TestMethod]
    public void A_folder_that_is_yet_to_be_named_is_no_category_and_a_test_stays_a_test()
    {
        using var folder = new TemplateFolder();
        var catalogue = TemplateFolder.Read(
            folder.Add("{{cookiecutter.slug}}/services/{{cookiecutter.name}}.py", "def run():\n    pass\n"),
            folder.Add("{{cookiecutter.slug}}/README.md.jinja", "# Read me\n\nText.\n"),
            folder.Add("{{cookiecutter.slug}}/services/test_{{cookiecutter.name}}.py", "def test_run():\n    pass\n")).Catalogue;

        catalogue.Templates.Select(t => $"{t.Category}:{t.Role}").Should().BeEquivalentTo("services:Code", "services:Test", ":Prose");
    }
}
