using System.Runtime.CompilerServices;
using Microsoft.Build.Locator;

namespace AgentEnhancer.Evaluation.Tests;

internal static class SdkAssemblies
{
    /// <summary>Before any type of MSBuild is asked for: the assemblies are those of the SDK that runs the tests.</summary>
    [ModuleInitializer]
    internal static void Locate() => MSBuildLocator.RegisterDefaults();
}
