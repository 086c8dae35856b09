using System.Globalization;

namespace AgentEnhancer.Templates.Instances;

/// <summary>
/// Reads the conditions of the template engine: names of symbols, literals, <c>!</c>, <c>&amp;&amp;</c>, <c>||</c>, <c>==</c>, <c>!=</c> and
/// parentheses, and <c>$(name)</c> and <c>'text'</c> of MSBuild. What else there may be is <see cref="Condition.Sometimes"/>.
/// </summary>
internal sealed class ConditionParser
{
    private const int Deepest = 24;

    /// <summary>The engine knows these of itself; a name that nobody defines is false.</summary>
    private static readonly string[] OfTheHost = ["OS", "HostIdentifier"];

    private readonly TemplateConfig _config;
    private readonly List<string> _tokens;
    private readonly int _depth;
    private int _at;

    private ConditionParser(TemplateConfig config, List<string> tokens, int depth) => (_config, _tokens, _depth) = (config, tokens, depth);

    public static Condition Parse(string text, TemplateConfig config) => Parse(text, config, 0);

    /// <summary>Whether it speaks of a symbol of the template at all: MSBuild's own conditions don't, and stay.</summary>
    public static bool NamesSymbol(string text, TemplateConfig config) => Tokens(text)?.Exists(config.Symbols.ContainsKey) ?? false;

    private static Condition Parse(string text, TemplateConfig config, int depth)
    {
        if (depth > Deepest || Tokens(text) is not { Count: > 0 } tokens)
        {
            return new Condition.Unknown(text.Trim(), false);
        }

        var parser = new ConditionParser(config, tokens, depth);
        return parser.Or(0) is { IsTold: true } condition && parser._at == tokens.Count ? condition : new Condition.Unknown(text.Trim(), false);
    }

    private Condition? Or(int depth)
    {
        var one = And(depth);
        while (one is not null && Take("||", "or"))
        {
            one = And(depth) is { } other ? one.Or(other) : null;
        }

        return one;
    }

    private Condition? And(int depth)
    {
        var one = Comparison(depth);
        while (one is not null && Take("&&", "and"))
        {
            one = Comparison(depth) is { } other ? one.And(other) : null;
        }

        return one;
    }

    private Condition? Comparison(int depth)
    {
        if (depth > Deepest)
        {
            return null;
        }

        if (Take("!"))
        {
            return Comparison(depth + 1)?.Negated();
        }

        if (Take("("))
        {
            var inner = Or(depth + 1);
            if (!Take(")") || inner is null)
            {
                return null;
            }

            // A comparison with what stands in parentheses is rare: one with a truth value can be told.
            return Take("==") ? Compare(inner, isEqual: true) : Take("!=") ? Compare(inner, isEqual: false) : inner;
        }

        if (Next() is not { } left || IsOperator(left))
        {
            return null;
        }

        _at++;
        var isEqual = Take("==");
        if (!isEqual && !Take("!="))
        {
            return Truth(left);
        }

        if (Next() is not { } right || IsOperator(right))
        {
            return null;
        }

        _at++;
        var equal = _config.Symbols.ContainsKey(left) ? Equal(left, right) : Equal(right, left);
        return isEqual ? equal : equal.Negated();
    }

    private Condition? Compare(Condition condition, bool isEqual)
    {
        if (Next() is not { } literal || AsBool(literal) is not { } value)
        {
            return null;
        }

        _at++;
        return value == isEqual ? condition : condition.Negated();
    }

