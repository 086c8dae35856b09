using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Tests.Templates.Instances;

/// <summary>Each line as <c>number text ? condition</c>; the package's tests hold the same against <c>dotnet new</c> itself.</summary>
[TestClass]
public sealed class Lines_of_an_instance
{
    [TestMethod]
    public void Numbers_are_known_as_far_as_the_first_line_that_options_take_away() => Of("a.cs", "a", "#if (auth)", "b", "#endif", "c").Should().Equal(
        "1 a", "2 b ? only with `--auth`", "- c");

    [TestMethod]
    public void Branches_of_one_length_keep_the_numbers_below() => Of("a.cs", "a", "#if (auth)", "b", "#else", "c", "#endif", "d").Should().Equal(
        "1 a", "2 b ? only with `--auth`", "2 c ? only without `--auth`", "3 d");

    [TestMethod]
    public void A_chain_of_branches_excludes_those_before() =>
        Of("a.cs", "#if (auth)", "a", "#elif (usePostgres)", "b", "c", "#else", "d", "#endif", "e").Should().Equal(
            "1 a ? only with `--auth`", "1 b ? only with `--db postgres`, without `--auth`", "2 c ? only with `--db postgres`, without `--auth`",
            "1 d ? only without `--auth` or `--db postgres`", "- e");

    [TestMethod]
    public void Blocks_in_blocks_need_both() => Of("a.cs", "#if auth", "#if (!https)", "a", "#endif", "b", "#endif").Should().Equal(
        "1 a ? only with `--auth` and `--https false`", "- b ? only with `--auth`");

    [TestMethod]
    public void What_no_option_brings_is_gone_and_leaves_no_gap() => Of("a.cs", "a", "#if DEBUG", "b", "#else", "c", "#endif", "d").Should().Equal("1 a", "2 c", "3 d");

    [TestMethod]
    public void Where_directives_are_off_they_are_the_languages_own() =>
        Of("a.cs", "//-:cnd:noEmit", "#if DEBUG", "a", "#endif", "//+:cnd:noEmit", "#if auth", "b", "#endif").Should().Equal(
            "1 #if DEBUG", "2 a", "3 #endif", "4 b ? only with `--auth`");

    [TestMethod]
    [DataRow("a.ts", "//#if (auth)", "//#endif")]
    [DataRow("a.py", "//#if (auth)", "//#endif")]
    [DataRow("a.sql", "//#if (auth)", "//#endif")]
    [DataRow("a.json", "  //#if (auth)", "  //#endif")]
    [DataRow("a.yaml", "#if (auth)", "#endif")]
    [DataRow("Dockerfile", "#if (auth)", "#endif")]
    [DataRow("a.ps1", "#if (auth)", "#endif")]
    [DataRow("a.html", "<!--#if (auth) -->", "<!--#endif -->")]
    [DataRow("a.md", "<!--#if (auth)", "#endif-->")]
    [DataRow("a.csproj", "    <!--#if (auth) -->", "<!--#endif -->")]
    [DataRow("a.razor", "@*#if (auth) *@", "@*#endif *@")]
    [DataRow("a.tsx", "{/*#if (auth) */}", "{/*#endif */}")]
    [DataRow("a.css", "/*#if (auth) */", "/*#endif */")]
    [DataRow("a.cmd", "rem #if (auth)", "rem #endif")]
    [DataRow("a.haml", "-##if (auth)", "-##endif")]
    [DataRow("a.vb", "#If (auth)", "#End If")]
    public void Every_kind_of_file_has_directives_of_its_own(string file, string open, string close) =>
        Of(file, "a", open, "b", close).Should().Equal("1 a", "2 b ? only with `--auth`");

    [TestMethod]
    public void A_directive_takes_its_line_wherever_in_it_it_stands() =>
        Of("a.ts", "a", "b //#if (auth)", "c", "  //#endif d", "e").Should().Equal("1 a", "2 c ? only with `--auth`", "- e");

    [TestMethod]
    public void What_closes_nothing_is_text() => Of("a.cs", "a", "#endif", "#else").Should().Equal("1 a", "2 #endif", "3 #else");

    [TestMethod]
    [DataRow("a.py", "#if (auth)")]
    [DataRow("a.sql", "--#if (auth)")]
    [DataRow("a.ts", "#if (auth)")]
    public void Those_of_another_kind_are_text(string file, string line) => Of(file, line).Should().Equal("1 " + line);

    [TestMethod]
    public void Lines_that_lose_a_comments_mark_are_rewritten() =>
        Read("a.yaml", "##if (auth)", "#b", "##endif").Lines.Select(l => l.IsRewritten).Should().Equal(false, true, false);

    [TestMethod]
    public void Elements_of_project_files_are_decided_by_the_symbols_that_they_name() =>
        Of("a.csproj", "<A Condition=\"'$(auth)' == 'True'\">", "  <B />", "</A>", "<C Condition=\"'$(Configuration)' == 'Debug'\" />").Should().Equal(
            "- <A Condition=\"'$(auth)' == 'True'\"> ? only with `--auth`", "-   <B /> ? only with `--auth`", "- </A> ? only with `--auth`",
            "- <C Condition=\"'$(Configuration)' == 'Debug'\" />");

