using System.Diagnostics;
using System.Text;

namespace AgentEnhancer.Build.Tests.Package;

internal sealed record CommandResult(int ExitCode, string Output)
{
    public CommandResult Succeeded()
    {
        ExitCode.Should().Be(0, Output);
        return this;
    }

    /// <summary>Lines that hold <paramref name="text"/>; the summary at the end of a log says warnings a second time.</summary>
    public int Count(string text) =>
        Output.Split("\nBuild ", 2)[0].Split('\n').Count(l => l.Contains(text, StringComparison.Ordinal));
}

/// <summary>Runs the .NET SDK as a user would, with nothing of this machine or of the test run around it.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    public static CommandResult Run(string directory, string packages, params string[] arguments) =>
        Run(directory, packages, new Dictionary<string, string>(StringComparer.Ordinal), arguments);

    /// <param name="environment">Set last, over what all commands get.</param>
    public static CommandResult Run(string directory, string packages, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        using var process = Process.Start(Start(directory, packages, environment, arguments))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end within {Limit}.");
        }

        Task.WaitAll(output, errors);
        return new CommandResult(process.ExitCode, (output.Result + errors.Result).ReplaceLineEndings("\n"));
    }

    /// <summary>Starts it and kills it, with all that it started, once <paramref name="isTime"/> says so.</summary>
    public static void Kill(string directory, string packages, string[] arguments, Func<bool> isTime)
    {
        using var process = Process.Start(Start(directory, packages, new Dictionary<string, string>(StringComparer.Ordinal), arguments))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        while (!isTime() && !process.WaitForExit(50))
        {
            // It is not time yet.
        }

        process.HasExited.Should().BeFalse("it is to be killed in the middle");
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        Task.WaitAll(output, errors);
    }

    private static ProcessStartInfo Start(string directory, string packages, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTestRun).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["NUGET_PACKAGES"] = packages;
        start.Environment["DOTNET_CLI_HOME"] = TestPackage.Home;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["MSBUILDTERMINALLOGGER"] = "off";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>What <c>dotnet test</c> sets for its own MSBuild would lead the child to it; CI promotes warnings of our own code only.</summary>
    private static bool IsOfTheTestRun(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("CORECLR_", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("COVERLET", StringComparison.OrdinalIgnoreCase)
        || name is "CI" or "DOTNET_HOST_PATH" or "Configuration" or "Platform" or "TargetFramework" or "Version";
}
