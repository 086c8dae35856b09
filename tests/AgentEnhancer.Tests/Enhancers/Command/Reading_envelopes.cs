using AgentEnhancer.Enhancers;
using AgentEnhancer.Enhancers.Command.Envelopes;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Tests.Enhancers.Command;

[TestClass]
public sealed class Reading_envelopes
{
    [TestMethod]
    public void Claude_s_continued_answer_is_joined_from_its_messages()
    {
        var reading = ClaudeEnvelope.Read(new CommandOutput(0, """
            {"type":"assistant","message":{"content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"{\"agents\":[1,"}],"stop_reason":"max_tokens"}}
            {"type":"assistant","parent_tool_use_id":"toolu_1","message":{"content":[{"type":"text","text":"not the model's own"}]}}
            {"type":"assistant","message":{"content":[{"type":"text","text":"2]}"}]}}
            {"usage":{"output_tokens":9,"input_tokens":4},"stop_reason":"end_turn","result":"2]}","is_error":false,"type":"result"}
            """, ""));

        reading.Should().Be(new EnvelopeReading("{\"agents\":[1,2]}", StopReason.Finished, new TokenUsage(4, 9), null));
    }

    [TestMethod]
    [DataRow("max_tokens", StopReason.CutOff)]
    [DataRow("refusal", StopReason.Refused)]
    [DataRow("end_turn", StopReason.Finished)]
    [DataRow("pause_turn", StopReason.Unknown)]
    public void Claude_says_why_it_stopped(string reason, object stop) => ClaudeEnvelope.Read(new CommandOutput(0, $$$"""
        {"type":"assistant","message":{"content":[{"type":"text","text":"text"}]}}
        {"type":"result","is_error":false,"stop_reason":"{{{reason}}}"}
        """, "")).Stop.Should().Be((StopReason)stop);

    [TestMethod]
    public void Claude_s_success_with_an_error_in_it_is_none()
    {
        var reading = ClaudeEnvelope.Read(new CommandOutput(0, """
            {"type":"assistant","message":{"model":"claude","content":[{"type":"text","text":"one agent "}]}}
            {"type":"assistant","message":{"model":"<synthetic>","content":[{"type":"text","text":"API Error: 529"}]}}
            {"type":"result","subtype":"success","is_error":true,"result":"API Error: 529"}
            """, ""));

        reading.Should().Be(new EnvelopeReading("one agent ", StopReason.CutOff, null, "API Error: 529"));
    }

    [TestMethod]
    public void Claude_s_output_without_its_last_line_is_not_whole() => ClaudeEnvelope.Read(new CommandOutput(0, """
        {"type":"assistant","message":{"content":[{"type":"text","text":"one agent"}]}}
        {"type":"resu
        """, "")).Should().Be(new EnvelopeReading("one agent", StopReason.CutOff, null, "its output ends without a result"));

    [TestMethod]
    public void Claude_s_other_format_leaves_open_whether_it_is_whole() =>
        ClaudeEnvelope.Read(new CommandOutput(0, """{"type":"result","is_error":false,"result":"the tail","stop_reason":"end_turn"}""", ""))
            .Should().Be(new EnvelopeReading("the tail", StopReason.Unknown, null, null));

    [TestMethod]
    public void Codex_s_last_message_is_its_answer_and_an_error_item_no_failure()
    {
        var reading = CodexEnvelope.Read(new CommandOutput(0, """
            Reading prompt from stdin...
            {"type":"item.completed","item":{"type":"error","message":"no model metadata"}}
            {"type":"item.completed","item":{"type":"agent_message","text":"I start"}}
            {"type":"item.completed","item":{"type":"agent_message","text":"whole"}}
            {"type":"turn.completed","usage":{"input_tokens":2,"output_tokens":1}}
            """, "", AnswerFile: "whole"));

        reading.Should().Be(new EnvelopeReading("whole", StopReason.Finished, new TokenUsage(2, 1), null));
    }

