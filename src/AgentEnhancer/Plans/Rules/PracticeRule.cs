using System.Collections.Immutable;

namespace AgentEnhancer.Plans.Rules;

/// <summary>Where in a document a rule's sentence goes.</summary>
internal enum RuleKind
{
    /// <summary>Best Practices.</summary>
    Practice,

    /// <summary>Constraints, Always.</summary>
    Always,

    /// <summary>Constraints, Never: the sentence is what not to do, in the imperative, and has an "instead".</summary>
    Never,

    /// <summary>Constraints, Ask first: the sentence begins with "Before".</summary>
    Ask,

    /// <summary>What to notice in an excerpt that shows the lines.</summary>
    Notice,
}

/// <summary>What a detector sees of a template. Columns are those of the source; placeholders are identifiers in all but <see cref="Raw"/>.</summary>
internal enum RuleView
{
    /// <summary>Without comments and without the contents of strings.</summary>
    Code,

    /// <summary>Without comments; strings as they are.</summary>
    Source,

    /// <summary>Comments alone.</summary>
    Comment,

    /// <summary>Without comments; strings and the tags of template engines as they are, for views and queries whose own code stands in tags.</summary>
    Raw,
}

/// <summary>
/// A practice rule: data, read from YAML. It speaks where <paramref name="Detect"/> matches, and says only what that shows.
/// docs/rules.md explains every field.
/// </summary>
/// <param name="Words">One of them must stand on the line that a match begins on; tried before any expression is. Empty: every line is tried.</param>
/// <param name="Span">How many lines a match may cover.</param>
/// <param name="Except">An expression that silences a match when it is found on the lines of that match.</param>
/// <param name="Given">An expression that must be found somewhere in the template; may hold slots.</param>
/// <param name="Unless">An expression that silences the rule when it is found anywhere in the template; may hold slots.</param>
/// <param name="Practice">The sentence; <c>{name}</c> stands for what the detector's group of that name matched.</param>
/// <param name="Instead">For <see cref="RuleKind.Never"/>: what the template does.</param>
/// <param name="Support">How many matches the templates of an agent must hold before the rule speaks.</param>
/// <param name="Weight">From 1 to 10: how much an author would want it in an agent.</param>
/// <param name="Topic">Rules of one topic say alike; one of them is enough. The id where the rule names none.</param>
internal sealed record PracticeRule(
    string Id,
    ImmutableArray<string> Languages,
    RuleView On,
    ImmutableArray<string> Words,
    string Detect,
    int Span,
    string? Except,
    string? Given,
    string? Unless,
    string Practice,
    string? Why,
    RuleKind Kind,
    string? Instead,
    int Support,
    int Weight,
    string Topic)
{
    /// <summary>The language id of a rule that is tried on every template.</summary>
    public const string AnyLanguage = "any";

    public override string ToString() => Id;
}
