using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Migrations, in SQL or in code: applied once and in order, so that a change is always the next one.</summary>
internal static partial class Migrations
{
    private const string CreateTable = "CREATE TABLE ";

    /// <summary>What migrations in code call the function that does it.</summary>
    private static readonly string[] Steps = ["up", "change", "upgrade", "migrate"];

    /// <summary>In SQL the file says so by its number or folder; in code by what it builds on.</summary>
    public static bool IsMigration(Template template, Unit unit) => unit.Kind == UnitKind.Query
        ? template.Path.Contains("migration", StringComparison.OrdinalIgnoreCase) || Numbered().IsMatch(template.FileName)
        : (Steps.Contains(unit.Name, StringComparer.OrdinalIgnoreCase) || unit.Name.EndsWith("Migration", StringComparison.Ordinal)) && template.Source.Code.Any(l => InCode().IsMatch(l));

    /// <summary>The line came with a migration: it is changed by the next one.</summary>
    public static bool IsOfMigration(Template template, int line) => template.Units.Any(u => u.Span.Contains(line) && IsMigration(template, u));

    public static bool IsTable(Unit unit) => unit.Kind == UnitKind.Query && unit.Name.StartsWith(CreateTable, StringComparison.OrdinalIgnoreCase);

    /// <summary>The table's own name.</summary>
    public static string Bare(string name)
    {
        if (!name.StartsWith(CreateTable, StringComparison.OrdinalIgnoreCase))
        {
            return name;
        }

        var bare = name[CreateTable.Length..];
        return bare.StartsWith("IF NOT EXISTS ", StringComparison.OrdinalIgnoreCase) ? bare["IF NOT EXISTS ".Length..] : bare;
    }

    [GeneratedRegex(@"^(?:\d|V\d+(?:[._]\d+)*__)", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();

    // Rails; Laravel; Alembic; Django; EF Core; FluentMigrator; Knex, Sequelize, TypeORM; Exposed and Flyway in Java or Kotlin.
    [GeneratedRegex(@"\bActiveRecord::Migration\b|\bextends\s+Migration\b|\bSchema::(?:create|table)\(|\bop\.(?:create_table|add_column|alter_column)\(|\bmigrations\.(?:Migration|CreateModel|AddField)\b|\bMigrationBuilder\s|\bmigrationBuilder\.|:\s*Migration\b|\bknex\.schema\b|\bschema\.(?:create|alter)Table\(|\bqueryInterface\.\w|\bMigrationInterface\b|\bBaseJavaMigration\b")]
    private static partial Regex InCode();
}
