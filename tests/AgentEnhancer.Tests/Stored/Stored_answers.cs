using System.Collections.Immutable;
using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Stored;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Tests.Stored;

[TestClass]
public sealed class Stored_answers : IDisposable
{
    private static readonly Template Far = Make.Template("t6", "templates/zebra/Stripes.cs.template", Make.Lines(20, "stripes.Paint({0});"));
    private static readonly Template Close = Make.Template("t5", "templates/orders/Invoice.cs.template", Make.Lines(20, "invoice.Add({0});"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void Come_back_as_they_were()
    {
        Save(Request(), Planned());

        var stored = AnswerStore.Load(Request(), _folder.Root);

        stored.Open.Should().BeEmpty();
        stored.Diagnostics.Should().BeEmpty();
        stored.Answers.Single().Should().BeOfType<PlannedAnswer>().Which.Plan.Should().BeEquivalentTo(Orders.Plan);
        _folder.Files("").Should().Equal("agents/orders.md.json");
    }

    [TestMethod]
    public void May_be_whole_documents()
    {
        Save(Request(), new WrittenAnswer(Orders.Agent.Id, "# Title\n\n\"quoted\" ünd `code`\n"));

        AnswerStore.Load(Request(), _folder.Root).Answers.Should().Equal(new WrittenAnswer(Orders.Agent.Id, "# Title\n\n\"quoted\" ünd `code`"));
    }

    [TestMethod]
    public void Of_whole_documents_rest_on_the_templates_that_those_name()
    {
        ImmutableArray<Template> templates = [.. Orders.Catalogue.Templates, Close, Far];
        Save(Request(templates: templates), new WrittenAnswer(Orders.Agent.Id, $"Work from `{Far.Path}`.\n"));
        var changed = WithText(Far, lines => lines.Add("stripes.Wash();"));

        AnswerStore.Load(Request(templates: templates), _folder.Root).Open.Should().BeEmpty();
        AnswerStore.Load(Request(templates: [.. Orders.Catalogue.Templates, Close, changed]), _folder.Root).Open.Should().HaveCount(1);
    }

    [TestMethod]
    public void Are_the_same_bytes_each_time_and_end_with_one_line_end()
    {
        Save(Request(), Planned());
        var first = _folder.Read("agents/orders.md.json");

        Save(Request(), Planned());

        _folder.Read("agents/orders.md.json").Should().Be(first).And.EndWith("}\n").And.NotContain("\r").And.NotContain(_folder.Root);
    }

    [TestMethod]
    public void Say_which_model_gave_them_and_what_the_call_cost()
    {
        Save(Request(), Planned());

        var file = StoredAnswer.Read(File.ReadAllBytes(_folder["agents/orders.md.json"]));

        (file.Model, file.Usage, file.Protocol).Should().Be(("a-model", new StoredUsage(1200, 340, 1), Protocol.Version));
    }

    [TestMethod]
    public void Follow_their_templates_to_other_ids()
    {
        Save(Request(templates: [.. Orders.Catalogue.Templates, Close]), Planned());
        var renamed = Orders.Catalogue.Templates.Add(Close).Select((t, i) => t with { Id = $"t{i + 11}" });

        var plan = AnswerStore.Load(Request(templates: [.. renamed, Far]), _folder.Root).Answers.OfType<PlannedAnswer>().Single().Plan;

        plan.Flow.Should().Be("[t11] takes `Save` from [t13].");
        plan.References.Select(r => r.TemplateId).Should().Equal("t11", "t12", "t13");
        plan.Practices[0].Evidence.Should().Equal(Make.Evidence("t11", 6, 8), Make.Evidence("t12", 3, 3));
    }

    [TestMethod]
    public void Follow_the_text_where_empty_lines_shift_it()
    {
        Save(Request(), Planned());
        var shifted = WithText(Orders.Service, lines => ["", "", .. lines[..9], "", .. lines[9..]]);

        var plan = AnswerStore.Load(Request(templates: [shifted, Orders.Entity, Orders.Store, Orders.Mailer]), _folder.Root)
            .Answers.OfType<PlannedAnswer>().Single().Plan;

        var example = plan.Examples[0];
        (example.Span, example.Cuts[0], example.Imports[1]).Should().Be((Make.Evidence("t1", 8, 38), new LineSpan(23, 25), new LineSpan(6, 6)));
        foreach (var (then, now) in Places(Orders.Plan).Zip(Places(plan)).Where(p => p.First.TemplateId == "t1"))
        {
            shifted.Source.Lines[now.Span.First - 1].Should().Be(Orders.Service.Source.Lines[then.Span.First - 1]);
            shifted.Source.Lines[now.Span.Last - 1].Should().Be(Orders.Service.Source.Lines[then.Span.Last - 1]);
        }
    }

    [TestMethod]
    public void Keep_a_place_that_ends_with_an_empty_line()
    {
        var plan = Orders.Plan with { Practices = [Make.Practice("Import first", null, Make.Evidence("t1", 2, 3))] };
        Save(Request(), new PlannedAnswer(Orders.Agent.Id, plan));

        AnswerStore.Load(Request(), _folder.Root).Answers.OfType<PlannedAnswer>().Single().Plan.Practices[0].Evidence.Should().Equal(Make.Evidence("t1", 2, 3));
    }

    [TestMethod]
    public void Are_asked_for_again_where_a_template_that_they_cite_has_changed()
    {
        Save(Request(), Planned());
        var changed = WithText(Orders.Mailer, lines => lines.SetItem(40, "mail.SendLater(41);"));

        var stored = AnswerStore.Load(Request(templates: [Orders.Service, Orders.Entity, Orders.Store, changed]), _folder.Root);

        stored.Answers.Should().BeEmpty();
        stored.Open.Should().Equal(Orders.Agent);
        stored.Diagnostics.Should().BeEmpty("that is no fault of anybody");
    }

    [TestMethod]
    public void Are_asked_for_again_where_a_cited_template_is_gone()
    {
        Save(Request(), Planned());

        AnswerStore.Load(Request(templates: [Orders.Service, Orders.Entity, Orders.Store]), _folder.Root).Open.Should().HaveCount(1);
    }

    [TestMethod]
    public void Are_asked_for_again_where_another_template_matters_now()
    {
        Save(Request(), Planned());

        AnswerStore.Load(Request(templates: [Close, .. Orders.Catalogue.Templates]), _folder.Root).Open.Should().HaveCount(1);
    }

    [TestMethod]
    public void Don_t_care_about_templates_that_matter_to_others()
    {
        ImmutableArray<Template> templates = [.. Orders.Catalogue.Templates, Close, Far];
        Save(Request(templates: templates), Planned());

        AnswerStore.Load(Request(templates: [.. Orders.Catalogue.Templates, Close, WithText(Far, lines => lines.Add("stripes.Wash();"))]), _folder.Root)
            .Open.Should().BeEmpty();
    }

    [TestMethod]
    public void Are_asked_for_again_where_the_agent_or_an_option_of_the_question_has_changed()
    {
        Save(Request(), Planned());
        var other = Make.Agent(Orders.AgentText.Replace("Places and ships", "Places"), Orders.Agent.Id);

        AnswerStore.Load(Request(other), _folder.Root).Open.Should().HaveCount(1);
        AnswerStore.Load(Request(options: new EnhancementOptions { Shape = AnswerShape.Document }), _folder.Root).Open.Should().HaveCount(1);
        AnswerStore.Load(Request(options: new EnhancementOptions { Limits = new(MaximumLines: 200) }), _folder.Root).Open.Should().HaveCount(1);
        AnswerStore.Load(Request(options: new EnhancementOptions { Fallback = FallbackKind.Original }), _folder.Root)
            .Open.Should().BeEmpty("the question is the same");
    }

    [TestMethod]
    public void Don_t_care_about_line_ends()
    {
        Save(Request(), Planned());
        File.WriteAllText(_folder["agents/orders.md.json"], _folder.Read("agents/orders.md.json").ReplaceLineEndings("\r\n"));

        AnswerStore.Load(Request(Make.Agent(Orders.AgentText.ReplaceLineEndings("\r\n"), Orders.Agent.Id)), _folder.Root).Open.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n")]
    [DataRow("")]
    [DataRow("{}")]
    [DataRow("null")]
    [DataRow("[1]")]
    public void Are_reported_and_absent_where_their_file_is_damaged(string text)
    {
        Save(Request(), Planned());
        var path = _folder.Write("agents/orders.md.json", text);

        var stored = AnswerStore.Load(Request(), _folder.Root);

        stored.Open.Should().HaveCount(1);
        var damage = stored.Diagnostics.Should().ContainSingle().Subject;
        (damage.Descriptor, damage.File).Should().Be((StoredDiagnostics.Damaged, path));
    }

    [TestMethod]
    public void Are_reported_where_they_are_cut_off_anywhere()
    {
        Save(Request(), Planned());
        var whole = _folder.Read("agents/orders.md.json");
        foreach (var length in Enumerable.Range(1, 19).Select(i => whole.Length * i / 20))
        {
            _folder.Write("agents/orders.md.json", whole[..length]);
            AnswerStore.Load(Request(), _folder.Root).Diagnostics.Should().ContainSingle();
        }
    }

    [TestMethod]
    public void Are_of_another_version_and_absent()
    {
        Save(Request(), Planned());
        _folder.Write("agents/orders.md.json", _folder.Read("agents/orders.md.json").Replace("\"version\": 1", "\"version\": 2"));

        AnswerStore.Load(Request(), _folder.Root).Diagnostics.Single().Message.Should().Contain("version 2");
    }

    [TestMethod]
    public void Are_not_kept_where_the_gate_refused_them()
    {
        var refused = new AgentResult(Orders.Agent, null, 0, []);

        AnswerStore.Save(Request(), [refused], Response(Planned()), _folder.Root).Should().BeEmpty();
        AnswerStore.Save(Request(), [Accepted with { IsStandIn = true }], Response(Planned()), _folder.Root).Should().BeEmpty("that document is the built-in one");

        _folder.Files("").Should().BeEmpty();
    }

    [TestMethod]
    public void Cost_a_warning_where_they_cannot_be_kept()
    {
        _folder.Write("agents", "a file where the folder should be");

        Save(Request(), Planned()).Should().ContainSingle().Which.Descriptor.Should().Be(StoredDiagnostics.CannotStore);
    }

    [TestMethod]
    public void Are_an_error_each_in_a_locked_build_that_lacks_them()
    {
        var request = Request();

        var missing = AnswerStore.Missing(AnswerStore.Load(request, _folder.Root), _folder.Root).Should().ContainSingle().Subject;
        Save(Request(options: new EnhancementOptions { Shape = AnswerShape.ShortPlan }), Planned());
        var outdated = AnswerStore.Missing(AnswerStore.Load(request, _folder.Root), _folder.Root).Single();

        (missing.Descriptor, missing.File).Should().Be((StoredDiagnostics.LockedMissing, Orders.Agent.FullPath));
        missing.Message.Should().Contain("dotnet build -p:AgentEnhancerLockedMode=false").And.Contain("orders.md.json");
        outdated.Descriptor.Should().Be(StoredDiagnostics.LockedOutdated);
    }

    [TestMethod]
    public void Are_all_open_without_a_folder()
    {
        AnswerStore.Load(Request(), null).Open.Should().Equal(Orders.Agent);
        AnswerStore.Save(Request(), [Accepted], Response(Planned()), null).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Are_asked_for_by_one_process_at_a_time()
    {
        var inside = 0;
        var most = 0;
        await Parallel.ForAsync(0, 6, new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (_, cancel) =>
        {
            using var turn = await AnswerLock.EnterAsync(_folder.Root, cancel);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Delay(5, cancel);
            Interlocked.Decrement(ref inside);
        });

        most.Should().Be(1);
        _folder.Files("").Should().BeEmpty();
    }

    [TestMethod]
    public async Task Are_not_waited_for_where_the_build_is_cancelled()
    {
        using var turn = await AnswerLock.EnterAsync(_folder.Root, CancellationToken.None);
        using var cancel = new CancellationTokenSource(50);

        var wait = () => AnswerLock.EnterAsync(_folder.Root, cancel.Token);

        await wait.Should().ThrowAsync<OperationCanceledException>();
    }

    private static AgentResult Accepted => new(Orders.Agent, "a document", 3, []);

    private static PlannedAnswer Planned() => new(Orders.Agent.Id, Orders.Plan);

    private static BatchResponse Response(AgentAnswer answer) => new([answer], [], [], new TokenUsage(1200, 340)) { Model = "a-model" };

    private static BatchRequest Request(Agent? agent = null, ImmutableArray<Template> templates = default, EnhancementOptions? options = null)
    {
        agent ??= Orders.Agent;
        templates = templates.IsDefault ? Orders.Catalogue.Templates : templates;
        return new BatchRequest([agent], Make.Catalogue([.. templates]), Make.Relevance(agent, [.. templates]), options ?? new EnhancementOptions());
    }

    private static Template WithText(Template template, Func<ImmutableArray<string>, ImmutableArray<string>> change)
    {
        var lines = change(template.Source.Lines);
        return template with { Source = new LexedSource(lines, lines, lines, [], [], template.Source.Placeholders) };
    }

    private static IEnumerable<Evidence> Places(Plan plan) =>
        plan.Practices.SelectMany(p => p.Evidence).Concat(plan.Recipe!.Steps.SelectMany(s => s.Evidence)).Concat(plan.Always.SelectMany(c => c.Evidence));

    private ImmutableArray<Diagnostic> Save(BatchRequest request, AgentAnswer answer) =>
        AnswerStore.Save(request, [Accepted], Response(answer), _folder.Root);
}
