using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Templates;

[TestClass]
public sealed class Reading_a_catalogue : IDisposable
{
    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Ids_follow_the_ordinal_order_of_cited_paths()
    {
        var catalogue = TemplateFolder.Read(_folder.Add("b.py", "b = 1"), _folder.Add("a/z.py", "z = 1"), _folder.Add("B.py", "B = 1")).Catalogue;

        catalogue.Templates.Select(t => $"{t.Id} {t.Path}").Should().Equal("t1 templates/B.py", "t2 templates/a/z.py", "t3 templates/b.py");
        catalogue.Find("t2")!.Path.Should().Be("templates/a/z.py");
    }

    [TestMethod]
    public void What_cannot_be_read_takes_no_id_and_costs_the_others_nothing()
    {
        var (catalogue, diagnostics) = TemplateFolder.Read(_folder.Add("a.py", "a = 1"), _folder.Item("b.py"), _folder.Add("c.py", "c = 1"));

        catalogue.Templates.Select(t => t.ToString()).Should().Equal("t1 templates/a.py", "t2 templates/c.py");
        diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(TemplateDiagnostics.Missing);
    }

    [TestMethod]
    public void Many_files_read_in_parallel_come_out_in_the_same_order_every_time()
    {
        var items = Enumerable.Range(0, 300).Select(i => _folder.Add($"f{i % 7}/t{i:000}.py", $"def f{i}(): pass")).ToArray();

        var first = TemplateFolder.Read(items).Catalogue.Templates.Select(t => $"{t} {t.Units[0]}").ToList();
        var second = TemplateFolder.Read([.. items.Reverse()]).Catalogue.Templates.Select(t => $"{t} {t.Units[0]}").ToList();

        first.Should().HaveCount(300).And.Equal(second);
    }

    [TestMethod]
    public void The_same_file_twice_is_one_template_and_two_files_of_one_name_are_a_warning()
    {
        var item = _folder.Add("a.py", "a = 1");
        var other = _folder.Add("b.py", "b = 1") with { CitedPath = item.CitedPath };

        var (catalogue, diagnostics) = TemplateFolder.Read(item, item, other);

        catalogue.Templates.Should().ContainSingle();
        diagnostics.Should().ContainSingle().Which.File.Should().Be(other.FullPath);
    }

    [TestMethod]
    public void Manifests_in_the_root_are_no_templates_but_files_of_those_names_deeper_down_are()
    {
        var catalogue = TemplateFolder.Read(
            _folder.Add("manifest.json", "{}"), _folder.Add("patterns-manifest.json", "{}"), _folder.Add("settings.json", "{}"), _folder.Add("template.json", "{}"),
            _folder.Add(".template.config/template.json", "{}"), _folder.Add("public/manifest.json", "{ \"short_name\": \"x\" }"), _folder.Add("settings.json.template", "{ \"a\": 1 }")).Catalogue;

        catalogue.Templates.Select(t => t.Path).Should().Equal("templates/public/manifest.json", "templates/settings.json.template");
    }

    [TestMethod]
    [DataRow("""{ "templates": [ { "path": "templates/api/a.py.template", "description": "Makes A" } ] }""")]
    [DataRow("""{ "files": { "api/a.py.template": "Makes A" } }""")]
    [DataRow("""{ "files": { "api/a.py": { "purpose": "Makes  A", "x": 1 } } }""")]
    [DataRow("""{ "layers": { "api": { "entries": [ 1, null, { "file": ".\\api\\a.py.template", "summary": "Makes A" } ] } } }""")]
    [DataRow("""[ { "source": "a.py.template", "purpose": "Makes A" } ]""")]
    [DataRow("""/* why */ { "x": [ { "filename": "a.py", "description": "Makes A", }, ], } // end""")]
    public void A_manifest_of_any_shape_says_what_a_file_is_for(string json)
    {
        _folder.AddBeside("manifest.json", json);

        var (catalogue, diagnostics) = TemplateFolder.Read(_folder.Add("api/a.py.template", "\"\"\"Something else entirely.\"\"\"\n"), _folder.Add("b.py", "b = 1"));

        diagnostics.Should().BeEmpty();
        catalogue.Templates[0].Purpose.Should().Be("Makes A");
        catalogue.Templates[1].Purpose.Should().BeNull();
    }

    [TestMethod]
    public void A_bare_name_that_two_files_share_means_neither()
    {
        _folder.AddBeside("manifest.json", """{ "files": { "model.py": "A model", "b/model.py": "B's model" } }""");

        var catalogue = TemplateFolder.Read(_folder.Add("a/model.py", "a = 1"), _folder.Add("b/model.py", "b = 1")).Catalogue;

        catalogue.Templates.Select(t => t.Purpose).Should().Equal(null, "B's model");
    }

