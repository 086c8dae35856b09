using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Sections;

/// <summary>Units of the languages that have no braces to go by.</summary>
internal static class SectionUnits
{
    /// <returns>Nothing for a language that nobody reads.</returns>
    public static ImmutableArray<Unit> Read(LexedSource source, string language) => language switch
    {
        "python" => PythonUnits.Read(source),
        "yaml" => YamlUnits.Read(source),
        "toml" => TextSections.ReadToml(source),
        "ini" => TextSections.ReadIni(source),
        "dotenv" => TextSections.ReadDotenv(source),
        "dockerfile" => TextSections.ReadDockerfile(source),
        "makefile" => TextSections.ReadMakefile(source),
        "markdown" => MarkdownUnits.Read(source),
        "sql" => SqlUnits.Read(source),
        "html" or "blade" or "erb" or "xml" or "xaml" => MarkupUnits.ReadMarkup(source),
        "razor" => MarkupUnits.ReadRazor(source),
        "vue" or "svelte" or "astro" => ComponentFile.Read(source),
        "gotmpl" => GoTemplateUnits.Read(source),
        "shell" => ShellUnits.Read(source),
        "powershell" => ShellUnits.ReadPowerShell(source),
        "ruby" => EndBlocks.ReadRuby(source),
        "elixir" => EndBlocks.ReadElixir(source),
        "lua" => EndBlocks.ReadLua(source),
        _ => [],
    };
}
