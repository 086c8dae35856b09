using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Placeholders;

[TestClass]
public sealed class What_only_looks_like_a_placeholder
{
    [TestMethod]
    // Pages and components that show their own data.
    [DataRow("Card.vue", "<p>{{ user.name }}</p><p>{{count}}</p><script setup>const count = ref(0)</script>")]
    [DataRow("card.component.html", "<li *ngFor=\"let o of orders\">{{ o.total | currency }} {{title}}</li> title")]
    [DataRow("card.component.ts", "@Component({ template: `<h1>{{ title }}</h1>` }) class A { title = 'x'; }")]
    [DataRow("list.html", "{% extends 'base.html' %}{% block body %}{{ user.name }}{{ form }}{% endblock %}")]
    [DataRow("page.html", "{{ define \"main\" }}<h1>{{ .Title }}</h1>{{ end }}")]
    [DataRow("show.blade.php", "{{ $order->id }} {{ config('app.name') }} {!! $html !!} @if ($a) @endif")]
    [DataRow("Index.razor", "<h1>@Model.Name</h1> @{ var x = 1; } @if (x > 0) { <p>@x</p> }")]
    [DataRow("A.svelte", "{#if user}<p style=\"{style}\">{user.name}</p>{/if}")]
    [DataRow("A.tsx", "<A value={{ user }} b={{size}} style={{ color: 'red' }} />")]
    [DataRow("page.aspx", "<%@ Page Language=\"C#\" %><p><%= Title %></p>")]
    [DataRow("index.ejs", "<html><body><%= user %></body></html>")]
    // Charts, pipelines, playbooks, tools.
    [DataRow("deployment.yaml", "image: {{ .Values.image }}\n{{- range .Values.hosts }}\nhost: {{ .name }}\n{{- end }}\n{{ include \"app.labels\" . | nindent 4 }}")]
    [DataRow("ci.yml", "run: echo ${{ secrets.TOKEN }} ${{ matrix.os }}")]
    [DataRow("azure.yml", "pool: ${{ parameters.pool }}")]
    [DataRow("README.md", "Use `${{ secrets.TOKEN }}` and **mind** __this__ and `export A=${HOME}`.")]
    [DataRow("site.yml", "- hosts: web\n  become: true\n  tasks:\n    - name: \"{{ app_user }}\"")]
    [DataRow("rules.yml", "summary: '{{ $labels.instance }} is {{ $value }}'")]
    [DataRow("Taskfile.yml", "cmds: ['go build {{.OUT}}']")]
    [DataRow("justfile", "build target:\n  cargo build --bin {{target}}")]
    [DataRow("run.sh", "docker ps --format '{{.Names}}'; echo ${NAME} $(NAME)")]
    [DataRow("locales/en.json", "{ \"hello\": \"Hi {{name}}\" }")]
    [DataRow("requests.http", "@host = localhost\nGET http://{{host}}/orders")]
    [DataRow("CMakeLists.txt", "cmake_minimum_required(VERSION 3.20)\nset(x ${name})")]
    [DataRow("pom.xml", "<project><properties><java>21</java></properties><v>${java}</v><r>${revision}</r></project>")]
    [DataRow("nlog.config", "<nlog><target layout=\"${longdate} ${message}\" /></nlog>")]
    [DataRow("a.csproj", "<X>$(TargetFramework)</X><Y>@(Compile)</Y><Z>%(Identity)</Z>")]
    [DataRow("main.tf", "name = \"${var.name}-${local.x}\"")]
    // Braces and names that a language writes so.
    [DataRow("a.rs", "println!(\"{{name}} {}\", x);")]
    [DataRow("a.py", "x = f\"{{name}}\"; y = '{{a}}'.format(1); z = f'''\n{{ inner }}\n'''")]
    [DataRow("a.py", "if __name__ == '__main__': print(__file__, __version__)")]
    [DataRow("A.java", "String s = \"__name__\"; int[][] a = {{1}, {2}};")]
    [DataRow("A.cs", "var a = $\"{{literal}}\"; var b = $$\"\"\"\n{{value}}\n\"\"\"; var c = $\"{x}\";")]
    [DataRow("a.tex", "\\documentclass{article}\\textbf{{Name}} \\frac{{a}}{b} $x$ and $y$")]
    [DataRow("refs.bib", "@article{a1,\n title = {{Title}},\n}")]
    [DataRow("a.js", "const x = `${name} ${a.b}`; window.__INITIAL_STATE__; x.__proto__; import('./__tests__/a')")]
    [DataRow("a.ts", "declare const __BUILD__: string; __webpack_require__(1); __REDUX_DEVTOOLS__;")]
    [DataRow("a.kt", "val x = \"${name}\"")]
    [DataRow("a.sh", "if [[ name ]]; then x=${name}; fi")]
    [DataRow("a.toml", "[[tool]]\npath = \"pkg/__init__.py\"")]
    [DataRow("a.go", "import \"text/template\"\nvar t = \"{{.Name}}\"")]
    [DataRow("a.ps1", "<# a remark #> ${name}")]
    public void It_is_not_listed(string path, string text) =>
        Lexer.Lex(text, Languages.FromPath(path), path).Placeholders.Select(p => p.Text).Should().BeEmpty();

    [TestMethod]
    [DataRow("a.py", "class {{ClassName}}:\n    x = f\"/{{ClassName}}/{id}\"", 2)]
    [DataRow("A.cs", "class {{Name}} { string A => $\"{{Name}}\"; }", 2)]
    [DataRow("a.rs", "fn {{name}}() { println!(\"{{name}}\"); }", 2)]
    [DataRow("A.tsx", "export function {{name}}() { return <A x={{name}} />; }", 2)]
    public void In_a_format_string_it_counts_where_the_file_fills_in_the_same_name(string path, string text, int count) =>
        Lexer.Lex(text, Languages.FromPath(path), path).Placeholders.Should().HaveCount(count);
}
