using Library.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Library.Books;

public sealed record AddBook(string? Title, string? Isbn);

public sealed record BookView(Guid Id, string Title, string Isbn, bool Available);

/// <summary>The routes below /books.</summary>
public static class BookEndpoints
{
    public static IEndpointRouteBuilder MapBooks(this IEndpointRouteBuilder app)
    {
        var books = app.MapGroup("/books").WithTags("Books");
        books.MapGet("/", Search);
        books.MapGet("/{id:guid}", Get).WithName("GetBook");
        books.MapPost("/", Add);
        books.MapPost("/{id:guid}/lending", Lend);
        books.MapDelete("/{id:guid}/lending", Return);
        return app;
    }

    private static Ok<IEnumerable<BookView>> Search(string? text, BookService service) =>
        TypedResults.Ok(service.Search(text).Select(View));

    private static IResult Get(Guid id, BookService service) =>
        service.Find(id) is { } book ? TypedResults.Ok(View(book)) : TypedResults.NotFound();

    private static IResult Add(AddBook request, BookService service)
    {
        var errors = BookRules.Check(request);
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors);
        }

        return service.Add(request.Title!, request.Isbn!)
            .ToHttp(book => TypedResults.CreatedAtRoute(View(book), "GetBook", new { id = book.Id }));
    }

    private static IResult Lend(Guid id, BookService service) =>
        service.Lend(id).ToHttp(book => TypedResults.Ok(View(book)));

    private static IResult Return(Guid id, BookService service) =>
        service.Return(id).ToHttp(_ => TypedResults.NoContent());

    // Never send who has a book: only its reader may know.
    private static BookView View(Book book) => new(book.Id, book.Title, book.Isbn, book.IsAvailable);
}
