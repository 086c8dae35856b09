using System.Text.Json;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Bridge;

/// <summary>What lies in the folder as an answer.</summary>
internal abstract record BridgeAnswer
{
    public const string FileName = ".agent-response.json";

    /// <summary>A hundred times the largest batch's; a file beyond that is something else.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 512, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Nothing lies there.</summary>
    internal sealed record Absent : BridgeAnswer;

    /// <summary>It cannot be read, or not yet: a host that writes in place shows half a file for a moment.</summary>
    /// <param name="Problem">Why: a clause.</param>
    internal sealed record Damaged(string Problem) : BridgeAnswer;

    /// <summary>The host could not answer.</summary>
    internal sealed record Failed(string RequestId, string Status, string Said) : BridgeAnswer;

    /// <param name="Text">As the model wrote it, or the JSON that stood in its place.</param>
    /// <param name="Usage">Where the host says it, in <c>metadata</c>.</param>
    internal sealed record Given(string RequestId, string Text, TokenUsage Usage) : BridgeAnswer;

    public static BridgeAnswer Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return new Absent();
            }

            if (file.Length > MostBytes)
            {
                return new Damaged("it is too large for an answer");
            }

            // A host that writes it is not to be disturbed.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var document = JsonDocument.Parse(stream, Options);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Absent();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Damaged(e.Message);
        }
        catch (JsonException e)
        {
            return new Damaged($"it is not JSON: {e.Message}");
        }
    }

    private static BridgeAnswer Read(JsonElement root)
    {
        if (BridgeJson.String(root, "request_id") is not { Length: > 0 } id)
        {
            return new Damaged("it names no 'request_id'");
        }

        if (BridgeJson.String(root, "version") is { } version && version.Split('.')[0] != BridgeRequest.Version.Split('.')[0])
        {
            return new Damaged($"its version is '{version}', and {BridgeRequest.Version} was asked");
        }

        return BridgeJson.String(root, "status") switch
        {
            "success" => TextOf(root) is { } text ? new Given(id, text, UsageOf(root)) : new Damaged("its 'response' is empty"),
            "timeout" => new Failed(id, "a timeout", SaidOf(root)),
            "error" => new Failed(id, "an error", SaidOf(root)),
            null => new Damaged("it has no 'status'"),
            var other => new Damaged($"its status is '{other}', and only success, timeout and error are known"),
        };
    }

    private static string? TextOf(JsonElement root)
    {
        var text = BridgeJson.Member(root, "response") switch
        {
            { ValueKind: JsonValueKind.String } => BridgeJson.String(root, "response"),
            { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json => json.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static string SaidOf(JsonElement root)
    {
        var said = string.Join(": ", new[] { BridgeJson.String(root, "error_type"), BridgeJson.String(root, "error_message") }
            .Where(text => !string.IsNullOrWhiteSpace(text)));
        return said.Length > 0 ? said : "it does not say why";
    }

    private static TokenUsage UsageOf(JsonElement root) => BridgeJson.Member(root, "metadata") is { } metadata
        ? new TokenUsage(BridgeJson.Count(metadata, "input_tokens"), BridgeJson.Count(metadata, "output_tokens"))
        : default;
}
