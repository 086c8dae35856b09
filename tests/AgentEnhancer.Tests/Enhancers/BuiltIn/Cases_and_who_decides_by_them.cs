using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Cases_and_who_decides_by_them
{
    private const string State = "namespace Tide;\n\npublic enum TideState\n{\n    Low,\n    Rising,\n    High,\n}\n";
    private const string Board = """
        namespace Tide;

        public static class Board
        {
            public static string Flag(TideState state) => state switch
            {
                TideState.Low => "green",
                TideState.High => "red",
                _ => "none",
            };

            public static int Lamps(TideState state)
            {
                switch (state)
                {
                    case TideState.Low:
                        return 1;
                    case TideState.High:
                        return 3;
                    default:
                        throw new ArgumentOutOfRangeException(nameof(state));
                }
            }
        }
        """;

    [TestMethod]
    public void Are_told_for_all_decisions_of_a_file_at_once()
    {
        using var set = new TestSet().Template("a/Board.cs.template", Board).Template("b/TideState.cs.template", State);

        set.Says("cases:").Should().Equal(
            "Practice: Give a new member of `TideState` its own case in `Flag` and `Lamps`. (Without one, it gets `\"none\"` and `throw new ArgumentOutOfRangeException(nameof(state))`.) [t1:7-8 t1:16-18 t2:3-8]",
            // Who adds the member has to know as well.
            "Practice: Give a new member of `TideState` its own case in `Flag` and `Lamps`. (Without one, it gets `\"none\"` and `throw new ArgumentOutOfRangeException(nameof(state))`.) [t2:3-8 t1:7-8 t1:16-18]");
    }

    [TestMethod]
    [DataRow("gauge.rs.template", "pub enum Gauge {\n    Radar(u8),\n    Float,\n}\n\npub fn lamps(gauge: &Gauge) -> u8 {\n    match gauge {\n        Gauge::Radar(n) => *n,\n        Gauge::Float => 2,\n    }\n}\n", "Give a new variant of `Gauge` its own case in `lamps`. (It decides by them.)", DisplayName = "variants of Rust")]
    [DataRow("gauge.rs.template", "pub enum Gauge {\n    Radar,\n    Float,\n}\n\nimpl Gauge {\n    pub fn lamps(&self) -> u8 {\n        match self {\n            Self::Radar => 1,\n            Self::Float => 2,\n        }\n    }\n}\n", "Give a new variant of `Gauge` its own case in `lamps`. (It decides by them.)", DisplayName = "Self of Rust")]
    [DataRow("Gauge.kt.template", "sealed interface RadarGaugeState {\n    data object Idle : RadarGaugeState\n}\n\nfun lamps(state: RadarGaugeState): Int = when (state) {\n    is RadarGaugeState.Idle -> 1\n    is RadarGaugeState.Busy -> 2\n    is RadarGaugeState.Lost -> 3\n}\n", "Give a new subtype of `RadarGaugeState` its own case in `lamps`. (It decides by them.)", DisplayName = "subtypes of Kotlin")]
    [DataRow("gauge.py.template", "from enum import StrEnum\n\n\nclass Gauge(StrEnum):\n    RADAR = 'radar'\n    FLOAT = 'float'\n\n\ndef lamps(gauge: Gauge) -> int:\n    if gauge == Gauge.RADAR:\n        return 1\n    elif gauge == Gauge.FLOAT:\n        return 2\n    else:\n        return 0\n", "Give a new member of `Gauge` its own case in `lamps`. (Without one, it gets `return 0`.)", DisplayName = "a chain of conditions")]
    [DataRow("gauge.py.template", "from enum import Enum\n\n\nclass Gauge(str, Enum):\n    RADAR = 'radar'\n    FLOAT = 'float'\n\n\nLAMPS = {\n    Gauge.RADAR: 1,\n    Gauge.FLOAT: 2,\n}\n", "Give a new member of `Gauge` its own entry in `LAMPS`. (What has no entry is not found there.)", DisplayName = "a table")]
    [DataRow("Gauge.java.template", "public final class Board {\n    public enum Gauge { RADAR, FLOAT }\n\n    static final Map<Gauge, String> LAMPS = Map.of(\n            Gauge.RADAR, \"one\",\n            Gauge.FLOAT, \"two\");\n}\n", "Give a new member of `Gauge` its own entry in `LAMPS`. (What has no entry is not found there.)", DisplayName = "a table of pairs")]
    [DataRow("Gauge.java.template", "public final class Board {\n    public enum Gauge { RADAR, FLOAT }\n\n    static final Map<Gauge, Lamp> LAMPS = Map.ofEntries(\n            Map.entry(Gauge.RADAR, one()),\n            Map.entry(Gauge.FLOAT, two()));\n}\n", "Give a new member of `Gauge` its own entry in `LAMPS`. (What has no entry is not found there.)", DisplayName = "a table of entries")]
    [DataRow("Gauge.cs.template", "public enum Gauge\n{\n    Radar,\n    Float,\n}\n\npublic static class Board\n{\n    private static readonly Dictionary<Gauge, int> Lamps = new()\n    {\n        [Gauge.Radar] = 1,\n        [Gauge.Float] = 2,\n    };\n}\n", "Give a new member of `Gauge` its own entry in `Lamps`. (What has no entry is not found there.)", DisplayName = "a dictionary")]
    [DataRow("Gauge.cs.template", "public enum Gauge\n{\n    Radar,\n    Float,\n}\n\npublic static class Board\n{\n    private static readonly Dictionary<Gauge, int> Lamps = new()\n    {\n        { Gauge.Radar, 1 },\n        { Gauge.Float, 2 },\n    };\n}\n", "Give a new member of `Gauge` its own entry in `Lamps`. (What has no entry is not found there.)", DisplayName = "a dictionary of pairs")]
    [DataRow("gauge.ts.template", "export enum Gauge {\n  Radar = 'radar',\n  Float = 'float',\n}\n\nexport function lamps(gauge: Gauge): number {\n  switch (gauge) {\n    case Gauge.Radar:\n      return 1;\n    case Gauge.Float:\n      return 2;\n    default:\n      return 0;\n  }\n}\n", "Give a new member of `Gauge` its own case in `lamps`. (Without one, it gets `return 0`.)", DisplayName = "a switch")]
    public void Are_found_in(string file, string text, string expected)
    {
        using var set = new TestSet().Template(file, text);

        set.Says("cases:").Should().ContainSingle().Which.Should().StartWith($"Practice: {expected} [");
    }

    [TestMethod]
    [DataRow("public static string Title(int code) => code switch\n    {\n        StatusCodes.Low => \"a\",\n        StatusCodes.Mid => \"b\",\n        StatusCodes.High => \"c\",\n        _ => \"d\",\n    };", DisplayName = "of what a library may define")]
    [DataRow("public static string Title(TideGaugeState state)\n    {\n        if (state == TideGaugeState.Low) { return \"a\"; }\n        if (state == TideGaugeState.Mid) { return \"b\"; }\n        if (state == TideGaugeState.High) { return \"c\"; }\n        return \"d\";\n    }", DisplayName = "for guards that stand by themselves")]
    [DataRow("public static string Title(TideGaugeState state) => state switch\n    {\n        TideGaugeState.Low => \"a\",\n        TideGaugeState.High => \"c\",\n        _ => \"d\",\n    };", DisplayName = "for a pair of what nobody defines")]
    [DataRow("public static void Set(TideGaugeState state)\n    {\n        TideGaugeState.Low = 1;\n        TideGaugeState.Mid = 2;\n        TideGaugeState.High = 3;\n    }", DisplayName = "for assignments")]
    public void Nothing_is_told(string method)
    {
        using var set = new TestSet().Template("Board.cs.template", $"namespace Tide;\n\npublic static class Board\n{{\n    {method}\n}}\n");

        set.Says("cases:").Should().BeEmpty();
    }

    [TestMethod]
    public void Nothing_is_told_of_cases_in_different_methods()
    {
        using var set = new TestSet().Template("TideState.cs.template", State).Template("Board.cs.template", """
            namespace Tide;

            public static class Board
            {
                public static bool IsLow(TideState state) => state switch
                {
                    TideState.Low => true,
                    _ => false,
                };

                public static bool IsHigh(TideState state) => state switch
                {
                    TideState.High => true,
                    _ => false,
                };
            }
            """);

        set.Says("cases:").Should().BeEmpty();
    }

    [TestMethod]
    public void Members_without_one_are_noticed_with_what_they_get()
    {
        using var set = new TestSet().Template("a/Board.cs.template", Board).Template("b/TideState.cs.template", State);
        var facts = set.Facts();

        facts.Decisions.Select(d => CaseStatements.Missing(d, facts)).Should().Equal(
            "`Rising` [t2:6] has no case of its own in `Flag`, and gets the default: `\"none\"`.",
            "`Rising` [t2:6] has no case of its own in `Lamps`, and gets the default: `throw new ArgumentOutOfRangeException(nameof(state))`.");
    }

    [TestMethod]
    public void Members_of_a_type_that_no_template_defines_are_those_that_the_file_names()
    {
        using var set = new TestSet().Template("Board.cs.template", """
            namespace Tide;

            public static class Board
            {
                public static string Flag(TideGaugeState state) => state switch
                {
                    TideGaugeState.Low => "green",
                    TideGaugeState.Mid => "blue",
                    TideGaugeState.High => "red",
                    _ => Rest(state),
                };

                public static TideGaugeState Lost() => TideGaugeState.Lost;

                public static TideGaugeState Parse(string text) => TideGaugeState.Parse(text);
            }
            """);
        var facts = set.Facts();

        CaseStatements.Missing(facts.Decisions.Single(), facts).Should().Be("`Lost` [t1:13] has no case of its own in `Flag`, and gets the default: `Rest(state)`.");
    }

    [TestMethod]
    [DataRow("Low,\n    Rising,\n    High,\n    Falling,\n    Lost,\n    Still,", DisplayName = "many are meant for the default")]
    [DataRow("Low,\n    High,", DisplayName = "none is missing")]
    public void Nothing_is_noticed_where(string members)
    {
        using var set = new TestSet().Template("Board.cs.template", Board).Template("TideState.cs.template", $"namespace Tide;\n\npublic enum TideState\n{{\n    {members}\n}}\n");
        var facts = set.Facts();

        facts.Decisions.Select(d => CaseStatements.Missing(d, facts)).Should().Equal(null, null);
    }
}
