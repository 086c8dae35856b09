using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Reading;

[TestClass]
public sealed class Masking_placeholders
{
    [TestMethod]
    [DataRow("csharp", "class {{ClassName}} {", "ClassName", "class P_ClassName__ {")]
    [DataRow("typescript", "use{{ entity-name }}s()", "entity-name", "usep__entity_name___s()")]
    [DataRow("python", "'/{{{entity_name}}_id}'", "entity_name", "'/{p_entity_name___id}'")]
    [DataRow("tsx", "{{{entity}}.id}", "entity", "{p_entity__.id}")]
    [DataRow("typescript", "`/a/${{{featureName}}Id}`", "featureName", "`/a/${p_featureName__Id}`")]
    [DataRow("html", "{{{body}}}", "body", "p__body___")]
    [DataRow("csharp", "x; // {{TEMPLATE: ProjectName}}", "ProjectName", "x; // P_TEMPLATE__ProjectName__")]
    [DataRow("python", "import {{cookiecutter.project_slug}}", "project_slug", "import p_cookiecutter_project_slug__")]
    [DataRow("yaml", "name: {{ name | lower }}", "name", "name: p__name___lower___")]
    [DataRow("javascript", "const <%= name %> = 1", "name", "const p___name___ = 1")]
    [DataRow("csharp", "namespace $safeprojectname$;", "safeprojectname", "namespace psafeprojectname_;")]
    [DataRow("java", "package ${package};", "package", "package p_package_;")]
    [DataRow("csharp", "class __EntityName__ {", "EntityName", "class P_EntityName__ {")]
    [DataRow("go", "package {{.Package}}", "Package", "package P__Package__")]
    [DataRow("typescript", "class {{pascalCase name}} {", "name", "class p_pascalCase_name__ {")]
    public void A_placeholder_becomes_an_identifier_of_its_length(string language, string line, string name, string masked)
    {
        var source = Lexer.Lex(line, language);

        source.Placeholders.Should().ContainSingle().Which.Name.Should().Be(name);
        source.Masked.Should().Equal(masked);
        source.Lines.Should().Equal(line);
    }

    [TestMethod]
    [DataRow("typescript", "`a ${name} b`")]
    [DataRow("shell", "echo ${NAME}")]
    [DataRow("kotlin", "val x = \"${name}\"")]
    [DataRow("csharp", "var x = $\"cost ${amount}\";")]
    [DataRow("python", "__all__ = [__name__]")]
    [DataRow("javascript", "path.join(__dirname, '__tests__')")]
    [DataRow("c", "puts(__FILE__);")]
    [DataRow("tsx", "<A value={{ user }} style={{ color: 'red' }} />")]
    [DataRow("yaml", "key: ${{ secrets.TOKEN }}")]
    [DataRow("vue", "<p>{{ user.name }}</p>")]
    [DataRow("csharp", "int[,] a = {{1, 2}, {3, 4}};")]
    [DataRow("javascript", "const a = {{")]
    public void What_the_language_means_by_it_stays(string language, string line)
    {
        var source = Lexer.Lex(line, language);

        source.Placeholders.Should().BeEmpty();
        source.Masked.Should().Equal(line);
    }

    [TestMethod]
    [DataRow("csharp", "{{#if WithAuth}}")]
    [DataRow("csharp", "{{/if}}")]
    [DataRow("csharp", "{{else}}")]
    [DataRow("python", "{% if use_docker == 'y' %}")]
    [DataRow("python", "{%- endif -%}")]
    [DataRow("javascript", "<% if (a) { %>")]
    [DataRow("yaml", "{{- end }}")]
    public void What_steers_the_engine_is_blank(string language, string line)
    {
        var source = Lexer.Lex("a\n" + line + "\nb", language);

        source.Placeholders.Should().BeEmpty();
        source.Masked[1].Should().Be(new string(' ', line.Length));
    }

    [TestMethod]
    public void A_placeholder_has_its_place_and_its_text()
    {
        var source = Lexer.Lex("x\n  get{{EntityName}}({{id}})", "typescript");

        source.Placeholders.Select(p => (p.Text, p.Line, p.Column)).Should().Equal(("{{EntityName}}", 2, 5), ("{{id}}", 2, 20));
    }
}
