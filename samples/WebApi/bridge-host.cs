#:property AgentEnhancerFromSource=false
#:property AgentEnhancerEnabled=false

// A host for the bridge, in one file: hands the request that a build has written to a command, and lays the answer where the next build, or one
// that waits, finds it.  dotnet run samples/WebApi/bridge-host.cs -- FOLDER COMMAND [ARGUMENT …]
// The command takes the prompt on its input and answers on its output.
using System.Diagnostics;
using System.Text.Json;

if (args.Length < 2)
{
    Console.Error.WriteLine("usage: bridge-host FOLDER COMMAND [ARGUMENT …]");
    return 2;
}

var folder = Path.GetFullPath(args[0]);
var asked = Path.Combine(folder, ".agent-request.json");
Console.WriteLine($"Waiting for {asked}");
while (!File.Exists(asked))
{
    await Task.Delay(200);
}

using var request = JsonDocument.Parse(await File.ReadAllBytesAsync(asked));
var id = request.RootElement.GetProperty("request_id").GetString()!;
Console.WriteLine($"Asking {args[1]} for {id}");

var start = new ProcessStartInfo(args[1], args[2..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
using var process = Process.Start(start)!;
var answer = process.StandardOutput.ReadToEndAsync();
await process.StandardInput.WriteAsync(request.RootElement.GetProperty("prompt").GetString());
process.StandardInput.Close();
await process.WaitForExitAsync();

using var stream = new MemoryStream();
using (var json = new Utf8JsonWriter(stream))
{
    json.WriteStartObject();
    json.WriteString("request_id", id);
    json.WriteString("version", "1.0");
    json.WriteString("status", process.ExitCode == 0 ? "success" : "error");
    if (process.ExitCode == 0)
    {
        json.WriteString("response", await answer);
    }
    else
    {
        json.WriteString("error_message", $"{args[1]} ended with exit code {process.ExitCode}");
        json.WriteString("error_type", "command");
    }

    json.WriteEndObject();
}

// Under another name first: a build that looks meanwhile must not see half of it.
var whole = Path.Combine(folder, ".agent-response.tmp");
await File.WriteAllBytesAsync(whole, stream.ToArray());
File.Move(whole, Path.Combine(folder, ".agent-response.json"), overwrite: true);
Console.WriteLine("Answered. Build again.");
return 0;
