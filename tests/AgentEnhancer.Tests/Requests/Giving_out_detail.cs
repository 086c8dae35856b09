using AgentEnhancer.Requests;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Requests;

[TestClass]
public sealed class Giving_out_detail
{
    [TestMethod]
    public void A_small_set_is_shown_whole()
    {
        var json = RequestSet.Of(1, 3).Json();

        json["template_catalog"]!.AsArray().Select(t => RequestSet.DetailOf(t!)).Should().Equal(TemplateDetail.Source, TemplateDetail.Source, TemplateDetail.Source);
    }

    [TestMethod]
    public void Detail_falls_with_relevance()
    {
        var set = new RequestSet();
        string[] ids = [.. Enumerable.Range(1, 60).Select(i => $"t{i}")];
        foreach (var id in ids)
        {
            set.Template(id, Make.Lines(60), units: [Make.Unit("Read", 1, 30), Make.Unit("Write", 31, 60)]);
        }

        string[] ranking = [.. ids.Reverse()];
        var json = set.Agent("one.md", "Text.", ranking).Json();

        var details = ranking.Select(id => RequestSet.DetailOf(RequestSet.Template(json, id))).ToList();
        details.Should().BeInDescendingOrder();
        details.Should().StartWith([TemplateDetail.Source, TemplateDetail.Source]).And.EndWith([TemplateDetail.Purpose, TemplateDetail.Purpose]);
    }

    [TestMethod]
    public void Where_purposes_do_not_fit_the_least_relevant_have_a_path_only()
    {
        var json = new RequestSet { Options = new EnhancementOptions { Shape = AnswerShape.ShortPlan } }.Many(150).Json();

        var details = Enumerable.Range(1, 150).Select(i => RequestSet.DetailOf(RequestSet.Template(json, $"t{i}"))).ToList();
        details.Should().BeInDescendingOrder().And.Contain(TemplateDetail.Purpose).And.EndWith([TemplateDetail.Path, TemplateDetail.Path]);
    }

    [TestMethod]
    public void Every_agent_sees_its_best_template_before_any_sees_its_second_best()
    {
        var json = RequestSet.Of(8, 16).Json();

        for (var i = 1; i <= 8; i++)
        {
            RequestSet.DetailOf(RequestSet.Template(json, $"t{i}")).Should().BeOneOf(TemplateDetail.Source, TemplateDetail.Beginning);
        }

        RequestSet.DetailOf(RequestSet.Template(json, "t16")).Should().Be(TemplateDetail.Purpose);
    }

    [TestMethod]
    public void Every_agent_sees_the_units_of_what_it_works_with_before_any_template_is_shown_whole()
    {
        var set = new RequestSet();
        for (var i = 1; i <= 30; i++)
        {
            set.Template($"t{i}", Make.Lines(60), units: [Make.Unit("Read", 1, 30), Make.Unit("Write", 31, 60)]);
        }

        for (var agent = 0; agent < 10; agent++)
        {
            set.Agent($"a{agent}.md", "Text.", [$"t{(3 * agent) + 1}", $"t{(3 * agent) + 2}", $"t{(3 * agent) + 3}"]);
        }

        var json = set.Json();

        json["template_catalog"]!.AsArray().Select(t => RequestSet.DetailOf(t!)).Should().OnlyContain(d => d >= TemplateDetail.Outline);
    }

    [TestMethod]
    public void Every_agent_of_the_sample_sees_lines_of_its_best_template()
    {
        var request = SampleRequest.WebApi();
        var owned = TemplateOrder.Owned(request.Relevance);
        var json = RequestSet.Json(PromptWriter.Write(request).Single());

        foreach (var agent in request.Agents)
        {
            var best = TemplateOrder.For(agent, request, owned).First().Template;
            RequestSet.Template(json, best.Id)["source"].Should().NotBeNull("{0} works from {1}", agent, best);
        }
    }

    [TestMethod]
    public void What_an_agent_owns_comes_before_what_it_merely_ranks_higher()
    {
        var set = new RequestSet();
        for (var i = 1; i <= 20; i++)
        {
            set.Template($"t{i}", Make.Lines(60), owner: i == 20 ? "one.md" : null);
        }

        var json = set.Agent("one.md", "Text.", [.. Enumerable.Range(1, 20).Select(i => $"t{i}")]).Json();

        RequestSet.DetailOf(RequestSet.Template(json, "t20")).Should().Be(TemplateDetail.Source);
        RequestSet.DetailOf(RequestSet.Template(json, "t19")).Should().Be(TemplateDetail.Purpose);
    }

    [TestMethod]
    public void An_owned_template_beyond_the_ranking_is_still_its_owners()
    {
        var json = RequestSet.Of(1, 20).Template("t99", Make.Lines(60), owner: "agent-001.md").Json();

        RequestSet.DetailOf(RequestSet.Template(json, "t99")).Should().Be(TemplateDetail.Source);
    }

    [TestMethod]
    public void Of_a_template_longer_than_all_room_the_first_units_are_shown_and_the_others_listed()
    {
        var json = new RequestSet()
            .Template("t1", Make.Lines(3_000), units: [Make.Unit("Open", 3, 37), Make.Unit("Close", 39, 90), Make.Unit("Deep", 50, 60) with { Level = 2 }])
            .Agent("one.md", "Text.", "t1")
            .Json();

        var template = RequestSet.Template(json, "t1");
        RequestSet.Strings(template["source"]).Should().HaveCount(37).And.HaveElementAt(36, "37 var value37 = Read(37);");
        RequestSet.Strings(template["outline"]).Should().Equal("39-90 method Close");
        ((int)template["line_count"]!).Should().Be(3_000);
    }

    [TestMethod]
    public void An_outline_begins_with_the_imports_and_names_units_and_their_members()
    {
        var imports = new Import(new LineSpan(1, 2), "Shop.Core", [], true);
        var template = Make.Template("t1", "templates/a.cs.template", Make.Lines(90), units: [Make.Unit("Order", 4, 90, UnitKind.Class), Make.Unit("Pay", 10, 20) with { Level = 1 }]) with
        {
            Imports = [imports, imports with { Span = new LineSpan(3, 3) }],
        };

        TemplateEntry.Of(template, TemplateDetail.Outline, Make.Relevance(Make.Agent("x"))).Outline
            .Should().Equal("1-3 imports", "4-90 class Order", "10-20 method Pay");
    }

    [TestMethod]
    public void A_line_without_end_is_cut()
    {
        var json = new RequestSet().Template("t1", $"var a = 1;\nvar data = \"{string.Concat(Enumerable.Repeat("abc def ", 9_000))}\";\n").Agent("one.md", "Text.", "t1").Json();

        var line = RequestSet.Strings(RequestSet.Template(json, "t1")["source"]).Last();
        line.Should().StartWith("2 var data = \"abc def").And.EndWith("…");
        line.Length.Should().BeLessThan(400);
    }
}

file static class Sets
{
    /// <summary>Templates in order of rank, with paths as long as some are.</summary>
    public static RequestSet Many(this RequestSet set, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            set.Template($"t{i}", Make.Lines(60), $"templates/some/folder/of/a/larger/product/with-long-names/part-{i:D3}/component-{i:D3}.cs.template",
                purpose: "What somebody who needs this part of the product has to know about it before they write another one of its kind");
        }

        return set.Agent("one.md", "Text.", [.. Enumerable.Range(1, count).Select(i => $"t{i}")]);
    }
}
