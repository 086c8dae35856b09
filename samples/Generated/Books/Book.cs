namespace Library.Books;

/// <summary>A book and who has it at present.</summary>
public sealed record Book(Guid Id, string Title, string Isbn, DateTimeOffset AddedAt)
{
    /// <summary>Who has the book, and since when; null while it stands on the shelf.</summary>
    public Lending? LentTo { get; init; }

    public bool IsAvailable => LentTo is null;

    public Book Lend(string reader, DateTimeOffset now)
    {
        // The service must ask IsAvailable first; to lend a book twice is a defect, not an answer.
        if (LentTo is not null)
        {
            throw new InvalidOperationException($"{Title} is with {LentTo.Reader}.");
        }

        return this with { LentTo = new Lending(reader, now) };
    }

    public Book Return() => this with { LentTo = null };
}

public sealed record Lending(string Reader, DateTimeOffset Since);
