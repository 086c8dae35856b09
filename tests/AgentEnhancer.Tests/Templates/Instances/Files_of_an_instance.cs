using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Tests.Templates.Instances;

[TestClass]
public sealed class Files_of_an_instance
{
    [TestMethod]
    [DataRow("", "src/Auth.cs", null)]
    [DataRow("""{ "modifiers": [ { "condition": "(!auth)", "exclude": "src/Auth.cs" } ] }""", "src/Auth.cs", "only with `--auth`")]
    [DataRow("""{ "modifiers": [ { "condition": "(!auth)", "exclude": [ "src/*" ] } ] }""", "other.cs", null)]
    [DataRow("""{ "exclude": "src/**", "modifiers": [ { "condition": "auth", "include": "src/Auth.cs" } ] }""", "src/Auth.cs", "only with `--auth`")]
    [DataRow("""{ "condition": "usePostgres" }""", "src/Auth.cs", "only with `--db postgres`")]
    [DataRow("""{ "source": "a", "target": "./", "condition": "auth" }, { "source": "b", "condition": "!auth" }""", "a/x.cs", "only with `--auth`")]
    public void A_file_comes_with_options(string sources, string path, string? words) =>
        ConditionWords.Of(FileFate.Of(path, ConfigOf.Sources(sources)).Condition).Should().Be(words);

    [TestMethod]
    [DataRow("""{ "exclude": "src/**" }""", "src/a.cs")]
    [DataRow("""{ "modifiers": [ { "exclude": "src/**" } ] }""", "src/a.cs")]
    [DataRow("""{ "include": "src/**" }""", "docs/a.md")]
    [DataRow("""{ "source": "src" }""", "docs/a.md")]
    [DataRow("", "obj/a.cs")]
    [DataRow("", ".template.config/notes.txt")]
    public void A_file_that_no_instance_has_is_no_content(string sources, string path) =>
        DotnetNewFiles.IsContent(path, ConfigOf.Sources(sources)).Should().BeFalse();

    [TestMethod]
    [DataRow("", "src/a.cs", "src/a.cs")]
    [DataRow("""{ "rename": { "_gitignore": ".gitignore" } }""", "_gitignore", ".gitignore")]
    [DataRow("""{ "modifiers": [ { "rename": { "./a.cs": "b.cs" } } ] }""", "a.cs", "b.cs")]
    [DataRow("""{ "modifiers": [ { "condition": "auth", "rename": { "a.cs": "b.cs" } } ] }""", "a.cs", null)]
    [DataRow("""{ "rename": { "src": "lib" } }""", "src/a.cs", null)]
    [DataRow("""{ "source": "./content/", "target": "./app/" }""", "content/a.cs", "app/a.cs")]
    [DataRow("""{ "target": "x" }, { "target": "y" }""", "a.cs", null)]
    public void A_path_is_the_instances(string sources, string path, string? expected) =>
        FileFate.Of(path, ConfigOf.Sources(sources)).Path.Should().Be(expected);

    [TestMethod]
    [DataRow("src/Acme.Shop/a.cs", true, DisplayName = "the name is replaced in both")]
    [DataRow("src/GadgetStore.cs", true, DisplayName = "the symbol is replaced in both")]
    [DataRow("src/WidgetStore.cs", false, DisplayName = "replaced in texts only")]
    [DataRow("src/ThingStore.cs", false, DisplayName = "renamed only")]
    [DataRow("src/acme.shop/a.cs", false, DisplayName = "a form of the name, in texts only")]
    [DataRow("src/FormStore.cs", false, DisplayName = "forms may differ")]
    [DataRow("src/plain.cs", true, DisplayName = "nothing to replace")]
    public void A_path_is_cited_where_its_text_follows_the_file(string path, bool isCited)
    {
        var instance = InstanceReader.Read(path, "a\n", Config);
        (instance.PathFor(isCopied: false) is not null).Should().Be(isCited);
    }

    [TestMethod]
    [DataRow("src/WidgetStore.cs", true)]
    [DataRow("src/acme.shop/a.cs", true)]
    [DataRow("src/Acme.Shop/a.cs", false)]
    [DataRow("src/GadgetStore.cs", false)]
    public void A_document_that_is_only_copied_names_what_keeps_its_name(string path, bool isCited) =>
        (InstanceReader.Read(path, "a\n", Config).PathFor(isCopied: true) is not null).Should().Be(isCited);

    [TestMethod]
    [DataRow("{ not json")]
    [DataRow("[ 1 ]")]
    [DataRow("{ \"sourceName\": \"\\ud800\" }")]
    public void What_cannot_be_read_is_no_template(string json) => ConfigOf.Read(json).Should().BeNull();

    [TestMethod]
    public void What_has_another_type_than_expected_is_passed_over()
    {
        var config = ConfigOf.Json(
            """
            { // comments and trailing commas are allowed
              "sourceName": 5, "symbols": { "a": 1, "b": { "type": "parameter", "replaces": 2, "choices": "x", } }, "guids": "no list",
              "sources": [ "text", { "exclude": [ 5 ], "modifiers": [ 3 ], "rename": { "a": 1 } } ], "SpecialCustomOperations": [ ]
            }
            """);
        config.SourceName.Should().BeNull();
        config.Symbols.Keys.Should().Equal("b");
        config.Sources.Should().ContainSingle();
        FileFate.Of("a", config).Should().Be(new FileFate(Condition.Always, false, "a"));
    }

    private static readonly TemplateConfig Config = ConfigOf.Json(
        """
        {
          "sourceName": "Acme.Shop",
          "symbols": {
            "gadget": { "type": "parameter", "replaces": "Gadget", "fileRename": "Gadget" },
            "widget": { "type": "parameter", "replaces": "Widget" },
            "thing": { "type": "parameter", "fileRename": "Thing" },
            "form": { "type": "parameter", "replaces": "Form", "fileRename": "Form", "forms": { "global": [ "lc" ] } }
          }
        }
        """);
}
