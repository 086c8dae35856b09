using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace AgentEnhancer.Templates.Reading;

/// <summary>An engine whose expressions stay in the file that a template makes.</summary>
internal enum TemplateEngine
{
    None,
    Helm,
    Dbt,
    Airflow,
    Blade,
    /// <summary>A view of Rails; a generator of views doubles the percent signs that are to stay.</summary>
    Erb,
}

/// <summary>
/// <c>{{ .Values.image }}</c> of a chart, <c>{{ ref('orders') }}</c> of dbt, <c>{{ ds }}</c> of Airflow: they look like
/// placeholders, but belong to the file, and nobody fills them in.
/// </summary>
internal static partial class OwnExpressions
{
    // Longer than any expression of dbt; bounds the search for an end that isn't there.
    private const int LongestExpression = 2_000;

    private static readonly FrozenSet<string> AirflowRoots =
        "ds ds_nodash ts ts_nodash ts_nodash_with_tz data_interval_start data_interval_end logical_date execution_date prev_ds next_ds dag dag_run run_id task task_instance ti params var macros conn test_mode"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static TemplateEngine EngineOf(string text, string language) => language switch
    {
        "blade" => TemplateEngine.Blade,
        "erb" => text.Contains("<%%", StringComparison.Ordinal) ? TemplateEngine.None : TemplateEngine.Erb,
        "sql" => DbtMark().IsMatch(text) ? TemplateEngine.Dbt : TemplateEngine.None,
        "python" => text.Contains("airflow", StringComparison.Ordinal) ? TemplateEngine.Airflow : TemplateEngine.None,
        "yaml" or "json" or "gotmpl" or Languages.Text => HelmMark().IsMatch(text) ? TemplateEngine.Helm : TemplateEngine.None,
        _ => TemplateEngine.None,
    };

    /// <summary>What the file's own loops name: <c>item</c> of <c>{% for item in menu %}</c>, <c>this</c> of <c>{{#each menu}}</c>, <c>item</c> of Ansible's <c>loop:</c>.</summary>
    public static FrozenSet<string> LoopNames(string text, string language)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (text.Contains("{%", StringComparison.Ordinal))
        {
            foreach (Match loop in Loop().Matches(text))
            {
                names.UnionWith(loop.Groups["n"].Value.Split(',', StringSplitOptions.TrimEntries));
                names.Add("loop");
            }
        }

        if (text.Contains("{{#each", StringComparison.Ordinal))
        {
            names.UnionWith(["this", "@index", "@key", "index", "key"]);
        }

        if (language is "yaml" && AnsibleLoop().IsMatch(text))
        {
            names.Add("item");
        }

        return names.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <param name="content">Between the braces.</param>
    public static bool IsOwn(ReadOnlySpan<char> content, string? name, TemplateEngine engine, FrozenSet<string> loopNames)
    {
        if (name is null)
        {
            return false;
        }

        if (loopNames.Count > 0 && loopNames.Contains(name.Split('.')[0]))
        {
            return true;
        }

        var at = content.IndexOf(name);
        return engine switch
        {
            TemplateEngine.Helm => at > 0 && content[at - 1] is '.' or '$',
            TemplateEngine.Airflow => AirflowRoots.Contains(name.Split('.')[0]),
            _ => false,
        };
    }

    /// <summary>
    /// An expression of dbt, over lines too: what is kept is the model or source that it names, else the macro that it calls,
    /// so that the statement around it reads as one. <c>{{modelName}}</c>, without spaces, is a placeholder here as well.
    /// </summary>
    public static (int Length, string? Kept)? DbtAt(string text, int i)
    {
        if (!text.AsSpan(i).StartsWith("{{", StringComparison.Ordinal) || i + 2 >= text.Length || !(char.IsWhiteSpace(text[i + 2]) || text[i + 2] == '-'))
        {
            return null;
        }

        var rest = text.AsSpan(i, Math.Min(LongestExpression, text.Length - i));
        var end = rest.IndexOf("}}");
        if (end < 0)
        {
            return null;
        }

        var inner = rest[2..end].ToString();
        var model = ModelName().Match(inner);
        var callee = Callee().Match(inner);
        return (end + 2, model.Success ? model.Groups["n"].Value
            : callee.Success && callee.Groups["n"].Value is not "config" and var name ? name : null);
    }

    [GeneratedRegex(@"\{%-?\s*for\s+(?<n>\w+(?:\s*,\s*\w+)*)\s+in\b", RegexOptions.CultureInvariant)]
    private static partial Regex Loop();

    [GeneratedRegex(@"^\s*(?:loop|with_\w+):", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex AnsibleLoop();

    [GeneratedRegex(@"\{\{-?\s*(?:ref|source|config|this|var|env_var|dbt_utils\.\w+)\b|\{%-?\s*(?:macro|snapshot|test|materialization)\s|\bis_incremental\(", RegexOptions.CultureInvariant)]
    private static partial Regex DbtMark();

    [GeneratedRegex(@"\{\{-?\s*(?:\w+\s+)?\.(?:Values|Release|Chart|Capabilities|Files|Template)\b|\{\{-?\s*(?:include|define|template)\s+""", RegexOptions.CultureInvariant)]
    private static partial Regex HelmMark();

    /// <summary>The last name that <c>ref</c> or <c>source</c> is given.</summary>
    [GeneratedRegex(@"^[-\s]*(?:ref|source)\(\s*(?:['""]\w+['""]\s*,\s*)?['""](?<n>\w+)['""]", RegexOptions.CultureInvariant)]
    private static partial Regex ModelName();

    [GeneratedRegex(@"^[-\s]*(?:\w+\.)*(?<n>[A-Za-z_]\w*)", RegexOptions.CultureInvariant)]
    private static partial Regex Callee();
}
