using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Placeholders;

[TestClass]
public sealed class Placeholders_of_each_kit
{
    [TestMethod]
    // Handlebars, Mustache and Plop.
    [DataRow("x.ts.hbs", "export const {{camelCase name}} = '{{dashCase (singularize name)}}'; // {{{title}}}", "name name title")]
    [DataRow("x.ts.hbs", "{{#if auth}}{{user}}{{else}}{{guest}}{{/if}}{{! not {{ this}}", "user guest")]
    [DataRow("x.ts.hbs", "{{#each fields}}{{name}}: {{type}}; {{@index}} {{../entity}}{{/each}}{{table}}", "entity table")]
    [DataRow("x.ts.hbs", "{{#each fields as |field|}}{{field.name}} {{entity}}{{/each}}", "entity")]
    [DataRow("x.tsx.hbs", "{{> header title=name}}{{!-- why\n}} so --}}<A style=\\{{ color }} b={{ size }} />", "size")]
    [DataRow("x.java.mustache", "{{#imports}}import {{path}};{{/imports}}{{#hasAuth}}{{role}}{{/hasAuth}}{{^hasAuth}}{{guest}}{{/hasAuth}} {{&raw}}", "role guest raw")]
    // Scriban.
    [DataRow("x.cs.sbn", "class {{ name | string.pascal }} { {{ for f in fields }}{{ f.type }} {{ f.name }}{{ if f.is_last }}{{ end }}{{ end }} }", "name")]
    [DataRow("x.cs.scriban", "{{~ lower = name | string.downcase ~}}{{ lower }} {{- namespace -}} {{# a remark }}", "namespace")]
    // Jinja, Liquid, Nunjucks, Copier.
    [DataRow("x.py.j2", "{% set table = name + 's' %}{{ table }} {{ name|lower }} {%- for f in fields %}{{ f }}{{ loop.index }}{% endfor -%}", "name")]
    [DataRow("x.py.jinja", "{# a\nremark {{ not_this }} #}{{ project_name }}{% raw %}{{ kept }}{% endraw %}{{ _copier_conf.answers_file }}", "project_name")]
    [DataRow("x.html.liquid", "{% assign a = b %}{{ a }}{% capture c %}x{% endcapture %}{{ c }}{{ shop_name | upcase }}", "shop_name")]
    [DataRow("x.py", "[% if docker %]import [[ package ]][% endif %]; x = [[1, 2]]", "package")]
    // cookiecutter: nothing but its own answers.
    [DataRow("x.py", "{{ cookiecutter.project_slug.replace('-', '_') }} {{ other }} {% if cookiecutter.docker == 'y' %}{% endif %}", "project_slug")]
    [DataRow("ci.yml", "name: {{ cookiecutter.name }}\nx: ${{ '{{' }} secrets.A {{ '}}' }}", "name")]
    [DataRow("{{cookiecutter.slug}}/page.html", "{% raw %}<p>{{ user.name }}</p>{% endraw %}{{ user }}", "")]
    // EJS, Yeoman, hygen and the schematics of Angular.
    [DataRow("x.ts", "class <%= classify(name) %> { <% if (a) { %>x = '<%- prefix -%>';<% } %> }", "name prefix")]
    [DataRow("x.js.ejs", "<% fields.forEach(field => { %><%= field.name %><% }) %><%= appName.toUpperCase() %><%# note %><%_ x _%>", "appName")]
    [DataRow("x.js.ejs", "<% for (const f of fields) { %><%= f %><% } %><%= a ? 'b' : 'c' %><%= props.title %>", "title")]
    [DataRow("x.ejs.t", "---\nto: src/<%= name %>.ts\n---\nexport const <%= h.changeCase.camel(name) %> = 1;", "name name")]
    [DataRow("x.component.html.ejs", "<h1>{{ title }}</h1><app-<%= dasherize(name) %> />", "name")]
    // Backstage.
    [DataRow("x.yaml", "name: ${{ values.name | dump }}\nrun: ${{ github.sha }}\n{%- if values.docker %}\nx: 1\n{%- endif %}", "name")]
    // Visual Studio and T4.
    [DataRow("X.cs", "namespace $safeprojectname$; $if$ ($targetframeworkversion$ >= 3.5)using A;$endif$ class $safeitemname$", "safeprojectname safeitemname")]
    [DataRow("X.tt", "<#@ template language=\"C#\" #>\n<#@ output extension=\".cs\" #>\n<# foreach (var f in Fields) { #>\nclass <#= f.Name #> : <#= BaseName #> { }\n<# } #>", "BaseName")]
    // Go.
    [DataRow("x.go.tmpl", "{{range .Fields}}{{.Name}} {{$.Package}}{{end}}{{with $x := .Y}}{{$x}}{{end}}{{if .Auth}}{{.User}}{{end}}{{/* {{.No}} */}}", "Package User")]
    // Kits of one's own.
    [DataRow("X.cs.template", "class {{EntityName}}Service : __Base__ // {{TEMPLATE: Owner Name}}", "EntityName Base Owner_Name")]
    [DataRow("x.sql.template", "select * from ${schema}.orders", "schema")]
    public void Only_what_somebody_fills_in_is_listed(string path, string text, string names)
    {
        var source = Lexer.Lex(text, Languages.FromPath(path), path);

        string.Join(' ', source.Placeholders.Select(p => p.Name.Replace(' ', '_'))).Should().Be(names);
        source.Masked.Select(l => l.Length).Should().Equal(source.Lines.Select(l => l.Length));
        string.Concat(source.Code).Should().NotContainAny("{%", "<%", "{{#", "{{/", "<#@");
    }

