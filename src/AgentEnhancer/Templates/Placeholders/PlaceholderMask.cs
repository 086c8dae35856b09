using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Placeholders;

/// <summary>
/// Finds placeholders and puts an identifier of the same length in their place, so that neither their braces nor their
/// hyphens reach a scanner. Tags that only steer the template engine (<c>{{#if x}}</c>, <c>{% endif %}</c>) become spaces.
/// </summary>
internal static class PlaceholderMask
{
    /// <param name="text">Line ends are <c>\n</c>.</param>
    /// <param name="path">Of the template: its extension names its kit. May be empty.</param>
    public static (string Masked, ImmutableArray<Placeholder> Placeholders) Apply(string text, string language, string path = "")
    {
        var masked = text.ToCharArray();
        var file = TagFile.Of(text, language, path);
        var scope = new TagScope(OwnExpressions.LateNames(text, language));
        var found = new List<(Placeholder Placeholder, bool IsDoubtful)>();
        var (line, lineStart) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
                continue;
            }

            if (text[i] is not ('{' or '<' or '$' or '_' or '[') || Find(text, i, lineStart, file, scope) is not { } tag)
            {
                continue;
            }

            var place = masked.AsSpan(i, tag.Length);
            if (tag.Kind is TagKind.Steering || tag.Name.Length == 0)
            {
                Blank(place, tag.Kept);
            }
            else
            {
                Identify(place, tag.Name);
            }

            // What goes over lines is an expression of the kit, and no name that one fills in.
            if (tag.Kind is TagKind.FillIn or TagKind.Doubtful && !text.AsSpan(i, tag.Length).Contains('\n'))
            {
                found.Add((new Placeholder(text.Substring(i, tag.Length), tag.Name, line, i - lineStart), tag.Kind is TagKind.Doubtful));
            }

            var last = i + tag.Length - 1;

            // What a kit is told to leave as it is holds no tag of that kit.
            if (text[i] == '{' && BlockTags.EndOfRaw(text, i) is var raw and > 0)
            {
                last = raw - 1;
            }

            for (; i < last; i++)
            {
                if (text[i] == '\n')
                {
                    line++;
                    lineStart = i + 1;
                }
            }

            if (text[i] == '\n')
            {
                line++;
                lineStart = i + 1;
            }
        }

        if (file.Kit is TemplateKit.Percent)
        {
            Blank(masked.AsSpan(0, GeneratorHead.LengthOf(text)), null);
        }

        var sure = found.Where(f => !f.IsDoubtful).Select(f => f.Placeholder.Name).ToHashSet(StringComparer.Ordinal);
        return (new string(masked), [.. found.Where(f => !f.IsDoubtful || sure.Contains(f.Placeholder.Name)).Select(f => f.Placeholder)]);
    }

    private static Tag? Find(string text, int i, int lineStart, TagFile file, TagScope scope)
    {
        if (file.Engine is TemplateEngine.Dbt && OwnExpressions.DbtAt(text, i) is { } dbt)
        {
            return new Tag(dbt.Length, TagKind.Steering, Kept: dbt.Kept);
        }

        var rest = text.AsSpan(i, Math.Min(TagFile.LongestTag, text.Length - i));
        var end = rest.IndexOf('\n');
        rest = end < 0 ? rest : rest[..end];
        if (rest.Length < 2)
        {
            return null;
        }

        return (rest[0], rest[1]) switch
        {
            ('{', '{') => BraceTags.At(text, i, rest, lineStart, file, scope),
            ('{', '%' or '#') => BlockTags.Percent(text, i, file, scope),
            ('<', '%') => BlockTags.Angle(text, i, file, scope),
            ('<', '#') => BlockTags.Hash(text, i, file, scope),
            ('[', '[' or '%' or '#') => BlockTags.Bracket(text, i, file, scope),
            ('$', _) => DollarTags.At(text, i, rest, lineStart, file, scope),
            ('_', '_') => UnderscoreTags.At(text, i, rest, file),
            _ => null,
        };
    }

    /// <summary>Spaces, but for line ends and for one word that stays.</summary>
    private static void Blank(Span<char> place, string? kept)
    {
        var at = kept is null ? -1 : place.IndexOf(kept);
        for (var k = 0; k < place.Length; k++)
        {
            place[k] = place[k] == '\n' || (at >= 0 && k >= at && k < at + kept!.Length) ? place[k] : ' ';
        }
    }

    private static void Identify(Span<char> place, string name)
    {
        for (var k = 0; k < place.Length; k++)
        {
            if (!(char.IsAsciiLetterOrDigit(place[k]) || place[k] is '_' or '\n'))
            {
                place[k] = '_';
            }
        }

        // The case of the first letter tells a component from a function, a type from a variable.
        if (place[0] == '_')
        {
            place[0] = char.IsAsciiLetterUpper(name[0]) ? 'P' : 'p';
        }
    }
}
