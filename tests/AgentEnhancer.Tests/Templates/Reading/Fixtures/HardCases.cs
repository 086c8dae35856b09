#pragma warning disable
// A header that belongs to the file.

using System.Text;
using Alias = System.Collections.Generic.List<(int Left, int Right)>;

[assembly: System.Reflection.AssemblyMetadata("fixture", "{")]

namespace Fixtures.Hard
{
    /// <summary>Don't count braces in "comments" {.</summary>
    [Obsolete("}{ not code")]
    [System.Diagnostics.DebuggerDisplay("{Name,nq}")]
    public abstract partial class Repository<TEntity, TKey>(ILogger<TEntity> logger, Func<TKey, string> format)
        : IRepository<TEntity>, IDisposable
        where TEntity : class, new()
        where TKey : notnull
    {
        private readonly Dictionary<string, (int Count, string Text)> _cache = new(StringComparer.Ordinal)
        {
            ["a{"] = (1, @"c:\"),
        };

        private const string Raw = """
            public void NotAMethod() {
            """;

        public string Name { get; set; } = "x";

        public (int Count, string Name) Pair => (1, "y");

        public string Long =>
            $"{Name} {(Name.Length > 0 ? $"{{{Name}}}" : "}")}";

        public int Checked
        {
            get => _checked;
            set
            {
                if (value < 0) { throw new ArgumentOutOfRangeException(nameof(value)); }
                _checked = value;
            }
        }

        private int _checked;

        public required IReadOnlyList<string> Items
        {
            get;
            init;
        }

        public IReadOnlyList<string> Defaults { get; } =
        [
            "one",
            "two",
        ];

        // ── Construction ──────────────────────────────────────────────

        // Belongs to the constructor.
        protected Repository(ILogger<TEntity> logger)
            : this(logger, key => key.ToString()!)
        {
        }

        ~Repository() => Dispose();

        public TEntity this[TKey key] => Find(key) ?? throw new KeyNotFoundException();

        public TEntity this[int index]
        {
            get { return Find(default!)!; }
        }

        /* a block comment
           over two lines { */
        public virtual async Task<(bool Ok, TEntity? Value)> TryFindAsync<TOther>(
            TKey key,
            [System.Runtime.CompilerServices.CallerMemberName] string caller = "(",
            params string[] rest)
            where TOther : struct
        {
            int Local(int x) => x + 1;
            static string Nested(string y) { return y; }
            char brace = '{', quote = '\'';
            await Task.Yield();
            return (Local(1) > 0, null);
        }

        public abstract TEntity? Find(TKey key);

        void IDisposable.Dispose() => Dispose();

        public static bool operator ==(Repository<TEntity, TKey> left, Repository<TEntity, TKey> right) => ReferenceEquals(left, right);

        public static bool operator !=(Repository<TEntity, TKey> left, Repository<TEntity, TKey> right)
        {
            return !(left == right);
        }

        public static implicit operator string(Repository<TEntity, TKey> value) => value.Name;

        public static TEntity operator +(Repository<TEntity, TKey> left, int right) => new();

        public new string ToString() => Name;

        public event EventHandler? Changed;

        public void Dispose()
        {
            #region inner
            Changed?.Invoke(this, EventArgs.Empty);
            #endregion
        }

        private enum State
        {
            // first
            New = 1,
            [Obsolete] Old = 2,
        }

        private readonly record struct Key(string Value)
        {
            public override string ToString() => Value;
        }

        public delegate Task Handler<in T>(T item, CancellationToken cancellationToken);

        private interface INested
        {
            int Count { get; }

            Task<IReadOnlyList<TEntity>> ListAsync(CancellationToken cancellationToken = default);
        }
    }

    public record Point(int X, int Y);

    public sealed record Result<T>(
        T? Value,
        string? Error)
    {
        public bool IsSuccess => Error is null;

        public static Result<T> Ok(T value) => new(value, null);
    }

    file static class Extensions
    {
        public static T Also<T>(this T self, Action<T> action) { action(self); return self; }

        public static unsafe int* Pointer(int* p) => p;

        public static int[] Many(int[]? x) => x ?? [];

        internal static IEnumerable<KeyValuePair<string, List<int>>> Generic<TA, TB>(
            this IDictionary<TA, TB> map) where TA : notnull
            => throw new NotSupportedException(
                "multi-line");
    }

    public struct Empty;

    public class Derived : Repository<object, int>
    {
        public Derived() : base(null!) { }

        public override object? Find(int key)
        {
            var text = $$"""
                { "a": {{key}} }
                """;
            return key switch
            {
                > 0 => new { A = 1, B = text },
                _ => null,
            };
        }
    }
}
