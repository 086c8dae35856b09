using System.Collections.Immutable;
using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Plans;
using AgentEnhancer.Rendering;
using AgentEnhancer.Responses;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

/// <summary>Whatever stands together, every statement rests on lines that exist and names what stands there.</summary>
[TestClass]
public sealed class Any_mix_of_templates
{
    /// <summary>Names that a language has, not a template.</summary>
    private static readonly HashSet<string> OfLanguages = ["Exception", "RuntimeException", "Error"];

    private static readonly (string Path, string Text)[] Files =
    [
        .. HarbourSet.Templates,
        ("lib/tides.py", "\"\"\"Tides.\"\"\"\nfrom app.core import settings\nfrom app.models.{{entity}} import {{Entity}}\n\nTIDE_KEY = \"harbour.tide-key\"\n\n\nclass TideUnknown(Exception):\n    pass\n\n\nclass TidePast(Exception):\n    pass\n\n\ndef next_tide(port):\n    \"\"\"The next high tide of a port.\"\"\"\n    if not port:\n        raise TideUnknown(port)\n    return settings.get(TIDE_KEY)\n\n\ndef last_tide(port):\n    # Never ask for the tide of a port that is closed.\n    if port:\n        raise TidePast(port)\n    return settings.get(TIDE_KEY)\n"),
        ("lib/pilots.py", "from app.core import settings\nfrom lib.tides import next_tide, TideUnknown\n\n\ndef plan(port):\n    if not settings:\n        raise TideUnknown(port)\n    return next_tide(port)\n\n\ndef plan_late(port):\n    return next_tide(port)\n"),
        ("tests/test_tides.py", "from lib.tides import next_tide\n\n\ndef test_next_tide_of_a_port():\n    assert next_tide(1)\n\n\ndef test_next_tide_of_no_port():\n    assert not next_tide(None)\n\n\ndef test_last_tide_of_a_port():\n    assert next_tide(2)\n"),
        ("web/api.ts", "import axios from 'axios'\n\nexport const apiClient = createClient('harbour.tide-key')\n\nexport function loadBerths(token: string) {\n  return apiClient.get('/berths/all', token)\n}\n\nexport function loadShips(token: string) {\n  return apiClient.get('/ships/all', token)\n}\n"),
        ("web/BerthPage.tsx", "import { apiClient, loadBerths } from './api'\n\nexport interface BerthView {\n  displayName: string\n  maxDraught: number\n}\n\n// Always load berths before ships, because ships need them.\nexport function BerthPage({ view }: { view: BerthView }) {\n  const rows = loadBerths('a')\n  return <p title=\"x\">{view.displayName} {view.maxDraught}{rows}</p>\n}\n"),
        ("web/ShipPage.tsx", "import { loadBerths, loadShips } from './api'\nimport type { BerthView } from './BerthPage'\n\nexport function ShipPage({ view }: { view: BerthView }) {\n  const rows = loadShips('a')\n  return <p>{view.displayName} {view.maxDraught}{loadBerths(rows)}</p>\n}\n"),
        ("go/berths.go", "package dock\n\ntype Berth struct {\n\tDisplayName string\n\tMaxDraught  int\n}\n\nfunc FreeBerth(ctx context.Context, key int) error {\n\tif err := lockGate(ctx, key); err != nil {\n\t\treturn err\n\t}\n\treturn nil\n}\n\nfunc TakeBerth(ctx context.Context, name string) error {\n\tif err := lockGate(ctx, 1); err != nil {\n\t\treturn err\n\t}\n\treturn nil\n}\n\nfunc lockGate(ctx context.Context, key int) error {\n\treturn nil\n}\n"),
        ("rust/gauge.rs", "pub trait TideGauge {\n    fn read(&self, pool: &Pool) -> i32;\n    fn reset(&self, pool: &Pool);\n}\n\npub struct Radar;\n\nimpl TideGauge for Radar {\n    fn read(&self, pool: &Pool) -> i32 {\n        1\n    }\n    fn reset(&self, pool: &Pool) {}\n}\n"),
        ("java/Harbour.java", "package dock;\n\nimport a.B;\n\npublic class Harbour {\n    private final String displayName;\n    private final int maxDraught;\n\n    /** Do not moor a ship twice. */\n    public void moor(Ship ship) {\n        throw new BerthTakenException(ship);\n    }\n\n    public void sail(Ship ship) {\n        throw new ShipUnknownException(ship);\n    }\n}\n"),
        ("java/BerthTakenException.java", "package dock;\n\npublic class BerthTakenException extends RuntimeException {\n}\n"),
        ("java/ShipUnknownException.java", "package dock;\n\npublic class ShipUnknownException extends RuntimeException {\n}\n"),
        ("Names.cs", "namespace {{Namespace}};\n\npublic sealed record {{TypeName}}(int Key);\n\npublic sealed class {{TypeName}}\n{\n    public int Width { get; set; }\n}\n\npublic enum TideState\n{\n    Low,\n    High,\n}\n"),
        ("Signals.cs", "namespace Dock;\n\npublic static class Signals\n{\n    public static string Flag(TideState state) => state switch\n    {\n        TideState.Low => \"green\",\n        TideState.High => \"red\",\n        _ => \"none\",\n    };\n\n    public static void Add(IServiceCollection services)\n    {\n        services.AddSingleton<BerthStore>();\n        // Add your stores here\n    }\n}\n"),
        ("deploy/compose.yml", "services:\n  harbour:\n    environment:\n      TIDE_SERVICE_URL: http://tides\n"),
        ("settings.py", "import os\n\nurl = os.environ[\"TIDE_SERVICE_URL\"]\nbroker = NatsBroker(url)\n"),
        ("gate.py", "from settings import broker\n\n\ndef open_gate(key):\n    return broker.publish(key)\n"),
        ("AGENTS.md", "# Guide\n\n## Never\n\n- Commit a secret of the harbour.\n\n## Always\n\n- Run the tests of the stores first.\n"),
        ("Dockerfile", "FROM node:22 AS build\nCOPY package.json ./\nRUN npm ci\nCOPY . .\nUSER node\nENTRYPOINT [\"node\", \"main.js\"]\n"),
        ("notes.py", "# Nothing yet.\n"),
    ];

