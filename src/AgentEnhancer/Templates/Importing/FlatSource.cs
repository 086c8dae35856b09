namespace AgentEnhancer.Templates.Importing;

/// <summary>A source's lines as one string each, so that a statement over several lines is one piece; an index means the same place in both.</summary>
internal sealed class FlatSource
{
    private readonly int[] _starts;

    public FlatSource(LexedSource source)
    {
        Text = string.Join('\n', source.Lines);
        Code = string.Join('\n', source.Code);
        _starts = new int[source.Lines.Length];
        for (var i = 1; i < _starts.Length; i++)
        {
            _starts[i] = _starts[i - 1] + source.Lines[i - 1].Length + 1;
        }
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>Placeholders as identifiers, strings and comments as spaces.</summary>
    public string Code { get; }

    /// <summary>The line, from 1, that <paramref name="index"/> stands on.</summary>
    public int LineAt(int index)
    {
        var found = Array.BinarySearch(_starts, index);
        return Math.Max(1, found >= 0 ? found + 1 : ~found);
    }

    /// <summary>The lines from <paramref name="start"/> up to and without <paramref name="end"/>; blanks at both ends don't count.</summary>
    public LineSpan Lines(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Code[start]))
        {
            start++;
        }

        while (end > start + 1 && char.IsWhiteSpace(Code[end - 1]))
        {
            end--;
        }

        return new LineSpan(LineAt(start), LineAt(Math.Max(start, end - 1)));
    }

    public int SkipBlank(int index)
    {
        while (index < Code.Length && char.IsWhiteSpace(Code[index]))
        {
            index++;
        }

        return index;
    }

    /// <summary>The end of the identifier at <paramref name="index"/>; <paramref name="index"/> itself where there is none.</summary>
    public int IdentifierEnd(int index)
    {
        while (index < Code.Length && (char.IsLetterOrDigit(Code[index]) || Code[index] is '_' or '$'))
        {
            index++;
        }

        return index;
    }

    public bool IsWord(int start, int end, string word) =>
        end - start == word.Length && Code.AsSpan(start, end - start).SequenceEqual(word);

    /// <summary>The content of the string literal whose opening quote stands at <paramref name="quote"/>, and the index after its closing one.</summary>
    public bool TryString(int quote, out string value, out int end)
    {
        value = "";
        end = quote;
        if (quote >= Code.Length || Code[quote] is not ('"' or '\'' or '`'))
        {
            return false;
        }

        // Contents are blank in code, so the next quote of the kind is the closing one; a module's name never spans lines.
        for (var i = quote + 1; i < Code.Length && Code[i] != '\n'; i++)
        {
            if (Code[i] == Code[quote])
            {
                value = Text[(quote + 1)..i];
                end = i + 1;
                return true;
            }
        }

        return false;
    }
}
