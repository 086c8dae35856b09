using System.Text.RegularExpressions;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Whether what has fields of a record is about that record: by its name, or by fields that can't be chance.</summary>
internal static partial class Kinship
{
    /// <summary>So many telling fields in common are no chance.</summary>
    private const int FieldsBeyondChance = 3;

    /// <summary>So many are of one thing, whatever else one of the two has.</summary>
    private const int FieldsOfOne = 5;
    private const char Mark = '§';
    private const double NearlyAll = 0.75;

    /// <summary>Shorter names stand inside of other words.</summary>
    private const int ShortestStem = 4;

    /// <summary>Names that every second record has, each with a meaning of its own.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "id", "name", "type", "status", "state", "slug", "email", "title", "description", "label", "code", "text", "content", "kind", "version", "count", "date", "time", "timestamp", "active", "enabled",
        "createdat", "updatedat", "deletedat", "modifiedat", "createdon", "updatedon", "createdby", "updatedby", "user", "userid", "owner", "ownerid", "tenantid", "tags",
    };

    /// <summary>What a name says of a record's part in the system, rather than of what it is.</summary>
    private static readonly HashSet<string> Parts = new(StringComparer.Ordinal)
    {
        "new", "create", "add", "update", "edit", "insert", "save", "write", "read", "get", "request", "response", "dto", "input", "output", "in", "out", "table", "row", "entity", "model", "schema", "record",
        "form", "params", "args", "base", "view", "state", "data", "props", "body", "payload", "command", "serializer", "document", "type", "summary", "factory", "fixture", "builder", "detail", "details", "info", "patch", "values", "draft", "fields", "columns",
    };

    /// <summary>Fields of which having several tells something.</summary>
    public static int Strong(IEnumerable<string> fields) => fields.Count(f => !Common.Contains(f));

    /// <summary>Two declarations of one record.</summary>
    public static bool AreOne(string name, IReadOnlySet<string> fields, string other, IReadOnlySet<string> others)
    {
        var shared = fields.Where(others.Contains).ToArray();
        if (AreAkin(name, other))
        {
            return true;
        }

        // A type that repeats a few fields of a larger one is about something else that has them as well.
        var isAlike = shared.Length >= NearlyAll * Math.Max(fields.Count, others.Count);
        var isAlikeInStrong = Strong(shared) >= NearlyAll * Math.Max(Strong(fields), Strong(others));
        // What it has besides, and is not called after it, is a part of it or something else: a slot of a booking.
        return Strong(shared) >= FieldsBeyondChance ? shared.Length >= NearlyAll * Math.Min(fields.Count, others.Count) && (isAlike || isAlikeInStrong || Strong(shared) >= FieldsOfOne || IsWithin(name, other) || IsWithin(other, name))
            : isAlike && (Strong(shared) >= 2 || IsWithin(name, other) || IsWithin(other, name));
    }

    /// <summary>Code that handles the fields of a record handles the record.</summary>
    public static bool IsAbout(PlacedUnit code, IReadOnlyCollection<string> handled, string record) =>
        Strong(handled) >= FieldsBeyondChance || Names(code, Stem(record));

    /// <summary>One name, or names of which one goes on where the other ends, as <c>memberSchema</c> and <c>Membership</c> do.</summary>
    public static bool AreAkin(string name, string other)
    {
        var (one, two) = (StemWords(name), StemWords(other));
        return one.Count > 0 && one.Count == two.Count && one.SkipLast(1).SequenceEqual(two.SkipLast(1), StringComparer.Ordinal)
            && (one[^1] == two[^1] || (Math.Min(one[^1].Length, two[^1].Length) > ShortestStem && (one[^1].StartsWith(two[^1], StringComparison.Ordinal) || two[^1].StartsWith(one[^1], StringComparison.Ordinal))));
    }

    /// <summary><c>NewBooking</c>, <c>BookingRequest</c> and <c>CREATE TABLE bookings</c> are all about <c>booking</c>.</summary>
    internal static string Stem(string name) => string.Concat(StemWords(name)).Replace(Mark.ToString(), "", StringComparison.Ordinal);

    private static List<string> StemWords(string name)
    {
        // A placeholder is one word, and never a mere part.
        var bare = Placeholder().Replace(Migrations.Bare(name), m => $" {Mark}{m.Groups["name"].Value.ToLowerInvariant()} ");
        var words = Words(bare[(bare.LastIndexOf('.') + 1)..]);
        while (words.Count > 1 && Parts.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        while (words.Count > 1 && Parts.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        if (words.Count > 0)
        {
            words[^1] = Singular(words[^1]);
        }

        return words;
    }

    private static bool IsWithin(string name, string other) => Stem(name) is { Length: >= ShortestStem } stem && Stem(other).Contains(stem, StringComparison.Ordinal);

    private static bool Names(PlacedUnit code, string stem)
    {
        if (stem.Length < ShortestStem)
        {
            return false;
        }

        return Plain(code.Template.FileName).Contains(stem, StringComparison.Ordinal)
            || Enumerable.Range(code.Unit.Span.First, code.Unit.Span.Length).Any(l => Plain(code.Template.Source.Lines[l - 1]).Contains(stem, StringComparison.Ordinal));
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The words of an identifier, in lower case.</summary>
    internal static List<string> Words(string name)
    {
        var words = new List<string>();
        for (var start = 0; start < name.Length;)
        {
            if (!char.IsLetterOrDigit(name[start]) && name[start] != Mark)
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < name.Length && char.IsLetterOrDigit(name[end]) && !(char.IsUpper(name[end]) && (!char.IsUpper(name[end - 1]) || (end + 1 < name.Length && char.IsLower(name[end + 1])))))
            {
                end++;
            }

            words.Add(name[start..end].ToLowerInvariant());
            start = end;
        }

        return words;
    }

    [GeneratedRegex(@"\{\{\{?\s*(?:\w+\.)*(?<name>\w+)\s*\}\}|<%=\s*(?<name>\w+)\s*%>|\$\{(?<name>\w+)\}|__(?<name>[A-Za-z0-9]+)__")]
    private static partial Regex Placeholder();

    internal static string Singular(string word) =>
        word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 ? $"{word[..^3]}y"
        : word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && word.Length > 3 ? word[..^1] : word;
}
