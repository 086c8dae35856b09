using AgentEnhancer.Rendering;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Rendering;

[TestClass]
public sealed class What_a_file_says_of_itself
{
    private static string? Saying(string file, string text)
    {
        using var set = new TestSet().Template(file, text);
        return TellingParts.Saying(set.Catalogue().Templates.Single() with { Purpose = null }, saysPurpose: true);
    }

    private static string Content(string file, string text)
    {
        using var set = new TestSet().Template(file, text);
        return TellingParts.Content(set.Catalogue().Templates.Single());
    }

    [TestMethod]
    public void Stands_at_its_head() =>
        Saying("gates.yaml.template", "# All gates of the dock.\ngates:\n  - north\n").Should().Be("“All gates of the dock”");

    [TestMethod]
    public void Is_no_comment_on_one_of_its_lines() =>
        Saying("gates.yaml.template", "gates:\n  # Shut at night, so that no ship enters.\n  - north\n").Should().BeNull();

    [TestMethod]
    public void Is_no_rule() =>
        Saying("gates.yaml.template", "# Gates must never be left open.\ngates:\n  - north\n").Should().BeNull();

    [TestMethod]
    [DataRow("pubspec.yaml", "name: dock\ndescription: Gates\n\nenvironment:\n  sdk: ^3\n\ndependencies:\n  flutter:\n    sdk: flutter\n  gate_kit: ^1.2.0\n  tides: any\n\ndev_dependencies:\n  lints: ^5\n", "Dependencies `gate_kit` and `tides`")]
    [DataRow(".github/workflows/ci.yml.template", "on: push\njobs:\n  a:\n    runs-on: x\n", "Jobs `a`")]
    [DataRow("k8s/gate.yaml.template", "apiVersion: v1\nkind: Service\n", "`Service` manifest")]
    [DataRow("compose.yaml.template", "services:\n  gate:\n    image: x\n    depends_on:\n      - lock\n  lock:\n    image: y\n", "Services `gate` and `lock`")]
    [DataRow("settings.yaml.template", "gate: 1\n", "Settings `gate`")]
    [DataRow("settings.yaml.template", "- 1\n", "Settings")]
    [DataRow("versions.toml.template", "[a]\n[b]\n[c]\n[d]\n", "Tables `a`, `b`, `c` and others")]
    [DataRow(".gitlab-ci.yml.template", "stages:\n  - test\ngate:\n  script: x\n", "Settings `stages` and `gate`")]
    [DataRow("package.json.template", "{\n  \"name\": \"gate\",\n  \"scripts\": {\n    \"build\": \"tsc\",\n    \"test\": \"vitest\"\n  },\n  \"bin\": {}\n}\n", "Scripts `build` and `test`")]
    [DataRow("tsconfig.json.template", "{\n  \"compilerOptions\": {\n    \"strict\": true\n  },\n  \"include\": [\"src\"]\n}\n", "Settings `compilerOptions` and `include`")]
    [DataRow("list.json.template", "[1, 2]\n", "Settings")]
    [DataRow("gate.py.template", "1\n", "")]
    public void Is_made_up_for_by_what_kind_of_file_it_is(string file, string text, string expected) =>
        Content(file, text).Should().Be(expected);
}
