namespace Company.Api.Http;

public enum Failure
{
    None,
    NotFound,
    Conflict,

    /// <summary>The record has changed since it was read.</summary>
    Stale,
}

/// <summary>A value, or why there is none. Services return it; they must not throw for what a caller did.</summary>
public sealed record Result<T>(T? Value, Failure Failure, string? Reason);

public static class Result
{
    public static Result<T> Ok<T>(T value) => new(value, Failure.None, Reason: null);

    public static Result<T> NotFound<T>() => new(default, Failure.NotFound, Reason: null);

    public static Result<T> Conflict<T>(string reason) => new(default, Failure.Conflict, reason);

    public static Result<T> Stale<T>() => new(default, Failure.Stale, "It has changed in the meantime: read it again.");
}

public static class ResultAnswers
{
    /// <summary>The only place that knows which failure is which status code.</summary>
    public static IResult ToAnswer<T>(this Result<T> result, Func<T, IResult> onSuccess) => result.Failure switch
    {
        Failure.None => onSuccess(result.Value!),
        Failure.NotFound => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound),
        Failure.Conflict => TypedResults.Problem(result.Reason, statusCode: StatusCodes.Status409Conflict),
        Failure.Stale => TypedResults.Problem(result.Reason, statusCode: StatusCodes.Status412PreconditionFailed),
        var other => throw new InvalidOperationException($"No answer for {other}."),
    };
}
