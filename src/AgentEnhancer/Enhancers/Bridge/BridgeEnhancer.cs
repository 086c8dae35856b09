using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;

namespace AgentEnhancer.Enhancers.Bridge;

/// <summary>
/// Asks by files: a build writes the request, whoever has a model answers it in a file beside it, and that build, if it waits, or the next one
/// takes the answer.
/// </summary>
/// <remarks>
/// The files themselves are all the state there is. One request holds all agents: the batch is never split, since a protocol with one file
/// for each way has no second question, and a host that must split can do so itself and join the answers.
/// </remarks>
/// <param name="write">The whole batch as one prompt.</param>
/// <param name="read">An answer's text, with the reason why the model stopped, as plans and documents.</param>
internal sealed class BridgeEnhancer(
    EnhancerSettings settings,
    Func<BatchRequest, ModelPrompt> write,
    Func<string, StopReason, BatchRequest, BatchResponse> read) : IContentEnhancer
{
    /// <summary>Looked for, not listened for: on network shares and in containers no watcher is told of every file.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<BatchResponse> EnhanceAsync(BatchRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = settings.BridgePath ?? throw new InvalidOperationException("A bridge has a folder.");
        var (asked, answered) = (Path.Combine(folder, BridgeRequest.FileName), Path.Combine(folder, BridgeAnswer.FileName));
        var question = BridgeRequest.Of(write(request), settings);
        try
        {
            question.Write(asked, DateTimeOffset.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unanswered(Diagnostic.At(BridgeDiagnostics.CannotWrite, asked, 0, e.Message));
        }

        var answer = BridgeAnswer.Read(answered);
        var end = Environment.TickCount64 + (long)settings.BridgeWait.TotalMilliseconds;
        var calls = 0;
        while (!Concerns(answer, question) && Environment.TickCount64 < end)
        {
            // Whoever answers from here on does so for this build.
            calls = 1;
            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            answer = BridgeAnswer.Read(answered);
        }

        return answer is BridgeAnswer.Given given && given.RequestId == question.Id
            ? read(given.Text, StopReason.Unknown, request) with { Usage = given.Usage, Calls = calls }
            : Unanswered(Problem(answer, question, asked, answered));
    }

    /// <summary>An answer to another question may be replaced by one to this, and half a file by a whole one.</summary>
    private static bool Concerns(BridgeAnswer answer, BridgeRequest question) => answer switch
    {
        BridgeAnswer.Given given => given.RequestId == question.Id,
        BridgeAnswer.Failed failed => failed.RequestId == question.Id,
        _ => false,
    };

    private static Diagnostic Problem(BridgeAnswer answer, BridgeRequest question, string asked, string answered) => answer switch
    {
        BridgeAnswer.Given given => Diagnostic.At(BridgeDiagnostics.OtherRequest, answered, 0, given.RequestId, question.Id),
        BridgeAnswer.Failed failed => failed.RequestId == question.Id
            ? Diagnostic.At(BridgeDiagnostics.HostFailed, answered, 0, failed.Status, failed.Said, question.Id)
            : Diagnostic.At(BridgeDiagnostics.OtherRequest, answered, 0, failed.RequestId, question.Id),
        BridgeAnswer.Damaged damaged => Diagnostic.At(BridgeDiagnostics.Damaged, answered, 0, damaged.Problem),
        _ => Diagnostic.At(BridgeDiagnostics.Waiting, asked, 0, question.Id, answered),
    };

    private static BatchResponse Unanswered(Diagnostic diagnostic) => new([], [], [diagnostic], default) { Calls = 0 };
}
