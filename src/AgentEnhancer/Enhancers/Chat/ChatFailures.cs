using System.Globalization;
using System.Net;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>What a failed call is told as.</summary>
internal static class ChatFailures
{
    public static Diagnostic Of(ChatFault fault, ChatEndpoint endpoint, int tries) => fault.Status switch
    {
        null when fault.IsLost => At(ChatDiagnostics.ConnectionLost, endpoint.Host, Text(tries), fault.Text),
        null => At(ChatDiagnostics.Unreachable, endpoint.Host, fault.Text),
        _ when fault.WaitIsTooLong => At(
            ChatDiagnostics.WaitTooLong, endpoint.Host, Text((int)fault.Status), Text((long)Math.Ceiling(fault.AskedWait!.Value.TotalSeconds))),

        // Its words are left out: some servers repeat the key in them.
        HttpStatusCode.Unauthorized => At(ChatDiagnostics.KeyRefused, endpoint.Host, Remedy(endpoint)),
        HttpStatusCode.Forbidden => At(ChatDiagnostics.Forbidden, endpoint.Host, endpoint.Model, fault.Text),
        HttpStatusCode.NotFound => At(ChatDiagnostics.ModelUnknown, endpoint.Host, endpoint.Model, fault.Text),
        HttpStatusCode.TooManyRequests => At(ChatDiagnostics.RateLimited, endpoint.Host, Text(tries), fault.Text),
        var status when RetryWait.IsPassing(status.Value) => At(
            ChatDiagnostics.ServerFailed, endpoint.Host, Text((int)status), Text(tries), fault.Text),
        var status => At(ChatDiagnostics.RequestRefused, endpoint.Host, Text((int)status), fault.Text, endpoint.Model),
    };

    public static Diagnostic TimedOut(ChatEndpoint endpoint, EnhancerSettings settings, ChatTransport transport) => At(
        ChatDiagnostics.TimedOut, endpoint.Host, Text((long)Math.Ceiling(settings.Timeout.TotalSeconds)),
        transport.Trouble is { } trouble ? $" after {trouble}" : "");

    public static Diagnostic BrokenOff(ChatEndpoint endpoint, string reason) => At(ChatDiagnostics.BrokenOff, endpoint.Host, reason);

    public static Diagnostic NoText(ChatEndpoint endpoint, string reason) => At(ChatDiagnostics.NoText, endpoint.Host, reason);

    public static Diagnostic Refused(ChatEndpoint endpoint) => At(ChatDiagnostics.Refused, endpoint.Model, endpoint.Host);

    private static string Remedy(ChatEndpoint endpoint) => endpoint.KeyVariable is { } variable
        ? $"Put a valid key into the environment variable {variable}, or name another variable in AgentEnhancerApiKeyVariable"
        : "Name the environment variable that holds its key in AgentEnhancerApiKeyVariable";

    private static Diagnostic At(DiagnosticDescriptor descriptor, params string[] arguments) => Diagnostic.At(descriptor, null, 0, [.. arguments]);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
