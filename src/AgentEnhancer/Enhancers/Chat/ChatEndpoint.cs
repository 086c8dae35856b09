using AgentEnhancer.Reporting;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>What is spoken over HTTP.</summary>
internal enum ChatApi
{
    /// <summary>Anthropic's Messages API.</summary>
    Messages,

    /// <summary>OpenAI's Chat Completions, which most servers of models speak too.</summary>
    Completions,
}

/// <summary>Where a model is, and what its key is called.</summary>
/// <param name="Address">Base address in the form that the API's client wants.</param>
/// <param name="KeyVariable">The environment variable to take a key from; null where none is sent.</param>
/// <param name="NeedsKey">Whether it is the provider's own, which answers nobody without a key.</param>
/// <param name="IsGeneric">A server of one's own, of whatever make: the widest known dialect is spoken.</param>
internal sealed record ChatEndpoint(ChatApi Api, Uri Address, string Model, string? KeyVariable, bool NeedsKey, bool IsGeneric)
{
    public const string DefaultAnthropicModel = "claude-sonnet-5-5";

    public const string DefaultOpenAIModel = "gpt-5.1";

    private static readonly string[] AzureHosts =
        [".openai.azure.com", ".services.ai.azure.com", ".cognitiveservices.azure.com", ".openai.azure.us", ".openai.azure.cn"];

    /// <summary>Host and port, as diagnostics name it; whatever else an address may hold stays out of them.</summary>
    public string Host => Address.Authority;

    public static (ChatEndpoint? Endpoint, Diagnostic? Failure) Of(ChatApi api, EnhancerSettings settings)
    {
        var given = settings.Endpoint?.Trim() ?? "";
        if (!Uri.TryCreate(given.Length > 0 ? given : Default(api), UriKind.Absolute, out var address) || !IsUsable(address))
        {
            return (null, Diagnostic.At(ChatDiagnostics.EndpointInvalid, null, 0));
        }

        var provider = ProviderOf(api, address);
        var model = settings.Model?.Trim() is { Length: > 0 } named ? named : DefaultModel(api, provider);
        if (model is null)
        {
            return (null, Diagnostic.At(ChatDiagnostics.ModelMissing, null, 0, address.Authority));
        }

        // A provider's key is for that provider: another host gets a key only where the project says which.
        var variable = settings.ApiKeyVariable?.Trim() is { Length: > 0 } chosen ? chosen : provider?.KeyVariable;
        return (new ChatEndpoint(api, Normalize(api, address, provider), model, variable, provider is not null, provider is null), null);
    }

    private static string Default(ChatApi api) => api == ChatApi.Messages ? "https://api.anthropic.com" : "https://api.openai.com/v1";

    private static bool IsUsable(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Query.Length == 0 && address.Fragment.Length == 0 && address.UserInfo.Length == 0;

    private static Provider? ProviderOf(ChatApi api, Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttps)
        {
            return null;
        }

        if (api == ChatApi.Messages)
        {
            return IsIn(address, "anthropic.com") ? new("ANTHROPIC_API_KEY", IsAzure: false) : null;
        }

        return IsIn(address, "openai.com") ? new("OPENAI_API_KEY", IsAzure: false)
            : Array.Exists(AzureHosts, h => address.Host.EndsWith(h, StringComparison.OrdinalIgnoreCase)) ? new("AZURE_OPENAI_API_KEY", IsAzure: true)
            : null;
    }

    private static bool IsIn(Uri address, string domain) =>
        address.Host.Equals(domain, StringComparison.OrdinalIgnoreCase) || address.Host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);

    /// <summary>At Azure a model is called as its deployment is, and another server has what it has: no name can be guessed there.</summary>
    private static string? DefaultModel(ChatApi api, Provider? provider) => api switch
    {
        ChatApi.Messages => DefaultAnthropicModel,
        _ => provider is { IsAzure: false } ? DefaultOpenAIModel : null,
    };

    /// <summary>Both <c>http://localhost:11434</c> and <c>http://localhost:11434/v1/</c> are meant well.</summary>
    private static Uri Normalize(ChatApi api, Uri address, Provider? provider)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        path = api == ChatApi.Messages
            ? path.EndsWith("/v1", StringComparison.Ordinal) ? path[..^3] : path
            : path.Length > 0 ? path : provider is { IsAzure: true } ? "/openai/v1" : "/v1";
        return new Uri(address.GetLeftPart(UriPartial.Authority) + path);
    }

    private sealed record Provider(string KeyVariable, bool IsAzure);
}
