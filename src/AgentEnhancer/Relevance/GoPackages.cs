using AgentEnhancer.Templates;

namespace AgentEnhancer.Relevance;

/// <summary>Names of one Go package reach another only behind the package's name: <c>row.TenantID</c> is a field, whatever function is called so.</summary>
internal static class GoPackages
{
    private const string Clause = "package ";
    private const string OfTests = "_test";

    /// <param name="qualifier">What stands before the dot; null where the name stands alone.</param>
    public static bool Reaches(Template user, Template definer, string? qualifier)
    {
        if (Of(user) is not { } mine || Of(definer) is not { } its)
        {
            return true;
        }

        return mine == its ? qualifier is null : qualifier is null ? mine == its + OfTests
            : qualifier == its || user.Imports.Any(i => i.Names.Contains(qualifier));
    }

    private static string? Of(Template template) =>
        template.Source.Lines.FirstOrDefault(l => l.StartsWith(Clause, StringComparison.Ordinal)) is { } line ? line[Clause.Length..].Split("//")[0].Trim() : null;
}