    [TestMethod]
    [DataRow("x.ts.hbs", "{{#if a}}\nexport function get{{pascalCase name}}(id: string) {\n{{#each fields}}\n  use({{name}});\n{{/each}}\n}\n{{/if}}", "get{{pascalCase name}}", 2, 6)]
    [DataRow("x.cs.sbn", "{{ for f in fields }}\npublic class {{ name | string.pascal }}Service\n{\n    {{~ if f.x ~}}\n    int _x;\n    {{~ end ~}}\n}\n{{ end }}", "{{ name | string.pascal }}Service", 2, 7)]
    [DataRow("x.py", "{% if cookiecutter.a == 'y' -%}\nimport a\n{%- endif %}\n\ndef {{ cookiecutter.slug }}_main():\n    {% if cookiecutter.b %}\n    return 1\n    {% endif %}\n", "{{ cookiecutter.slug }}_main", 5, 8)]
    [DataRow("index.ejs.t", "---\nto: src/<%= name %>.ts\n---\nexport class <%= Name %> {\n  a() {\n    return 1;\n  }\n}", "<%= Name %>", 4, 8)]
    [DataRow("Entity.tt", "<#@ template language=\"C#\" #>\n<#@ output extension=\".cs\" #>\n<# var x = 1; #>\npublic class <#= Name #>\n{\n}\n", "<#= Name #>", 4, 6)]
    public void Units_come_out_as_if_nothing_steered(string path, string text, string name, int first, int last)
    {
        using var folder = new TemplateFolder();
        var template = TemplateFolder.Read(folder.Add(path, text)).Catalogue.Templates.Single();

        var unit = template.Units.First(u => u.Level == 0 && u.Span.Length > 1);
        unit.Name.Should().Be(name);
        unit.Span.Last.Should().Be(last);
        unit.Span.First.Should().BeLessThanOrEqualTo(first);
    }

    [TestMethod]
    [DataRow("x.cs")]
    [DataRow("x.ts.hbs")]
    [DataRow("x.py.j2")]
    [DataRow("x.cs.sbn")]
    [DataRow("x.js.ejs")]
    [DataRow("x.ejs.t")]
    [DataRow("x.vue")]
    [DataRow("x.component.ts")]
    [DataRow("x.xml")]
    [DataRow("x.html.erb")]
    public void Empty_and_broken_tags_do_no_harm(string path)
    {
        string[] pieces =
        [
            "{{", "}}", "{{}}", "{{ }}", "{{{", "}}}", "{{!", "{{!--", "{{#", "{{/", "{{/*", "{%", "%}", "{% raw %}", "{#", "#}", "<%", "%>", "<%=%>", "<%%>",
            "<#@ template #>", "<#=#>", "[[", "]]", "[% if %]", "$", "${", "${}", "${{", "${{ values.a }}", "$$", "$if$", "$endif$", "__", "____", "__a__",
            "---\n", "to: a\n", "@Component(", "cookiecutter.", "{{ . }}", "{{ | }}", "{{&}}", "{{=}}", "{{ ( }}", "{{ a.b. }}", "\n", " ", "\\", "name", "f'''", "$\"",
        ];
        var random = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 12).Select(_ => pieces[random.Next(pieces.Length)]));

            var source = Lexer.Lex(text, Languages.FromPath(path), path);

            source.Masked.Select(l => l.Length).Should().Equal(source.Lines.Select(l => l.Length));
            source.Code.Select(l => l.Length).Should().Equal(source.Lines.Select(l => l.Length));
        }
    }
}
