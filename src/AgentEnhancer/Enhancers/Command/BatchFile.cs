using System.Collections.Immutable;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>
/// What npm installs on Windows are .cmd files. Only cmd.exe runs them, and it reads their arguments by rules of its own; so every one is quoted, and what
/// no quotes protect is refused.
/// </summary>
internal static class BatchFile
{
    public static bool Is(string path) =>
        Path.GetExtension(path) is var extension
        && (extension.Equals(".cmd", StringComparison.OrdinalIgnoreCase) || extension.Equals(".bat", StringComparison.OrdinalIgnoreCase));

    /// <summary>The arguments of cmd.exe; null where one holds what cmd.exe would change or run.</summary>
    public static string? Arguments(string path, ImmutableArray<string> arguments)
    {
        // Inside quotes & | < > ^ and parentheses are letters; a quote ends them, a percent sign names a variable even there.
        if (arguments.Insert(0, path).Any(a => a.AsSpan().ContainsAny("\"%\r\n\0")))
        {
            return null;
        }

        // A backslash before the closing quote would escape it for the program that the script calls.
        var quoted = arguments.Select(a => $"\"{a}{new string('\\', a.Length - a.TrimEnd('\\').Length)}\"");
        return $"/d /s /c \"\"{path}\" {string.Join(' ', quoted)}\"";
    }
}
