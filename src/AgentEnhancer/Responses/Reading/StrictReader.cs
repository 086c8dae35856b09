using System.Text;
using System.Text.Json;

namespace AgentEnhancer.Responses.Reading;

/// <summary>Reads a text that is JSON and nothing else. What well-behaved models answer ends here.</summary>
internal static class StrictReader
{
    /// <summary>Deeper than any answer; no answer may take the stack down.</summary>
    public const int Deepest = 64;

    /// <summary>Above this an answer is read piece by piece: a second copy of it and a tree of all its values would cost too much.</summary>
    public const int LongestAnswer = 4_000_000;

    private const int MostNodes = 500_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Null where it isn't.</summary>
    public static AnswerNode? Read(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestAnswer || text[0] is not ('{' or '[' or '"'))
        {
            return null;
        }

        try
        {
            var bytes = new byte[Utf8.GetByteCount(text)];
            Utf8.GetBytes(text, bytes);
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Deepest });
            return Read(ref reader);
        }
        catch (Exception e) when (e is JsonException or EncoderFallbackException or InvalidOperationException)
        {
            // No JSON, or half a surrogate pair in it: for the tolerant reader to say where.
            return null;
        }
    }

    private static AnswerNode? Read(ref Utf8JsonReader reader)
    {
        var open = new Stack<AnswerNode>();
        AnswerNode? root = null;
        var (key, count) = ("", 0);
        while (reader.Read())
        {
            var offset = (int)reader.TokenStartIndex;
            AnswerNode node;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    key = AnswerKeys.Normalise(reader.GetString());
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    open.Pop();
                    continue;
                case JsonTokenType.StartObject:
                    node = new AnswerNode(NodeKind.Object, offset);
                    break;
                case JsonTokenType.StartArray:
                    node = new AnswerNode(NodeKind.Array, offset);
                    break;
                case JsonTokenType.String:
                    node = new AnswerNode(reader.GetString()!, offset);
                    break;
                default:
                    node = new AnswerNode(reader.TokenType == JsonTokenType.Null ? NodeKind.Null : NodeKind.Scalar, offset);
                    break;
            }

            if (++count > MostNodes)
            {
                return null;
            }

            root ??= node;
            if (open.TryPeek(out var parent))
            {
                if (parent.IsObject)
                {
                    parent.Members.Add(new(key, node));
                }
                else
                {
                    parent.Items.Add(node);
                }
            }

            if (node.Kind is NodeKind.Object or NodeKind.Array)
            {
                open.Push(node);
            }
        }

        return root;
    }
}
