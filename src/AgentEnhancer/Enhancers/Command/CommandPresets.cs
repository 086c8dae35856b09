using System.Collections.Immutable;
using AgentEnhancer.Enhancers.Command.Envelopes;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>
/// The command-line agents that are known by name. Each is asked for one answer: no tools, no session, no instructions of a project, no questions
/// back, and no long retries of its own, which nobody sees while a build stands still.
/// </summary>
internal static class CommandPresets
{
    /// <summary>Any other program: the prompt on its input, the answer on its output, exit code 0.</summary>
    public static CommandPreset Plain { get; } = new("", null, [], [], Variables(), PlainEnvelope.Read)
    {
        ModelVariable = "AGENTENHANCER_MODEL",
    };

    public static ImmutableArray<CommandPreset> All { get; } =
    [
        new(
            "claude",
            null,
            ["-p", "--output-format", "stream-json", "--verbose", "--tools", "", "--safe-mode", "--no-session-persistence"],
            [],
            // CLAUDECODE is set below a session of its own, and then it would not start: a build that an agent runs is such a place.
            Variables(("CLAUDE_CODE_MAX_RETRIES", "1"), ("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1"), ("CLAUDECODE", null)),
            ClaudeEnvelope.Read)
        {
            ModelOption = "--model",
            TimeoutVariable = "API_TIMEOUT_MS",
            Install = "Install it (npm install -g @anthropic-ai/claude-code)",
            Mend = "Run 'claude' once and sign in, or set ANTHROPIC_API_KEY",
        },
        new(
            "codex",
            "exec",
            ["--json", "--skip-git-repo-check", "--ephemeral", "-s", "read-only"],
            ["-"],
            Variables(),
            CodexEnvelope.Read)
        {
            ModelOption = "-m",
            SchemaOption = "--output-schema",
            AnswerOption = "-o",
            Install = "Install it (npm install -g @openai/codex)",
            Mend = "Run 'codex login', or set CODEX_API_KEY",
        },
        new(
            "gemini",
            null,
            ["--output-format", "json"],
            [],
            // A folder that was made a moment ago is not in its list of trusted ones.
            Variables(("GEMINI_CLI_TRUST_WORKSPACE", "true")),
            GeminiEnvelope.Read)
        {
            ModelOption = "-m",
            Install = "Install it (npm install -g @google/gemini-cli)",
            Mend = "Run 'gemini' once and sign in, or set GEMINI_API_KEY",
        },
        new(
            "copilot",
            null,
            ["-s", "--no-custom-instructions", "--no-ask-user", "--disable-builtin-mcps", "--no-color"],
            [],
            Variables(("COPILOT_AUTO_UPDATE", "false")),
            PlainEnvelope.Read)
        {
            ModelOption = "--model",
            Install = "Install it (npm install -g @github/copilot)",
            Mend = "Run 'copilot' once and sign in, or set COPILOT_GITHUB_TOKEN",
        },
        new(
            "opencode",
            "run",
            // Without a title of ours it asks a model for one.
            ["--pure", "--format", "json", "--title", "agents"],
            [],
            Variables(("OPENCODE_DISABLE_AUTOUPDATE", "true")),
            OpencodeEnvelope.Read)
        {
            ModelOption = "-m",
            Install = "Install it (npm install -g opencode-ai)",
            Mend = "Run 'opencode auth login', and name the model as PROVIDER/MODEL in AgentEnhancerModel",
        },
    ];

    /// <summary>By the program's file name, so that a path to it is recognised as well.</summary>
    public static CommandPreset Of(string program)
    {
        // By hand: a path of Windows is read elsewhere, too.
        var name = program[(program.LastIndexOfAny(['/', '\\']) + 1)..];
        return All.FirstOrDefault(p => IsNamed(name, p.Name)) ?? Plain;
    }

    private static bool IsNamed(string fileName, string program) =>
        fileName.StartsWith(program, StringComparison.OrdinalIgnoreCase)
        && fileName[program.Length..].ToLowerInvariant() is "" or ".exe" or ".cmd" or ".bat";

    private static ImmutableDictionary<string, string?> Variables(params ReadOnlySpan<(string Name, string? Value)> variables)
    {
        var all = ImmutableDictionary.CreateBuilder<string, string?>(StringComparer.Ordinal);
        foreach (var (name, value) in variables)
        {
            all.Add(name, value);
        }

        return all.ToImmutable();
    }
}
