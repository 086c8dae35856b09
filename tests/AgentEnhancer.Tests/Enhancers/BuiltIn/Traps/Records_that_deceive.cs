using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn.Traps;

[TestClass]
public sealed class Records_that_deceive
{
    private const string Voyage = "namespace Dock;\n\npublic sealed class Voyage\n{\n    public int Id { get; set; }\n    public string Pilot { get; set; }\n    public string Channel { get; set; }\n    public string Cargo { get; set; }\n    public string Ballast { get; set; }\n}\n";
    private const string Manifest = "namespace Dock;\n\npublic static class VoyageLog\n{\n    public static string Line(Voyage voyage) => voyage.Pilot + voyage.Channel + voyage.Cargo + voyage.Ballast;\n}\n";
    private const string Report = "namespace Dock;\n\npublic static class VoyageReport\n{\n    public static string Text(Voyage voyage) => voyage.Cargo + voyage.Ballast + voyage.Pilot + voyage.Channel;\n}\n";

    private static TestSet Voyages() => new TestSet().Template("Voyage.cs.template", Voyage).Template("VoyageLog.cs.template", Manifest).Template("VoyageReport.cs.template", Report);

    private static string[] PlacesWith(string file, string text)
    {
        using var set = Voyages().Template(file, text);
        return [.. CarriedFields.In(set.Catalogue()).Single(r => r.Name == "Voyage").Places.Select(p => p.Template.FileName)];
    }

    [TestMethod]
    public void A_command_that_repeats_two_fields_is_another_record() =>
        PlacesWith("PilotVoyage.cs.template", "namespace Dock;\n\npublic sealed record BoardPilot(int ShipId, string Pilot, string Channel);\n").Should().NotContain("PilotVoyage.cs");

    [TestMethod]
    public void A_type_of_the_same_name_is_the_record_in_another_part_of_the_system() =>
        PlacesWith("NewVoyage.cs.template", "namespace Dock;\n\npublic sealed record NewVoyageRequest(string Pilot, string Channel, string Cargo, string Berth);\n").Should().Contain("NewVoyage.cs");

    [TestMethod]
    public void Most_of_the_fields_make_the_record_whatever_it_is_called() =>
        PlacesWith("Trip.cs.template", "namespace Dock;\n\npublic sealed record Trip(string Pilot, string Channel, string Cargo);\n").Should().Contain("Trip.cs");

