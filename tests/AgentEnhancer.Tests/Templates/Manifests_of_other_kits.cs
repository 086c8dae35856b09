using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Templates;

[TestClass]
public sealed class Manifests_of_other_kits : IDisposable
{
    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Cookiecutter_gives_meanings_and_defaults_that_no_template_makes_up()
    {
        _folder.AddBeside("cookiecutter.json", """
            {
              "project_name": "My Project",
              "project_slug": "{{ cookiecutter.project_name.lower() }}",
              "license": ["MIT", "BSD-3"],
              "use_docker": true,
              "_extensions": ["x"],
              "__prompts__": { "project_name": "What it is called", "license": { "__prompt__": "Under which license", "MIT": "short" } }
            }
            """);
        var catalogue = TemplateFolder.Read(_folder.Add("a.py", "x = '{{ cookiecutter.project_name }}'")).Catalogue;

        catalogue.Placeholders.Values.OrderBy(m => m.Name, StringComparer.Ordinal).Should().Equal(
            new PlaceholderMeaning("license", "Under which license", "MIT"),
            new PlaceholderMeaning("project_name", "What it is called", "My Project"),
            new PlaceholderMeaning("project_slug", null, null),
            new PlaceholderMeaning("use_docker", null, "true"));
    }

    [TestMethod]
    public void Copier_gives_help_and_defaults_and_its_settings_are_no_questions()
    {
        _folder.AddBeside("copier.yml", """
            # Questions
            _subdirectory: template
            _tasks:
              - command: x
                default: no
            project_name:
                type: str
                help: "What is it called?"
                default: Orders # for now
            python: "3.12"
            slug:
              default: "{{ project_name | lower }}"
              choices:
                One: 1
                default: never
            notes:
              help: >-
                help: not this
            """);
        var catalogue = TemplateFolder.Read(_folder.Add("a.py.jinja", "x = '{{ project_name }}'")).Catalogue;

        catalogue.Placeholders.Values.OrderBy(m => m.Name, StringComparer.Ordinal).Should().Equal(
            new PlaceholderMeaning("notes", null, null),
            new PlaceholderMeaning("project_name", "What is it called?", "Orders"),
            new PlaceholderMeaning("python", null, "3.12"),
            new PlaceholderMeaning("slug", null, null));
    }

    [TestMethod]
    public void They_are_no_templates_and_a_broken_one_is_said()
    {
        var (catalogue, diagnostics) = TemplateFolder.Read(
            _folder.Add("cookiecutter.json", "{ \"a\": "), _folder.Add("copier.yml", "a: 1"), _folder.Add("plopfile.js", "x()"), _folder.Add("a.py", "a = 1"));

        catalogue.Templates.Select(t => t.Path).Should().Equal("templates/a.py");
        diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(TemplateDiagnostics.ManifestInvalid);
    }
}
