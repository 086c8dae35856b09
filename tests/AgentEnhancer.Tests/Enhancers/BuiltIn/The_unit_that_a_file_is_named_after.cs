using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class The_unit_that_a_file_is_named_after
{
    [TestMethod]
    [DataRow("FeatureGateWinch.cs.template", "public interface IBrake\n{\n}\n\npublic class RopeBrake\n{\n}\n\npublic class {{Name}}Winch\n{\n}\n", "{{Name}}Winch", DisplayName = "by its last word")]
    [DataRow("OfflineFirstGateStore.cs.template", "public interface {{Name}}Store\n{\n}\n\npublic class OfflineFirst{{Name}}Store\n{\n}\n", "OfflineFirst{{Name}}Store", DisplayName = "by most words")]
    [DataRow("use-gate-winch.ts.template", "export function brake(): void {\n  stop();\n}\n\nexport function useGateWinch(): void {\n  turn();\n}\n", "useGateWinch", DisplayName = "in another case")]
    public void Is_found(string file, string text, string expected)
    {
        using var set = new TestSet().Template(file, text);

        Namesake.Of(set.Catalogue().Templates[0])!.Name.Should().Be(expected);
    }

    [TestMethod]
    [DataRow("Winch.cs.template", "public class Winch\n{\n}\n", DisplayName = "nothing stands beside it")]
    [DataRow("Winch.cs.template", "public class Rope\n{\n}\n\npublic class Brake\n{\n}\n", DisplayName = "none has the name")]
    [DataRow("Winch.cs.template", "public class RopeWinch\n{\n}\n\npublic class SailWinch\n{\n}\n", DisplayName = "two have it alike")]
    [DataRow("WinchRope.cs.template", "public class WinchBrake\n{\n}\n\npublic class Sail\n{\n}\n", DisplayName = "it ends otherwise")]
    public void Is_not_found_where(string file, string text)
    {
        using var set = new TestSet().Template(file, text);

        Namesake.Of(set.Catalogue().Templates[0]).Should().BeNull();
    }
}
