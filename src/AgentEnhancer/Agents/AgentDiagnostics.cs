using System.Collections.Immutable;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Agents;

/// <summary>What can be wrong with an agent file. None of it stops a run.</summary>
internal static class AgentDiagnostics
{
    public static readonly DiagnosticDescriptor Missing = new(
        "AEB1001", DiagnosticSeverity.Warning,
        "The agent file does not exist; it is left out and the other agents go on. Remove it from Agent, or make it before EnhanceAgents runs.");

    public static readonly DiagnosticDescriptor Unreadable = new(
        "AEB1002", DiagnosticSeverity.Warning,
        "The agent file cannot be read ({0}); it is left as it is and the other agents go on. Grant read access to it or remove it from Agent.");

    public static readonly DiagnosticDescriptor TooLarge = new(
        "AEB1003", DiagnosticSeverity.Warning,
        "The agent file is larger than {0} bytes; it is left as it is. No consumer reads a prompt of this size: shorten it or remove it from Agent.");

    public static readonly DiagnosticDescriptor Binary = new(
        "AEB1004", DiagnosticSeverity.Warning,
        "The agent file is not text (it holds NUL bytes); it is left out. Save it as UTF-8 text or remove it from Agent.");

    public static readonly DiagnosticDescriptor NotUtf8 = new(
        "AEB1005", DiagnosticSeverity.Warning,
        "The agent file is not valid UTF-8 ({0}); it is left as it is, because reading it would change its letters. Save it as UTF-8.");

    public static readonly DiagnosticDescriptor Empty = new(
        "AEB1006", DiagnosticSeverity.Warning,
        "The agent file is empty; it is left out. Write the agent or remove the file.");

    public static readonly DiagnosticDescriptor NoFrontMatter = new(
        "AEB1007", DiagnosticSeverity.Message,
        "No front matter, so this is not an agent; it is left out. Begin the file with '---', 'name: …', 'description: …', '---' if it is meant to be one.");

    public static readonly DiagnosticDescriptor FrontMatterNeverClosed = new(
        "AEB1008", DiagnosticSeverity.Warning,
        "The front matter is never closed, so this is not an agent; it is left out. Add a line '---' after the last of its keys.");

    public static readonly DiagnosticDescriptor FrontMatterNotFirst = new(
        "AEB1009", DiagnosticSeverity.Warning,
        "The front matter begins after line 1, where no consumer looks for it, so this is not an agent; it is left out. Delete what stands before the first '---'.");

    public static readonly DiagnosticDescriptor DuplicateId = new(
        "AEB1010", DiagnosticSeverity.Warning,
        "Two agents have the path '{0}' under their roots; the first is used, this one is left out. Give one of them another path or its own Link.");

    /// <summary>0: what YAML refuses; 1: the lines to replace (<c>line 3</c>, <c>lines 3-5</c>); 2: the line that mends it.</summary>
    public static readonly DiagnosticDescriptor InvalidYaml = new(
        "AEB1011", DiagnosticSeverity.Warning,
        "The front matter is not valid YAML ({0}), so consumers drop this agent's metadata silently; it is kept byte for byte and was read leniently here. Replace {1} by: {2}");

    public static readonly DiagnosticDescriptor InvalidYamlUnmended = new(
        "AEB1012", DiagnosticSeverity.Warning,
        "The front matter is not valid YAML ({0}), so consumers drop this agent's metadata silently; it is kept byte for byte and was read leniently here. Rewrite it from this line as 'key: \"value\"' lines.");

    /// <summary>0: the key; 1: the line that it stands on first; 2: the lines to delete.</summary>
    public static readonly DiagnosticDescriptor DuplicateKey = new(
        "AEB1013", DiagnosticSeverity.Warning,
        "The front matter has the key '{0}' a second time, so consumers drop this agent's metadata silently; it is kept byte for byte and the value of line {1} was used here. Delete {2}.");

    public static readonly DiagnosticDescriptor Complete = new(
        "AEB1014", DiagnosticSeverity.Message,
        "The agent is complete already ({0} lines, all four sections); it goes out as it is. Delete a section to have it written anew.");

    public static readonly DiagnosticDescriptor FenceNeverClosed = new(
        "AEB1015", DiagnosticSeverity.Warning,
        "The code fence that begins here is never closed, so all that follows reads as code; the text is kept as it is. Close it with a line '{0}'.");

    public static readonly DiagnosticDescriptor UnknownTwin = new(
        "AEB1016", DiagnosticSeverity.Warning,
        "TwinOf names '{0}', which is no other agent of this project; the agent is enhanced on its own. Set TwinOf to the path of an agent that is no twin itself.");

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        Missing, Unreadable, TooLarge, Binary, NotUtf8, Empty, NoFrontMatter, FrontMatterNeverClosed, FrontMatterNotFirst,
        DuplicateId, InvalidYaml, InvalidYamlUnmended, DuplicateKey, Complete, FenceNeverClosed, UnknownTwin,
    ];
}
