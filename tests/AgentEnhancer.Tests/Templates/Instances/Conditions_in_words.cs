using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Tests.Templates.Instances;

[TestClass]
public sealed class Conditions_in_words
{
    private static readonly TemplateConfig Config = ConfigOf.Sources("");

    [TestMethod]
    [DataRow("auth", "only with `--auth`")]
    [DataRow("(!auth)", "only without `--auth`")]
    [DataRow("auth == true", "only with `--auth`")]
    [DataRow("auth != \"true\"", "only without `--auth`")]
    [DataRow("https", "only without `--https false`")]
    [DataRow("!https", "only with `--https false`")]
    [DataRow("db == \"postgres\"", "only with `--db postgres`")]
    [DataRow("(db == 'sqlite')", "only without `--db postgres`")]
    [DataRow("ui == react", "only with `--ui react`")]
    [DataRow("ui == \"none\"", "only with `--ui none` (the default)")]
    [DataRow("ui != \"react\"", "only without `--ui react`")]
    [DataRow("usePostgres", "only with `--db postgres`")]
    [DataRow("secured", "only with `--auth`, without `--https false`")]
    [DataRow("auth && usePostgres", "only with `--auth` and `--db postgres`")]
    [DataRow("!auth && !usePostgres", "only without `--auth` or `--db postgres`")]
    [DataRow("auth || ui == \"react\"", "only with `--auth` or `--ui react`")]
    [DataRow("!(auth || usePostgres)", "only without `--auth` or `--db postgres`")]
    [DataRow("title != \"\"", "only with `--title`")]
    [DataRow("title == \"\"", "only without `--title`")]
    [DataRow("(auth) == false", "only without `--auth`")]
    public void Options_are_named_as_they_are_typed(string condition, string words) => Words(condition).Should().Be(words);

    [TestMethod]
    [DataRow("port > 1000")]
    [DataRow("port")]
    [DataRow("OS == \"Windows_NT\"")]
    [DataRow("auth && (")]
    [DataRow("")]
    [DataRow("!auth || ui == \"react\"")]
    [DataRow("db == title")]
    public void What_is_not_to_be_told_is_some_options(string condition) => Words(condition).Should().Be("only with some options");

    [TestMethod]
    [DataRow("DEBUG")]
    [DataRow("false")]
    [DataRow("0")]
    [DataRow("ui == \"no such choice\"")]
    [DataRow("auth && DEBUG")]
    public void A_name_that_nobody_defines_is_false(string condition) => ConditionParser.Parse(condition, Config).IsNever.Should().BeTrue();

    [TestMethod]
    [DataRow("!DEBUG")]
    [DataRow("true || auth")]
    [DataRow("1")]
    [DataRow("\"a\" == \"A\"")]
    public void What_always_holds_is_not_told(string condition) => Words(condition).Should().BeNull();

    [TestMethod]
    public void An_option_goes_by_the_name_that_the_command_line_has_for_it() =>
        ConditionWords.Of(ConditionParser.Parse("useAuth", ConfigOf.Json(
            """{ "symbols": { "useAuth": { "type": "parameter", "datatype": "bool" } } }""",
            """{ "symbolInfo": { "useAuth": { "longName": "auth" } } }"""))).Should().Be("only with `--auth`");

    [TestMethod]
    public void Symbols_that_are_computed_from_each_other_end() =>
        ConditionParser.Parse("a", ConfigOf.Json("""{ "symbols": { "a": { "type": "computed", "value": "b" }, "b": { "type": "computed", "value": "a" } } }"""))
            .Should().BeOfType<Condition.Unknown>();

    private static string? Words(string condition) => ConditionWords.Of(ConditionParser.Parse(condition, Config));
}
