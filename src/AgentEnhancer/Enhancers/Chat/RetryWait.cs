using System.Net;
using System.Net.Http.Headers;

namespace AgentEnhancer.Enhancers.Chat;

/// <summary>When a call is worth another try, and when to make it.</summary>
internal static class RetryWait
{
    /// <summary>What a server may mend by itself: it was too slow, in conflict, too busy or broken.</summary>
    public static bool IsPassing(HttpStatusCode status) => (int)status is 408 or 409 or 429 or >= 500;

    /// <summary>
    /// A connection that was there and went away before an answer began. One that never came to be (no such name, nobody listens, a
    /// certificate that is not trusted) will not come to be in a second either.
    /// </summary>
    public static bool IsLost(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.Unknown,
    };

    /// <summary>What the server asks for, in seconds or as a date; null where it doesn't say.</summary>
    public static TimeSpan? Asked(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date - now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
