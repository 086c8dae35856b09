using System.Collections.Immutable;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans.Rules;
using AgentEnhancer.Relevance;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Authors_own_words
{
    [TestMethod]
    [DataRow("// `lock_pair` must run before the rows are read.", "“`lock_pair` must run before the rows are read”")]
    [DataRow("// tenantFrom panics outside the guard; a handler must never run there.", "“tenantFrom panics outside the guard; a handler must never run there”")]
    [DataRow("// A migration that was released is never edited.", "“A migration that was released is never edited”")]
    [DataRow("// Do not say which of both fields was wrong.", "“Do not say which of both fields was wrong”")]
    [DataRow("// Endpoints translate; they never decide.", "“Endpoints translate; they never decide”")]
    [DataRow("// Add new event names, but never rename an old one.", "“Add new event names, but never rename an old one”")]
    [DataRow("// The row may only be touched under the lock.", "“The row may only be touched under the lock”")]
    [DataRow("// Transfers: the only code that changes a balance.", "“Transfers: the only code that changes a balance”")]
    [DataRow("// The domain knows nothing of the wire format.", "“The domain knows nothing of the wire format”")]
    [DataRow("// A check of permissions belongs in the policy.", "“A check of permissions belongs in the policy”")]
    [DataRow("// Never write files in UTF-16, only in UTF-8.", "“Never write files in UTF-16, only in UTF-8”")]
    [DataRow("// Dispatch after the commit: a worker may be faster than the sender.", "“Dispatch after the commit: a worker may be faster than the sender”.")]
    [DataRow("// Eager-load what the page shows, otherwise this is one query per row.", "“Eager-load what the page shows, otherwise this is one query per row”.")]
    [DataRow("// 404 and not 403: don't tell a stranger that the berth exists.", "“404 and not 403: don't tell a stranger that the berth exists”")]
    [DataRow("// Row order matters: always build the list from FIELDS.", "“Row order matters: always build the list from FIELDS”")]
    [DataRow("// The unique index is what decides; the check above gives the better message.", "“The unique index is what decides; the check above gives the better message”")]
    [DataRow("// One pool for the process; a pool for each call would exhaust the server.", "“One pool for the process; a pool for each call would exhaust the server”.")]
    [DataRow("// owner_id is an identifier and must never reach the client", "“owner_id is an identifier and must never reach the client”")]
    [DataRow("// look back three days: late events must not be lost", "“look back three days: late events must not be lost”")]
    [DataRow("// Services return a Result and never raise to their caller.", "“Services return a Result and never raise to their caller”")]
    [DataRow("// Each test makes its own data and removes it; never rely on the seed.", "“Each test makes its own data and removes it; never rely on the seed”")]
    [DataRow("// never return the row itself, its hash would end up in the log", "“never return the row itself, its hash would end up in the log”")]
    [DataRow("// Every query takes the port first: there is no other guard in the store.", "“Every query takes the port first: there is no other guard in the store”")]
    [DataRow("// Writes go through the harbour's service.", "“Writes go through the harbour's service”")]
    [DataRow("// Only named ports are supported, the chart needs a label.", "“Only named ports are supported, the chart needs a label”")]
    [DataRow("// This file must not import from the database layer.", "`script.ts`: “This file must not import from the database layer”")]
    public void Are_heard_where_they_ask_for_something(string comment, string quote) =>
        Quotes(comment).Should().Equal(quote);

    [TestMethod]
    [DataRow("// Reading an entry never throws an error.")]
    [DataRow("// The flag is always set by the loader.")]
    [DataRow("// Never called while the lock is held.")]
    [DataRow("// Callers were told that they must retry.")]
    [DataRow("// The list must hold one entry, see ABC-1234.")]
    [DataRow("// Must the caller hold the lock here as well?")]
    [DataRow("// Licensed material: you must not copy the text.")]
    [DataRow("// total = must_not_be_null(total);")]
    [DataRow("// A plain queue, not a topic with partitions.")]
    [DataRow("// Rows that do not match are counted as well.")]
    [DataRow("// Set by the pipeline: the digest of the image.")]
    [DataRow("// True when more waits: the next run follows, not later.")]
    [DataRow("// Import of the tide tables: runs each night.")]
    [DataRow("// look at the rows that are still open")]
    [DataRow("// Every berth has a number and a length.")]
    [DataRow("// We don't know the length of the ship yet.")]
    [DataRow("// Services return a Result and never raises anything.")]
    [DataRow("// This file is written by the generator each night.")]
    [DataRow("// The row would be missing.")]
    public void Are_no_rules_where_they_only_tell(string comment) =>
        Quotes(comment).Should().BeEmpty();

    [TestMethod]
    public void Of_a_body_are_heard_with_their_reason_only() =>
        Quotes("""
            export function book(rows) {
              // Let the index decide: asking first leaves a gap between question and insert.
              const a = rows.first();
              // Mark a row only after the broker confirmed the message.
              const b = rows.second();

              // Use the second of the rows that came back.
              return a + b;
            }
            """).Should().BeEquivalentTo(
            "“Let the index decide: asking first leaves a gap between question and insert”.",
            "“Mark a row only after the broker confirmed the message”.");

    [TestMethod]
    public void End_where_a_directive_begins()
    {
        using var set = new TestSet().Template("0001.sql", "-- A released migration must stay as it is\n-- +goose Up\nCREATE TABLE a (id int);\n");

        Said(set).Should().ContainSingle().Which.Text.Should().Be("“A released migration must stay as it is”");
    }

    [TestMethod]
    public void Are_not_taken_from_tagged_parts() =>
        Quotes("""
            /**
             * Callers must release the handle in the end.
             * @param rows the rows, which must not be empty
             * @return a handle that the caller must dispose of
             */
            export function open(rows) {
              return rows;
            }
            """).Should().Equal("“Callers must release the handle in the end”");

    [TestMethod]
    public void Name_the_unit_that_it_stands_for() =>
        Quotes("""
            /** Must be called in a transaction: the lock lasts until its end. */
            export function lockRows(rows) {
              return rows;
            }
            """).Should().Equal("`lockRows`: “Must be called in a transaction: the lock lasts until its end”");

    [TestMethod]
    public void Bring_the_sentence_before_where_a_pronoun_needs_it()
    {
        using var set = new TestSet().Template("errors.ts", """
            import { a } from "./a";

            export function find(id) {
              const found = a(id);
              // Missing rows and rows of others get the same answer.
              // Never tell the two apart in a message.
              return found;
            }
            """);

        var said = Said(set).Should().ContainSingle().Subject;

        said.Text.Should().Be("“Missing rows and rows of others get the same answer. Never tell the two apart in a message”");
        said.Evidence[0].Span.ToString().Should().Be("5-6");
    }

    [TestMethod]
    public void Are_dropped_where_nobody_can_tell_what_they_speak_of() =>
        Quotes("""
            export function raise(gate) {
              const a = gate.open();
              // Never raise it while the gate is held by others.
              return a;
            }
            """).Should().BeEmpty();

    [TestMethod]
    public void Are_cited_with_the_lines_of_their_first_and_last_words()
    {
        using var set = new TestSet().Template("store.ts", """
            import { a } from "./a";

            /**
             * Writes the entry. Every write that
             * is audited must go through
             * the transaction helper.
             */
            export function write(rows) {
              return a(rows);
            }
            """);

        var said = Said(set).Should().ContainSingle().Subject;

        said.Text.Should().Be("“Every write that is audited must go through the transaction helper”");
        said.Evidence[0].Span.ToString().Should().Be("4-6");
    }

    [TestMethod]
    public void In_a_rule_list_are_cited_to_their_last_line()
    {
        using var set = new TestSet().Template("AGENTS.md", "# Rules\n\n## Never\n\n- Log the body of a request, for it may\n  hold personal data\n");

        AuthorStatements.From(Facts(set)).Should().ContainSingle().Which.Evidence[0].Span.ToString().Should().Be("5-6");
    }

    [TestMethod]
    public void In_a_rule_list_go_to_whoever_may_write()
    {
        using var set = new TestSet()
            .Template("AGENTS.md", "# Rules\n\n## Never\n\n- Log the body of an order request\n")
            .Template("order.ts", "export function order(request) {\n  return request.body;\n}\n")
            .AgentFile("writer.md", "---\nname: writer\ndescription: Writes order requests\ntools: [Read, Edit]\n---\n\n# Writer\n\nWrites how an order request is logged.\n")
            .AgentFile("reader.md", "---\nname: reader\ndescription: Reviews order requests\ntools: [Read, Grep]\n---\n\n# Reader\n\nReviews how an order request is logged.\n");
        var relevance = set.Relevance();
        var pool = new StatementPool(AuthorStatements.From(Facts(set)), [.. set.Agents().Select(a => AgentFocus.Of(a, relevance))]);

        pool.For("writer.md").Should().ContainSingle().Which.IsSpare.Should().BeFalse();
        pool.For("reader.md").Should().BeEmpty();
    }

    [TestMethod]
    public void In_a_rule_list_go_before_what_fills_a_document()
    {
        using var set = new TestSet()
            .Template("AGENTS.md", "# Rules\n\n## Never\n\n- Log the body of an order request\n")
            .Template("order.ts", "export function order(request) {\n  return request.body;\n}\n")
            .Agent("writer", "Stores the fields of an order, and each order request");
        var relevance = set.Relevance();
        var focus = AgentFocus.Of(set.Agents().Single(), relevance);
        var order = set.Catalogue().Templates.First(t => focus.Core.Contains(t.Id));
        var filler = new Statement(
            StatementKind.Never, "Store the fields of an order twice, or each order request", null, null,
            [new(order.Id, new(1, 1))], "rule:filler", 10);

        new StatementPool([filler, .. AuthorStatements.From(Facts(set))], [focus]).For("writer.md").Select(o => o.Statement.IsGeneral)
            .Should().Equal(true, false);
    }

    [TestMethod]
    public void Are_not_needed_for_what_is_known_of_a_framework_which_stays_with_the_owner_of_its_template()
    {
        using var set = new TestSet()
            .Template("order.ts", "export function order(request) {\n  return request.order;\n}\n")
            .Template("order.test.ts", "test('order', () => {\n  expect(order()).toBe(order);\n});\n")
            .Template("invoice.ts", "export function invoice(order) {\n  return order.invoice;\n}\n")
            .Agent("orders", "Writes each order")
            .Agent("invoices", "Prints each invoice of an order");
        var relevance = set.Relevance();
        var templates = set.Catalogue().Templates;
        string Id(string path) => templates.Single(t => t.FileName == path).Id;
        Statement known = new(StatementKind.Practice, "Bind each order.", null, null, [new(Id("order.ts"), new(1, 1))], "rule:bind", 10);
        Statement ofTests = known with { Evidence = [new(Id("order.test.ts"), new(1, 1))], Topic = "rule:expect" };

        var pool = new StatementPool([known, ofTests], [.. set.Agents().Select(a => AgentFocus.Of(a, relevance))]);

        pool.For("orders.md").Select(o => o.Statement.Topic).Should().Equal("rule:bind");
        pool.For("invoices.md").Should().BeEmpty();
    }

    private static IEnumerable<string> Quotes(string script)
    {
        using var set = new TestSet().Template("script.ts", $"import {{ z }} from \"./z\";\n\n{script}\n\nexport const last = z;\n");
        return [.. Said(set).Select(s => s.Text)];
    }

    private static ImmutableArray<Statement> Said(TestSet set) => [.. NormativeStatements.From(Facts(set))];

    private static CatalogueFacts Facts(TestSet set) => CatalogueFacts.Of(set.Catalogue(), [], new RuleSet([]));

    [TestMethod]
    public void Of_two_sentences_are_one_statement() =>
        Quotes("""
            export function load(rows) {
              // Always project to a row type. Never return entities from a query.
              const a = rows.first();

              // Opened by the pilot. We don't use the tide tables.
              return a;
            }
            """).Should().BeEquivalentTo(
            "“Always project to a row type. Never return entities from a query”",
            "“Opened by the pilot. We don't use the tide tables”");

    [TestMethod]
    public void Leave_out_what_only_sums_up_the_unit() =>
        Quotes("""
            // load reads the rows of one berth. Every row must go through the gate.
            export function load(rows) {
              return rows;
            }
            """).Should().Equal("“Every row must go through the gate”");

    [TestMethod]
    public void Name_the_setting_that_they_stand_above()
    {
        using var set = new TestSet().Template("app.yml", "probe:\n  # Must not depend on the tide: a slow one would restart the pod.\n  path: /up\n  period: 5\n");

        Said(set).Should().ContainSingle().Which.Text.Should().Be("`path`: “Must not depend on the tide: a slow one would restart the pod”");
    }

    [TestMethod]
    public void In_a_frame_are_read_without_it() =>
        Quotes("/*\n|---------------\n| Every gate here is locked and needs a key. Open ones\n| belong in open.ts, not in this file.\n|\n*/")
            .Should().Equal("`script.ts`: “Every gate here is locked and needs a key. Open ones belong in open.ts, not in this file”");

    [TestMethod]
    public void Are_no_prohibition_where_they_first_say_what_holds()
    {
        using var set = new TestSet().Template("keys.ts.template", "export const key = {\n  // The berth comes from the ticket only. NEVER take it from the body or the path.\n  berth: ticket['berth'] as string,\n};\n");

        Said(set).Should().ContainSingle().Which.Kind.Should().Be(StatementKind.Always);
    }

    [TestMethod]
    public void Are_whole_though_they_leave_open_what_was_asked() =>
        Quotes("""
            export function check(ticket) {
              // don't tell the caller whether it was used up or forged
              throw new Refused('bad ticket');
            }
            """).Should().Equal("“don't tell the caller whether it was used up or forged” (`throw new Refused('bad ticket')`)");

    [TestMethod]
    public void Of_all_of_a_kind_are_a_rule_where_a_second_sentence_says_why() =>
        Quotes("// Every query takes the port first and every filter has the port. There is no lock in the store, this file is the only fence.\nexport class Store {\n  open() {\n    return 1;\n  }\n}\n")
            .Should().Equal("`script.ts`: “Every query takes the port first and every filter has the port. There is no lock in the store, this file is the only fence”");
}
