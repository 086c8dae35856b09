using AgentEnhancer.Responses.Reading;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Responses.Reading;

/// <summary>A model counts lines nearly right; what is copied are whole units.</summary>
[TestClass]
public sealed class Snapping_excerpts
{
    private const string Handlers = """
        using Shop.Orders;
        using Shop.Mail;

        namespace Shop;

        public static class Handlers
        {
            /// <summary>Places an order.</summary>
            [Transactional]
            public static void Place(Order order)
            {
                order.Check();
                Store.Save(order);
            }

            /// <summary>Ships an order.</summary>
            public static void Ship(Order order)
            {
                order.Ship();
                Mailer.Send(order);
            }

            public static void Cancel(Order order)
            {
                if (order.IsShipped)
                {
                    throw new ShippedException(order);
                }

                Store.Delete(order);
            }
        }
        """;

    [TestMethod]
    [DataRow(8, 14, "8-14", "a unit stays")]
    [DataRow(10, 14, "8-14", "with its lead")]
    [DataRow(9, 15, "8-14", "off by a line at each end")]
    [DataRow(11, 12, "8-14", "the unit it lies in")]
    [DataRow(17, 30, "16-31", "two units, off by one and one")]
    [DataRow(8, 20, "8-21", "two units, the last not to its end")]
    [DataRow(23, 99, "23-31", "beyond the end of the file, by much")]
    public void Moves_them_to_whole_units(int first, int last, string expected, string why)
    {
        var template = Template("Handlers.cs", Handlers);

        ExampleSnapper.Snap(template, new LineSpan(first, last), []).Span.ToString().Should().Be(expected, why);
    }

    [TestMethod]
    public void Keeps_a_short_file_whole() =>
        ExampleSnapper.Snap(Template("Handlers.cs", Handlers), new LineSpan(1, 32), []).Span.Should().Be(new LineSpan(1, 32));

    [TestMethod]
    public void Keeps_whole_statements_beside_whole_units()
    {
        var lines = string.Concat(Enumerable.Range(1, 60).Select(i => $"  use({i});\n"));
        var template = Template("page.ts", $"function rest() {{\n{lines}}}\n\nfunction page() {{\n  return rest();\n}}\n\nexport default page;\n");

        ExampleSnapper.Snap(template, new LineSpan(64, 68), []).Span.Should().Be(new LineSpan(64, 68));
    }

    [TestMethod]
    public void Keeps_only_imports_among_the_import_lines_and_adds_those_that_were_named_with_the_excerpt()
    {
        var template = Template("Handlers.cs", Handlers);

        ExampleSnapper.Snap(template, new LineSpan(8, 14), [new LineSpan(2, 6)]).Imports.Should().Equal(new LineSpan(2, 2));
        ExampleSnapper.Snap(template, new LineSpan(8, 14), [new LineSpan(10, 12)]).Imports.Should().BeEmpty();
    }

    [TestMethod]
    public void Cuts_a_unit_that_is_too_long()
    {
        var body = string.Concat(Enumerable.Range(1, 12).Select(i => $"    if (order.Has({i}))\n    {{\n        Store.Save{i}(order, {i});\n        Log.Write{i}(order);\n    }}\n\n"));
        var template = Template("Long.cs", $"public static class Long\n{{\npublic static void All(Order order)\n{{\n{body}}}\n}}\n");

        var excerpt = ExampleSnapper.Snap(template, new LineSpan(6, 74), []);

        excerpt.Cuts.Should().NotBeEmpty();
        (excerpt.Span.Length - excerpt.Cuts.Sum(c => c.Length - 1)).Should().BeLessThanOrEqualTo(40);
    }

    [TestMethod]
    public void Keeps_whole_statements_of_a_long_unit()
    {
        var body = string.Concat(Enumerable.Range(1, 12).Select(i => $"    if (order.Has({i}))\n    {{\n        Store.Save{i}(order, {i});\n        Log.Write{i}(order);\n    }}\n\n"));
        var template = Template("Long.cs", $"public static class Long\n{{\npublic static void All(Order order)\n{{\n{body}}}\n}}\n");

        ExampleSnapper.Snap(template, new LineSpan(17, 27), []).Should().BeEquivalentTo(new SnappedExcerpt(new LineSpan(17, 27), [], []));
    }

    [TestMethod]
    [DataRow(0, 4)]
    [DataRow(40, 50)]
    [DataRow(3, 3)]
    public void Leaves_what_does_not_exist_as_it_is(int first, int last) =>
        ExampleSnapper.Snap(Template("Handlers.cs", Handlers), new LineSpan(first, last), []).Span.Should().Be(new LineSpan(first, last));

    [TestMethod]
    public void Never_shows_more_than_an_excerpt_may_have()
    {
        var template = Template("Handlers.cs", Handlers + "\n\n" + Handlers.Replace("Handlers", "More", StringComparison.Ordinal));
        for (var first = 1; first <= template.LineCount; first++)
        {
            for (var last = first; last <= template.LineCount; last += 3)
            {
                var (span, cuts, imports) = ExampleSnapper.Snap(template, new LineSpan(first, last), [new LineSpan(1, 4)]);

                (span.Length - cuts.Sum(c => c.Length - 1)).Should().BeInRange(1, 40);
                imports.All(i => template.Imports.Any(t => t.Span == i) && !i.Overlaps(span)).Should().BeTrue();
            }
        }
    }

    private static Template Template(string path, string text)
    {
        using var set = new TestSet().Template(path + ".template", text);
        return set.Catalogue().Templates.Single();
    }
}