    [TestMethod]
    [DataRow("slug", "email")]
    [DataRow("title", "createdAt")]
    [DataRow("owner", "description")]
    public void Names_that_every_record_has_make_no_two_records_one(string one, string other)
    {
        using var set = new TestSet()
            .Template("buoy.ts.template", $"export interface Buoy {{\n  {one}: string\n  {other}: string\n  lamp: string\n}}\n")
            .Template("pilot.ts.template", $"export interface Pilot {{\n  {one}: string\n  {other}: string\n  rank: string\n}}\n")
            .Template("crane.ts.template", $"export interface Crane {{\n  {one}: string\n  {other}: string\n  reach: string\n}}\n");

        CarriedFields.In(set.Catalogue()).Should().BeEmpty();
        set.Says("record:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("export async function findVoyage(db, voyage) {\n  return db.find({ where: { pilot: voyage, channel: voyage, cargo: 1, ballast: 2 } })\n}\n")]
    [DataRow("export function refuseVoyage(voyage) {\n  return { errors: {\n    pilot: [],\n    channel: [],\n    cargo: [],\n    ballast: [],\n  } }\n}\n")]
    [DataRow("export function saveVoyage(voyage) {\n  check(voyage.pilot, voyage.channel, voyage.cargo, voyage.ballast)\n  return db.save({ ...voyage, at: 1 })\n}\n")]
    public void What_looks_a_record_up_or_reports_it_or_hands_it_on_whole_carries_no_field(string text) =>
        PlacesWith("voyages.ts.template", text).Should().NotContain("voyages.ts");

    [TestMethod]
    public void What_writes_the_fields_carries_them() =>
        PlacesWith("voyages.ts.template", "export async function saveVoyage(db, voyage) {\n  return db.save({ pilot: voyage.pilot, channel: voyage.channel, cargo: voyage.cargo, ballast: 1 })\n}\n").Should().Contain("voyages.ts");

    [TestMethod]
    public void An_error_in_the_result_of_a_go_function_hides_none_of_its_body() =>
        PlacesWith("voyages.go.template", "package dock\n\nfunc Save(voyage Voyage) error {\n\treturn insert(voyage.Pilot, voyage.Channel, voyage.Cargo, voyage.Ballast)\n}\n").Should().Contain("voyages.go");

    [TestMethod]
    public void A_request_may_lack_what_the_record_has()
    {
        using var set = Voyages().Template("VoyageRequest.cs.template", "namespace Dock;\n\npublic sealed class VoyageRequest\n{\n    public string Pilot { get; set; }\n    public string Channel { get; set; }\n    public string Cargo { get; set; }\n}\n");

        set.Says("record:").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("db/1_table.rb", "class CreateVoyages < ActiveRecord::Migration[7.2]\n  def change\n    create_table :voyages do |t|\n      t.string :pilot\n    end\n  end\nend\n", "change")]
    [DataRow("db/table.php", "<?php\n\nreturn new class extends Migration\n{\n    public function up(): void\n    {\n        Schema::create('voyages', function (Blueprint $table) {\n            $table->string('pilot');\n        });\n    }\n};\n", "up")]
    [DataRow("db/table.py", "from alembic import op\n\n\ndef upgrade():\n    op.create_table(\"voyages\", sa.Column(\"pilot\"))\n", "upgrade")]
    [DataRow("db/Initial.cs", "namespace Dock;\n\npublic partial class Initial : Migration\n{\n    protected override void Up(MigrationBuilder migrationBuilder)\n    {\n        migrationBuilder.CreateTable(name: \"voyages\");\n    }\n}\n", "Up")]
    [DataRow("db/0001_initial.py", "from django.db import migrations, models\n\n\nclass Migration(migrations.Migration):\n    operations = [migrations.CreateModel(name=\"Voyage\", fields=[])]\n", "Migration")]
    [DataRow("db/migrations/table.sql", "CREATE TABLE voyages (\n  pilot text\n);\n", "CREATE TABLE voyages")]
    [DataRow("db/V3__voyages.sql", "CREATE TABLE voyages (\n  pilot text\n);\n", "CREATE TABLE voyages")]
    public void A_migration_is_one_in_sql_and_in_code(string file, string text, string unit)
    {
        using var set = new TestSet().Template(file + ".template", text);
        var template = set.Catalogue().Templates.Single();

        Migrations.IsMigration(template, template.Units.Single(u => u.Name == unit)).Should().BeTrue();
    }

    [TestMethod]
    public void A_schema_that_is_made_as_a_whole_is_no_migration()
    {
        using var set = new TestSet().Template("db/schema.sql.template", "CREATE TABLE voyages (\n  pilot text\n);\n")
            .Template("Lift.cs.template", "namespace Dock;\n\npublic class Lift\n{\n    public void Up()\n    {\n    }\n}\n");

        set.Catalogue().Templates.SelectMany(t => t.Units.Select(u => Migrations.IsMigration(t, u))).Should().NotContain(true);
    }

    [TestMethod]
    public void A_migration_in_code_is_followed_by_the_next_one_and_never_edited()
    {
        using var set = Voyages().Template("db/Initial.cs.template", "namespace Dock;\n\npublic partial class Initial : Migration\n{\n    protected override void Up(MigrationBuilder migrationBuilder)\n    {\n        migrationBuilder.CreateTable(\"voyages\", t => new { pilot = 1, channel = 2, cargo = 3, ballast = 4 });\n    }\n}\n")
            .Agent("voyage-modeller", "Voyage records with pilot, channel, cargo and ballast");
        var known = set.Know();

        FieldRecipe.For(known.Focus("voyage-modeller"), CarriedFields.In(set.Catalogue())).Single().Recipe.Steps.Select(s => s.Do[..Math.Min(s.Do.Length, 24)]).Take(2)
            .Should().Equal("Declare it in `Voyage`, ", "Write the next migration");
    }

    [TestMethod]
    public void The_record_of_another_agent_is_not_this_ones_to_extend()
    {
        using var set = Voyages()
            .Template("VoyagePage.tsx.template", "export function VoyagePage({ voyage }: { voyage: Voyage }) {\n  return <p>{voyage.pilot} {voyage.channel} {voyage.cargo} {voyage.ballast}</p>\n}\n")
            .Agent("voyage-modeller", "Voyage records with pilot, channel, cargo and ballast").Agent("page-designer", "Designs each tsx page component of a voyage");
        var known = set.Know();

        FieldRecipe.For(known.Focus("page-designer"), CarriedFields.In(set.Catalogue())).Should().BeEmpty();
        FieldRecipe.For(known.Focus("voyage-modeller"), CarriedFields.In(set.Catalogue())).Single().Recipe.Steps
            .Should().Contain(s => s.Do.StartsWith("Show it in `VoyagePage`, beside ", StringComparison.Ordinal));
    }

    [TestMethod]
    [DataRow("Booking", "NewBookingRequest", true)]
    [DataRow("CREATE TABLE app.bookings", "Booking", true)]
    [DataRow("memberSchema", "Membership", true)]
    [DataRow("__Entity__", "Create__Entity__Request", true)]
    [DataRow("{{ cookiecutter.Model }}", "{{ cookiecutter.Model }}WriteSerializer", true)]
    [DataRow("Shipment", "DispatchShipment", false)]
    [DataRow("Reservation", "ReservationHeld", false)]
    [DataRow("{{EntityName}}", "{{OtherName}}", false)]
    public void Names_are_akin_where_they_differ_only_by_their_part_in_the_system(string name, string other, bool expected) =>
        Kinship.AreAkin(name, other).Should().Be(expected);

    [TestMethod]
    [DataRow("Passage", "pilot,channel,cargo,ballast", true)]
    [DataRow("VoyagePart", "pilot,channel,cargo", true)]
    [DataRow("Slot", "pilot,channel,cargo", false)]
    public void What_has_a_few_fields_of_a_large_record_is_a_part_of_it(string name, string fields, bool expected) =>
        Kinship.AreOne(name, fields.Split(',').ToHashSet(StringComparer.Ordinal), "Voyage", new HashSet<string>(["pilot", "channel", "cargo", "ballast", "berth"], StringComparer.Ordinal))
            .Should().Be(expected);
}
