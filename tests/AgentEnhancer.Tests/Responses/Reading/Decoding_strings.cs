using System.Text.Json;
using AgentEnhancer.Responses.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace AgentEnhancer.Tests.Responses.Reading;

[TestClass]
public sealed class Decoding_strings
{
    [TestMethod]
    [DataRow(@"a\_b \$x \'q\' \`c\` \- \# \~", "a_b $x 'q' `c` - # ~", "what another language escapes")]
    [DataRow(@"\d+\.\w\(\)\[x\]\{2\}\S", @"\d+\.\w\(\)\[x\]\{2\}\S", "regular expressions")]
    [DataRow(@"\u00e4\ud83d\ude80 \""q\"" \\ \/ \t|\n", "ä🚀 \"q\" \\ / \t|\n", "what JSON knows")]
    [DataRow("a\r\nb\rc\nd\te", "a\nb\nc\nd\te", "raw line breaks")]
    [DataRow("a\\\r\nb", "a\nb", "a line that is continued")]
    public void Reads_escapes_as_they_were_meant(string raw, string expected, string why) =>
        (StringDecoder.Decode(raw) ?? "").Replace("\\\n", "\n", StringComparison.Ordinal).Should().Be(expected, why);

    [TestMethod]
    [DataRow(@"a\")]
    [DataRow(@"\u12")]
    [DataRow(@"C:\users")]
    [DataRow(@"\ud83d alone")]
    [DataRow(@"\ude80 alone")]
    public void Reads_nothing_into_escapes_that_say_nothing(string raw) => StringDecoder.Decode(raw).Should().BeNull();

    [TestMethod]
    public void Agrees_with_JSON_on_every_text() => Check.One(Properties.Config, Prop.ForAll(
        Gen.Elements('a', '"', '\\', '\n', '\r', '\t', '\b', '{', '/', '_', 'é', '\u2028', '<').ArrayOf().Select(c => new string(c)).ToArbitrary(),
        text => StringDecoder.Decode(JsonSerializer.Serialize(text).AsSpan()[1..^1]) == text));
}
