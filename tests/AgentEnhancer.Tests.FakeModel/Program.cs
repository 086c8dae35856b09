using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

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

        // A small plan for each agent of the request: the rest is completed from what the templates show.
        case "plans":
            Write(output, Plans.For(File.ReadAllText(call + ".input")));
            break;

        // Another process, say another build, has time to come by.
        case "wait":
            Thread.Sleep(int.Parse(what, CultureInfo.InvariantCulture));
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

/// <summary>What a modest model would answer: each agent's own templates, and one practice that only this model could say.</summary>
internal static class Plans
{
    public static byte[] For(string prompt)
    {
        // The request is the last line that is an object.
        var request = JsonNode.Parse(prompt.Split('\n').Last(line => line.StartsWith('{')))!;
        var templates = request["template_catalog"]!.AsArray();
        var plans = request["agents"]!.AsArray().Select(agent =>
        {
            var id = (string)agent!["id"]!;
            var own = templates.Where(t => (string?)t!["owner"] == id).Select(t => (string)t!["id"]!).DefaultIfEmpty((string)templates[0]!["id"]!).ToArray();
            return (JsonNode)new JsonObject
            {
                ["agent"] = id,
                ["references"] = new JsonArray([.. own.Select(t => (JsonNode)new JsonObject { ["template"] = t, ["why"] = "The model's own choice for " + id })]),
                ["examples"] = new JsonArray(),
                ["practices"] = new JsonArray(new JsonObject
                {
                    ["do"] = "Do as the model says for " + id, ["why"] = "It was asked", ["evidence"] = new JsonArray(own[0] + ":1-2"),
                }),
                ["recipe"] = null,
                ["always"] = new JsonArray(),
                ["never"] = new JsonArray(),
                ["ask"] = new JsonArray(),
            };
        });
        return JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["version"] = "1.0", ["enhancements"] = new JsonArray([.. plans]), ["findings"] = new JsonArray() });
    }
}
