using Library.Hosting;
using Library.Storage;

namespace Library.Books;

/// <summary>What a reader can do with books. Knows nothing of HTTP, and nothing of files.</summary>
public sealed class BookService(BookStore store, IClientIdentity client, TimeProvider clock)
{
    public IReadOnlyList<Book> Search(string? text) =>
        [.. store.All()
            .Where(book => text is null || book.Title.Contains(text, StringComparison.OrdinalIgnoreCase))
            .OrderBy(book => book.Title, StringComparer.OrdinalIgnoreCase)];

    public Book? Find(Guid id) => store.Find(id);

    public Answer<Book> Add(string title, string isbn)
    {
        if (store.All().Any(book => book.Isbn == isbn))
        {
            return Answer.Refused<Book>("isbn_taken", $"The ISBN {isbn} is in the catalogue.");
        }

        var book = new Book(Guid.CreateVersion7(clock.GetUtcNow()), title.Trim(), isbn, clock.GetUtcNow());
        store.Save(book);
        return Answer.Of(book);
    }

    public Answer<Book> Lend(Guid id)
    {
        // Always change a book inside Update: it holds the lock between reading and writing.
        return store.Update(id, book => book.IsAvailable
            ? Answer.Of(book.Lend(client.Name, clock.GetUtcNow()))
            : Answer.Refused<Book>("lent", $"{book.Title} is with another reader."));
    }

    public Answer<Book> Return(Guid id)
    {
        return store.Update(id, book => book.LentTo?.Reader == client.Name
            ? Answer.Of(book.Return())
            : Answer.Refused<Book>("not_yours", $"{book.Title} is not with you."));
    }
}
