using AgentEnhancer.Enhancers.Command;

namespace AgentEnhancer.Tests.Enhancers.Command;

[TestClass]
public sealed class Text_for_a_log
{
    [TestMethod]
    public void Is_one_line_without_colours_and_titles() =>
        ErrorText.End("\e]0;title\a\e[1;31mno\e[0m\r\n\tcredit\e", []).Should().Be("no credit");

    [TestMethod]
    public void Is_the_end_from_a_word_on()
    {
        var end = ErrorText.End(string.Concat(Enumerable.Repeat("abcdefghi ", 100)) + "last words", []);

        end.Should().StartWith("…abcdefghi ").And.EndWith("last words");
        end.Length.Should().BeLessThanOrEqualTo(501);
    }

    [TestMethod]
    public void Is_bounded_where_it_has_no_words() => ErrorText.End(new string('x', 5_000), []).Should().HaveLength(501);

    [TestMethod]
    public void Knows_secrets_by_the_names_of_their_variables()
    {
        var environment = new Dictionary<string, string?>
        {
            ["ANTHROPIC_API_KEY"] = "value-of-key",
            ["my_token"] = "value-of-token-and-more",
            ["Db_Password"] = "value-of-password",
            ["SHORT_KEY"] = "true",
            ["EMPTY_KEY"] = "",
            ["PWD"] = "/home/somebody",
            ["HOME"] = "/home/somebody",
        };

        ErrorText.Secrets(environment).Should().Equal("value-of-token-and-more", "value-of-password", "value-of-key");
    }

    [TestMethod]
    public void Blots_out_secrets_wherever_they_stand() =>
        ErrorText.End("x-api-key:longer-secret-1;longer-secret", ["longer-secret-1", "longer-secret"]).Should().Be("x-api-key:***;***");

    [TestMethod]
    [DataRow("Incorrect API key provided: sk-proj-abcdefgh12345678.", "Incorrect API key provided: ***.")]
    [DataRow("Authorization: Bearer abc.def-ghi_jkl==", "Authorization: ***")]
    [DataRow("token ghp_0123456789abcdef is revoked", "token *** is revoked")]
    [DataRow("the bearer of bad news", "the bearer of bad news")]
    [DataRow("risk-averse models", "risk-averse models")]
    public void Blots_out_what_has_the_shape_of_a_key(string text, string expected) => ErrorText.End(text, []).Should().Be(expected);
}
