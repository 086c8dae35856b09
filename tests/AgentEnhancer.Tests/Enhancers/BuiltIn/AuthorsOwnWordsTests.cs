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

    private static IEnumerable<string> Quotes(string script)
    {
        using var set = new TestSet().Template("script.ts", $"import {{ z }} from \"./z\";\n\n{script}\n\nexport const last = z;\n");
        return [.. Said(set).Select(s => s.Text)];
    }

    private static ImmutableArray<Statement> Said(TestSet set) => [.. NormativeStatements.From(Facts(set))];

    private static CatalogueFacts Facts(TestSet set) => CatalogueFacts.Of(set.Catalogue(), [], new RuleSet([]));
}
