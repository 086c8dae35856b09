using System.Text;

namespace AgentEnhancer.Tests.Responses.Reading;

/// <summary>Does something to one kind of escape, and leaves what only looks like it.</summary>
internal static class Escapes
{
    public static string Replace(string json, char escape, string by)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] == '\\' && i + 1 < json.Length)
            {
                text.Append(json[i + 1] == escape ? by : json.Substring(i, 2));
                i++;
            }
            else
            {
                text.Append(json[i]);
            }
        }

        return text.ToString();
    }
}

/// <summary>Tells what stands in strings from what stands around them.</summary>
internal static class Structure
{
    /// <summary>Replaces characters outside of strings.</summary>
    public static string Replace(string json, Func<char, char, string> by)
    {
        var text = new StringBuilder(json.Length);
        var (inString, before) = (false, '\0');
        for (var i = 0; i < json.Length; i++)
        {
            text.Append(inString || json[i] == '"' ? json[i].ToString() : by(json[i], before));
            before = json[i];
            if (inString && json[i] == '\\')
            {
                text.Append(json[++i]);
            }
            else if (json[i] == '"')
            {
                inString = !inString;
            }
        }

        return text.ToString();
    }

    /// <summary>Each string with its quotes: where its first quote stands, and its last.</summary>
    public static List<(int Open, int Close)> Strings(string json)
    {
        var found = new List<(int Open, int Close)>();
        for (var i = json.IndexOf('"', StringComparison.Ordinal); i >= 0; i = json.IndexOf('"', found[^1].Close + 1))
        {
            var close = i + 1;
            while (json[close] != '"')
            {
                close += json[close] == '\\' ? 2 : 1;
            }

            found.Add((i, close));
        }

        return found;
    }
}
