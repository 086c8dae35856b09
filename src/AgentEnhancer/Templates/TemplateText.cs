using System.Security;
using System.Text;

namespace AgentEnhancer.Templates;

/// <summary>What became of reading a file as text.</summary>
internal enum TextReadingStatus
{
    Read,
    /// <summary>Read as Latin-1, because its bytes are no UTF-8.</summary>
    ReadAsLatin1,
    Missing,
    Unreadable,
    TooLarge,
    Binary,
}

/// <param name="Text">Without a byte order mark; empty where nothing was read.</param>
/// <param name="Problem">What the operating system said, for <see cref="TextReadingStatus.Unreadable"/>.</param>
internal sealed record TextReading(TextReadingStatus Status, string Text, string Problem);

/// <summary>Reads and decodes one file: the edge at which exceptions become values.</summary>
internal static class TemplateText
{
    /// <summary>No source file that a person keeps as a template comes near this.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static TextReading Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.CanSeek && stream.Length > MaximumBytes)
            {
                return new TextReading(TextReadingStatus.TooLarge, "", "");
            }

            // A file may grow while it is read, and some files know no length: never take in more than one byte beyond the limit.
            var known = stream.CanSeek ? (int)stream.Length : 0;
            var bytes = new byte[known + 1];
            var count = 0;
            while (true)
            {
                var read = stream.Read(bytes, count, bytes.Length - count);
                if (read == 0)
                {
                    break;
                }

                count += read;
                if (count > MaximumBytes)
                {
                    return new TextReading(TextReadingStatus.TooLarge, "", "");
                }

                if (count == bytes.Length)
                {
                    Array.Resize(ref bytes, Math.Min(MaximumBytes + 1, Math.Max(4096, bytes.Length * 2)));
                }
            }

            return Decode(bytes.AsSpan(0, count));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new TextReading(TextReadingStatus.Missing, "", "");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            return new TextReading(TextReadingStatus.Unreadable, "", OneLine(e.Message));
        }
    }

    /// <summary>UTF-8, UTF-16 or UTF-32 by byte order mark, else UTF-8; else Latin-1, which knows a letter for every byte.</summary>
    public static TextReading Decode(ReadOnlySpan<byte> bytes)
    {
        // UTF-32's little-endian mark begins with UTF-16's, so it is looked at first.
        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]))
        {
            return new TextReading(TextReadingStatus.Read, Encoding.UTF32.GetString(bytes[4..]), "");
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]))
        {
            return new TextReading(TextReadingStatus.Read, Encoding.Unicode.GetString(bytes[2..]), "");
        }

        if (bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return new TextReading(TextReadingStatus.Read, Encoding.BigEndianUnicode.GetString(bytes[2..]), "");
        }

        if (bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        if (bytes.Contains((byte)0))
        {
            return new TextReading(TextReadingStatus.Binary, "", "");
        }

        try
        {
            return new TextReading(TextReadingStatus.Read, StrictUtf8.GetString(bytes), "");
        }
        catch (DecoderFallbackException)
        {
            return new TextReading(TextReadingStatus.ReadAsLatin1, Encoding.Latin1.GetString(bytes), "");
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}
