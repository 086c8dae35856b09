using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Parts_in_a_row
{
    [TestMethod]
    [DataRow("gate.ts.template", "export function openGate(a) {\n  return a;\n}\n", "defines `openGate`")]
    [DataRow("tests/gate_test.py.template", "def test_opens():\n    assert True\n", "holds `test_opens`")]
    [DataRow("Dockerfile.template", "FROM node:22 AS build\nRUN make\n\nFROM nginx:1\nCOPY --from=build /out /srv\n", "builds in the stage `build`")]
    [DataRow("Dockerfile.template", "FROM node:22 AS build\nRUN make\n\nFROM nginx:1 AS run\nCOPY --from=build /out /srv\n", "builds in the stages `build` and `run`")]
    [DataRow("Dockerfile.template", "FROM nginx:1\nCOPY out /srv\n", "")]
    [DataRow("V1.sql.template", "CREATE TABLE IF NOT EXISTS dock.gates (\n    id bigint PRIMARY KEY\n);\n\nCREATE UNIQUE INDEX ux_gates ON dock.gates (id);\n", "creates `dock.gates`")]
    [DataRow("V2.sql.template", "CREATE INDEX ix_gates ON dock.gates (id);\n", "defines `CREATE INDEX ix_gates`")]
    [DataRow("vite.config.ts.template", "import { defineConfig } from \"vite\";\n\nexport default defineConfig({\n  root: \".\",\n  base: \"/\",\n});\n", "")]
    [DataRow("eslint.config.js.template", "import lint from \"lint\";\n\nexport default lint.config({\n  root: true,\n  strict: true,\n});\n", "")]
    [DataRow("gate.dart.template", "class GateView extends View {\n  @override\n  Gate makeGate() {\n    return gate;\n  }\n\n  void openGate() {\n    lift();\n  }\n}\n\nvoid main() {\n  run();\n}\n", "defines `GateView` and `openGate`")]
    [DataRow("gate.dart.template", "extension on Gate {\n  void openGate() {\n    lift();\n  }\n}\n", "defines `openGate`")]
    [DataRow("Gates.cs.template", "namespace Dock;\n\npublic sealed class Gates : Base\n{\n    protected override void OnGate()\n    {\n        Lift();\n    }\n}\n", "defines `Gates`")]
    public void Are_told_in_the_words_of_their_kind(string file, string text, string expected)
    {
        using var set = new TestSet().Agent("dock", "Opens gates of the dock: gate, lint, config, build, tests").Template(file, text);
        var known = set.Know();

        RowParts.Of(known.Templates.Single(), known.Focus("dock"), known.Facts).Should().Be(expected);
    }
}
