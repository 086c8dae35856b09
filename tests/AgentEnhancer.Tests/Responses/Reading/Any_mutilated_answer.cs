using AgentEnhancer.Responses;
using FsCheck;
using FsCheck.Fluent;

namespace AgentEnhancer.Tests.Responses.Reading;

/// <summary>
/// Whatever is done to a valid answer, a document that is used is byte for byte the one that was answered. One thing is left out
/// that no reader can see: a change which begins and ends inside of strings (a word gone from a document, or the end of one
/// string joined to the beginning of another) leaves an answer that is as valid as before, and says something else. So of what
/// is deleted, repeated or replaced, one end at least lies outside of all strings; into strings go what models put there
/// wrongly: raw quotes, raw line breaks, unknown escapes. Cuts are made anywhere.
/// </summary>
[TestClass]
public sealed class Any_mutilated_answer
{
    private static readonly string[] Junk = ["{", "}", "[", "]", ",", ":", "\"", "\"\"", "\\", "\\\"", "null", "...", "```\n", "Here you are: ", "{\"", "\"}", "\"},{\"", "\", \"", "\n\"x\": \"y\",\n", "{\"agent_name\":"];

    private static readonly SampleAnswer[] Samples = [.. SampleAnswer.OfDocuments, .. SampleAnswer.All[^2..]];

    private enum Kind
    {
        Delete,
        Repeat,
        Replace,
        Insert,
        RawQuote,
        RawBreaks,
        RawQuotes,
        BadEscapes,
        CutEnd,
        CutStart,
    }

    private static Config Config => Properties.Config.WithMaxTest(600);

    private static Arbitrary<int[]> Seeds => Gen.Choose(0, int.MaxValue - 1).ArrayOf(7).ToArbitrary();

    [TestMethod]
    public void Yields_documents_that_were_answered_and_no_other() => Check.One(Config, Prop.ForAll(Seeds, seeds =>
    {
        var sample = Samples[seeds[0] % Samples.Length];
        var text = Mutilate(sample.Text, (Kind)(seeds[1] % 10), seeds[2], seeds[3], seeds[4]);

        // Half of all answers are cut off besides.
        text = seeds[5] % 2 == 0 ? text : text[..(seeds[6] % (text.Length + 1))];
        foreach (var answer in sample.Read(text).Answers.OfType<WrittenAnswer>())
        {
            answer.Content.Should().Be(sample.Documents[answer.AgentId], "{0} of seeds {1}", (Kind)(seeds[1] % 10), string.Join(',', seeds));
        }
    }));

    [TestMethod]
    public void Keeps_what_stands_beside_the_damage() => Check.One(Config.WithMaxTest(120), Prop.ForAll(Seeds, seeds =>
    {
        var sample = Samples[seeds[0] % Samples.Length];
        var index = seeds[1] % 10;
        var strings = Structure.Strings(sample.Items[index]);
        var at = strings[seeds[2] % strings.Count].Open;
        var items = sample.Items.Select((x, i) => i == index ? x.Insert(at, Junk[seeds[3] % 6]) : x);

        sample.Used(sample.Read(SampleAnswer.Envelope(items))).Should().Contain(Enumerable.Range(0, 10).Where(i => i != index));
    }));

    private static string Mutilate(string text, Kind kind, int a, int b, int c)
    {
        var strings = Structure.Strings(text);
        var (first, last) = Range(text, strings, a, b);
        var inside = strings.Where(s => s.Close - s.Open > 2).ElementAt(b % strings.Count(s => s.Close - s.Open > 2));
        return kind switch
        {
            Kind.Delete => text.Remove(first, last - first),
            Kind.Repeat => text.Insert(last, text[first..last]),
            Kind.Replace => Replace(text, Outside(strings, first), Outside(strings, last), Junk[c % Junk.Length]),
            Kind.Insert => text.Insert(Outside(strings, a % text.Length), Junk[c % Junk.Length]),
            Kind.RawQuote => text.Insert(Unescaped(text, inside, a), "\""),
            Kind.RawBreaks => Escapes.Replace(text, 'n', c % 2 == 0 ? "\n" : "\r\n"),
            Kind.RawQuotes => Escapes.Replace(text[..first], '"', "\"") + text[first..],
            Kind.BadEscapes => text.Replace(c % 2 == 0 ? "_" : "$", c % 2 == 0 ? "\\_" : "\\$", StringComparison.Ordinal),
            Kind.CutEnd => text[..(a % text.Length)],
            _ => text[(a % text.Length)..],
        };
    }

    /// <summary>What is put in may hold quotes: within a string it would be a change of the string.</summary>
    private static string Replace(string text, int first, int last, string by) =>
        string.Concat(text.AsSpan(0, first), by, text.AsSpan(Math.Max(first, last)));

    private static (int First, int Last) Range(string text, List<(int Open, int Close)> strings, int a, int b)
    {
        var (first, last) = (a % text.Length, b % text.Length);
        (first, last) = first <= last ? (first, last) : (last, first);
        return IsInside(strings, first) && IsInside(strings, last) ? (first, Outside(strings, last)) : (first, last);
    }

    private static bool IsInside(List<(int Open, int Close)> strings, int at) => strings.Exists(s => s.Open < at && at <= s.Close);

    private static int Outside(List<(int Open, int Close)> strings, int at) =>
        strings.FindIndex(s => s.Open < at && at <= s.Close) is var i && i >= 0 ? strings[i].Close + 1 : at;

    /// <summary>A place in a string that is not right behind a backslash.</summary>
    private static int Unescaped(string text, (int Open, int Close) inside, int a)
    {
        var at = inside.Open + 1 + (a % (inside.Close - inside.Open));
        while (text[at - 1] == '\\')
        {
            at--;
        }

        return at;
    }
}
