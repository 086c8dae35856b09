using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Reading;

[TestClass]
public sealed class Naming_languages
{
    [TestMethod]
    [DataRow("templates/a/X.cs.template", "csharp")]
    [DataRow("X.tsx.template", "tsx")]
    [DataRow("x.py.j2", "python")]
    [DataRow("x.ts.hbs.template", "typescript")]
    [DataRow("x.module.ts.ejs", "typescript")]
    [DataRow("Dockerfile", "dockerfile")]
    [DataRow("Dockerfile.dev.template", "dockerfile")]
    [DataRow("Makefile.tmpl", "makefile")]
    [DataRow("Jenkinsfile", "groovy")]
    [DataRow("Gemfile", "ruby")]
    [DataRow(".env.example.template", "dotenv")]
    [DataRow("go.mod", "go")]
    [DataRow("docker-compose.yml.template", "yaml")]
    [DataRow("Index.cshtml", "razor")]
    [DataRow("home.blade.php", "blade")]
    [DataRow("orders/show.blade.php.template", "blade")]
    [DataRow("invoice.rb.erb.template", "ruby")]
    [DataRow("database.yml.erb", "yaml")]
    [DataRow("Gemfile.tt", "ruby")]
    [DataRow("_form.html.erb.template", "erb")]
    [DataRow("chart/templates/_helpers.tpl.template", "gotmpl")]
    [DataRow("app.ts.tpl", "typescript")]
    [DataRow("Main.axaml", "xaml")]
    [DataRow("App.vue", "vue")]
    [DataRow("schema.prisma", "prisma")]
    [DataRow("X.csproj.template", "xml")]
    [DataRow("LICENSE", "text")]
    [DataRow("a.b\\X.fs", "fsharp")]
    public void The_extension_before_template_tells(string path, string language) => Languages.FromPath(path).Should().Be(language);

    [TestMethod]
    [DataRow("a/invoice.rb.erb.template", "invoice.rb")]
    [DataRow("a/x.ts.hbs", "x.ts")]
    [DataRow("a/_form.html.erb.template", "_form.html.erb")]
    [DataRow("a/_helpers.tpl", "_helpers.tpl")]
    [DataRow("a/page.html.j2", "page.html")]
    [DataRow("a/X.cs.template", "X.cs")]
    [DataRow("a/.env.tmpl", ".env.tmpl")]
    public void The_file_that_a_template_makes_has_no_extension_of_the_engine(string path, string name) =>
        AgentEnhancer.Templates.TemplatePaths.OutputFileName(path).Should().Be(name);

    [TestMethod]
    public void Every_language_has_a_fence_and_a_family()
    {
        foreach (var language in LanguageNames.All)
        {
            Languages.FenceTag(language).Should().NotBeNullOrEmpty();
            Languages.Family(language).Should().NotBeNullOrEmpty();
        }

        Languages.FenceTag("typescript").Should().Be("ts");
        Languages.Family("vue").Should().Be(Languages.Family("jsx"));
        Languages.Family("go").Should().NotBe(Languages.Family("rust"));
    }
}
