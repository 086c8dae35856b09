using System.Text.Json;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Plans;
using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Responses.Reading;

[TestClass]
public sealed class Reading_a_plan
{
    [TestMethod]
    public void Takes_every_part_as_it_was_meant()
    {
        var plan = Plan("""
            "flow":"[t1] saves through [t3].",
            "references":[{"template":"t1","why":"handler of every write"}],
            "examples":[{"title":"Placing","span":"t1:6-30","imports":["t1:1-2"],"notice":["Mail goes last"]}],
            "practices":[{"do":"Save through the store","why":"it opens a transaction","evidence":["t3:3-4","t1:8"]}],
            "recipe":{"title":"Add a write","steps":[{"do":"Declare it","evidence":["t2:4"]}]},
            "always":["Pass the clock in"],"never":["Throw for a rule (instead: return a failure)"],"ask":["Before changing Save"]
            """);

        plan.Flow.Should().Be("[t1] saves through [t3].");
        plan.References.Should().Equal(new PlanReference("t1", "handler of every write"));
        var example = plan.Examples.Should().ContainSingle().Subject;
        (example.Title, example.Span).Should().Be(("Placing", Make.Evidence("t1", 6, 30)));
        example.Notice.Should().Equal("Mail goes last");
        var practice = plan.Practices.Should().ContainSingle().Subject;
        (practice.Do, practice.Why).Should().Be(("Save through the store", "it opens a transaction"));
        practice.Evidence.Should().Equal(Make.Evidence("t3", 3, 4), Make.Evidence("t1", 8, 8));
        plan.Recipe!.Title.Should().Be("Add a write");
        plan.Recipe.Steps.Single().Evidence.Should().Equal(Make.Evidence("t2", 4, 4));
        plan.Always.Single().Text.Should().Be("Pass the clock in");
        (plan.Never.Single().Text, plan.Never.Single().Instead).Should().Be(("Throw for a rule", "return a failure"));
        plan.Ask.Single().Text.Should().Be("Before changing Save");
    }

    [TestMethod]
    [DataRow("\"t3:12-34\"", 12, 34)]
    [DataRow("\"t3:12\"", 12, 12)]
    [DataRow("\"[t3:12-34]\"", 12, 34)]
    [DataRow("\"t3:L12-L34\"", 12, 34)]
    [DataRow("\"t3: 12–34\"", 12, 34)]
    [DataRow("\"T3:12 - 34\"", 12, 34)]
    [DataRow("\"t3:34-12\"", 12, 34)]
    [DataRow("\"t3:49-52\"", 49, 50)]
    [DataRow("\"templates/stores/order store/OrderStore.cs.template:12-34\"", 12, 34)]
    [DataRow("\"OrderStore.cs.template:12-34\"", 12, 34)]
    [DataRow("{\"template\":\"t3\",\"lines\":\"12-34\"}", 12, 34)]
    public void Reads_places_as_models_write_them(string place, int first, int last) =>
        Evidence($"[{place}]").Should().Equal(Make.Evidence("t3", first, last));

    [TestMethod]
    public void Reads_several_places_in_one_text() =>
        Evidence("\"t3:12-14, 20; t1:8\"").Should().Equal(Make.Evidence("t3", 12, 14), Make.Evidence("t3", 20, 20), Make.Evidence("t1", 8, 8));

    [TestMethod]
    public void Takes_the_places_in_a_text_for_its_evidence_where_none_is_given() =>
        Evidence("[]", "Save (t3:12-14) as [t1:8] does").Should().Equal(Make.Evidence("t3", 12, 14), Make.Evidence("t1", 8, 8));

    [TestMethod]
    [DataRow("\"t3\"")]
    [DataRow("\"[t3]\"")]
    public void Takes_a_template_without_lines_for_the_whole_of_it(string place) =>
        Evidence($"[{place}]", "Copy the handler").Should().Equal(Make.Evidence("t3", 1, Orders.Catalogue.Find("t3")!.LineCount));

