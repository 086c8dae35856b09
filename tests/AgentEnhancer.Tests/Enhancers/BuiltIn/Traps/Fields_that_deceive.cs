using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn.Traps;

[TestClass]
public sealed class Fields_that_deceive
{
    private const string Berth = "export interface Berth {\n  title: string\n  quay: string\n}\n";
    private const string Load = "export function load(row: Berth) {\n  return [row.title, row.quay]\n}\n";

    private static string[] PlacesWith(string file, string text)
    {
        using var set = new TestSet().Template("berth.ts.template", Berth).Template("load.ts.template", Load)
            .Template("save.ts.template", Load.Replace("load", "save", StringComparison.Ordinal))
            .Template(file, text);
        return [.. CarriedFields.In(set.Catalogue()).Single().Places.Select(p => p.Template.FileName)];
    }

    [TestMethod]
    public void A_file_that_names_both_fields_is_a_place() =>
        PlacesWith("page.tsx.template", "export function BerthPage({ berth }: { berth: Berth }) {\n  return <p>{berth.title} {berth.quay}</p>\n}\n").Should().Contain("page.tsx");

    [TestMethod]
    public void Attributes_of_markup_are_no_fields() =>
        PlacesWith("page.tsx.template", "export function HarbourPage() {\n  return <Panel title=\"Harbour\" quay=\"north\" />\n}\n").Should().NotContain("page.tsx");

    [TestMethod]
    public void Capitalised_labels_are_no_fields() =>
        PlacesWith("page.tsx.template", "export function HarbourPage() {\n  return table(['Title', 'Quay'])\n}\n").Should().NotContain("page.tsx");

    [TestMethod]
    public void Comments_are_no_fields() =>
        PlacesWith("page.ts.template", "export function harbour() {\n  // title and quay stand elsewhere\n  return 1\n}\n").Should().NotContain("page.ts");

    [TestMethod]
    public void Sentences_are_no_fields() =>
        PlacesWith("page.ts.template", "export function harbour() {\n  return say('the title of the quay')\n}\n").Should().NotContain("page.ts");

    [TestMethod]
    public void A_table_does_not_carry_the_columns_of_another()
    {
        using var set = new TestSet()
            .Template("berths.sql.template", "CREATE TABLE berths (\n  display_name text,\n  max_draught int\n);\n")
            .Template("ships.sql.template", "CREATE TABLE ships (\n  display_name text,\n  max_draught int,\n  flag text\n);\n")
            .Template("tugs.sql.template", "CREATE TABLE tugs (\n  display_name text,\n  max_draught int,\n  pull int\n);\n");

        set.Says("record:").Should().BeEmpty();
        CarriedFields.In(set.Catalogue()).Should().BeEmpty();
    }

    [TestMethod]
    public void Constants_are_no_fields()
    {
        using var set = new TestSet()
            .Template("Limits.cs.template", "namespace Dock;\n\npublic static class Limits\n{\n    public const int QuayCount = 4;\n    public static readonly int MaxDraught = 12;\n}\n")
            .Template("A.cs.template", "namespace Dock;\n\npublic class A\n{\n    public int Go() => Limits.QuayCount + Limits.MaxDraught;\n}\n")
            .Template("B.cs.template", "namespace Dock;\n\npublic class B\n{\n    public int Go() => Limits.QuayCount + Limits.MaxDraught;\n}\n");

        CarriedFields.In(set.Catalogue()).Should().BeEmpty();
    }
}
