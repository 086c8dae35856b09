using System.Collections.Immutable;
using System.Diagnostics;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>A process to be: all that is needed to start it.</summary>
/// <param name="Environment">Beyond what it inherits; null takes a variable away.</param>
internal sealed record ProcessLaunch(
    string Program,
    ImmutableArray<string> Arguments,
    string WorkingDirectory,
    ImmutableDictionary<string, string?> Environment)
{
    /// <summary>Null where a batch file is to be given an argument that it cannot be given safely.</summary>
    public ProcessStartInfo? StartInfo()
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = WorkingDirectory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        if (BatchFile.Is(Program))
        {
            if (BatchFile.Arguments(Program, Arguments) is not { } arguments)
            {
                return null;
            }

            start.FileName = Path.Combine(System.Environment.SystemDirectory, "cmd.exe");
            start.Arguments = arguments;
        }
        else
        {
            start.FileName = Program;
            foreach (var argument in Arguments)
            {
                start.ArgumentList.Add(argument);
            }
        }

        foreach (var (name, value) in Environment)
        {
            // A null value takes the variable away.
            start.Environment[name] = value;
        }

        return start;
    }
}
