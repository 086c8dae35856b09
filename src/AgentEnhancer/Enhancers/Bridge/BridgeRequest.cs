using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AgentEnhancer.Output;

namespace AgentEnhancer.Enhancers.Bridge;

/// <summary>The question as a file, for a host that has a model and watches the folder.</summary>
/// <param name="Id">Of the content: the same agents and templates ask the same question, so nothing has to be remembered between two builds.</param>
internal sealed record BridgeRequest(string Id, ModelPrompt Prompt, string? Model, TimeSpan Timeout)
{
    public const string FileName = ".agent-request.json";

    public const string Version = "1.0";

    private const string AgentName = "agent-content-enhancer";

    /// <summary>Where the protocol's first host stood in its own workflow when it asked for agents; hosts may tell requests apart by it.</summary>
    private const int Phase = 8;

    private const string PhaseName = "agent_enhancement";

    public static BridgeRequest Of(ModelPrompt prompt, EnhancerSettings settings) =>
        new(IdOf(prompt, settings.Model), prompt, settings.Model, settings.Timeout);

    /// <summary>Writes the file, and leaves it alone where it holds the same question already: a host may be at it.</summary>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public void Write(string path, DateTimeOffset now)
    {
        var created = CreatedBefore(path) ?? now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        AtomicFile.Write(path, Content(created));
    }

    /// <summary>A hash in the form of a UUID (of version 8, which is for such), as hosts expect one.</summary>
    private static string IdOf(ModelPrompt prompt, string? model)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Version}\0{model}\0{prompt.Text}")).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true).ToString("D");
    }

    private string? CreatedBefore(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return BridgeJson.String(document.RootElement, "request_id") == Id ? BridgeJson.String(document.RootElement, "created_at") : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // None there, or none of ours: it is written anew, and that says what is wrong with the file.
            return null;
        }
    }

    private byte[] Content(string created)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("request_id", Id);
            json.WriteString("version", Version);
            json.WriteNumber("phase", Phase);
            json.WriteString("phase_name", PhaseName);
            json.WriteString("agent_name", AgentName);
            json.WriteString("prompt", Prompt.Text);
            json.WriteNumber("timeout_seconds", (int)Math.Clamp(Timeout.TotalSeconds, 1, int.MaxValue));
            json.WriteString("created_at", created);
            json.WritePropertyName("context");
            json.WriteRawValue(Prompt.Request);
            json.WriteString("model", Model);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }
}
