using System.Net;
using System.Text;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>Why a call came to nothing before an answer began.</summary>
/// <param name="Status">What the server answered; null where none did.</param>
/// <param name="Text">The server's own words, or the connection's; without a key, and short.</param>
/// <param name="IsLost">The connection was there and went away.</param>
/// <param name="AskedWait">How long the server asks to wait before the next try.</param>
/// <param name="WaitIsTooLong">That is beyond the deadline, so there was no next try.</param>
internal sealed record ChatFault(HttpStatusCode? Status, string Text, bool IsLost, TimeSpan? AskedWait, bool WaitIsTooLong)
{
    private const int MaximumBody = 16 * 1024;

    /// <summary>
    /// The server does not take a schema: it says so in its error, in the words of the parameter. Nothing was generated, so nothing was billed.
    /// </summary>
    public bool RefusesSchema =>
        Status is HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity
        && (Text.Contains("schema", StringComparison.OrdinalIgnoreCase)
            || Text.Contains("response_format", StringComparison.OrdinalIgnoreCase)
            || Text.Contains("output_config", StringComparison.OrdinalIgnoreCase)
            || Text.Contains("output_format", StringComparison.OrdinalIgnoreCase)
            || Text.Contains("structured output", StringComparison.OrdinalIgnoreCase));

    public static ChatFault Of(Exception exception, ApiKey key) =>
        new(null, ErrorText.Of(exception, key), RetryWait.IsLost(exception), null, false);

    public static async Task<ChatFault> OfAsync(
        HttpResponseMessage response, ApiKey key, TimeSpan? askedWait, bool waitIsTooLong, CancellationToken cancellationToken) =>
        new(response.StatusCode, ErrorText.Of(await ReadStartAsync(response.Content, cancellationToken).ConfigureAwait(false), key), false, askedWait, waitIsTooLong);

    /// <summary>What there is of an error's body: it explains a status, which stands without it.</summary>
    private static async Task<string> ReadStartAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaximumBody];
        var length = 0;
        try
        {
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            int read;
            while (length < buffer.Length && (read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                length += read;
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Encoding.UTF8.GetString(buffer, 0, length);
        }

        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