    [TestMethod]
    public void A_template_may_have_directives_of_its_own() => Lines(InstanceReader.Read(
        "a.py",
        "# start auth\nb\n# end\n#--if (auth)\nc\n",
        ConfigOf.Json($$"""
        { "symbols": { {{ConfigOf.Symbols}} }, "SpecialCustomOperations": { "**/*.py": { "operations": [
          { "type": "conditional", "configuration": { "if": [ "# start" ], "endif": [ "# end" ] } } ] } } }
        """)), "# start auth\nb\n# end\n#--if (auth)\nc\n").Should().Equal("1 b ? only with `--auth`", "- #--if (auth)", "- c");

    [TestMethod]
    public void What_is_only_copied_keeps_its_directives() =>
        Lines(InstanceReader.Read("a.cs", "#if auth\nb\n#endif\n", ConfigOf.Sources("""{ "copyOnly": "a.*" }""")), "#if auth\nb\n#endif\n").Should().Equal("1 #if auth", "2 b", "3 #endif");

    [TestMethod]
    public void A_place_is_told_where_every_instance_has_it_there()
    {
        var instance = Read("a.cs", "a", "#if (auth)", "b", "", "c", "#else", "d", "#endif", "e");
        instance.Place(new LineSpan(1, 1)).Should().Be(new InstancePlace(new LineSpan(1, 1), null));
        instance.Place(new LineSpan(2, 6)).Should().Be(new InstancePlace(new LineSpan(2, 4), "only with `--auth`"));
        instance.Place(new LineSpan(1, 5)).Should().Be(new InstancePlace(null, null), "without the option its last lines are others");
        instance.Place(new LineSpan(1, 9)).Should().Be(new InstancePlace(null, null));
        instance.Place(new LineSpan(9, 9)).Should().Be(new InstancePlace(null, null));
    }

    [TestMethod]
    public void Branches_of_what_is_not_told_are_never_there_together()
    {
        var instance = Read("a.cs", "#if (port)", "a", "#else", "b", "#endif", "c");
        instance.Hidden(new LineSpan(2, 4), [], isCopied: false).Should().Equal(new LineSpan(2, 4));
        instance.Place(new LineSpan(2, 2)).Should().Be(new InstancePlace(LineSpan.Of(1), "only with some options"));
        instance.Place(new LineSpan(6, 6)).Should().Be(new InstancePlace(LineSpan.Of(2), null));
    }

    [TestMethod]
    public void A_document_leaves_out_what_its_reader_may_not_have()
    {
        var instance = Read("a.cs", "a", "#if (auth)", "b", "#endif", "c");
        instance.Hidden(new LineSpan(1, 5), [], isCopied: false).Should().Equal(new LineSpan(2, 4));
        instance.Hidden(new LineSpan(3, 3), [], isCopied: false).Should().BeEmpty("all of it comes with one option, which can be said");
        instance.Hidden(new LineSpan(2, 4), [], isCopied: false).Should().Equal(LineSpan.Of(2), LineSpan.Of(4));
    }

    [TestMethod]
    public void Text_that_is_replaced_in_one_of_the_two_only_is_not_quoted()
    {
        var config = ConfigOf.Json("""{ "sourceName": "Acme.Shop", "sources": [ { "copyOnly": "copied/*" } ] }""");
        var copied = InstanceReader.Read("copied/a.cs", "namespace Acme.Shop;\nclass A;\n", config);
        copied.Hidden(new LineSpan(1, 2), [], isCopied: false).Should().Equal(LineSpan.Of(1));
        copied.Hidden(new LineSpan(1, 2), [], isCopied: true).Should().BeEmpty();
        InstanceReader.Read("a.cs", "namespace Acme.Shop;\n", config).Hidden(LineSpan.Of(1), [], isCopied: true).Should().Equal(LineSpan.Of(1));
    }

    [TestMethod]
    public void What_the_engine_would_act_on_in_the_document_itself_is_not_quoted() =>
        Read("a.cs", "var x = \"<!--#if (auth)-->\";", "b").Hidden(new LineSpan(1, 2), [], isCopied: false).Should().Equal(LineSpan.Of(1));

    [TestMethod]
    public void Directives_are_blank_to_whoever_reads_the_language()
    {
        const string Text = "a\r\n#if auth\r\nb\n#endif\n";
        InstanceReader.Readable(Text, InstanceReader.Read("a.cs", Text, ConfigOf.Sources(""))).Should().Be("a\r\n        \r\nb\n      \n");
    }

    private static Instance Read(string file, params string[] lines) => InstanceReader.Read(file, string.Join('\n', lines), ConfigOf.Sources(""));

    private static IEnumerable<string> Of(string file, params string[] lines) => Lines(Read(file, lines), string.Join('\n', lines));

    private static IEnumerable<string> Lines(Instance instance, string text) => instance.Lines.Zip(text.Split('\n'))
        .Where(l => !l.First.IsRemoved)
        .Select(l => $"{l.First.Number?.ToString() ?? "-"} {l.Second}{(ConditionWords.Of(l.First.Condition) is { } words ? " ? " + words : "")}");
}