    private static readonly (string, string)[] Agents =
    [
        .. HarbourSet.Agents,
        ("python-author", "Writes python functions on tides and pilots"), ("web-author", "Writes React pages of berths and ships in typescript"), ("reviewer", "Reviews java, go and rust code of the harbour"),
    ];

    private static Arbitrary<int[]> Mixes => Gen.Choose(0, Files.Length - 1).ListOf().Select(l => l.Distinct().ToArray()).ToArbitrary();

    private static Config Config => Properties.Config.WithMaxTest(60).WithEndSize(24);

    [TestMethod]
    public void Statements_cite_lines_that_exist() => Check.One(Config, Prop.ForAll(Mixes, mix =>
    {
        using var set = Of(mix);
        var catalogue = set.Catalogue();
        var cited = set.Statements(withRules: true).SelectMany(s => s.Evidence.Select(e => new Citation(e.TemplateId, e.Span)).Concat(Texts(s).SelectMany(t => CitationText.ReadAll(t))));
        return cited.All(c => Exists(catalogue, c));
    }));

    [TestMethod]
    public void Statements_name_what_stands_in_the_templates_that_they_cite() => Check.One(Config, Prop.ForAll(Mixes, mix =>
    {
        using var set = Of(mix);
        var catalogue = set.Catalogue();
        foreach (var statement in set.Statements())
        {
            var text = string.Concat(statement.Evidence.Select(e => catalogue.Find(e.TemplateId)!).Select(t => $"{t.Path}\n{string.Join('\n', t.Source.Lines)}\n"));
            foreach (var name in Texts(statement).SelectMany(Backticks.In).Where(n => !OfLanguages.Contains(n)))
            {
                Plain(text).Should().Contain(Plain(name), $"“{statement.Text}” rests on {string.Join(' ', statement.Evidence)}");
            }
        }
    }));

    [TestMethod]
    public void Plans_cite_lines_that_exist_and_show_no_line_twice() => Check.One(Config, Prop.ForAll(Mixes, mix =>
    {
        using var set = Of(mix);
        var catalogue = set.Catalogue();
        var plans = set.Answer().Answers.OfType<PlannedAnswer>().Select(a => a.Plan).ToArray();
        return plans.SelectMany(PlanCitations.All).All(c => Exists(catalogue, c))
            && plans.All(p => p.Examples.All(e => p.Examples.All(o => ReferenceEquals(o, e) || o.Span.TemplateId != e.Span.TemplateId || !o.Span.Span.Overlaps(e.Span.Span))));
    }));

    [TestMethod]
    public void Plans_name_what_stands_in_some_template_or_an_agent() => Check.One(Config.WithMaxTest(30), Prop.ForAll(Mixes, mix =>
    {
        using var set = Of(mix);
        var text = Plain(string.Concat(set.Catalogue().Templates.Select(t => $"{t.Path}\n{string.Join('\n', t.Source.Lines)}\n")) + string.Join('\n', Agents.Select(a => a.Item1)));
        foreach (var plan in set.Answer().Answers.OfType<PlannedAnswer>().Select(a => a.Plan))
        {
            var said = plan.References.Select(r => r.Why).Append(plan.Flow).Append(plan.Recipe?.Title).Concat(plan.Recipe?.Steps.Select(s => s.Do) ?? [])
                .Concat(plan.Examples.Select(e => e.Title)).Concat(plan.Ask.Select(a => a.Text));
            foreach (var name in said.SelectMany(Backticks.In))
            {
                text.Should().Contain(Plain(name));
            }
        }
    }));

    private static TestSet Of(int[] mix) => HarbourSet.Of(Agents, mix.Select(i => (Files[i].Path.EndsWith(".template", StringComparison.Ordinal) ? Files[i].Path : Files[i].Path + ".template", Files[i].Text)));

    private static IEnumerable<string> Texts(Statement statement) => new[] { statement.Text, statement.Why, statement.Instead }.OfType<string>();

    private static bool Exists(TemplateCatalogue catalogue, Citation citation) =>
        catalogue.Find(citation.TemplateId) is { } template && (citation.Span is not { } span || (span.First >= 1 && span.Last >= span.First && span.Last <= template.LineCount));

    /// <summary>A parameter that runs over lines is shown on one.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
