using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Placeholders;

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
    [DataRow("yaml", "image: {{ .Values.image.repository }}:{{ .Chart.AppVersion }}", "")]
    [DataRow("yaml", "resources: {{- toYaml .Values.resources | nindent 2 }} # {{ namespace }}", "namespace")]
    [DataRow("yaml", "name: {{ .Name }}", "Name")]
    [DataRow("python", "from airflow import DAG; x = '{{ ds }} {{ params.day }} {{ team }}'", "team")]
    [DataRow("python", "x = '{{ ds }}'", "ds")]
    [DataRow("sql", "select * from {{ ref('orders') }} where a = {{ var('a') }} and b = '{{tenant}}'", "tenant")]
    [DataRow("sql", "select * from {{ schema_name }}.orders", "schema_name")]
    [DataRow("blade", "<p>{{ $slot }} {{ $order->id }} {{-- gone --}} {{ appName }}</p>", "appName")]
    [DataRow("erb", "<p><%= message %></p>", "")]
    [DataRow("erb", "<p><%%= message %> <%= name %></p>", "name")]
    [DataRow("html", "{% for item in menu %}{{ item.url }}{{ site }}{% endfor %}", "site")]
    [DataRow("yaml", "name: '{{ item }}'\nloop: '{{ packages }}'", "packages")]
    public void What_the_made_file_fills_in_itself_is_no_placeholder(string language, string text, string names) =>
        string.Join(' ', Lexer.Lex(text, language).Placeholders.Select(p => p.Name)).Should().Be(names);

    [TestMethod]
    public void An_expression_of_dbt_reads_as_the_model_that_it_names()
    {
        var source = Lexer.Lex("{{\n    config(unique_key='id')\n}}\nselect {{ cents('a') }} from {{ ref('stg_orders') }}\n{# Never here. #}\nx {{ y }}", "sql");

        source.Code[0].Trim().Should().BeEmpty();
        source.Code[1].Trim().Should().BeEmpty();
        source.Code[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Should().Equal("select", "cents", "from", "stg_orders");
        source.Comments.Should().ContainSingle().Which.Text.Should().Be("Never here.");
        source.Lines.Select(l => l.Length).Should().Equal(source.Masked.Select(l => l.Length));
    }

    [TestMethod]
    public void A_placeholder_behind_an_expression_over_lines_keeps_its_line()
    {
        var source = Lexer.Lex("{{ config(\n  a=1) }}\nselect '{{tenant}}' from {{ ref('x') }}", "sql");

        source.Placeholders.Select(p => (p.Name, p.Line, p.Column)).Should().Equal(("tenant", 3, 8));
    }

    [TestMethod]
    public void A_placeholder_has_its_place_and_its_text()
    {
        var source = Lexer.Lex("x\n  get{{EntityName}}({{id}})", "typescript");

        source.Placeholders.Select(p => (p.Text, p.Line, p.Column)).Should().Equal(("{{EntityName}}", 2, 5), ("{{id}}", 2, 20));
    }
}
