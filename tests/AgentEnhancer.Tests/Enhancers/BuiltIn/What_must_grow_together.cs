using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class What_must_grow_together
{
    private const string Gauge = "namespace Tide;\n\npublic interface ITideGauge\n{\n    int Read();\n}\n";
    private const string Radar = "namespace Tide;\n\npublic sealed class RadarGauge : ITideGauge\n{\n    public int Read() => 1;\n}\n";
    private const string Forecast = "namespace Tide;\n\npublic sealed class Forecast(ITideGauge gauge)\n{\n    public int Next() => gauge.Read() + 1;\n}\n";

    [TestMethod]
    public void Data_that_an_interface_asks_for_is_no_operation()
    {
        using var set = new TestSet().Template("a.cs.template", "public interface IHappened\n{\n    Guid BerthId { get; }\n}\n\npublic sealed record Moored(Guid BerthId) : IHappened;\n\npublic sealed record Sailed(Guid BerthId) : IHappened;\n");

        set.Says("contract:IHappened").Should().BeEmpty();
    }

    [TestMethod]
    public void An_interface_and_the_class_behind_it()
    {
        using var set = new TestSet().Template("ITideGauge.cs.template", Gauge).Template("RadarGauge.cs.template", Radar);

        set.Says("contract:").Should().Equal(
            "Practice: Declare a new operation on `ITideGauge` and write it in `RadarGauge`. [t1:3-6 t2:3]");
    }

    [TestMethod]
    public void A_trait_and_the_types_that_implement_it()
    {
        using var set = new TestSet().Template("gauge.rs.template", """
            pub trait TideGauge {
                fn read(&self) -> i32;
            }

            pub struct Radar;

            impl TideGauge for Radar {
                fn read(&self) -> i32 {
                    1
                }
            }
            """);

        set.Says("contract:").Should().ContainSingle().Which.Should().StartWith("Practice: Declare a new operation on `TideGauge` and write it in ");
    }

    [TestMethod]
    public void A_bound_of_a_type_parameter_implements_nothing()
    {
        using var set = new TestSet()
            .Template("gauge.rs.template", "pub trait TideGauge {\n    fn read(&self) -> i32;\n}\n\npub struct Radar;\n\nimpl TideGauge for Radar {\n    fn read(&self) -> i32 {\n        1\n    }\n}\n")
            .Template("log.rs.template", "use crate::gauge::TideGauge;\n\npub struct Log<G> {\n    gauge: G,\n}\n\nimpl<G: TideGauge> Log<G> {\n    pub fn note(&self) -> i32 {\n        self.gauge.read()\n    }\n}\n");

        set.Says("contract:").Should().Equal("Practice: Declare a new operation on `TideGauge` and write it in `TideGauge for Radar`. [t1:1-3 t1:7]");
        set.Says("depend:").Should().BeEmpty();
    }

    [TestMethod]
    public void Nothing_where_a_class_only_takes_the_interface()
    {
        using var set = new TestSet().Template("Forecast.cs.template", Forecast).Template("ITideGauge.cs.template", Gauge);

        set.Says("contract:").Should().BeEmpty();
    }

    [TestMethod]
    public void Nothing_where_an_interface_is_only_a_mark()
    {
        using var set = new TestSet()
            .Template("ITideGauge.cs.template", "namespace Tide;\n\npublic interface ITideGauge;\n")
            .Template("RadarGauge.cs.template", Radar);

        set.Says("contract:").Should().BeEmpty();
    }

    [TestMethod]
    public void Code_that_takes_the_interface_takes_no_class_behind_it()
    {
        using var set = new TestSet()
            .Template("Forecast.cs.template", Forecast).Template("ITideGauge.cs.template", Gauge).Template("RadarGauge.cs.template", Radar)
            .Template("Setup.cs.template", "namespace Tide;\n\npublic static class Setup\n{\n    public static void Add(IServiceCollection services)\n    {\n        services.AddSingleton<ITideGauge, RadarGauge>();\n    }\n}\n");

        set.Says("depend:").Should().Equal("Never: Take `RadarGauge` as a dependency; instead: take `ITideGauge`, as [t1:3] does [t1:3 t2:3]");
    }

    [TestMethod]
    public void Nothing_is_said_of_dependencies_where_somebody_takes_the_class()
    {
        using var set = new TestSet()
            .Template("Forecast.cs.template", Forecast).Template("ITideGauge.cs.template", Gauge).Template("RadarGauge.cs.template", Radar)
            .Template("Alarm.cs.template", "namespace Tide;\n\npublic sealed class Alarm(RadarGauge gauge)\n{\n    public bool IsHigh() => gauge.Read() > 5;\n}\n");

        set.Says("depend:").Should().BeEmpty();
    }

    [TestMethod]
    public void An_enum_and_what_decides_by_it()
    {
        using var set = new TestSet()
            .Template("TideState.cs.template", "namespace Tide;\n\npublic enum TideState\n{\n    Low,\n    High,\n}\n")
            .Template("Signals.cs.template", "namespace Tide;\n\npublic static class Signals\n{\n    public static string Flag(TideState state) => state switch\n    {\n        TideState.Low => \"green\",\n        TideState.High => \"red\",\n        _ => \"none\",\n    };\n}\n");

        set.Says("cases:").Should().Equal("Practice: Give a new member of `TideState` its own case in `Flag`. (Without one, it gets `\"none\"`.) [t1:7-8 t2:3-7]", "Practice: Give a new member of `TideState` its own case in `Flag`. (Without one, it gets `\"none\"`.) [t2:3-7 t1:7-8]");
    }

    [TestMethod]
    public void Nothing_where_only_one_member_is_asked_for()
    {
        using var set = new TestSet()
            .Template("TideState.cs.template", "namespace Tide;\n\npublic enum TideState\n{\n    Low,\n    High,\n}\n")
            .Template("Signals.cs.template", "namespace Tide;\n\npublic static class Signals\n{\n    public static bool IsHigh(TideState state)\n    {\n        if (state == TideState.High) { return true; }\n        return false;\n    }\n}\n");

        set.Says("cases:").Should().BeEmpty();
    }

    [TestMethod]
    public void A_type_and_the_place_where_it_is_registered()
    {
        using var set = new TestSet()
            .Template("RadarGauge.cs.template", "namespace Tide;\n\npublic sealed class RadarGauge\n{\n    public int Read() => 1;\n}\n")
            .Template("Setup.cs.template", "namespace Tide;\n\npublic static class Setup\n{\n    public static void Add(IServiceCollection services)\n    {\n        services.AddSingleton<RadarGauge>();\n    }\n}\n");

        set.Says("register:").Should().Equal(
            "Always: Make a new class like `RadarGauge` known in `Setup.cs`, as `services.AddSingleton<RadarGauge>()` does [t1:3 t2:7]");
    }

    [TestMethod]
    [DataRow("        services.AddSingleton<RadarGauge>(provider =>", "half a statement shows nothing")]
    [DataRow("        var gauge = new RadarGauge();", "a mention is no registration")]
    [DataRow("        services.AddSingleton<RadarGauge>(provider => new RadarGauge(provider.GetRequiredService<IConfiguration>()));", "too long to show")]
    public void Nothing_where_no_whole_line_registers_it(string line, string because)
    {
        using var set = new TestSet()
            .Template("RadarGauge.cs.template", "namespace Tide;\n\npublic sealed class RadarGauge\n{\n    public int Read() => 1;\n}\n")
            .Template("Setup.cs.template", $"namespace Tide;\n\npublic static class Setup\n{{\n    public static void Add(IServiceCollection services)\n    {{\n{line}\n    }}\n}}\n");

        set.Says("register:").Should().BeEmpty(because);
    }

    [TestMethod]
    public void Nothing_where_a_test_registers_it()
    {
        using var set = new TestSet()
            .Template("RadarGauge.cs.template", "namespace Tide;\n\npublic sealed class RadarGauge\n{\n    public int Read() => 1;\n}\n")
            .Template("tests/SetupTests.cs.template", "namespace Tide;\n\npublic sealed class SetupTests\n{\n    [Fact]\n    public void Adds()\n    {\n        services.AddSingleton<RadarGauge>();\n    }\n}\n");

        set.Says("register:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_no_contract_where_it_only_bounds_a_type_parameter()
    {
        using var set = new TestSet()
            .Template("IGate.cs.template", "namespace Dock;\n\npublic interface IGate\n{\n    void Open();\n}\n")
            .Template("Lock.cs.template", "namespace Dock;\n\npublic sealed class Lock<T> : Basin\n    where T : IGate\n{\n    public T Gate { get; }\n}\n");

        set.Says("contract:").Should().BeEmpty();
    }

    [TestMethod]
    public void Not_an_interface_and_the_mock_that_a_library_fills()
    {
        using var set = new TestSet()
            .Template("tide_gauge.dart.template", "abstract interface class TideGauge {\n  int read();\n  void reset();\n}\n\nclass RadarGauge implements TideGauge {\n  int read() {\n    return 1;\n  }\n}\n")
            .Template("test/tide_gauge_test.dart.template", "import '../tide_gauge.dart';\n\nclass MockGauge extends Mock implements TideGauge {}\n\nvoid main() {\n  test('reads', () {\n    expect(MockGauge().read(), 1);\n  });\n}\n");

        set.Says("contract:TideGauge").Should().OnlyContain(s => !s.Contains("MockGauge", StringComparison.Ordinal));
    }
}
