using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Reporting;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Responses.Reading;

/// <summary>
/// Twelve answers, each with every fault that models are known for. What stands whole is used as it was meant, byte for byte;
/// nothing else is; and whoever is named in the text without being used is reported.
/// </summary>
[TestClass]
public sealed class Reading_a_faulty_answer
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly int[] Everybody = [.. Enumerable.Range(0, 10)];

    /// <summary>Faults around and between the agents' objects, and within them such as leave no doubt: all ten are used.</summary>
    private static readonly (string Name, Func<SampleAnswer, string> Do)[] Harmless =
    [
        ("nothing", s => s.Text),
        ("fence", s => $"```json\n{s.Text}\n```"),
        ("fence and prose", s => $"Sure! Here it is:\n\n```json\n{s.Text}\n```\nTell me if {{you}} want more {{\"of\": it}}."),
        ("prose with braces before", s => $"I used {{curly}} braces, {{\"such\": \"as this\"}} and {{ \"that\" }}. Here:\n{s.Text}"),
        ("prose with an open brace before", s => $"A {{\"start\": [1, {{ \"of something\n{s.Text}"),
        ("prose with braces after", s => $"{s.Text}\n\nNote: {{\"quality\": \"good\"}} and a }} too many."),
        ("BOM", s => "\uFEFF" + s.Text),
        ("CRLF around items", s => s.Text.ReplaceLineEndings("\r\n")),
        ("CRLF and indentation", s => JsonSerializer.Serialize(JsonDocument.Parse(s.Text), Indented).ReplaceLineEndings("\r\n")),
        ("raw newlines", s => Escapes.Replace(s.Text, 'n', "\n")),
        ("raw newlines as CRLF", s => Escapes.Replace(s.Text, 'n', "\r\n")),
        ("raw tabs", s => Escapes.Replace(s.Text, 't', "\t")),
        ("trailing commas", s => Structure.Replace(s.Text, (c, before) => c is ']' or '}' && before is not ('[' or '{') ? "," + c : c.ToString())),
        ("bad escape of _", s => s.Text.Replace("_", "\\_", StringComparison.Ordinal)),
        ("bad escape of $", s => s.Text.Replace("$", "\\$", StringComparison.Ordinal)),
        ("NDJSON", s => string.Join('\n', s.Items)),
        ("NDJSON with CRLF and prose", s => "Here:\r\n" + string.Join("\r\n", s.Items) + "\r\nThat is all.\r\n"),
        ("bare array", s => $"[{string.Join(',', s.Items)}]"),
        ("bare array in prose", s => $"The list: [{string.Join(", ", s.Items)}] as asked."),
        ("arrays of one", s => string.Join("\n\n", s.Items.Select(i => $"[{i}]"))),
        ("no commas between items", s => SampleAnswer.Envelope([string.Join('\n', s.Items)])),
        ("comments between items", s => string.Join("\n", s.Items.Select(i => $"// the next \"agent\": {{\n{i},"))),
        ("JSON in a string", s => JsonSerializer.Serialize(s.Text)),
        ("JSON in a string in a fence", s => $"```\n{JsonSerializer.Serialize(s.Text)}\n```"),
        ("JSON in a string of an object", s => JsonSerializer.Serialize(new { response = s.Text, ok = true })),
        ("fenced JSON in a string of an object", s => JsonSerializer.Serialize(new { result = new { output = $"```json\n{s.Text}\n```" } })),
        ("JSON in a string behind prose", s => $"Output: {JsonSerializer.Serialize(s.Text)} done {{"),
        ("strings in a list", s => JsonSerializer.Serialize(new { enhancements = s.Items })),
        ("renamed envelope", s => s.Text.Replace("\"enhancements\"", "\"result\"", StringComparison.Ordinal)),
        ("renamed and nested envelope", s => $"{{\"result\":{{\"enhanced_agents\":[{string.Join(',', s.Items.Select(i => Renamed(i, "name")))}]}}}}"),
        ("ids as id", s => SampleAnswer.Envelope(s.Items.Select(i => Renamed(i, "id")))),
        ("ids as agentId", s => SampleAnswer.Envelope(s.Items.Select(i => Renamed(i, "agentId")))),
        ("an object by id", s => $"{{\"enhancements\":{{{string.Join(',', s.Items.Select((x, i) => $"{JsonSerializer.Serialize(s.Agents[i].Id)}:{x}"))}}}}}"),
        ("names for ids", s => SampleAnswer.Envelope(s.Items.Select((x, i) => x.Replace(s.Agents[i].Id, s.Agents[i].Name, StringComparison.Ordinal)))),
        ("id last", s => SampleAnswer.Envelope(s.Items.Select(IdLast))),
        ("id last, beside open braces", s => $"{{\"a\" {SampleAnswer.Envelope(s.Items.Select(IdLast))}"),
        ("id last, no quote escaped in one document", s => SampleAnswer.Envelope(s.Items.Select((x, i) => i == 5 && s.Documents.ContainsKey(s.Agents[i].Id) ? Escapes.Replace(IdLast(x), '"', "\"") : IdLast(x)))),
        ("unknown agent", s => SampleAnswer.Envelope([s.Items[0].Replace(s.Agents[0].Id, "else/where.md", StringComparison.Ordinal), .. s.Items])),
        ("agent twice, the same", s => SampleAnswer.Envelope([.. s.Items, s.Items[3]])),
        ("agent twice, then different", s => SampleAnswer.Envelope([.. s.Items, s.Other(3)])),
        ("agent twice, first cut off", s => s.Items[3][..(s.Items[3].Length / 2)] + "\n\nLet me start again.\n" + s.Text),
        ("the whole answer twice", s => s.Text + "\n" + s.Text),
        ("started again", s => s.Text[..(s.Text.Length * 6 / 10)] + "\n```\n\n" + s.Text),
        ("10,000 brackets around", s => new string('[', 10_000) + s.Text + new string(']', 10_000)),
        ("10,000 objects around", s => string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + s.Text + new string('}', 10_000)),
        ("a member 10,000 deep beside", s => $"{{\"x\":{new string('[', 10_000)}{new string(']', 10_000)},{s.Text[1..]}"),
        ("a list of numbers before", s => $"{{\"x\":[{string.Join(',', Enumerable.Repeat("1", 300_000))}],{s.Text[1..]}"),
    ];

    public static IEnumerable<object[]> HarmlessFaults => Harmless.Select(h => new object[] { h.Name });

    public static IEnumerable<object[]> Cuts => Enumerable.Range(6, 14).Select(i => new object[] { i * 5 });

    [TestMethod]
    [DynamicData(nameof(HarmlessFaults))]
    public void All_are_used_despite(string fault)
    {
        foreach (var sample in SampleAnswer.All)
        {
            var response = sample.Read(Harmless.Single(h => h.Name == fault).Do(sample));

            sample.Used(response).Should().Equal(Everybody, "of {0}: {1}", fault, Said(response));
            response.Diagnostics.Should().NotContain(d => d.Descriptor == ResponseDiagnostics.CutOff || d.Descriptor == ResponseDiagnostics.Unreadable);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cuts))]
    public void What_a_cut_leaves_whole_is_used(int percent)
    {
        foreach (var sample in SampleAnswer.All)
        {
            var text = sample.Text[..(sample.Text.Length * percent / 100)];
            var whole = sample.Items.TakeWhile(i => text.Contains(i, StringComparison.Ordinal)).Count();
            foreach (var (cut, stop) in new[] { (text, StopReason.CutOff), (text, StopReason.Unknown), ($"Here:\n```json\n{text}", StopReason.Unknown), (Escapes.Replace(text, 'n', "\n"), StopReason.Unknown) })
            {
                var response = sample.Read(cut, stop);

                sample.Used(response).Should().Equal(Everybody.Take(whole), "{0}", Said(response));
                response.Diagnostics.Any(d => d.Descriptor == ResponseDiagnostics.StoppedAtLimit).Should().Be(stop == StopReason.CutOff && whole < 10);
                response.Diagnostics.Count(d => d.Descriptor == ResponseDiagnostics.CutOff).Should().BeLessThanOrEqualTo(1);
            }
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cuts))]
    public void What_a_cut_leaves_whole_of_JSON_in_a_string_is_used(int percent)
    {
        foreach (var sample in SampleAnswer.All)
        {
            var text = JsonSerializer.Serialize(sample.Text);
            var cut = text[..(text.Length * percent / 100)];
            var whole = sample.Items.TakeWhile(i => cut.Contains(JsonSerializer.Serialize(i)[1..^1], StringComparison.Ordinal)).Count();

            sample.Used(sample.Read(cut)).Should().Equal(Everybody.Take(whole));
        }
    }

    /// <summary>Some tools hand on the last part of a long answer only, as if it were all.</summary>
    [TestMethod]
    [DynamicData(nameof(Cuts))]
    public void What_a_lost_beginning_leaves_whole_is_used(int percent)
    {
        foreach (var sample in SampleAnswer.All)
        {
            var text = sample.Text[(sample.Text.Length * percent / 100)..];
            var whole = sample.Items.AsEnumerable().Reverse().TakeWhile(i => text.Contains(i, StringComparison.Ordinal)).Count();

            sample.Used(sample.Read(text)).Should().Equal(Everybody.Skip(10 - whole));
        }
    }

    [TestMethod]
    public void One_unescaped_quote_costs_one_agent()
    {
        foreach (var sample in SampleAnswer.All)
        {
            foreach (var index in (ReadOnlySpan<int>)[0, 4, 9])
            {
                var item = sample.Items[index];
                var at = item.IndexOf(item.Contains("enhanced_content", StringComparison.Ordinal) ? "often" : "says so", StringComparison.Ordinal);
                var response = sample.Read(SampleAnswer.Envelope(sample.Items.Select((x, i) => i == index ? x.Insert(at, "\"") : x)));

                sample.Used(response).Should().Equal(Everybody.Where(i => i != index), "{0}", Said(response));
                response.Diagnostics.Should().Contain(d => d.Descriptor == ResponseDiagnostics.Unreadable && d.File == sample.Agents[index].FullPath);
            }
        }
    }

    [TestMethod]
    public void Documents_of_which_no_quote_is_escaped_are_used_where_their_end_is_sure()
    {
        foreach (var sample in SampleAnswer.All)
        {
            var text = SampleAnswer.Envelope(sample.Items.Select(i => Escapes.Replace(i, '"', "\"")));
            text = text.Replace("The \\\"name\\\" differs", "The name differs", StringComparison.Ordinal);
            var response = sample.Read(text);

            // Documents with quotes in them that need no escape (seeds that write \u0022) are not touched by the fault.
            Everybody.Where(i => sample.Documents.ContainsKey(sample.Agents[i].Id)).Should().BeSubsetOf(sample.Used(response), "{0}", Said(response));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Cuts))]
    public void Nothing_wrong_is_used_where_no_quote_is_escaped_and_the_end_is_cut_off(int percent)
    {
        foreach (var sample in SampleAnswer.All)
        {
            var text = Escapes.Replace(sample.Text, '"', "\"");

            sample.Used(sample.Read(text[..(text.Length * percent / 100)]));
        }
    }

    [TestMethod]
    public void Missing_agents_are_absent()
    {
        foreach (var sample in SampleAnswer.All)
        {
            var response = sample.Read(SampleAnswer.Envelope(sample.Items.Where((_, i) => i is not (2 or 9))));

            sample.Used(response).Should().Equal(Everybody.Where(i => i is not (2 or 9)));
            response.Diagnostics.Should().BeEmpty("that nothing came is said by whoever asked");
        }
    }

    [TestMethod]
    [DataRow("42")]
    [DataRow("true")]
    [DataRow("{\"text\":\"# A\"}")]
    [DataRow("[\"# A\",\"b\",\"c\",\"d\",\"e\"]")]
    [DataRow("\"Enhanced the agent with 182 lines, 4 practices and 3 examples.\"")]
    [DataRow("\"\"")]
    [DataRow("\"# Title\\n\\nSee above.\"")]
    [DataRow("\"# A\\n\\nb\\nc\\nd\\ne: \\bword\\b\"")]
    [DataRow("\"# A\\n\\nb\\nc\\nd\\ne: \\ud800\"")]
    public void What_is_no_document_is_refused_and_reported(string content)
    {
        foreach (var sample in SampleAnswer.OfDocuments)
        {
            var id = sample.Agents[4].Id;
            var item = $"{{\"agent_name\":\"{id}\",\"enhanced_content\":{content},\"templates_referenced\":[]}}";
            var response = sample.Read(SampleAnswer.Envelope(sample.Items.Select((x, i) => i == 4 ? item : x)));

            sample.Used(response).Should().Equal(Everybody.Where(i => i != 4));
            response.Diagnostics.Should().Contain(d => d.Descriptor == ResponseDiagnostics.Unusable && d.File == sample.Agents[4].FullPath);
        }
    }

    [TestMethod]
    public void Another_agents_document_is_refused()
    {
        foreach (var sample in SampleAnswer.OfDocuments)
        {
            var (id, other) = (sample.Agents[4].Id, sample.Agents[5].Id);
            var swapped = SampleAnswer.Envelope(sample.Items.Select(i => i.Replace(id, "?", StringComparison.Ordinal).Replace(other, id, StringComparison.Ordinal).Replace("?", other, StringComparison.Ordinal)));
            var response = sample.Read(swapped);

            sample.Used(response).Should().Equal(Everybody.Where(i => i is not (4 or 5)));
            response.Diagnostics.Count(d => d.Descriptor == ResponseDiagnostics.Unusable).Should().Be(2);
        }
    }

    [TestMethod]
    public void One_document_for_two_agents_is_nobodys()
    {
        const string Text = "# Something\\n\\na\\nb\\nc\\nd\\n";
        var sample = SampleAnswer.OfDocuments.First();
        var items = sample.Items.Select((x, i) => i is 1 or 2 ? $"{{\"agent_name\":\"{sample.Agents[i].Id}\",\"enhanced_content\":\"{Text}\"}}" : x);

        sample.Used(sample.Read(SampleAnswer.Envelope(items))).Should().Equal(Everybody.Where(i => i is not (1 or 2)));
    }

    [TestMethod]
    public void Two_contents_in_one_object_are_no_answer()
    {
        var sample = SampleAnswer.OfDocuments.First();
        var doubled = sample.Items[0][..^1] + "," + sample.Items[1][1..];
        var response = sample.Read(SampleAnswer.Envelope([doubled, .. sample.Items.Skip(2)]));

        sample.Used(response).Should().Equal(Everybody.Skip(2));
        response.Diagnostics.Should().Contain(d => d.Descriptor == ResponseDiagnostics.AmbiguousAgent);
    }

    [TestMethod]
    public void Duplicates_and_unknown_agents_are_reported()
    {
        var sample = SampleAnswer.All[0];
        var response = sample.Read(SampleAnswer.Envelope([.. sample.Items, sample.Other(3), sample.Items[0].Replace(sample.Agents[0].Id, "else/where.md", StringComparison.Ordinal)]));

        response.Diagnostics.Select(d => d.Descriptor).Should().BeEquivalentTo([ResponseDiagnostics.UnknownAgent, ResponseDiagnostics.DuplicateAnswer]);
        response.Diagnostics.Single(d => d.Descriptor == ResponseDiagnostics.DuplicateAnswer).File.Should().Be(sample.Agents[3].FullPath);
    }

    [TestMethod]
    public void A_document_of_100_MB_costs_its_agent_only()
    {
        var sample = SampleAnswer.OfDocuments.First();
        var at = sample.Items[4].IndexOf("Works on", StringComparison.Ordinal);
        var response = sample.Read(new StringBuilder(100_200_000).Append("{\"enhancements\":[").AppendJoin(',', sample.Items.Take(4))
            .Append(',').Append(sample.Items[4], 0, at).Append('x', 100_000_000).Append(sample.Items[4], at, sample.Items[4].Length - at)
            .Append(',').AppendJoin(',', sample.Items.Skip(5)).Append("]}").ToString());

        sample.Used(response).Should().Equal(Everybody.Where(i => i != 4));
        response.Diagnostics.Should().ContainSingle(d => d.Descriptor == ResponseDiagnostics.Unusable && d.File == sample.Agents[4].FullPath);
    }

    [TestMethod]
    [DataRow("{\"a\":")]
    [DataRow("[{\"a\":[")]
    [DataRow("{\"enhanced_content\":\"a\"b")]
    [DataRow("{\"enhanced_content\":\"a\",\"id\":\"")]
    [DataRow("{ \" ")]
    [DataRow("\\\"agent\\\":")]
    public void Megabytes_of_the_beginning_of_an_answer_are_read_to_their_end(string piece)
    {
        var sample = SampleAnswer.All[0];
        var response = sample.Read(string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length)));

        response.Answers.Should().BeEmpty();
        response.Diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(ResponseDiagnostics.NothingInIt);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("   \n")]
    [DataRow("I'm sorry, I can't do that.")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{}")]
    [DataRow("\"")]
    [DataRow("{\"enhancements\":[]}")]
    [DataRow("\u001b[31mred\u0007")]
    public void An_answer_with_nothing_in_it_says_so(string text)
    {
        var response = SampleAnswer.All[0].Read(text);

        response.Answers.Should().BeEmpty();
        var said = response.Diagnostics.Should().ContainSingle().Subject;
        said.Descriptor.Should().Be(ResponseDiagnostics.NothingInIt);
        said.Message.Any(char.IsControl).Should().BeFalse();
    }

    [TestMethod]
    public void A_refusal_is_told_apart() =>
        SampleAnswer.All[0].Read("I won't.", StopReason.Refused).Diagnostics.Should().ContainSingle()
            .Which.Descriptor.Should().Be(ResponseDiagnostics.Refused);

    [TestMethod]
    public void Where_it_breaks_off_is_told_with_an_excerpt()
    {
        var sample = SampleAnswer.OfDocuments.First();
        var text = SampleAnswer.Envelope(sample.Items.Take(1))[..2000];
        var said = sample.Read(text).Diagnostics.Should().ContainSingle().Subject;

        said.Descriptor.Should().Be(ResponseDiagnostics.CutOff);
        said.File.Should().Be(sample.Agents[0].FullPath);
        said.Arguments[0].Should().Be("2000");
        text.Should().EndWith(said.Arguments[1]);
    }

    [TestMethod]
    public void What_was_mended_is_told()
    {
        var sample = SampleAnswer.OfDocuments.First();
        var text = SampleAnswer.Envelope([Escapes.Replace(sample.Items[0], 'n', "\n"), .. sample.Items.Skip(1)]);

        var said = sample.Read(text).Diagnostics.Should().ContainSingle().Subject;
        said.Descriptor.Should().Be(ResponseDiagnostics.Mended);
        said.Arguments.Should().Equal("raw line breaks");
        sample.Read(sample.Text).Diagnostics.Should().BeEmpty();
    }

    private static string Renamed(string item, string key) =>
        item.Replace("{\"agent_name\":", $"{{\"{key}\":", StringComparison.Ordinal).Replace("{\"agent\":", $"{{\"{key}\":", StringComparison.Ordinal);

    private static string IdLast(string item)
    {
        var members = JsonNode.Parse(item)!.AsObject();
        var (name, id) = members.First();
        members.Remove(name);
        members.Add(name, id);
        return members.ToJsonString(Relaxed);
    }

    private static string Said(BatchResponse response) => string.Join(" | ", response.Diagnostics.Select(d => $"{d.File} {d.Message}"));
}
