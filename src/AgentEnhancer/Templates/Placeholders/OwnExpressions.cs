using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Templates.Placeholders;

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
    /// <summary>A page that a web framework renders: <c>{{ user.name }}</c> of Django, of Go, of Jekyll.</summary>
    View,
    /// <summary>A component that shows its own data: Vue, Angular.</summary>
    Interpolation,
    /// <summary>Texts and recipes whose tool fills them in when it runs: translations, go-task, GoReleaser, just, HTTP files.</summary>
    RunTime,
    Tex,
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

    public static TemplateEngine EngineOf(string text, string language, string path, TemplateKit kit) => language switch
    {
        _ when kit is TemplateKit.Cookiecutter or TemplateKit.Backstage => TemplateEngine.None,
        "yaml" or "json" or "makefile" or Languages.Text when RunTimePath().IsMatch(path) => TemplateEngine.RunTime,
        "blade" => TemplateEngine.Blade,
        "erb" => text.Contains("<%%", StringComparison.Ordinal) ? TemplateEngine.None : TemplateEngine.Erb,
        "sql" => DbtMark().IsMatch(text) ? TemplateEngine.Dbt : TemplateEngine.None,
        "python" => text.Contains("airflow", StringComparison.Ordinal) ? TemplateEngine.Airflow : TemplateEngine.None,
        "vue" => TemplateEngine.Interpolation,
        "html" when AngularMark().IsMatch(text) => TemplateEngine.Interpolation,
        "html" => ViewMark().IsMatch(text) ? TemplateEngine.View : TemplateEngine.None,
        "typescript" => text.Contains("@Component(", StringComparison.Ordinal) ? TemplateEngine.Interpolation : TemplateEngine.None,
        "go" => text.Contains("/template\"", StringComparison.Ordinal) ? TemplateEngine.Helm : TemplateEngine.None,
        "yaml" or "json" or "gotmpl" or Languages.Text when HelmMark().IsMatch(text) => TemplateEngine.Helm,
        "yaml" => AnsibleMark().IsMatch(text) ? TemplateEngine.View : TemplateEngine.None,
        Languages.Text => TexMark().IsMatch(text) ? TemplateEngine.Tex : TemplateEngine.None,
        _ => TemplateEngine.None,
    };

    /// <summary>What is named after its use, so that no walk from the top knows it: <c>item</c> of Ansible's <c>loop:</c>, <c>@host =</c> of an HTTP file.</summary>
    public static IEnumerable<string> LateNames(string text, string language) => language switch
    {
        "yaml" when AnsibleLoop().IsMatch(text) => ["item"],
        Languages.Text when text.Contains('@', StringComparison.Ordinal) => HttpVariable().Matches(text).Select(m => m.Groups["n"].Value),
        _ => [],
    };

    /// <param name="content">Between the braces.</param>
    public static bool IsOwn(ReadOnlySpan<char> content, string? name, TemplateEngine engine)
    {
        if (name is null)
        {
            return false;
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

    [GeneratedRegex(@"(?:^|/)(?:locales?|i18n|translations?|lang)/.*\.json(?:\.template)?$|(?:^|/)(?:taskfile|\.?goreleaser)[\w.-]*\.ya?ml(?:\.template)?$|(?:^|/)justfile(?:\.template)?$|\.(?:http|rest)(?:\.template)?$|postman_collection\.json(?:\.template)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RunTimePath();

    [GeneratedRegex(@"\*ng(?:If|For)\b|\(\w+\)=""|\[\w[\w.]*\]=""|\[\(ngModel\)\]|<ng-\w|<app-\w|formControlName|routerLink|@(?:if|for|switch)\s*\(|\|\s*async\b", RegexOptions.CultureInvariant)]
    private static partial Regex AngularMark();

    [GeneratedRegex(@"\{%-?\s*(?:extends|block|url|load|csrf_token|include|static|trans)\b|\{\{-?\s*(?:template|define|block|partial)\s+""|\{\{-?\s*\.(?:Site|Page|Title|Content)\b|\A---\nlayout:", RegexOptions.CultureInvariant)]
    private static partial Regex ViewMark();

    [GeneratedRegex(@"^\s*(?:-\s+)?(?:hosts|become|gather_facts|ansible\.builtin\.\w+):", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex AnsibleMark();

    [GeneratedRegex(@"\\documentclass|\\begin\{|\\(?:sub)*section\{|^@\w+\{\w", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex TexMark();

    [GeneratedRegex(@"^@(?<n>\w+)\s*=", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex HttpVariable();

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
