using System.Collections.Immutable;
using System.Text;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>A command line in words, read alike on every system and without a shell.</summary>
/// <param name="Problem">Why it cannot be read: a clause; null where it can.</param>
internal sealed record CommandLine(string Program, ImmutableArray<string> Arguments, string? Problem)
{
    /// <summary>
    /// Words end at blanks. Double quotes hold a word together wherever they stand. A backslash is itself, as paths of Windows need it, but for
    /// one before a double quote. A single quote quotes only where a word or its value starts (<c>'a b'</c>, <c>--x='a b'</c>), since it
    /// may be a letter of a path.
    /// </summary>
    public static CommandLine Parse(string text)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        var inWord = false;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsWhiteSpace(c))
            {
                Take();
            }
            else if (c == '\'' && (!inWord || (word.Length > 0 && word[^1] == '=')))
            {
                inWord = true;
                var end = text.IndexOf('\'', i + 1);
                if (end < 0)
                {
                    return Unreadable("a single quote is never closed");
                }

                word.Append(text, i + 1, end - i - 1);
                i = end;
            }
            else if (c == '"')
            {
                inWord = true;
                i = Quoted(text, i + 1, word);
                if (i < 0)
                {
                    return Unreadable("a double quote is never closed");
                }
            }
            else
            {
                inWord = true;
                i = Plain(text, i, word);
            }
        }

        Take();
        return words is [{ Length: > 0 } program, ..]
            ? new CommandLine(program, [.. words.Skip(1)], null)
            : Unreadable("it names no program");

        void Take()
        {
            if (inWord)
            {
                words.Add(word.ToString());
                word.Clear();
                inWord = false;
            }
        }
    }

    private static CommandLine Unreadable(string problem) => new("", [], problem);

    /// <returns>Where the closing quote stands, or -1.</returns>
    private static int Quoted(string text, int i, StringBuilder word)
    {
        while (i < text.Length)
        {
            if (text[i] == '"')
            {
                return i;
            }

            i = Plain(text, i, word) + 1;
        }

        return -1;
    }

    /// <summary>Takes the character at <paramref name="i"/>, or a run of backslashes with the quote that they escape.</summary>
    /// <returns>Where the last character that was taken stands.</returns>
    private static int Plain(string text, int i, StringBuilder word)
    {
        var end = i;
        while (end < text.Length && text[end] == '\\')
        {
            end++;
        }

        var backslashes = end - i;
        if (backslashes == 0)
        {
            word.Append(text[i]);
            return i;
        }

        if (end == text.Length || text[end] != '"')
        {
            word.Append('\\', backslashes);
            return end - 1;
        }

        // Halved before a quote; an odd one makes the quote a letter.
        word.Append('\\', backslashes / 2);
        if (backslashes % 2 == 0)
        {
            return end - 1;
        }

        word.Append('"');
        return end;
    }
}
