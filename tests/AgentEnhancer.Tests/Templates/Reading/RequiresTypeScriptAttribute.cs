using System.Diagnostics;

namespace AgentEnhancer.Tests.Templates.Reading;

/// <summary>Runs a test only where node is, and where npm can give the TypeScript compiler.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class RequiresTypeScriptAttribute : ConditionBaseAttribute
{
    // The last line whose parser is an API of JavaScript.
    private const string Package = "typescript@5.9.3";

    private static readonly Lazy<string?> Installed = new(Install);

    public RequiresTypeScriptAttribute()
        : base(ConditionMode.Include) =>
        IgnoreMessage = $"node, npm or {Package} is not to be had.";

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

        var folder = Directory.CreateTempSubdirectory("typescript-oracle").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var start = new ProcessStartInfo(npm, ["install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", "--prefix", folder, Package])
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

        return process.ExitCode == 0 && Directory.Exists(Path.Combine(folder, "node_modules", "typescript")) ? folder : null;
    }
}
