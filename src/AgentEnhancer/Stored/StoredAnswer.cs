using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgentEnhancer.Plans;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Stored;

/// <summary>A template that an answer rests on, as it was when the answer was given.</summary>
/// <param name="Id">What the stored answer calls it; today's catalogue may call it otherwise.</param>
/// <param name="Hash">Of its lines, those without text left out: an empty line more moves an answer and does not end it.</param>
/// <param name="Empty">The lines without text, as runs: <c>3</c>, <c>7-8</c>.</param>
internal sealed record StoredTemplate(string Id, string Path, string Hash, ImmutableArray<LineSpan> Empty);

/// <summary>Tokens of the whole invocation that the answer came with, and how many agents it answered.</summary>
internal sealed record StoredUsage(int Input, int Output, int Agents);

/// <summary>One agent's accepted answer, as it lies under source control.</summary>
/// <param name="Hash">Of everything that the answer answers.</param>
/// <param name="Document">A whole document's lines, where the model wrote one: a change of one line is a change of one line.</param>
internal sealed record StoredAnswer(
    int Version,
    string Agent,
    string Hash,
    string Protocol,
    string? Model,
    StoredUsage? Usage,
    ImmutableArray<StoredTemplate> Templates,
    Plan? Plan,
    ImmutableArray<string>? Document)
{
    /// <summary>Of the file's form.</summary>
    public const int CurrentVersion = 1;

    /// <exception cref="JsonException">It is not such a file.</exception>
    public static StoredAnswer Read(ReadOnlySpan<byte> bytes)
    {
        var answer = JsonSerializer.Deserialize(bytes, StoredJson.Default.StoredAnswer) ?? throw new JsonException("It holds nothing.");
        if (answer.Version != CurrentVersion)
        {
            throw new JsonException(FormattableString.Invariant($"It is of version {answer.Version}, and this is {CurrentVersion}."));
        }

        return answer is { Plan: null, Document: null } ? throw new JsonException("It holds neither a plan nor a document.") : answer;
    }

    /// <summary>LF, two spaces, one final line end, in the order of the record: a change of the answer is all that changes.</summary>
    public byte[] Write() => [.. JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Default.StoredAnswer), (byte)'\n'];

    public AgentAnswer ToAnswer(string agentId, Plan? plan) =>
        plan is not null ? new PlannedAnswer(agentId, plan) : new WrittenAnswer(agentId, string.Join('\n', Document!.Value));
}

/// <summary><c>"t3:14-16"</c> in the file.</summary>
internal sealed class EvidenceConverter : JsonConverter<Evidence>
{
    public override Evidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && LineSpanConverter.TryParse(text[(colon + 1)..], out var span)
            ? new Evidence(text[..colon], span)
            : throw new JsonException($"'{text}' is no place in a template.");
    }

    public override void Write(Utf8JsonWriter writer, Evidence value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary><c>"14-16"</c> in the file.</summary>
internal sealed class LineSpanConverter : JsonConverter<LineSpan>
{
    public override LineSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryParse(reader.GetString() ?? "", out var span) ? span : throw new JsonException("A run of lines reads '14' or '14-16'.");

    public override void Write(Utf8JsonWriter writer, LineSpan value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public static bool TryParse(string text, out LineSpan span)
    {
        var parts = text.Split('-');
        span = default;
        if (parts.Length is 0 or > 2 || !TryLine(parts[0], out var first) || !TryLine(parts[^1], out var last) || first < 1 || last < first)
        {
            return false;
        }

        span = new LineSpan(first, last);
        return true;
    }

    private static bool TryLine(string text, out int line) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out line);
}

[JsonSourceGenerationOptions(
    WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, Converters = [typeof(EvidenceConverter), typeof(LineSpanConverter)])]
[JsonSerializable(typeof(StoredAnswer))]
internal sealed partial class StoredJson : JsonSerializerContext;
