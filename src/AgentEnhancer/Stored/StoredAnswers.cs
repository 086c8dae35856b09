using System.Collections.Immutable;
using AgentEnhancer.Enhancers;
using AgentEnhancer.Reporting;
using AgentEnhancer.Requests;
using AgentEnhancer.Responses;
using AgentEnhancer.Validation;

namespace AgentEnhancer.Stored;

/// <summary>
/// The stored answers of one run. While some are missing it holds the folder's lock, so that two builds of one project don't pay for the same
/// answer: the second one finds it stored when its turn comes.
/// </summary>
internal sealed class StoredAnswers : IDisposable
{
    private readonly BatchRequest _request;
    private readonly string? _folder;
    private readonly LoadedAnswers _loaded;
    private readonly IDisposable? _turn;

    private StoredAnswers(BatchRequest request, EnhancementInput input, LoadedAnswers loaded, IDisposable? turn)
    {
        (_request, _folder, _loaded, _turn) = (request, input.ResponsesPath, loaded, turn);
        IsLocked = input.IsLocked && _folder is not null;
    }

    public ImmutableArray<AgentAnswer> Answers => _loaded.Answers;

    /// <summary>No model may be called.</summary>
    public bool IsLocked { get; }

    /// <summary>The request, for those agents only that have no valid answer.</summary>
    public BatchRequest Unanswered => _request with { Agents = _loaded.Open };

    /// <summary>What comes of a locked run in place of a call: an error for each agent without a valid answer.</summary>
    public Invocation Refused => _loaded.Open.IsEmpty
        ? Invocation.None
        : new Invocation(new BatchResponse([], [], [.. AnswerStore.Missing(_loaded, _folder!)], default) { Calls = 0 }, 0, null);

    public static async Task<StoredAnswers> OpenAsync(BatchRequest request, EnhancementInput input, CancellationToken cancellationToken)
    {
        var loaded = AnswerStore.Load(request, input.ResponsesPath);
        if (input.ResponsesPath is null || input.IsLocked || loaded.Open.IsEmpty)
        {
            return new StoredAnswers(request, input, loaded, turn: null);
        }

        var turn = await AnswerLock.EnterAsync(input.ResponsesPath, cancellationToken).ConfigureAwait(false);
        return new StoredAnswers(request, input, AnswerStore.Load(request, input.ResponsesPath), turn);
    }

    /// <summary>Stores what the gate let through, and gives back what is to be said about stored answers.</summary>
    public IEnumerable<Diagnostic> Keep(ImmutableArray<AgentResult> results, BatchResponse response) =>
        _loaded.Diagnostics.Concat(AnswerStore.Save(Unanswered, results, response, _folder));

    public void Dispose() => _turn?.Dispose();
}
