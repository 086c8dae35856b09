namespace AgentEnhancer.Reporting;

/// <summary>Every diagnostic of the package: 1xxx input, 2xxx enhancer, 3xxx response, 4xxx gate, 5xxx output, 9xxx host.</summary>
internal static class DiagnosticCatalogue
{
}
