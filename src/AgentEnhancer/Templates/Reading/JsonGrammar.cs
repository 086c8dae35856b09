namespace AgentEnhancer.Templates.Reading;

/// <summary>The top-level entries of a JSON object that are long enough to be looked at by themselves.</summary>
internal static class JsonGrammar
{
    private const int ShortestEntry = 4;

    public static void Read(BraceUnits reader, UnitScope scope)
    {
        var tokens = reader.Tokens;
        if (scope.End == 0 || tokens.Char(0) != '{')
        {
            return;
        }

        var end = tokens.Close(0);
        for (var i = 1; i < end;)
        {
            var last = i;
            while (last + 1 < end && tokens.Char(last) != ',')
            {
                last = tokens.IsOpen(last) ? Math.Min(tokens.Close(last), end - 1) : last;
                if (last + 1 >= end || tokens.Char(last + 1) == ',')
                {
                    break;
                }

                last++;
            }

            if (tokens.Char(i) == '"' && tokens.Line(last) - tokens.Line(i) + 1 >= ShortestEntry && reader.StringAt(i) is { } key)
            {
                reader.Add(scope, UnitKind.Block, key, i, i, last);
            }

            i = last + 1;
            while (i < end && tokens.Char(i) == ',')
            {
                i++;
            }
        }
    }
}
