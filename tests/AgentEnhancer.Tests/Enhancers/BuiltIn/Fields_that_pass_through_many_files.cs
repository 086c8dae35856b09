using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Fields_that_pass_through_many_files
{
    private static TestSet Berths() => new TestSet()
        .Template("db/001_berths.sql.template", "CREATE TABLE berths (\n  id int,\n  quay_number int,\n  max_draught int\n);\n")
        .Template("model/Berth.cs.template", "namespace Dock;\n\npublic sealed class Berth\n{\n    public int Id { get; set; }\n    public int QuayNumber { get; set; }\n    public int MaxDraught { get; set; }\n}\n")
        .Template("web/BerthDto.cs.template", "namespace Dock;\n\npublic sealed class BerthDto\n{\n    public int QuayNumber { get; set; }\n    public int MaxDraught { get; set; }\n}\n")
        .Template("tests/BerthTests.cs.template", "namespace Dock;\n\npublic sealed class BerthTests\n{\n    [Fact]\n    public void Holds()\n    {\n        var berth = new Berth { QuayNumber = 1, MaxDraught = 2 };\n    }\n}\n");

    [TestMethod]
    public void Grow_in_all_declarations_at_once()
    {
        using var set = Berths();

        set.Says("record:").Should().Equal(
            "Never: Put a new column of `berths` into `001_berths.sql`, which may have been applied; instead: into the next migration, and into `Berth` as well, which shares `quay_number` and `max_draught` with it [t1:2-4 t2:5-7]",
            "Never: Add a field to `Berth` alone; instead: to `BerthDto` as well, which shares `QuayNumber` and `MaxDraught` with it [t2:5-7 t4:5-6]");
    }

    [TestMethod]
    public void May_be_added_to_a_request_alone()
    {
        using var set = Berths()
            .Template("web/BerthRequest.cs.template", "namespace Dock;\n\npublic sealed record BerthRequest(int QuayNumber, int MaxDraught);\n")
            .Template("web/BerthZone.cs.template", "namespace Dock;\n\npublic sealed record BerthZone(int QuayNumber, int MaxDraught);\n");

        set.Says("record:").Should().NotContain(s => s.Contains("`BerthRequest` alone", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Are_followed_from_storage_to_tests()
    {
        using var set = Berths();

        var record = CarriedFields.In(set.Catalogue()).Should().ContainSingle().Subject;

        record.Places.Select(p => p.Unit.Name).Should().Equal("CREATE TABLE berths", "Berth", "BerthDto", "Holds");
        record.Places[1].Fields.Should().Equal("QuayNumber", "MaxDraught", "Id");
    }

    [TestMethod]
    [DataRow("berth.py", "class Berth(Base):\n    quay_number: int\n    max_draught = Column(Integer)\n")]
    [DataRow("berth.go", "package dock\n\ntype Berth struct {\n\tQuayNumber int `json:\"quayNumber\"`\n\tMaxDraught int\n}\n")]
    [DataRow("berth.rs", "pub struct Berth {\n    pub quay_number: i32,\n    pub max_draught: i32,\n}\n")]
    [DataRow("Berth.java", "package dock;\n\npublic class Berth {\n    private int quayNumber;\n    private int maxDraught;\n}\n")]
    [DataRow("berth.ts", "export interface Berth {\n  quayNumber: number\n  readonly maxDraught?: number\n}\n")]
    [DataRow("berth.prisma", "model Berth {\n  quayNumber Int\n  maxDraught Int\n}\n")]
    [DataRow("berth.proto", "message Berth {\n  int32 quay_number = 1;\n  optional int32 max_draught = 2;\n}\n")]
    [DataRow("berth.graphql", "type Berth {\n  quayNumber: Int\n  maxDraught: Int\n}\n")]
    [DataRow("berth.sql", "CREATE TABLE berth (\n  quay_number int,\n  max_draught int\n);\n")]
    public void Are_declared_in_many_languages(string file, string text)
    {
        using var set = new TestSet().Template(file + ".template", text)
            .Template("load.js.template", "export function load(berth) {\n  return [berth.quayNumber, berth.maxDraught]\n}\n")
            .Template("save.js.template", "export function save(berth) {\n  return run('insert', berth.quayNumber, berth.maxDraught)\n}\n");

        CarriedFields.In(set.Catalogue()).Should().ContainSingle().Which.Places.Select(p => p.Template.Path)
            .Should().BeEquivalentTo($"templates/{file}.template", "templates/load.js.template", "templates/save.js.template");
    }

    [TestMethod]
    public void Are_the_components_of_a_positional_record()
    {
        using var set = new TestSet().Template("Berth.cs.template", "namespace Dock;\n\npublic sealed record Berth(\n    int QuayNumber,\n    int MaxDraught = 3);\n")
            .Template("BerthView.java.template", "record BerthView(int quayNumber, int maxDraught) {\n}\n")
            .Template("load.js.template", "export function load(berth) {\n  return [berth.quayNumber, berth.maxDraught]\n}\n");

        CarriedFields.In(set.Catalogue()).Should().ContainSingle().Which.Places.Select(p => (p.Unit.Name, p.Declares))
            .Should().Equal(("Berth", true), ("BerthView", true), ("load", false));
    }

    [TestMethod]
    public void Are_not_the_variables_of_a_method()
    {
        using var set = new TestSet().Template("Pump.cs.template", "namespace Dock;\n\npublic sealed class Pump\n{\n    public void Run()\n    {\n        var quayNumber = 1;\n        var maxDraught = 2;\n    }\n}\n")
            .Template("load.js.template", "export function load(berth) {\n  return [berth.quayNumber, berth.maxDraught]\n}\n")
            .Template("save.js.template", "export function save(berth) {\n  return run('insert', berth.quayNumber, berth.maxDraught)\n}\n");

        CarriedFields.In(set.Catalogue()).Should().BeEmpty();
    }

    [TestMethod]
    public void Are_declared_by_the_record_also_where_a_method_of_it_names_them_all()
    {
        using var set = new TestSet().Template("Berth.cs.template", "namespace Dock;\n\npublic sealed class Berth\n{\n    public int QuayNumber { get; set; }\n    public int MaxDraught { get; set; }\n\n    public string Text()\n    {\n        return QuayNumber + MaxDraught;\n    }\n}\n")
            .Template("load.js.template", "export function load(berth) {\n  return [berth.quayNumber, berth.maxDraught]\n}\n")
            .Template("save.js.template", "export function save(berth) {\n  return run('insert', berth.quayNumber, berth.maxDraught)\n}\n");

        CarriedFields.In(set.Catalogue()).Should().ContainSingle().Which.Places[0].Unit.Name.Should().Be("Berth");
    }

    [TestMethod]
    public void Do_not_pass_through_what_has_only_some_of_them()
    {
        using var set = new TestSet().Template("berth.ts.template", "export interface Berth {\n  quayNumber: number\n  maxDraught: number\n  wharf: string\n  depth: number\n  berthCode: string\n}\n")
            .Template("load.js.template", "export function load(berth) {\n  return [berth.quayNumber, berth.maxDraught, berth.wharf, berth.depth, berth.berthCode]\n}\n")
            .Template("save.js.template", "export function save(berth) {\n  return run('insert', berth.quayNumber, berth.maxDraught, berth.wharf, berth.depth, berth.berthCode)\n}\n")
            .Template("tug.js.template", "export function tug(row) {\n  return [berth.quayNumber, berth.maxDraught]\n}\n");

        CarriedFields.In(set.Catalogue()).Should().ContainSingle().Which.Places.Select(p => p.Unit.Name).Should().Equal("Berth", "load", "save");
    }

    [TestMethod]
    public void Do_not_pass_through_a_query_that_takes_every_column()
    {
        using var set = Berths().Template("db/queries.sql.template", "-- name: ListBerths :many\nSELECT * FROM berths WHERE quay_number > 1 AND max_draught > 2;\n");

        CarriedFields.In(set.Catalogue()).Should().ContainSingle().Which.Places.Select(p => p.Template.FileName).Should().NotContain("queries.sql");
    }

    [TestMethod]
    public void Need_three_templates()
    {
        using var set = new TestSet()
            .Template("berth.ts.template", "export interface Berth {\n  quayNumber: number\n  maxDraught: number\n}\n")
            .Template("load.js.template", "export function load(berth) {\n  return [berth.quayNumber, berth.maxDraught]\n}\n");

        CarriedFields.In(set.Catalogue()).Should().BeEmpty();
    }

    [TestMethod]
    public void Are_more_than_one_shared_word()
    {
        using var set = new TestSet()
            .Template("berth.ts.template", "export interface Berth {\n  quayNumber: number\n  maxDraught: number\n}\n")
            .Template("load.js.template", "export function load(berth) {\n  return [berth.quayNumber, berth.ship]\n}\n")
            .Template("save.js.template", "export function save(berth) {\n  return [berth.quayNumber, berth.tug]\n}\n");

        CarriedFields.In(set.Catalogue()).Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_the_words_that_every_record_has()
    {
        using var set = new TestSet()
            .Template("berth.ts.template", "export interface Berth {\n  name: string\n  status: string\n}\n")
            .Template("load.js.template", "export function load(berth) {\n  return [berth.name, berth.status]\n}\n")
            .Template("save.js.template", "export function save(berth) {\n  return [berth.name, berth.status]\n}\n");

        CarriedFields.In(set.Catalogue()).Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_placeholders()
    {
        using var set = new TestSet()
            .Template("berth.ts.template", "export interface Berth {\n  {{one}}: number\n  {{two}}: number\n}\n")
            .Template("load.js.template", "export function load(berth) {\n  return [berth.{{one}}, berth.{{two}}]\n}\n")
            .Template("save.js.template", "export function save(berth) {\n  return [berth.{{one}}, berth.{{two}}]\n}\n");

        CarriedFields.In(set.Catalogue()).Should().BeEmpty();
    }

    [TestMethod]
    public void Are_named_in_strings_that_list_them()
    {
        using var set = Berths().Template("store/save.py.template", "def save(db, berth):\n    return db.run(\"insert into berths (quay_number, max_draught) values (?, ?)\", berth)\n");

        CarriedFields.In(set.Catalogue()).Single().Places.Single(p => p.Unit.Name == "save").Fields.Should().BeEquivalentTo("quay_number", "max_draught");
    }
}
