using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates.Sections;

/// <summary>Single-file components (Vue, Svelte, Astro): script, template and style are sections; a script's units stand under it.</summary>
internal static partial class ComponentFile
{
    private sealed record Part(string Tag, int First, int Last, string OpeningTag);

    internal static ImmutableArray<Unit> Read(LexedSource source)
    {
        var lines = new SourceLines(source);
        var units = new List<Unit>();
        var inPart = new bool[lines.Count];
        foreach (var part in Parts(lines))
        {
            var section = SourceLines.Unit(part.Tag, UnitKind.Section, part.First, part.Last, part.First);
            units.Add(section);
            Array.Fill(inPart, true, part.First, part.Last - part.First + 1);
            if (Script(source, part) is { } script)
            {
                units.AddRange(EmbeddedCode.Under(section, UnitReader.Read(script.Source, script.Language)));
            }
            else if (part.Tag is "template")
            {
                units.AddRange(EmbeddedCode.Under(section, MarkupUnits.Elements(lines, part.First + 1, part.Last - 1)));
            }
        }

        // Svelte and Astro write their markup beside the parts.
        for (var i = 0; i < lines.Count; i++)
        {
            var first = i;
            while (i < lines.Count && !inPart[i])
            {
                i++;
            }

            if (i > first)
            {
                units.AddRange(MarkupUnits.Elements(lines, first, i - 1));
            }
        }

        return SourceLines.Sorted(units);
    }

    /// <summary>The scripts of a component file, each lexed in its own language.</summary>
    internal static IEnumerable<LexedSource> Scripts(LexedSource source)
    {
        foreach (var part in Parts(new SourceLines(source)))
        {
            if (Script(source, part) is { } script)
            {
                yield return script.Source;
            }
        }
    }

    private static EmbeddedCode? Script(LexedSource source, Part part)
    {
        if (part.Tag is not ("script" or "---") || part.Last - part.First < 2)
        {
            return null;
        }

        var language = part.Tag is "---" || TypeScript().IsMatch(part.OpeningTag) ? "typescript"
            : Jsx().Match(part.OpeningTag) is { Success: true } jsx ? jsx.Groups["l"].Value
            : "javascript";
        return new EmbeddedCode(EmbeddedCode.Lex(source, part.First + 1, part.Last - 1, language), language, part.First, part.Last);
    }

    private static List<Part> Parts(SourceLines lines)
    {
        var parts = new List<Part>();
        for (var i = 0; i < lines.Count && parts.Count < EmbeddedCode.MostParts; i++)
        {
            if (i == 0 && lines.Text(0).TrimEnd() is "---")
            {
                var fence = 1;
                while (fence < lines.Count && lines.Text(fence).TrimEnd() is not "---")
                {
                    fence++;
                }

                if (fence < lines.Count)
                {
                    parts.Add(new Part("---", 0, fence, ""));
                    i = fence;
                    continue;
                }
            }

            var match = Opening().Match(lines.Masked(i));
            if (!match.Success)
            {
                continue;
            }

            // The opening tag may span lines; its attributes say the script's language.
            var tag = match.Groups["t"].Value;
            var tagEnd = i;
            while (tagEnd + 1 < lines.Count && tagEnd < i + 10 && !lines.Masked(tagEnd).Contains('>', StringComparison.Ordinal))
            {
                tagEnd++;
            }

            var last = Closing(lines, i, tag);
            parts.Add(new Part(tag, i, last, string.Join(' ', Enumerable.Range(i, Math.Min(tagEnd, last) - i + 1).Select(lines.Text))));
            i = last;
        }

        return parts;
    }

    /// <summary>A template nests templates, so its end is the closing tag at the margin; scripts and styles end at the first.</summary>
    private static int Closing(SourceLines lines, int first, string tag)
    {
        var close = "</" + tag;
        var fallback = -1;
        for (var i = first; i < lines.Count; i++)
        {
            var at = lines.Masked(i).IndexOf(close, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                continue;
            }

            if (tag is not "template" || at == 0 || i == first)
            {
                return i;
            }

            fallback = i;
        }

        return fallback >= 0 ? fallback : lines.Count - 1;
    }

    [GeneratedRegex(@"^<(?<t>script|template|style|i18n|docs)(?=[\s>]|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\blang\s*=\s*[""']?(?:ts|typescript)\b", RegexOptions.CultureInvariant)]
    private static partial Regex TypeScript();

    [GeneratedRegex(@"\blang\s*=\s*[""']?(?<l>tsx|jsx)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Jsx();
}