    private Condition Truth(string token)
    {
        if (AsBool(token) is { } value)
        {
            return value ? Condition.Always : Condition.Never;
        }

        if (int.TryParse(token, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
        {
            return number != 0 ? Condition.Always : Condition.Never;
        }

        if (!_config.Symbols.TryGetValue(token, out var symbol))
        {
            return OfTheHost.Contains(token, StringComparer.OrdinalIgnoreCase) || IsLiteral(token) ? Condition.Sometimes : Condition.Never;
        }

        return symbol switch
        {
            { Kind: SymbolKind.Computed } => Parse(symbol.Value, _config, _depth + 1),
            { Kind: SymbolKind.Parameter, IsBool: true } => IsOn(symbol),
            _ => Condition.Sometimes,
        };
    }

    private Condition Equal(string name, string literal)
    {
        if (!_config.Symbols.TryGetValue(name, out var symbol))
        {
            return OfTheHost.Contains(name, StringComparer.OrdinalIgnoreCase) ? Condition.Sometimes
                : IsLiteral(name) && IsLiteral(literal) ? (Same(Unquoted(name), Unquoted(literal)) ? Condition.Always : Condition.Never)
                : Condition.Sometimes;
        }

        var text = Unquoted(literal);
        if (symbol.Kind == SymbolKind.Computed || symbol is { Kind: SymbolKind.Parameter, IsBool: true })
        {
            return AsBool(text) is { } value ? value ? Truth(name) : Truth(name).Negated() : Condition.Sometimes;
        }

        if (symbol.Kind != SymbolKind.Parameter || (!IsLiteral(literal) && _config.Symbols.ContainsKey(literal)))
        {
            return Condition.Sometimes;
        }

        if (text.Length == 0)
        {
            // What is typed is something, and nothing is what there is otherwise.
            return symbol.Default.Length == 0 ? new Condition.Option(symbol.Option, false, null).Negated() : Condition.Sometimes;
        }

        var isChoice = symbol.DataType is "choice";
        if (isChoice && !symbol.Choices.IsEmpty && !symbol.Choices.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Condition.Never;
        }

        var isDefault = Same(symbol.Default, text);
        if (!isChoice || symbol.IsMultiple)
        {
            return new Condition.Option($"{symbol.Option} {text}", isDefault, null);
        }

        // One of two: not this one is the other one.
        var other = symbol.Choices.Length == 2 && symbol.Default.Length > 0 ? symbol.Choices.FirstOrDefault(c => !Same(c, text)) : null;
        return other is null ? new Condition.Option($"{symbol.Option} {text}", isDefault, null)
            : isDefault ? new Condition.Option($"{symbol.Option} {text}", true, $"{symbol.Option} {other}")
            : new Condition.Option($"{symbol.Option} {other}", true, $"{symbol.Option} {text}").Negated();
    }

    private static Condition.Option IsOn(TemplateSymbol symbol) => AsBool(symbol.Default) == true
        ? new(symbol.Option, true, symbol.Option + " false")
        : new(symbol.Option, false, null);

    private string? Next() => _at < _tokens.Count ? _tokens[_at] : null;

    private bool Take(params ReadOnlySpan<string> any)
    {
        foreach (var token in any)
        {
            if (string.Equals(Next(), token, StringComparison.OrdinalIgnoreCase))
            {
                _at++;
                return true;
            }
        }

        return false;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool? AsBool(string text) => Same(Unquoted(text), "true") ? true : Same(Unquoted(text), "false") ? false : null;

    private static bool IsLiteral(string token) => token[0] is '"' or '\'' || char.IsAsciiDigit(token[0]);

    private static string Unquoted(string token) => token.Length > 0 && token[0] is '"' or '\'' ? token.Trim(token[0]) : token;

    private static bool IsOperator(string token) => token is "(" or ")" or "!" or "==" or "!=" or "&&" or "||" or "and" or "or";

    /// <returns>Null where something stands there that is not read here.</returns>
    private static List<string>? Tokens(string text)
    {
        var tokens = new List<string>();
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
            }
            else if (c is '(' or ')')
            {
                tokens.Add(c.ToString());
                i++;
            }
            else if (c is '"' or '\'')
            {
                var close = text.IndexOf(c, i + 1);
                if (close < 0)
                {
                    return null;
                }

                var inner = text[(i + 1)..close];

                // MSBuild: '$(auth)' is a symbol in quotes.
                tokens.Add(inner.StartsWith("$(", StringComparison.Ordinal) && inner.EndsWith(')') ? inner[2..^1] : text[i..(close + 1)]);
                i = close + 1;
            }
            else if (c == '=' || (c is '&' or '|' or '!' && i + 1 < text.Length && text[i + 1] == (c == '!' ? '=' : c)))
            {
                // The engine takes a single = for the same.
                var isDouble = i + 1 < text.Length && text[i + 1] is '=' or '&' or '|';
                tokens.Add(c == '=' ? "==" : text.Substring(i, 2));
                i += isDouble ? 2 : 1;
            }
            else if (c == '!')
            {
                tokens.Add("!");
                i++;
            }
            else if (IsOfName(c))
            {
                var start = i;
                while (i < text.Length && IsOfName(text[i]))
                {
                    i++;
                }

                tokens.Add(text[start..i]);
            }
            else
            {
                return null;
            }
        }

        return tokens;
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-';
}
