using Library.Books;
using Library.Hosting;

namespace Library.Storage;

/// <summary>All books, in memory, written to disk by <see cref="StorageFlusher"/>. Safe for many threads.</summary>
public sealed class BookStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, Book> _books;
    private bool _changed;

    public BookStore(JsonFile file)
    {
        _books = file.Read<Book>().ToDictionary(book => book.Id);
    }

    public IReadOnlyList<Book> All()
    {
        lock (_lock)
        {
            return [.. _books.Values];
        }
    }

    public Book? Find(Guid id)
    {
        lock (_lock)
        {
            return _books.GetValueOrDefault(id);
        }
    }

    public void Save(Book book)
    {
        lock (_lock)
        {
            _books[book.Id] = book;
            _changed = true;
        }
    }

    /// <summary>Reads, changes and writes one book under the lock; a refused change leaves it as it was.</summary>
    public Answer<Book> Update(Guid id, Func<Book, Answer<Book>> change)
    {
        // The function must be quick and must not call the store again.
        lock (_lock)
        {
            if (!_books.TryGetValue(id, out var book))
            {
                return Answer.Missing<Book>(id);
            }

            var answer = change(book);
            if (answer.Value is { } changed)
            {
                _books[id] = changed;
                _changed = true;
            }

            return answer;
        }
    }

    /// <summary>Everything, when something changed since the last call; otherwise null.</summary>
    public IReadOnlyList<Book>? TakeChanges()
    {
        lock (_lock)
        {
            if (!_changed)
            {
                return null;
            }

            _changed = false;
            return [.. _books.Values];
        }
    }
}
