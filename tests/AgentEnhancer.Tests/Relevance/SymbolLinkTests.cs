using AgentEnhancer.Tests.Support;

using AgentEnhancer.Relevance;

namespace AgentEnhancer.Tests.Relevance;

[TestClass]
public sealed class SymbolLinkTests
{
    private const string Clock = "export function currentShift(now: Date) {\n  return now.getHours() < 14 ? 'early' : 'late'\n}\n";

    [TestMethod]
    public void A_name_that_is_imported_and_called_is_a_use()
    {
        using var set = new TestSet()
            .Template("lib/clock.ts.template", Clock)
            .Template("roster.ts.template", "import { currentShift } from './lib/clock'\n\nexport const label = (d: Date) => currentShift(d)\n");

        var link = set.Relevance().Links.Should().ContainSingle(l => l.Name == "currentShift").Subject;

        link.Uses.Should().ContainSingle().Which.Lines.Should().Equal(3);
    }

    [TestMethod]
    public void A_comment_that_denies_the_use_is_no_use()
    {
        using var set = new TestSet()
            .Template("lib/clock.ts.template", Clock)
            .Template("roster.ts.template", "// Does not call currentShift: the roster is fixed.\nexport const label = 'currentShift'\n");

        set.Relevance().Links.Should().BeEmpty();
    }

    [TestMethod]
    public void A_docstring_that_denies_the_use_is_no_use()
    {
        using var set = new TestSet()
            .Template("ledger.py.template", "def close_ledger(year):\n    return year\n")
            .Template("report.py.template", "from ledger import close_ledger\n\n\ndef report():\n    \"\"\"Never calls close_ledger().\"\"\"\n    return 1\n");

        set.Relevance().Links.Should().OnlyContain(l => l.Name != "close_ledger" || l.Uses[0].Lines[0] == 1);
    }

    [TestMethod]
    public void An_import_from_a_package_is_not_the_template_of_that_name()
    {
        using var set = new TestSet()
            .Template("ui/button.tsx.template", "export function SubmitButton() {\n  return <button />\n}\n")
            .Template("page.tsx.template", "import { SubmitButton } from 'fancy-kit'\n\nexport function Page() {\n  return <SubmitButton />\n}\n");

        set.Relevance().Links.Should().BeEmpty();
    }

    [TestMethod]
    public void A_name_that_two_templates_define_links_nobody()
    {
        using var set = new TestSet()
            .Template("A/Store.cs.template", "namespace A;\n\npublic class OrderStore { }\n")
            .Template("B/Store.cs.template", "namespace B;\n\npublic class OrderStore { }\n")
            .Template("Use.cs.template", "namespace C;\n\npublic class Use\n{\n    private OrderStore _store = new();\n}\n");

        set.Relevance().Links.Should().BeEmpty();
    }

    [TestMethod]
    public void A_module_prefix_tells_two_functions_of_one_name_apart()
    {
        using var set = new TestSet()
            .Template("store/parcels.py.template", "def get_parcel(db, key):\n    return db[key]\n")
            .Template("api/routes.py.template", "from store import parcels\n\n\ndef get_parcel(db, key):\n    return parcels.get_parcel(db, key)\n");

        var link = set.Relevance().Links.Should().ContainSingle().Subject;

        link.Definer.Path.Should().EndWith("parcels.py.template");
        link.Uses.Single().Lines.Should().Equal(5);
    }

    [TestMethod]
    public void A_placeholder_for_a_class_name_is_known_by_its_file_where_others_use_that_name()
    {
        using var set = new TestSet()
            .Template("ParcelTracker.cs.template", "namespace {{Namespace}};\n\npublic sealed class {{ClassName}}\n{\n    public void Track() { }\n}\n")
            .Template("Startup.cs.template", "namespace {{Namespace}};\n\npublic class Startup\n{\n    private readonly ParcelTracker _tracker;\n}\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "ParcelTracker" && l.Symbol.Name == "{{ClassName}}");
    }

    [TestMethod]
    public void A_named_argument_is_no_use()
    {
        using var set = new TestSet()
            .Template("Retry.cs.template", "namespace A;\n\npublic static class Retry\n{\n    public static int RetryCount(int tries)\n    {\n        return tries;\n    }\n}\n\npublic record RetryPolicy(int Tries);\n")
            .Template("Call.cs.template", "namespace A;\n\npublic class Call\n{\n    public void Run() => Go(RetryPolicy: 3);\n}\n");

        set.Relevance().Links.Should().BeEmpty();
    }
}
