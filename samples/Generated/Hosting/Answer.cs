namespace Library.Hosting;

/// <summary>A value, or the reason why there is none.</summary>
public sealed record Answer<T>(T? Value, string? Code = null, string? Message = null)
    where T : class;

public static class Answer
{
    public const string MissingCode = "missing";

    public static Answer<T> Of<T>(T value)
        where T : class => new(value);

    public static Answer<T> Missing<T>(Guid id)
        where T : class => new(null, MissingCode, $"There is nothing with the id {id}.");

    // Clients branch on the code. Never reuse one for another reason.
    public static Answer<T> Refused<T>(string code, string message)
        where T : class => new(null, code, message);
}
