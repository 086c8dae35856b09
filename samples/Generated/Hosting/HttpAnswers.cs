namespace Library.Hosting;

/// <summary>Answers of the services, as HTTP knows them.</summary>
public static class HttpAnswers
{
    public static IResult ToHttp<T>(this Answer<T> answer, Func<T, IResult> success)
        where T : class
    {
        if (answer.Value is { } value)
        {
            return success(value);
        }

        // Always answer with problem details, so that a client needs one error format only.
        return TypedResults.Problem(
            title: answer.Message,
            type: $"urn:library:{answer.Code}",
            statusCode: answer.Code == Answer.MissingCode
                ? StatusCodes.Status404NotFound
                : StatusCodes.Status409Conflict);
    }
}