    [TestMethod]
    [DataRow("""{ "placeholders": { "EntityName": { "description": "An entity", "example": "User" } } }""")]
    [DataRow("""{ "placeholders": { "entity": { "name": "{{EntityName}}", "description": "An entity", "default": "User" } } }""")]
    [DataRow("""{ "placeholders": [ { "name": "EntityName", "description": "An entity", "examples": ["User", "Order"] } ] }""")]
    public void Placeholders_are_explained_by_object_or_list(string json)
    {
        _folder.AddBeside("manifest.json", json);

        TemplateFolder.Read(_folder.Add("a.py", "a = 1")).Catalogue.Placeholders["EntityName"]
            .Should().Be(new PlaceholderMeaning("EntityName", "An entity", "User"));
    }

    [TestMethod]
    public void Symbols_of_a_dotnet_template_explain_placeholders_and_the_manifest_wins()
    {
        _folder.AddBeside("manifest.json", """{ "placeholders": { "Name": "The project" } }""");
        _folder.Add(".template.config/template.json", """
            { "symbols": { "Name": { "description": "Another" }, "port": { "type": "parameter", "description": "The port", "defaultValue": "8080", "replaces": "__httpPort__" }, "skip": { "defaultValue": true } } }
            """);

        var placeholders = TemplateFolder.Read(_folder.Add("a.py", "a = 1")).Catalogue.Placeholders;

        placeholders["Name"].Description.Should().Be("The project");
        placeholders["port"].Should().Be(new PlaceholderMeaning("port", "The port", "8080"));
        placeholders["httpPort"].Example.Should().Be("8080");
        placeholders["skip"].Should().Be(new PlaceholderMeaning("skip", null, "true"));
    }

    [TestMethod]
    public void A_manifest_that_is_no_json_is_a_warning_with_its_line_and_the_run_goes_on()
    {
        var path = _folder.AddBeside("manifest.json", "{\n  \"a\": 1\n  \"b\": 2\n}");

        var (catalogue, diagnostics) = TemplateFolder.Read(_folder.Add("a.py", "a = 1"));

        catalogue.Templates.Should().ContainSingle();
        var diagnostic = diagnostics.Should().ContainSingle().Subject;
        diagnostic.Descriptor.Should().Be(TemplateDiagnostics.ManifestInvalid);
        (diagnostic.File, diagnostic.Line).Should().Be((path, 3));
        diagnostic.Arguments.Single().Should().NotContain("LineNumber");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("42")]
    [DataRow("""{ "placeholders": 3, "frameworks": { "a": 1 }, "files": [ { "path": 1, "purpose": "x" } ] }""")]
    [DataRow("""{ "description": "\ud800", "placeholders": { "\ud800": { "description": "\udfff" } } }""")]
    public void An_odd_manifest_never_stops_a_run(string json)
    {
        _folder.AddBeside("manifest.json", json);

        TemplateFolder.Read(_folder.Add("a.py", "a = 1")).Catalogue.Templates.Should().ContainSingle();
    }

    [TestMethod]
    public void A_manifest_nested_without_end_is_a_warning()
    {
        _folder.AddBeside("manifest.json", new string('[', 100_000));

        TemplateFolder.Read(_folder.Add("a.py", "a = 1")).Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(TemplateDiagnostics.ManifestInvalid);
    }

    [TestMethod]
    public void Roots_side_by_side_share_one_warning_about_their_parents_manifest()
    {
        _folder.AddBeside("manifest.json", "{");
        var other = _folder.AddBeside("more/b.py", "b = 1");

        var diagnostics = TemplateFolder.Read(
            _folder.Add("a.py", "a = 1"), new TemplateItem(other, "more/b.py", Path.Combine(_folder.Project, "more"))).Diagnostics;

        diagnostics.Should().ContainSingle();
    }

    [TestMethod]
    public void Technologies_are_those_of_the_manifest_that_the_template_uses()
    {
        _folder.AddBeside("manifest.json", """
            { "frameworks": [ { "name": "TanStack Query", "version": "5" }, { "name": "React 18.3" }, { "name": "Vite" }, { "name": "Zod (schemas)" } ], "technologies": ["Vitest"] }
            """);

        var catalogue = TemplateFolder.Read(
            _folder.Add("a.ts", "import { useQuery } from '@tanstack/react-query';\nimport { z } from 'zod';\nimport x from './vite';\n"),
            _folder.Add("b.py", "from fastapi import APIRouter\nimport sqlalchemy.orm\n# Vitest is not used here\n")).Catalogue;

        catalogue.Templates[0].Technologies.Should().Equal("TanStack Query", "React", "Zod");
        catalogue.Templates[1].Technologies.Should().Equal("FastAPI", "SQLAlchemy");
    }
}
