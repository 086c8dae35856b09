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
    public void An_import_tells_which_of_two_files_is_meant()
    {
        using var set = new TestSet()
            .Template("app/page.tsx.template", "export default function OrdersPage() {\n  return <main />\n}\n")
            .Template("e2e/orders-page.ts.template", "export class OrdersPage {\n  open() {\n    return 1\n  }\n}\n")
            .Template("e2e/fixtures.ts.template", "import { OrdersPage } from './orders-page'\n\nexport const orders = () => new OrdersPage()\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "OrdersPage").Which.Definer.Path.Should().EndWith("orders-page.ts.template");
    }

    [TestMethod]
    public void Two_arities_in_one_file_are_one_name_to_others()
    {
        using var set = new TestSet()
            .Template("Result.cs.template", "namespace A;\n\npublic record Result(bool Ok);\n\npublic record Result<T>(T Value);\n")
            .Template("Use.cs.template", "namespace A;\n\npublic class Use\n{\n    public Result<int> Run() => new(1);\n}\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "Result");
    }

    [TestMethod]
    public void A_short_name_counts_where_an_import_names_it()
    {
        using var set = new TestSet()
            .Template("lib/db.ts.template", "export const db = connect()\n")
            .Template("users.ts.template", "import { db } from './lib/db'\n\nexport const users = () => db.users()\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "db").Which.Uses.Single().Lines.Should().Equal(3);
    }

    [TestMethod]
    public void A_member_of_another_type_is_no_use_of_a_nested_one()
    {
        using var set = new TestSet()
            .Template("Errors.kt.template", "package a\n\nsealed class BookingError {\n    class Conflict(id: Long) : BookingError()\n}\n")
            .Template("Pages.kt.template", "package a\n\nfun pages() = respond(HttpStatusCode.Conflict)\n")
            .Template("Service.kt.template", "package a\n\nfun book() {\n    throw BookingError.Conflict(1)\n}\n");

        set.Relevance().Links.Single(l => l.Name == "Conflict").Uses.Should().ContainSingle().Which.User.Path.Should().EndWith("Service.kt.template");
    }

    [TestMethod]
    public void A_private_function_of_a_file_is_nobody_elses()
    {
        using var set = new TestSet()
            .Template("Routes.kt.template", "package a\n\nprivate fun Call.tenantKey(): String = principal()\n")
            .Template("Table.kt.template", "package a\n\nobject Table {\n    val tenantKey = text(\"tenant_key\")\n}\n");

        set.Relevance().Links.Should().BeEmpty();
    }

    [TestMethod]
    public void A_model_of_dbt_is_used_by_who_refers_to_it()
    {
        using var set = new TestSet()
            .Template("models/stg_orders.sql.template", "with source as (\n    select * from {{ source('shop', 'orders') }}\n)\n\nselect * from source\n")
            .Template("models/fct_orders.sql.template", "select * from {{ ref('stg_orders') }}\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "stg_orders").Which.Uses.Should().ContainSingle();
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
    public void A_module_is_known_by_an_alias_with_a_placeholder()
    {
        using var set = new TestSet()
            .Template("app/crud/{{entity}}.py.template", "def fetch_all(db):\n    return db.all()\n")
            .Template("app/crud/base.py.template", "def fetch_all(db):\n    return []\n")
            .Template("app/api/routes.py.template", "from app.crud import {{entity}} as crud_{{entity}}\n\n\ndef list_all(db):\n    return crud_{{entity}}.fetch_all(db)\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "fetch_all").Which.Definer.Path.Should().EndWith("crud/{{entity}}.py.template");
    }

    [TestMethod]
    public void A_module_without_a_word_of_its_own_may_be_any_whatever_its_extension()
    {
        using var set = new TestSet()
            .Template("gates/gate.ts.template", "export const {{gateName}}Input = { depth: 3 };\n\nexport function {{gateName}}(input) {\n  return input.depth;\n}\n")
            .Template("gates/index.ts.template", "import { {{gateName}}, {{gateName}}Input } from './{{gate-name}}.js';\n\nexport function register(dock) {\n  dock.add({{gateName}}Input, (input) => {{gateName}}(input));\n}\n");

        set.Relevance().Links.Select(l => l.Name).Should().BeEquivalentTo("{{gateName}}", "{{gateName}}Input");
    }

    [TestMethod]
    public void A_module_under_another_name_is_the_module()
    {
        using var set = new TestSet()
            .Template("store/parcels.py.template", "def get_parcel(db, key):\n    return db[key]\n")
            .Template("api/routes.py.template", "from store import (\n    lockers,\n    parcels as parcel_store,\n)\n\n\ndef get_parcel(db, key):\n    return parcel_store.get_parcel(db, key)\n");

        set.Relevance().Links.Should().ContainSingle().Which.Uses.Single().Lines.Should().Equal(8);
    }

    [TestMethod]
    public void A_module_of_a_package_is_not_the_template_of_that_name()
    {
        using var set = new TestSet()
            .Template("store/parcels.py.template", "def get_parcel(db, key):\n    return db[key]\n")
            .Template("api/routes.py.template", "from postkit import parcels\n\n\ndef get_parcel(db, key):\n    return parcels.get_parcel(db, key)\n");

        set.Relevance().Links.Should().BeEmpty();
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

    [TestMethod]
    public void A_fixture_is_used_by_the_name_of_a_parameter()
    {
        using var set = new TestSet()
            .Template("tests/conftest.py.template", "import pytest\n\n\n@pytest.fixture\ndef parcel_store():\n    return object()\n")
            .Template("tests/test_parcels.py.template", "def test_parcels(parcel_store):\n    assert parcel_store.get(1)\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "parcel_store").Which.Uses.Single().Lines.Should().Equal(1);
    }

    [TestMethod]
    public void A_fixture_is_nothing_to_code_that_is_no_test()
    {
        using var set = new TestSet()
            .Template("tests/conftest.py.template", "import pytest\n\n\n@pytest.fixture\ndef parcel_store():\n    return object()\n")
            .Template("parcels.py.template", "def parcels(parcel_store):\n    return parcel_store.get(1)\n");

        set.Relevance().Links.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("export const go = () => run({ currentShift: 1 })")]
    [DataRow("export const go = (x) => x.currentShift")]
    public void A_key_and_a_property_are_no_uses(string line)
    {
        using var set = new TestSet()
            .Template("lib/clock.ts.template", Clock)
            .Template("roster.ts.template", $"import {{ currentShift }} from './lib/clock'\n\n{line}\n");

        set.Relevance().Links.SelectMany(l => l.Uses).SelectMany(u => u.Lines).Should().NotContain(3);
    }

    [TestMethod]
    public void A_keyword_argument_is_no_use()
    {
        using var set = new TestSet()
            .Template("ledger.py.template", "def close_ledger(year):\n    return year\n")
            .Template("report.py.template", "from ledger import close_ledger\n\n\ndef report():\n    return run(close_ledger=1)\n");

        set.Relevance().Links.SelectMany(l => l.Uses).SelectMany(u => u.Lines).Should().NotContain(5);
    }

    [TestMethod]
    [DataRow("public void Run(Parcel ParcelCode) { }", "a new name")]
    [DataRow("private List<Parcel> ParcelCode;", "a new name")]
    public void A_name_behind_a_type_is_a_new_name(string line, string because)
    {
        using var set = new TestSet()
            .Template("ParcelCode.cs.template", "namespace A;\n\npublic sealed class ParcelCode\n{\n}\n")
            .Template("Call.cs.template", $"namespace A;\n\npublic class Call\n{{\n    {line}\n}}\n");

        set.Relevance().Links.Should().BeEmpty(because);
    }

    [TestMethod]
    [DataRow("public ParcelCode Make() => new ParcelCode();")]
    [DataRow("public bool Is(object o) => o is ParcelCode;")]
    [DataRow("private readonly List<ParcelCode> _codes;")]
    public void A_type_behind_a_keyword_is_a_use(string line)
    {
        using var set = new TestSet()
            .Template("ParcelCode.cs.template", "namespace A;\n\npublic sealed class ParcelCode\n{\n}\n")
            .Template("Call.cs.template", $"namespace A;\n\npublic class Call\n{{\n    {line}\n}}\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "ParcelCode").Which.Uses.Single().Lines.Should().Equal(5);
    }

    [TestMethod]
    public void A_function_of_a_Go_package_is_used_through_it()
    {
        using var set = new TestSet()
            .Template("store/parcels.go.template", "package store\n\nfunc FindParcel(key int) int {\n\treturn key\n}\n")
            .Template("api/routes.go.template", "package api\n\nimport \"{{module}}/store\"\n\nfunc Get(key int) int {\n\treturn store.FindParcel(key)\n}\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "FindParcel").Which.Uses.Single().Lines.Should().Equal(6);
    }

    [TestMethod]
    public void A_name_that_is_nothing_but_a_placeholder_needs_an_import()
    {
        using var set = new TestSet()
            .Template("store/{{entity}}.ts.template", "export function {{entity}}() {\n  return 1\n}\n")
            .Template("api.ts.template", "import { {{entity}} } from './store/{{entity}}'\n\nexport const go = () => {{entity}}()\n")
            .Template("other.ts.template", "export const {{entity}}Page = (x) => x.{{entity}}\n");

        set.Relevance().Links.Should().ContainSingle().Which.Uses.Select(u => u.User.FileName).Should().Equal("api.ts");
    }

    [TestMethod]
    public void What_gives_and_what_takes_a_name_are_linked()
    {
        using var set = new TestSet()
            .Template("lib/clock.ts.template", Clock)
            .Template("a.ts.template", "import { currentShift } from './lib/clock'\n\nexport const a = (d: Date) => currentShift(d)\n")
            .Template("b.ts.template", "import { currentShift } from './lib/clock'\n\nexport const b = (d: Date) => currentShift(d)\n")
            .Template("c.ts.template", "export const c = 1\n");
        var relevance = set.Relevance();
        string[] With(string file) => [.. relevance.LinkedWith(relevance.Links.SelectMany(l => l.Uses.Select(u => u.User).Prepend(l.Definer)).First(t => t.FileName == file)).Select(t => t.FileName)];

        With("clock.ts").Should().Equal("a.ts", "b.ts");
        With("a.ts").Should().Equal("clock.ts");
    }

    [TestMethod]
    public void Names_that_are_taken_apart_on_export_are_definitions()
    {
        using var set = new TestSet()
            .Template("gates/gates.ts.template", "export const { open, shutGate: shut } = makeGates({\n  depth: 3,\n});\n")
            .Template("lock/lock.ts.template", "import { open, shut } from './gates';\n\nexport function drain() {\n  open();\n  return shut();\n}\n");

        set.Relevance().Links.Select(l => $"{l.Name} {l.Definer.FileName}").Should().BeEquivalentTo("open gates.ts", "shut gates.ts");
    }

    [TestMethod]
    [DataRow("const open = makeGate();\n\nexport default open((boat) => boat);\n", 0)]
    [DataRow("const open = makeGate();\n\nexport { open };\n", 1)]
    [DataRow("const open = makeGate();\n\nexport default open;\n", 1)]
    [DataRow("const open = makeGate();\n\nmodule.exports = { open };\n", 1)]
    [DataRow("const open = makeGate();\n\nexport {\n  open,\n};\n", 1)]
    public void What_a_module_keeps_to_itself_is_nobodys(string text, int links)
    {
        using var set = new TestSet()
            .Template("gates/gate.ts.template", text)
            .Template("lock/lock.ts.template", "import open from '../gates/gate';\n\nexport function drain(boat) {\n  return open(boat);\n}\n");

        set.Relevance().Links.Should().HaveCount(links);
    }

    [TestMethod]
    public void A_module_in_a_folder_with_a_placeholder_is_known_by_its_own_name()
    {
        using var set = new TestSet()
            .Template("crud/crud.py.template", "def find_all(db):\n    return db.all()\n")
            .Template("api/routes.py.template", "from src.{{entity}} import crud\n\n\ndef list_all(db):\n    return crud.find_all(db)\n");

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "find_all");
    }

    [TestMethod]
    public void A_name_of_Dart_needs_no_import_that_names_it()
    {
        using var set = new TestSet()
            .Template("data/tide_store.dart.template", "class TideStore {\n  const TideStore(this._log);\n}\n\nclass _Entry {}\n")
            .Template("ui/{{name}}_page.dart.template", "import 'package:{{app}}/data/tide_store.dart';\n\nclass TidePage {\n  final TideStore store;\n  final _Entry entry;\n}\n");

        var link = set.Relevance().Links.Should().ContainSingle().Subject;

        (link.Name, link.Uses.Single().Lines.Single()).Should().Be(("TideStore", 4));
    }

    [TestMethod]
    [DataRow("Rain.fromJson(row)", false)]
    [DataRow("TideTable.fromJson(row)", true)]
    [DataRow("table.fromJson(row)", true)]
    public void A_type_before_the_dot_is_the_methods_own(string call, bool isUse)
    {
        using var set = new TestSet()
            .Template("tide_table.dart.template", "class TideTable {\n  Row fromJson(Map row) {\n    return row;\n  }\n}\n")
            .Template("tides.dart.template", $"class Tides {{\n  TideTable? table;\n\n  void load(Map row) {{\n    {call};\n  }}\n}}\n");

        set.Relevance().Links.Any(l => l.Name == "fromJson").Should().Be(isUse);
    }
}
