using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Command;

namespace AgentEnhancer.Tests.Enhancers.Command;

/// <summary>A real program that plays a model: what it does stands in a script, and it notes how it was called.</summary>
internal sealed class FakeCommand : IDisposable
{
    private static readonly string Dotnet = Path.GetFullPath(
        Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private static readonly string FakeModel = Path.Combine(AppContext.BaseDirectory, "fake-model.dll");

    private readonly TemporaryFolder _folder = new();

    public static ModelPrompt Prompt { get; } = new("Answer.", """{"agents":[]}""", """{"type":"object"}""", ["a.md"], default);

    /// <summary>As a user writes it.</summary>
    public string CommandLine => $"\"{Dotnet}\" \"{FakeModel}\" \"{_folder.Root}\"";

    public string Root => _folder.Root;

    public IReadOnlyList<FakeCall> Calls =>
        [.. _folder.Files("calls").Where(f => f.EndsWith(".arguments", StringComparison.Ordinal)).Select(f => new FakeCall(_folder[$"calls/{f[..32]}"]))];

    public FakeCommand Does(params string[] steps)
    {
        _folder.Write("script.txt", string.Join('\n', steps));
        return this;
    }

    public FakeCommand With(string file, string text)
    {
        _folder.Write(file, text);
        return this;
    }

    /// <summary>The same under another name: a path that a preset is recognised by.</summary>
    public string Named(string name)
    {
        if (OperatingSystem.IsWindows())
        {
            // As npm lays them; the folder by its variable, since cmd.exe reads the file in a code page of its own.
            return _folder.Write($"{name}.cmd", $"@\"{Dotnet}\" \"{FakeModel}\" \"%~dp0.\" %*\r\n");
        }

        var path = _folder.Write(name, $"#!/bin/sh\nexec \"{Dotnet}\" \"{FakeModel}\" \"{_folder.Root}\" \"$@\"\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>A child that a script can start: it takes hold and never ends by itself.</summary>
    public string Child(string name, params string[] steps)
    {
        _folder.Write($"{name}/script.txt", string.Join('\n', steps));
        return $"child {_folder[name]}";
    }

    public Task<ModelReply> AskAsync(
        string? command = null, ModelPrompt? prompt = null, string? model = null, int mostOutput = 16 * 1024 * 1024, CancellationToken cancellationToken = default) =>
        Ask(command, model, mostOutput)(prompt ?? Prompt, cancellationToken);

    /// <summary>With a timeout of two minutes, as <paramref name="clock"/> counts them.</summary>
    public AskModel Ask(string? command = null, string? model = null, int mostOutput = 16 * 1024 * 1024, TimeProvider? clock = null) => CommandModel.Ask(
        new EnhancerSettings(
            EnhancerProvider.Command, command ?? CommandLine, model, null, null, null, TimeSpan.Zero, TimeSpan.FromMinutes(2)),
        ProgramFinder.OfThisMachine(_folder.Root), mostOutput, clock ?? TimeProvider.System);

    /// <summary>Until a process has come to its <c>hang</c> or <c>hold</c>.</summary>
    public async Task StartedAsync(Task asking, string folder = ".")
    {
        while (!File.Exists(_folder[$"{folder}/started"]))
        {
            asking.IsCompleted.Should().BeFalse("it is to start first: {0}", asking.Exception);
            await Task.Delay(10);
        }
    }

    /// <summary>The system lets go of a dead process's lock; a live one's is never to be had.</summary>
    public async Task EndedAsync(string folder = ".")
    {
        for (var i = 0; ; i++)
        {
            try
            {
                await using var alive = new FileStream(_folder[$"{folder}/alive"], FileMode.Open, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException) when (i < 500)
            {
                await Task.Delay(20);
            }
        }
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>One start of the program.</summary>
internal sealed record FakeCall(string Path)
{
    public string[] Arguments => File.ReadAllLines(Path + ".arguments");

    public string Input => Encoding.UTF8.GetString(File.ReadAllBytes(Path + ".input"));

    public string WorkingFolder => File.ReadAllText(Path + ".folder");

    public string[] FilesFound => File.ReadAllLines(Path + ".files");

    public string? Variable(string name) =>
        File.ReadAllLines(Path + ".variables").FirstOrDefault(l => l.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    public long Milliseconds(string variable) => long.Parse(Variable(variable)!, CultureInfo.InvariantCulture);
}
