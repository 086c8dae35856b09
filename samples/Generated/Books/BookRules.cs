namespace Library.Books;

/// <summary>What a request has to satisfy before the service sees it.</summary>
public static class BookRules
{
    private const int MaxTitleLength = 200;

    /// <summary>Errors by field; empty when all is well.</summary>
    public static Dictionary<string, string[]> Check(AddBook request)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(request.Title) || request.Title.Length > MaxTitleLength)
        {
            errors["title"] = [$"A title of at most {MaxTitleLength} characters is required."];
        }

        if (request.Isbn is null || !IsIsbn13(request.Isbn))
        {
            errors["isbn"] = ["An ISBN of 13 digits with a right check digit is required."];
        }

        return errors;
    }

    internal static bool IsIsbn13(string value)
    {
        if (value.Length != 13 || !value.All(char.IsAsciiDigit))
        {
            return false;
        }

        var sum = value.Select((digit, index) => (digit - '0') * (index % 2 == 0 ? 1 : 3)).Sum();
        return sum % 10 == 0;
    }
}
