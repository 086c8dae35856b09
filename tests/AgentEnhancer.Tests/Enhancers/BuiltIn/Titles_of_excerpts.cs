using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Reading;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Titles_of_excerpts
{
    private const string Gate = "namespace Dock;\n\npublic sealed class Gate\n{\n    private readonly int _key;\n\n    public Gate(int key)\n    {\n        _key = key;\n    }\n\n    public void Open()\n    {\n    }\n\n    public void Shut()\n    {\n    }\n\n    public void Lock()\n    {\n    }\n\n    public void Free()\n    {\n    }\n}\n";

    private static string[] Titles(string other, params (string File, string[] Units)[] excerpts)
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates and locks of the dock in csharp")
            .Template("Gate.cs.template", Gate).Template("Lock.cs.template", other);
        var known = set.Know();
        var titles = new ExampleTitles(known.Focus("gate-author"), known.Facts);
        return [.. excerpts.Select(e =>
        {
            var template = known.Templates.Single(t => t.FileName == e.File);
            var units = template.Units.Where(u => e.Units.Contains(u.Name) && u.Parent is not null == (u.Level > 0)).ToArray();
            return titles.Of(template, new Excerpt(new LineSpan(units[0].Span.First, units[^1].Span.Last), [], [.. units.Where(u => e.Units is ["Gate"] || u.Level > 0)], ""));
        })];
    }

    private static string Other => Gate.Replace("Gate", "Lock", StringComparison.Ordinal).Replace("void Lock", "void Bolt", StringComparison.Ordinal);

    [TestMethod]
    public void Name_the_class_where_another_has_the_method_as_well() =>
        Titles(Other, ("Gate.cs", ["Open"]), ("Lock.cs", ["Open"])).Should().Equal("`Open` of `Gate`", "`Open` of `Lock`");

    [TestMethod]
    public void Leave_the_class_out_where_the_method_is_the_only_one() =>
        Titles(Other, ("Lock.cs", ["Bolt"])).Should().Equal("`Bolt`");

    [TestMethod]
    public void Name_the_first_and_the_last_of_many() =>
        Titles("namespace Dock;\n\npublic sealed class Lock\n{\n}\n", ("Gate.cs", ["Open", "Shut", "Lock", "Free"])).Should().Equal("`Open` to `Free`");

    [TestMethod]
    public void Are_of_the_file_where_it_exports_a_call()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of the dock").Template("vite.config.ts.template", "import { defineConfig } from \"vite\";\n\nexport default defineConfig({\n  root: \".\",\n  base: \"/\",\n});\n");
        var known = set.Know();
        var unit = known.Templates[0].Units.Single();

        new ExampleTitles(known.Focus("gate-author"), known.Facts).Of(known.Templates[0], new Excerpt(unit.Span, [], [unit], "")).Should().Be("`vite.config.ts`");
    }

    [TestMethod]
    public void Tell_two_parts_of_one_file_apart()
    {
        using var set = new TestSet().Agent("gate-author", "Writes gates of the dock").Template("gate.conf.template", "a\nb\nc\nd\n");
        var known = set.Know();
        var titles = new ExampleTitles(known.Focus("gate-author"), known.Facts);

        titles.Of(known.Templates[0], new Excerpt(new LineSpan(1, 2), [], [], "")).Should().Be("`gate.conf`");
        titles.Of(known.Templates[0], new Excerpt(new LineSpan(3, 4), [], [], "")).Should().Be("`gate.conf`, lines 3 to 4");
    }
}