    [TestMethod]
    public void Keeps_every_step_of_a_recipe_where_one_names_a_template_alone()
    {
        var plan = Plan("""
            "recipe":{"title":"Add a write","steps":[{"do":"Copy the handler","evidence":["t3"]},{"do":"Check it","evidence":["t3:4"]},{"do":"Save","evidence":["t1:1"]}]}
            """);

        PlanChecker.Check(Orders.Agent, plan, Orders.Catalogue).Plan.Recipe!.Steps.Select(s => s.Do).Should().Equal("Copy the handler", "Check it", "Save");
    }

    [TestMethod]
    public void Shows_no_whole_template_as_an_example() =>
        ((PlannedAnswer)Read("\"examples\":[{\"title\":\"x\",\"span\":\"t3\"}],\"never\":[\"Save twice\"]").Answers.Single())
            .Plan.Examples.Should().BeEmpty("nobody asked for a file of any length");

    [TestMethod]
    [DataRow("t9:1-2")]
    [DataRow("t3:51-52")]
    public void Leaves_places_that_do_not_exist_to_the_check_of_the_plan(string place)
    {
        var plan = Plan($$"""
            "practices":[{"do":"Save","why":"","evidence":["{{place}}"]}],"examples":[{"title":"x","span":"{{place}}"}]
            """);
        var check = PlanChecker.Check(Orders.Agent, plan, Orders.Catalogue);

        check.Plan.Practices.Should().BeEmpty();
        check.Plan.Examples.Should().BeEmpty();
        check.Problems.Should().ContainSingle("it is said once");
    }

    [TestMethod]
    [DataRow("\"practices\":[{\"do\":7,\"evidence\":[\"t1:1\"]}]", "practices[0] has no usable 'do'")]
    [DataRow("\"practices\":[{\"do\":\"a\",\"do\":\"b\",\"evidence\":[\"t1:1\"]}]", "practices[0] says 'do' twice")]
    [DataRow("\"practices\":5", "practices is no list")]
    [DataRow("\"practices\":[[\"Save\"]]", "practices[0] has the wrong type")]
    [DataRow("\"practices\":[{\"do\":\"Save\",\"evidence\":[\"somewhere\"]}]", "practices[0].evidence[0] names no lines")]
    [DataRow("\"references\":[{\"why\":\"x\"}]", "references[0] names no template")]
    [DataRow("\"examples\":[{\"title\":\"x\",\"span\":\"the handler\"}]", "examples[0] names no lines")]
    [DataRow("\"recipe\":{\"title\":4,\"steps\":[{\"do\":\"x\"}]}", "recipe.title is no text of a sentence's length")]
    [DataRow("\"always\":[{\"x\":1}]", "always[0] is no text")]
    public void Leaves_out_what_has_the_wrong_type_and_names_it(string part, string said)
    {
        var response = Read($"{part},\"never\":[\"Save twice\"]");

        ((PlannedAnswer)response.Answers.Single()).Plan.Never.Should().ContainSingle();
        var diagnostic = response.Diagnostics.Should().ContainSingle().Subject;
        diagnostic.Descriptor.Should().Be(ResponseDiagnostics.PartsLeftOut);
        diagnostic.File.Should().Be(Orders.Agent.FullPath);
        diagnostic.Message.Should().Contain(said);
    }

    [TestMethod]
    public void Takes_one_thing_for_a_list_of_it()
    {
        var plan = Plan("\"references\":\"t1\",\"always\":\"Save once\",\"practices\":{\"do\":\"Save\",\"evidence\":\"t3:4\"}");

        plan.References.Should().Equal(new PlanReference("t1", ""));
        plan.Always.Single().Text.Should().Be("Save once");
        plan.Practices.Single().Evidence.Should().Equal(Make.Evidence("t3", 4, 4));
    }

    [TestMethod]
    public void Says_that_an_empty_plan_is_none()
    {
        var response = Read("\"references\":[],\"practices\":[],\"always\":[]");

        response.Answers.Should().BeEmpty();
        response.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(ResponseDiagnostics.Unusable);
    }

