namespace AgentEnhancer.Enhancers.BuiltIn;

/// <summary>Brackets in masked code.</summary>
internal static class Brackets
{
    /// <summary>How many more are opened than closed.</summary>
    public static int Depth(string code) => code.Sum(c => c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0);

    public static bool AreBalanced(string code)
    {
        var depth = 0;
        foreach (var c in code)
        {
            depth += c is '(' or '[' or '{' ? 1 : c is ')' or ']' or '}' ? -1 : 0;
            if (depth < 0)
            {
                return false;
            }
        }

        return depth == 0;
    }
}
