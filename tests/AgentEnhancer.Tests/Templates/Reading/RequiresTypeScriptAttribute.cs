using System.Diagnostics;

namespace AgentEnhancer.Tests.Templates.Reading;

/// <summary>Runs a test only where node is, and where npm can give the TypeScript compiler.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresTypeScriptAttribute : ConditionBaseAttribute
{
    // The last line whose parser is an API of JavaScript.
    private const string Version = "5.9.3";

    private static readonly Lazy<string?> Installed = new(Install);

    public RequiresTypeScriptAttribute()
        : base(ConditionMode.Include) =>
        IgnoreMessage = $"node, npm or typescript {Version} is not to be had.";

    public override string GroupName => "typescript";

    public override bool IsConditionMet => Installed.Value is not null;

    /// <summary>The folder whose node_modules holds the compiler.</summary>
    public static string Folder => Installed.Value!;

    private static string? Install()
    {
        if (RequiresToolAttribute.Find("node") is null || RequiresToolAttribute.Find("npm") is not { } npm)
        {
            return null;
        }

        // One folder a version, kept: a test host is not sure to get to clean up after itself.
        var folder = Path.Combine(Path.GetTempPath(), $"agentenhancer-typescript-{Version}");
        var compiler = Path.Combine(folder, "node_modules", "typescript", "lib", "typescript.js");
        if (File.Exists(compiler))
        {
            return folder;
        }

        Directory.CreateDirectory(folder);
        var start = new ProcessStartInfo(npm, ["install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", folder, $"typescript@{Version}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            return null;
        }

        return process.ExitCode == 0 && File.Exists(compiler) ? folder : null;
    }
}