    [TestMethod]
    public void Codex_s_failed_turn_is_told()
    {
        CodexEnvelope.Read(new CommandOutput(1, """
            {"type":"error","message":"reconnecting 1/5"}
            {"type":"turn.failed","error":{"message":"stream ended: incomplete"}}
            """, "")).Should().Be(new EnvelopeReading(null, StopReason.CutOff, null, "stream ended: incomplete"));
        CodexEnvelope.Read(new CommandOutput(1, """{"type":"error","message":"401 Unauthorized"}""", "")).Problem.Should().Be("401 Unauthorized");
        CodexEnvelope.Read(new CommandOutput(0, """{"type":"turn.started"}""", "")).Problem.Should().Be("its output ends within the turn");
    }

    [TestMethod]
    public void Codex_s_answer_is_found_where_its_events_have_other_names() =>
        CodexEnvelope.Read(new CommandOutput(0, """{"kind":"new_name"}""", "", AnswerFile: "whole"))
            .Should().Be(new EnvelopeReading("whole", StopReason.Unknown, null, null));

    [TestMethod]
    public void Gemini_s_answer_may_follow_other_lines() => GeminiEnvelope.Read(new CommandOutput(0, "Data collection is off.\n{ \"response\": \"whole\" }\n", ""))
        .Should().Be(new EnvelopeReading("whole", StopReason.Unknown, null, null));

    [TestMethod]
    public void Gemini_s_error_stands_at_the_end_of_its_errors() => GeminiEnvelope.Read(new CommandOutput(144, "", """
        Attempt 1 failed {not json}
        {
        Attempt 2
        {
          "error": { "type": "ApiError", "message": "quota exceeded", "code": 400 }
        }
        """)).Should().Be(EnvelopeReading.Nothing("quota exceeded"));

    [TestMethod]
    [DataRow(41, "it is not signed in")]
    [DataRow(42, "it got no prompt")]
    [DataRow(55, "it does not trust its working folder")]
    [DataRow(1, null)]
    public void Gemini_s_exit_codes_are_known(int exitCode, string? problem) =>
        GeminiEnvelope.Read(new CommandOutput(exitCode, "", "text")).Problem.Should().Be(problem);

    [TestMethod]
    public void Gemini_s_error_on_its_output_is_found() =>
        GeminiEnvelope.Read(new CommandOutput(0, """{"response":"","error":{"type":"FatalAuthenticationError"}}""", "")).Problem.Should().Be("FatalAuthenticationError");

    [TestMethod]
    public void Opencode_s_cut_off_answer_says_so()
    {
        var reading = OpencodeEnvelope.Read(new CommandOutput(0, """
            {"type":"text","part":{"text":"half"}}
            {"type":"step_finish","part":{"reason":"length"}}
            """, ""));

        reading.Should().Be(new EnvelopeReading("half", StopReason.CutOff, null, null));
    }

    [TestMethod]
    [DataRow("""{"name":"APIError","data":{"message":"no credit"}}""", "no credit")]
    [DataRow("""{"name":"UnknownError"}""", "UnknownError")]
    [DataRow("\"text\"", "it reports an error")]
    public void Opencode_s_errors_are_told(string error, string problem) =>
        OpencodeEnvelope.Read(new CommandOutput(1, $$"""{"type":"error","error":{{error}}}""", "")).Should().Be(new EnvelopeReading(null, StopReason.CutOff, null, problem));

    [TestMethod]
    public void A_plain_output_of_a_failure_is_no_answer()
    {
        PlainEnvelope.Read(new CommandOutput(0, "text", "noise")).Text.Should().Be("text");
        PlainEnvelope.Read(new CommandOutput(1, "usage: model", "")).Should().Be(EnvelopeReading.Nothing("usage: model"));
        PlainEnvelope.Read(new CommandOutput(1, "text", "why")).Should().Be(EnvelopeReading.Nothing(null));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("not json")]
    [DataRow("null\n1\n[]\n[1]\n\"x\"")]
    [DataRow("""{"type":1,"message":[],"item":"x","part":null,"stats":{"models":[]},"response":5,"error":[],"usage":{"input_tokens":"many"}}""")]
    [DataRow("""{"type":"assistant","message":{"content":[{"type":"text","text":"\ud800"}]}}""")]
    public void Anything_else_has_no_answer(string output)
    {
        var written = new CommandOutput(0, output, output);

        foreach (var reading in new[] { ClaudeEnvelope.Read(written), CodexEnvelope.Read(written), GeminiEnvelope.Read(written), OpencodeEnvelope.Read(written) })
        {
            reading.Text.Should().BeNullOrEmpty();
        }
    }
}
