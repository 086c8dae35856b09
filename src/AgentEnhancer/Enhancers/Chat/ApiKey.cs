using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>A key, read from the environment when it is needed. It leaves this class in a request's header and nowhere else.</summary>
internal sealed partial class ApiKey
{
    private const string Hidden = "[key]";

    private readonly string? _value;

    private ApiKey(string? value) => _value = value;

    /// <summary>The endpoint's key; none where it needs none and the environment has none; or why it can't be asked.</summary>
    public static (ApiKey? Key, Diagnostic? Failure) Read(ChatEndpoint endpoint)
    {
        if (endpoint.KeyVariable is not { } variable)
        {
            return (new ApiKey(null), null);
        }

        if (!VariableName().IsMatch(variable))
        {
            return (null, Diagnostic.At(ChatDiagnostics.KeyVariableInvalid, null, 0));
        }

        var value = Environment.GetEnvironmentVariable(variable)?.Trim();
        if (string.IsNullOrEmpty(value))
        {
            // A long run of letters and digits is a key that someone put where its variable's name belongs: it must not be repeated.
            return !endpoint.NeedsKey ? (new ApiKey(null), null)
                : LooksLikeAKey().IsMatch(variable) ? (null, Diagnostic.At(ChatDiagnostics.KeyVariableInvalid, null, 0))
                : (null, Diagnostic.At(ChatDiagnostics.KeyMissing, null, 0, endpoint.Host, variable));
        }

        // Anything else can't stand in a header, and the exception that says so quotes it.
        return value.All(c => char.IsBetween(c, '!', '~'))
            ? (new ApiKey(value), null)
            : (null, Diagnostic.At(ChatDiagnostics.KeyUnusable, null, 0, variable));
    }

    /// <summary>Sets the only header with a key, and takes away what a client may have found elsewhere on the machine.</summary>
    public void Authorize(ChatApi api, HttpRequestHeaders headers)
    {
        headers.Remove("Authorization");
        headers.Remove("x-api-key");
        if (_value is null)
        {
            return;
        }

        if (api == ChatApi.Messages)
        {
            headers.TryAddWithoutValidation("x-api-key", _value);
        }
        else
        {
            headers.TryAddWithoutValidation("Authorization", "Bearer " + _value);
        }
    }

    /// <summary>A server's text, with the key and what servers show of it (first letters, asterisks, last letters) taken out.</summary>
    public string Redact(string text) => Masked().Replace(
        _value is null ? text : text.Replace(_value, Hidden, StringComparison.OrdinalIgnoreCase), Hidden);

    public override string ToString() => _value is null ? "" : Hidden;

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex VariableName();

    [GeneratedRegex(@"\A[A-Za-z0-9]{24,}\z", RegexOptions.NonBacktracking)]
    private static partial Regex LooksLikeAKey();

    [GeneratedRegex(@"[A-Za-z0-9_-]*(?:\*{3,}|\.{4,}|…)[A-Za-z0-9_-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Masked();
}
