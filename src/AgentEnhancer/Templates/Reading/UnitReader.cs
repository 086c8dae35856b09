using System.Collections.Immutable;
using AgentEnhancer.Templates.Sections;

namespace AgentEnhancer.Templates.Reading;

/// <summary>The units of a template, by the reader that its language takes. In order of place; a unit stands before those inside it.</summary>
internal static class UnitReader
{
    public static ImmutableArray<Unit> Read(LexedSource source, string language) => language switch
    {
        "csharp" or "java" or "dart" or "php" or "c" or "cpp" or "objc" => BraceUnits.Read(source, language, SemicolonGrammar.Read),
        "typescript" or "tsx" or "javascript" or "jsx" => BraceUnits.Read(source, language, ScriptGrammar.Read),
        "go" or "rust" or "kotlin" or "scala" or "swift" or "groovy" => BraceUnits.Read(source, language, KeywordGrammar.Read),
        "prisma" or "proto" or "graphql" or "css" or "scss" or "less" or "hcl" => BraceUnits.Read(source, language, BlockGrammar.Read),
        "json" => BraceUnits.Read(source, language, JsonGrammar.Read),
        _ => SectionUnits.Read(source, language),
    };
}
