using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Limits_of_one_field
{
    private const string Mapping = "namespace Dock;\n\npublic sealed class BerthMapping\n{\n    public void Configure(Builder builder)\n    {\n        builder.Property(berth => berth.Title).HasMaxLength(80);\n    }\n}\n";

    [TestMethod]
    public void Are_changed_together()
    {
        using var set = new TestSet().Template("BerthMapping.cs.template", Mapping)
            .Template("tables.sql.template", "CREATE TABLE berths (\n    id     bigint PRIMARY KEY,\n    title  varchar(80) NOT NULL\n);\n");

        set.Says("limit:").Should().Equal(
            "Always: Change the limit 80 of `Title` in [t1:7] and [t2:3] together (What one of them accepts, the next would refuse.) [t1:7 t2:3]",
            "Ask: Before changing the limit 80 of `Title` [t1:7]: [t2:3] states it as well [t1:7 t2:3]",
            "Always: Change the limit 80 of `Title` in [t1:7] and [t2:3] together (What one of them accepts, the next would refuse.) [t2:3 t1:7]",
            "Ask: Before changing the limit 80 of `title` [t2:3]: [t1:7] states it as well [t2:3 t1:7]");
    }

    [TestMethod]
    [DataRow("a.cs.template", "public class A\n{\n    public A()\n    {\n        RuleFor(x => x.Title)\n            .NotEmpty()\n            .MaximumLength(80);\n    }\n}\n", 7)]
    [DataRow("a.cs.template", "public class A\n{\n    [Required]\n    [StringLength(80)]\n    public string Title { get; set; } = \"\";\n}\n", 4)]
    [DataRow("a.cs.template", "public class A\n{\n    [MaxLength(80)]\n    private string _title = \"\";\n}\n", 3)]
    [DataRow("A.java.template", "public class A {\n    @Size(max = 80)\n    private String title;\n}\n", 2)]
    [DataRow("a.py.template", "class A(BaseModel):\n    title: str = Field(min_length=1, max_length=80)\n", 2)]
    [DataRow("a.py.template", "class A(Base):\n    title: Mapped[str] = mapped_column(String(80))\n", 2)]
    [DataRow("a.py.template", "table = Table(\n    sa.Column(\"title\", sa.String(80), nullable=False),\n)\n", 2)]
    [DataRow("a.js.template", "knex.schema.createTable('a', (t) => {\n  t.string('title', 80).notNullable();\n});\n", 2)]
    [DataRow("a.py.template", "class A(models.Model):\n    title = models.CharField(max_length=80)\n", 2)]
    [DataRow("a.ts.template", "export const schema = z.object({\n  title: z.string().trim().min(1).max(80),\n});\n", 2)]
    [DataRow("a.ts.template", "export class A {\n  @IsString()\n  @MaxLength(80)\n  title!: string;\n}\n", 3)]
    [DataRow("a.prisma.template", "model A {\n  title String @db.VarChar(80)\n}\n", 2)]
    [DataRow("a.rs.template", "#[derive(Validate)]\npub struct A {\n    #[validate(length(min = 1, max = 80))]\n    pub title: String,\n}\n", 3)]
    [DataRow("a.sql.template", "CREATE TABLE a (\n    title  smallint NOT NULL CHECK (title BETWEEN 1 AND 80)\n);\n", 2)]
    [DataRow("a.sql.template", "CREATE TABLE a (\n    title  smallint,\n    CONSTRAINT few CHECK (title <= 80)\n);\n", 3)]
    [DataRow("a.html.template", "<form>\n  <input name=\"title\" maxlength=\"80\">\n</form>\n", 2)]
    public void Are_read_in(string file, string text, int line)
    {
        using var set = new TestSet().Template("z/BerthMapping.cs.template", Mapping).Template(file, text);

        set.Says("limit:").First(s => s.StartsWith("Always: ", StringComparison.Ordinal)).Should().EndWith($" [t1:{line} t2:7]");
    }

    [TestMethod]
    [DataRow("a.py.template", "class A(BaseModel):\n    title: str = Field(max_length=90)\n", DisplayName = "the limits differ")]
    [DataRow("a.py.template", "class A(BaseModel):\n    heading: str = Field(max_length=80)\n", DisplayName = "the fields differ")]
    [DataRow("a.py.template", "class A(BaseModel):\n    title: str = Field(min_length=80)\n", DisplayName = "one is a lower limit")]
    [DataRow("a.py.template", "class A(BaseModel):\n    title: str  # max_length=80\n", DisplayName = "one stands in a comment")]
    [DataRow("a.cs.template", "public class A\n{\n    [MaxLength(80)]\n\n    public string Title { get; set; }\n}\n", DisplayName = "the annotation is parted from the field")]
    [DataRow("tests/test_a.py.template", "class TestA:\n    title = models.CharField(max_length=80)\n", DisplayName = "one is a test's")]
    public void Are_not_told_where(string file, string text)
    {
        using var set = new TestSet().Template("z/BerthMapping.cs.template", Mapping).Template(file, text);

        set.Says("limit:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_changed_by_a_new_migration_where_one_brought_them()
    {
        using var set = new TestSet().Template("BerthMapping.cs.template", Mapping)
            .Template("V1__berths.sql.template", "CREATE TABLE berths (\n    id     bigint PRIMARY KEY,\n    title  varchar(80) NOT NULL\n);\n");

        set.Says("limit:").Should().Contain(
            "Always: Change the limit 80 of `Title` in [t1:7], and by a new migration that changes the column of [t2:3] (What one of them accepts, the next would refuse.) [t1:7 t2:3]");
    }

    [TestMethod]
    public void Are_changed_together_within_a_file()
    {
        using var set = new TestSet().Template("a.py.template", "class A(BaseModel):\n    title: str = Field(max_length=80)\n    owner: str\n    depth: int\n\n\nclass B(BaseModel):\n    key: int\n    title: str = Field(max_length=80)\n");

        set.Says("limit:").Should().Contain("Always: Change the limit 80 of `title` in [t1:2] and [t1:9] together (What one of them accepts, the next would refuse.) [t1:2 t1:9]");
    }

    [TestMethod]
    public void Are_one_where_an_attribute_and_its_column_stand_together()
    {
        using var set = new TestSet().Template("a.cs.template", "public class A\n{\n    [MaxLength(80)]\n    [StringLength(80)]\n    public string Title { get; set; } = \"\";\n}\n");

        set.Says("limit:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_told_of_a_word_that_the_whole_kit_has()
    {
        using var set = new TestSet();
        foreach (var name in new[] { "a", "b", "c", "d", "e" })
        {
            set.Template($"{name}.py.template", "class A(BaseModel):\n    title: str = Field(max_length=80)\n");
        }

        set.Says("limit:").Should().BeEmpty();
    }
}
