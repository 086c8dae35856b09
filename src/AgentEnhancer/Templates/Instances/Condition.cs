using System.Collections.Immutable;

namespace AgentEnhancer.Templates.Instances;

/// <summary>When something of a template is a part of its instance.</summary>
internal abstract record Condition
{
    public static readonly Condition Always = new Constant(true);
    public static readonly Condition Never = new Constant(false);

    /// <summary>It depends on what is not told here.</summary>
    public static readonly Condition Sometimes = new Unknown("", false);

    public bool IsAlways => this is Constant { Value: true };

    public bool IsNever => this is Constant { Value: false };

    public sealed record Constant(bool Value) : Condition;

    /// <summary>Two branches of one <c>#if</c> are never there together, whatever it asks for.</summary>
    public sealed record Unknown(string Text, bool IsNegated) : Condition;

    public bool IsTold => this switch
    {
        Unknown => false,
        Not n => n.Operand.IsTold,
        Both b => b.One.IsTold && b.Other.IsTold,
        Either e => e.One.IsTold && e.Other.IsTold,
        _ => true,
    };

    /// <summary>One option has a value.</summary>
    /// <param name="Words">The option as it is typed for this to hold: <c>--auth</c>, <c>--db postgres</c>.</param>
    /// <param name="IsDefault">It holds where nothing is typed.</param>
    /// <param name="Opposite">What is typed for it not to hold, where that is one thing; else null.</param>
    public sealed record Option(string Words, bool IsDefault, string? Opposite) : Condition;

    public sealed record Not(Condition Operand) : Condition;

    public sealed record Both(Condition One, Condition Other) : Condition;

    public sealed record Either(Condition One, Condition Other) : Condition;

    public Condition And(Condition other) =>
        IsNever || other.IsAlways || Equals(other) ? this : other.IsNever || IsAlways ? other : new Both(this, other);

    public Condition Or(Condition other) =>
        IsAlways || other.IsNever || Equals(other) ? this : other.IsAlways || IsNever ? other : new Either(this, other);

    /// <summary>Pushed down to the options, so that only those are negated.</summary>
    public Condition Negated() => this switch
    {
        Constant c => c.Value ? Never : Always,
        Not n => n.Operand,
        Both b => b.One.Negated().Or(b.Other.Negated()),
        Either e => e.One.Negated().And(e.Other.Negated()),
        Unknown u => u with { IsNegated = !u.IsNegated },
        _ => new Not(this),
    };

    /// <summary>Operands of a chain of <see cref="Both"/>.</summary>
    public IEnumerable<Condition> Conjuncts() => this is Both b ? b.One.Conjuncts().Concat(b.Other.Conjuncts()) : [this];

    public IEnumerable<Condition> Disjuncts() => this is Either e ? e.One.Disjuncts().Concat(e.Other.Disjuncts()) : [this];
}
