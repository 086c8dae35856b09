using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using AgentEnhancer.Enhancers.Command.Envelopes;
using AgentEnhancer.Reporting;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>Asks a model through a program on this machine: a known command-line agent, or any that answers on its output.</summary>
/// <remarks>One process a call, in an empty folder, with nothing tried twice. Nothing is left of it, however it ends.</remarks>
internal static class CommandModel
{
    /// <summary>A hundred times what the largest batch is answered with.</summary>
    private const int MostOutput = 64 * 1024 * 1024;

    private const string SchemaFile = "schema.json";

    private const string AnswerFile = "answer.txt";

    /// <summary>For one invocation, all its batches together: the time runs from its first call on.</summary>
    /// <param name="baseDirectory">Absolute; what a relative path of a program is relative to.</param>
    public static AskModel Ask(EnhancerSettings settings, string baseDirectory) =>
        Ask(settings, ProgramFinder.OfThisMachine(baseDirectory), MostOutput, TimeProvider.System);

    internal static AskModel Ask(EnhancerSettings settings, ProgramFinder finder, int mostOutput, TimeProvider clock)
    {
        var deadline = new Deadline(settings.Timeout, clock);
        return (prompt, cancellationToken) =>
        {
            var line = Line(settings.Command ?? "", finder);
            if (line.Problem is not null)
            {
                return Task.FromResult(Failed(CommandDiagnostics.Unreadable, line.Problem));
            }

            var preset = CommandPresets.Of(line.Program);
            return finder.Find(line.Program) is { } program
                ? new Call(line with { Program = program }, preset, settings.Model, mostOutput).AskAsync(prompt, deadline, cancellationToken)
                : Task.FromResult(Failed(CommandDiagnostics.NotFound, line.Program, preset.Install));
        };
    }

    /// <summary>A path with blanks in it that is a program needs no quotes.</summary>
    private static CommandLine Line(string command, ProgramFinder finder)
    {
        var whole = command.Trim();
        return whole.Any(char.IsWhiteSpace) && !whole.Contains('"', StringComparison.Ordinal) && finder.Find(whole) is { } program
            ? new CommandLine(program, [], null)
            : CommandLine.Parse(whole);
    }

    private static ModelReply Failed(DiagnosticDescriptor descriptor, params ImmutableArray<string> arguments) =>
        ModelReply.Failed(Diagnostic.At(descriptor, null, 0, arguments));

    /// <summary>Started when it is first asked for.</summary>
    private sealed class Deadline(TimeSpan whole, TimeProvider clock)
    {
        private readonly Lazy<long> _start = new(clock.GetTimestamp);

        public TimeSpan Whole => whole;

        public TimeProvider Clock => clock;

        public TimeSpan Left() => whole == Timeout.InfiniteTimeSpan ? whole
            : TimeSpan.FromTicks(Math.Clamp((whole - clock.GetElapsedTime(_start.Value)).Ticks, 0, TimeSpan.TicksPerDay));
    }

    private sealed record Call(CommandLine Line, CommandPreset Preset, string? Model, int MostOutput)
    {
        private string Name => Path.GetFileName(Line.Program);

        public async Task<ModelReply> AskAsync(ModelPrompt prompt, Deadline deadline, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var left = deadline.Left();
            if (left == TimeSpan.Zero)
            {
                // The batches before took all of it.
                return Failed(CommandDiagnostics.TimedOut, Name, Seconds(deadline.Whole), "it was not called for this part any more");
            }

            try
            {
                await using var folder = new WorkingFolder();
                var launch = await LaunchAsync(folder.Root, prompt, left, cancellationToken).ConfigureAwait(false);
                if (launch.StartInfo() is not { } start)
                {
                    return Failed(
                        CommandDiagnostics.Unreadable,
                        $"{Name} is a batch file, which takes no argument with a double quote or a percent sign");
                }

                var secrets = ErrorText.Secrets(start.Environment);
                var result = await ChildProcess.RunAsync(start, prompt.Text, left, MostOutput, deadline.Clock, cancellationToken).ConfigureAwait(false);
                return Reply(result, await AnswerAsync(folder.Root, cancellationToken).ConfigureAwait(false), deadline.Whole, secrets);
            }
            catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
            {
                return Failed(CommandDiagnostics.CannotStart, Name, e.Message);
            }
        }

