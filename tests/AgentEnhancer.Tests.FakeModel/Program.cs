using System.Diagnostics;
using System.Globalization;

// fake-model FOLDER [arguments as the caller gave them]
// Notes the call in FOLDER/calls and does what FOLDER/script.txt says, a step a line; files are those of FOLDER.
var folder = args[0];
var calls = Directory.CreateDirectory(Path.Combine(folder, "calls")).FullName;
var call = Path.Combine(calls, Guid.NewGuid().ToString("N"));
File.WriteAllLines(call + ".arguments", args.Skip(1));
File.WriteAllLines(call + ".variables", Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal)
    .Select(name => $"{name}={Environment.GetEnvironmentVariable(name)}"));
File.WriteAllText(call + ".folder", Environment.CurrentDirectory);
File.WriteAllLines(call + ".files", Directory.EnumerateFileSystemEntries(Environment.CurrentDirectory).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);

using var output = Console.OpenStandardOutput();
using var error = Console.OpenStandardError();
foreach (var step in File.ReadAllLines(Path.Combine(folder, "script.txt")))
{
    var blank = step.IndexOf(' ', StringComparison.Ordinal);
    var (verb, what) = blank < 0 ? (step, "") : (step[..blank], step[(blank + 1)..]);
    switch (verb)
    {
        case "read":
            using (var input = Console.OpenStandardInput())
            using (var copy = File.Create(call + ".input"))
            {
                input.CopyTo(copy);
            }

            break;

        case "out":
            Write(output, File.ReadAllBytes(Path.Combine(folder, what)));
            break;

        case "err":
            Write(error, File.ReadAllBytes(Path.Combine(folder, what)));
            break;

        case "answer":
            // The file that follows this option among the arguments.
            File.Copy(Path.Combine(folder, "answer.txt"), args[Array.IndexOf(args, what) + 1]);
            break;

        case "litter":
            Directory.CreateDirectory("left");
            File.WriteAllText(Path.Combine("left", "behind.txt"), "left behind");
            break;

        case "flood":
            var piece = new byte[1024 * 1024];
            Array.Fill(piece, (byte)'x');
            for (var i = 0; i < int.Parse(what, CultureInfo.InvariantCulture); i++)
            {
                Write(output, piece);
            }

            break;

        // A child that holds our pipes and outlives us, unless it is ended with us.
        case "child":
            using (Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Environment.GetCommandLineArgs()[0], what]) { UseShellExecute = false }))
            {
                Hold.WaitFor(what);
            }

            break;

        case "hold":
            Hold.Take(folder);
            break;

        case "hang":
            Hold.Take(folder);
            Thread.Sleep(Timeout.Infinite);
            break;

        case "exit":
            return int.Parse(what, CultureInfo.InvariantCulture);

        default:
            throw new InvalidOperationException($"No such step: {step}");
    }
}

return 0;

static void Write(Stream stream, byte[] bytes)
{
    stream.Write(bytes);
    stream.Flush();
}

/// <summary>A lock on a file, which the system lets go when its process is gone: life that another process can see.</summary>
internal static class Hold
{
    private static FileStream? s_lock;

    public static void Take(string folder)
    {
        s_lock = new FileStream(Path.Combine(folder, "alive"), FileMode.Create, FileAccess.Write, FileShare.None);
        GC.KeepAlive(s_lock);
        File.WriteAllText(Path.Combine(folder, "started"), "");
    }

    public static void WaitFor(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "started")))
        {
            Thread.Sleep(10);
        }
    }
}
