using System.Text;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Instances;

/// <summary>A glob of <c>template.json</c>: <c>**</c>, <c>*</c>, <c>?</c> and <c>[Bb]</c>, as the template engine reads them; linear over the path.</summary>
internal sealed class PathGlob
{
    private readonly Regex _pattern;

    public PathGlob(string glob) => _pattern = new Regex(Pattern(glob), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <param name="path">Below the folder that the glob is counted from, forward slashes.</param>
    public bool IsMatch(string path) => _pattern.IsMatch(path);

    private static string Pattern(string glob)
    {
        var pattern = new StringBuilder("^");
        var text = glob.Replace('\\', '/');
        text = text.StartsWith("./", StringComparison.Ordinal) ? text[2..] : text;
        for (var i = 0; i < text.Length; i++)
        {
            if (string.CompareOrdinal(text, i, "**/", 0, 3) == 0)
            {
                pattern.Append("(?:.*/)?");
                i += 2;
            }
            else if (string.CompareOrdinal(text, i, "**", 0, 2) == 0)
            {
                pattern.Append(".*");
                i++;
            }
            else if (text[i] == '[' && text.IndexOf(']', i) is var end && end > i + 1)
            {
                pattern.Append('[').Append(Regex.Escape(text[(i + 1)..end])).Append(']');
                i = end;
            }
            else
            {
                pattern.Append(text[i] switch { '*' => "[^/]*", '?' => "[^/]", var c => Regex.Escape(c.ToString()) });
            }
        }

        return pattern.Append('$').ToString();
    }
}
