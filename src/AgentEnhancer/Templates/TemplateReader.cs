using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Agents;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates.Importing;
using AgentEnhancer.Templates.Instances;
using AgentEnhancer.Templates.Placeholders;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates;

/// <summary>What became of one template file.</summary>
/// <param name="Template">Without its final id; null where the file is left out, and then <paramref name="Diagnostic"/> says why.</param>
/// <param name="Diagnostic">May also stand beside a template: a message on how it was read.</param>
internal sealed record TemplateReading(Template? Template, Diagnostic? Diagnostic);

/// <summary>Reads one template file with everything that the file itself says.</summary>
internal static partial class TemplateReader
{
    /// <param name="config">Of the <c>dotnet new</c> template that the file is a part of, if any.</param>
    public static TemplateReading Read(TemplateItem item, TemplateConfig? config = null)
    {
        var file = TemplateText.Read(item.FullPath);
        return file.Status switch
        {
            TextReadingStatus.Missing => LeftOut(TemplateDiagnostics.Missing),
            TextReadingStatus.Unreadable => LeftOut(TemplateDiagnostics.Unreadable, file.Problem),
            TextReadingStatus.TooLarge => LeftOut(
                TemplateDiagnostics.TooLarge, TemplateText.MaximumBytes.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            TextReadingStatus.Binary => LeftOut(TemplateDiagnostics.Binary),
            _ when string.IsNullOrWhiteSpace(file.Text) => LeftOut(TemplateDiagnostics.Empty),
            TextReadingStatus.ReadAsLatin1 => new TemplateReading(
                Describe(item, file.Text, config), new Diagnostic(TemplateDiagnostics.NotUtf8, item.FullPath, 0, [])),
            _ => new TemplateReading(Describe(item, file.Text, config), null),
        };

        TemplateReading LeftOut(DiagnosticDescriptor descriptor, params string[] arguments) =>
            new(null, new Diagnostic(descriptor, item.FullPath, 0, [.. arguments]));
    }

    private static Template Describe(TemplateItem item, string text, TemplateConfig? config)
    {
        var path = ManifestReader.Slashes(item.CitedPath);
        var below = ManifestReader.BelowRoot(item);
        var language = Languages.FromPath(path);
        if (language is Languages.Text && GeneratorHead.Target(text) is { } target)
        {
            language = Languages.FromPath(target);
        }

        var instance = config is null ? null : InstanceReader.Read(below, text, config);
        var source = instance is null ? Lexer.Lex(text, language, path) : Lexed(text, language, path, instance);
        var units = SteeringLines.Balance(NamedByFile(UnitReader.Read(source, language), language, path), source);
        var imports = ImportReader.Read(source, language);
        return new Template(
            Id: "",
            item.FullPath,
            path,
            language,
            source,
            units,
            imports,
            TemplateRoles.Of(TemplatePaths.Output(below, filling: "x"), language, units),
            Set(item.Category) ?? FirstFolder(below),
            Set(item.Purpose) ?? TemplatePurpose.FromHeader(source, units, imports),
            Set(item.Technologies) is { } technologies ? TemplateTechnologies.Parse(technologies) : TemplateTechnologies.WellKnown(imports))
        {
            Scope = item.TemplateRoot ?? "",
            ScopePath = item.TemplateRoot is null ? path : instance?.PathFor(isCopied: false) ?? below,
            Instance = instance,
        };
    }

    /// <summary>Read without directives; the lines stay as they are.</summary>
    private static LexedSource Lexed(string text, string language, string path, Instance instance)
    {
        var source = Lexer.Lex(InstanceReader.Readable(text, instance), language, path);
        return source with { Lines = MarkdownBody.SplitLines(text)[..source.Lines.Length] };
    }

    /// <summary>The one query of a file goes by the file's name, as <c>ref('orders')</c> does in dbt.</summary>
    private static ImmutableArray<Unit> NamedByFile(ImmutableArray<Unit> units, string language, string path)
    {
        if (language is not "sql" || units.Count(u => u.Level == 0) != 1 || units[0].Kind != UnitKind.Query || !Reads().IsMatch(units[0].Name))
        {
            return units;
        }

        var name = TemplatePaths.OutputFileName(path);
        var query = units[0] with { Name = name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? name[..dot] : name };
        return [.. units.Select(u => u.Level == 0 ? query : u with { Parent = query })];
    }

    [GeneratedRegex("^(?:select|with)\\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reads();

    private static string? Set(string? metadata) => string.IsNullOrWhiteSpace(metadata) ? null : metadata.Trim();

    /// <summary>A folder whose name is yet to be filled in sorts nothing.</summary>
    private static string FirstFolder(string below) =>
        TemplatePaths.Plain(below, filling: "").Split('/')[..^1].Select(f => f.Trim()).FirstOrDefault(f => f.Length > 0) ?? "";
}