        private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);

        private async Task<ProcessLaunch> LaunchAsync(string folder, ModelPrompt prompt, TimeSpan left, CancellationToken cancellationToken)
        {
            var schema = Preset.SchemaOption is null || prompt.Schema is null ? null : Path.Combine(folder, SchemaFile);
            if (schema is not null)
            {
                await File.WriteAllTextAsync(schema, prompt.Schema, cancellationToken).ConfigureAwait(false);
            }

            var answer = Preset.AnswerOption is null ? null : Path.Combine(folder, AnswerFile);
            return new ProcessLaunch(Line.Program, Preset.ArgumentsOf(Line.Arguments, Model, schema, answer), folder, Variables(left));
        }

        private ImmutableDictionary<string, string?> Variables(TimeSpan left)
        {
            var variables = Preset.Environment;
            if (Preset.TimeoutVariable is { } timeout && left != Timeout.InfiniteTimeSpan)
            {
                variables = variables.SetItem(timeout, left.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture));
            }

            // What a user has set wins; what is to be gone goes.
            variables = variables.RemoveRange(variables
                .Where(v => v.Value is not null && Environment.GetEnvironmentVariable(v.Key) is { Length: > 0 })
                .Select(v => v.Key));
            return Preset.ModelVariable is { } model && Model is { Length: > 0 } ? variables.SetItem(model, Model) : variables;
        }

        private async Task<string?> AnswerAsync(string folder, CancellationToken cancellationToken)
        {
            var file = new FileInfo(Path.Combine(folder, AnswerFile));
            return Preset.AnswerOption is null || !file.Exists || file.Length > MostOutput
                ? null
                : await File.ReadAllTextAsync(file.FullName, cancellationToken).ConfigureAwait(false);
        }

        private ModelReply Reply(ProcessResult result, string? answer, TimeSpan timeout, ImmutableArray<string> secrets)
        {
            if (result.End == ProcessEnd.TooMuchOutput)
            {
                return Failed(CommandDiagnostics.TooMuch, Name, MostOutput.ToString(CultureInfo.InvariantCulture));
            }

            var exitCode = result.End == ProcessEnd.Exited ? result.ExitCode : (int?)null;
            var reading = Preset.Read(new CommandOutput(exitCode, result.Output, result.Error, answer));
            var text = string.IsNullOrWhiteSpace(reading.Text) ? null : reading.Text;
            if (exitCode == 0 && text is not null && reading.Problem is null)
            {
                return ModelReply.Of(text, reading.Stop, reading.Usage);
            }

            // What it had said by then may hold whole answers.
            return new ModelReply(text, StopReason.CutOff, reading.Usage, Failure(exitCode, reading, result.Error, timeout, secrets));
        }

        private Diagnostic Failure(int? exitCode, EnvelopeReading reading, string error, TimeSpan timeout, ImmutableArray<string> secrets)
        {
            var said = new[] { exitCode is null ? null : reading.Problem, error }
                .Select(text => ErrorText.End(text ?? "", secrets))
                .FirstOrDefault(text => text.Length > 0, reading.Stop switch
                {
                    StopReason.Refused => "the model refused to answer",
                    StopReason.CutOff => "the model ran into its limit before it said anything",
                    _ => "it says nothing of the cause",
                });
            return exitCode switch
            {
                null => Diagnostic.At(
                    CommandDiagnostics.TimedOut, null, 0, Name, Seconds(timeout), said),
                0 => Diagnostic.At(CommandDiagnostics.NoAnswer, null, 0, Name, said, Preset.Mend),
                var code => Diagnostic.At(
                    CommandDiagnostics.Failed, null, 0, Name, code.Value.ToString(CultureInfo.InvariantCulture), said, Preset.Mend),
            };
        }
    }
}
