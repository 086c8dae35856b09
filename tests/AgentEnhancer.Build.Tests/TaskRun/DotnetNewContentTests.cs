using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace AgentEnhancer.Build.Tests.TaskRun;

[TestClass]
public sealed class DotnetNewContentTests
{
    [TestMethod]
    [DataRow("""{ "sources": [ { "exclude": "docs/**" } ] }""")]
    [DataRow("""{ "sources": [ { "exclude": [ "docs/**", "[Bb]in/**" ] } ] }""")]
    [DataRow("""{ /* lenient */ "sources": [ { "modifiers": [ { "exclude": [ "**/*.txt", ], } ] } ] }""")]
    [DataRow("""{ "sources": [ { "exclude": [ "docs/guid?.*" ] } ] }""")]
    public void What_template_json_leaves_out_is_left_out(string json) => Filter(json, "src/a.cs", "docs/guide.txt").Should().Equal("src/a.cs");

    [TestMethod]
    [DataRow("""{ "symbols": { "tests": { "type": "parameter", "datatype": "bool" } }, "sources": [ { "modifiers": [ { "condition": "(!tests)", "exclude": [ "docs/**" ] } ] } ] }""")]
    [DataRow("""{ "sources": [ { "exclude": [ "other/**", 5 ] }, "text" ] }""")]
    [DataRow("""[ "no object" ]""")]
    [DataRow("""{ not json""")]
    public void What_some_instances_keep_and_what_cannot_be_read_excludes_nothing(string json) =>
        Filter(json, "docs/guide.txt").Should().Equal("docs/guide.txt");

    [TestMethod]
    public void The_configuration_itself_is_no_template() =>
        Filter("{}", "a.cs", ".template.config/template.json", ".template.config/localize/templatestrings.de.json").Should().Equal("a.cs");

    [TestMethod]
    public void Items_of_other_origin_pass_whatever_they_are()
    {
        using var folder = new TaskFolder();
        DotnetNewContent.Filter([new TaskItem("x/logo.png")], folder.Root).Should().HaveCount(1);
    }

    [TestMethod]
    public void A_missing_template_json_excludes_nothing()
    {
        using var folder = new TaskFolder();
        DotnetNewContent.Filter([Item("a.cs")], folder.Root).Should().HaveCount(1);
    }

    private static IEnumerable<string> Filter(string templateJson, params string[] files)
    {
        using var folder = new TaskFolder();
        folder.Write("content/.template.config/template.json", templateJson);
        return [.. DotnetNewContent.Filter(files.Select(Item), folder.Root).Select(i => i.ItemSpec["content/".Length..])];
    }

    private static ITaskItem Item(string file)
    {
        var item = new TaskItem("content/" + file);
        item.SetMetadata(DotnetNewContent.RootMetadata, "content");
        return item;
    }
}
