using System.Collections.Immutable;
using AgentEnhancer.Enhancers.Command.Envelopes;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>How to call a command-line agent without a terminal, and how to read what it says.</summary>
/// <param name="Name">Of its program, without an extension.</param>
/// <param name="Subcommand">What comes first; null where there is none.</param>
/// <param name="Last">What comes last, after a user's own arguments.</param>
/// <param name="Environment">Set where the user has not set it; null takes a variable away.</param>
internal sealed record CommandPreset(
    string Name,
    string? Subcommand,
    ImmutableArray<string> Arguments,
    ImmutableArray<string> Last,
    ImmutableDictionary<string, string?> Environment,
    Func<CommandOutput, EnvelopeReading> Read)
{
    /// <summary>The option that names the model; null where a variable does.</summary>
    public string? ModelOption { get; init; }

    public string? ModelVariable { get; init; }

    /// <summary>The option that takes a file with the schema of the answer.</summary>
    public string? SchemaOption { get; init; }

    /// <summary>The option that takes the file to write the answer to.</summary>
    public string? AnswerOption { get; init; }

    /// <summary>The variable that bounds one call of the API, in milliseconds.</summary>
    public string? TimeoutVariable { get; init; }

    /// <summary>What to do where it is not there: a sentence's beginning.</summary>
    public string Install { get; init; } = "Install it";

    /// <summary>What to do where it fails: a sentence's beginning.</summary>
    public string Mend { get; init; } = "Run it by hand";

    /// <summary>The arguments of one call.</summary>
    /// <param name="own">The user's, from the command line that was given.</param>
    public ImmutableArray<string> ArgumentsOf(ImmutableArray<string> own, string? model, string? schemaFile, string? answerFile)
    {
        var all = ImmutableArray.CreateBuilder<string>();
        if (Subcommand is not null)
        {
            all.Add(Subcommand);
            own = own is [var first, ..] && first == Subcommand ? own.RemoveAt(0) : own;
        }

        all.AddRange(Arguments);
        Add(SchemaOption, schemaFile);
        Add(AnswerOption, answerFile);
        Add(ModelOption, model);
        all.AddRange(own);
        all.AddRange(Last);
        return all.ToImmutable();

        void Add(string? option, string? value)
        {
            if (option is not null && value is { Length: > 0 })
            {
                all.Add(option);
                all.Add(value);
            }
        }
    }
}