    [TestMethod]
    public void Gives_up_a_recipe_that_lacks_a_step() =>
        Plan("\"recipe\":{\"title\":\"Add\",\"steps\":[{\"do\":\"a b c\",\"evidence\":[\"t1:1\"]},{\"evidence\":[\"t1:2\"]}]},\"always\":[\"x\"]").Recipe.Should().BeNull();

    [TestMethod]
    [DataRow("Import it (instead: use the list)", "Import it", "use the list")]
    [DataRow("Import it (instead use `a(b)`)", "Import it", "use `a(b)`")]
    [DataRow("Never import it; instead: use the list.", "Import it", "use the list")]
    [DataRow("Import it — instead, use the list", "Import it", "use the list")]
    [DataRow("Import it instead of the list", "Import it instead of the list", null)]
    public void Parts_a_never_from_what_to_do_instead(string said, string text, string? instead)
    {
        var never = Plan($"\"never\":[{JsonSerializer.Serialize(said)}]").Never.Single();

        (never.Text, never.Instead).Should().Be((text, instead));
    }

    [TestMethod]
    public void Makes_its_texts_one_line_without_control_characters() =>
        Plan("\"always\":[\"- Always save\\n\\u001b[31m# once\\u202e\\u0000per `Save`\"]").Always.Single().Text.Should().Be("Save [31m# once per `Save`");

    [TestMethod]
    public void Drops_texts_far_beyond_a_sentence() =>
        Read($"\"always\":[\"{new string('x', 700)}\",\"Save once\"]").Diagnostics.Single().Message.Should().Contain("always[0] is no text");

    [TestMethod]
    [DataRow("as t1:8 and (t3:4-6) do", "as [t1:8] and [t3:4-6] do")]
    [DataRow("as [t1:8] and [t1:8, t3:4] do", "as [t1:8] and [t1:8, t3:4] do")]
    [DataRow("in `t1:8` it is code", "in `t1:8` it is code")]
    [DataRow("at 12:30, port:80, xt1:8", "at 12:30, port:80, xt1:8")]
    public void Brings_places_in_texts_into_one_form(string said, string text) =>
        Plan($"\"always\":[{JsonSerializer.Serialize(said)}]").Always.Single().Text.Should().Be(text);

    [TestMethod]
    public void Reads_findings_apart_from_documents()
    {
        var response = AnswerReader.Read(
            """
            {"enhancements":[],"findings":[{"at":"t3:16","problem":"Differs from t1:12","fix":"Use {{Name}}"},{"at":"t3:99","problem":"x"},{"at":"t7:1","problem":"y"},{"at":"t1:1"}]}
            """, StopReason.Finished, [], Orders.Catalogue);

        response.Findings.Should().Equal(new PlanFinding(Make.Evidence("t3", 16, 16), "Differs from templates/services/OrderService.cs.template:12", "Use {{Name}}"));
        response.Diagnostics.Select(d => d.Descriptor).Should().Equal(ResponseDiagnostics.EvidenceOutside, ResponseDiagnostics.UnknownTemplate);
    }

    [TestMethod]
    public void Prefers_a_document_to_a_plan_and_a_plan_to_a_sentence()
    {
        Read("\"enhanced_content\":\"# A\\n\\nb\\nc\\nd\\ne\\n\",\"always\":[\"x\"]").Answers.Single().Should().BeOfType<WrittenAnswer>();
        Read("\"enhanced_content\":\"Done.\",\"always\":[\"x\"]").Answers.Single().Should().BeOfType<PlannedAnswer>();
    }

    private static System.Collections.Immutable.ImmutableArray<Evidence> Evidence(string places, string text = "Save once") =>
        Plan($"\"practices\":[{{\"do\":{JsonSerializer.Serialize(text)},\"why\":\"\",\"evidence\":{places}}}]").Practices.Single().Evidence;

    private static Plan Plan(string parts) => ((PlannedAnswer)Read(parts).Answers.Single()).Plan;

    private static BatchResponse Read(string parts) =>
        AnswerReader.Read($"{{\"enhancements\":[{{\"agent\":\"{Orders.Agent.Id}\",{parts}}}]}}", StopReason.Finished, [Orders.Agent], Orders.Catalogue);
}
