using System.Diagnostics;
using System.Text;

namespace AgentEnhancer.Enhancers.Command;

/// <summary>Why a process is over.</summary>
internal enum ProcessEnd
{
    Exited,
    TimedOut,
    TooMuchOutput,
}

/// <param name="ExitCode">Of a process that ended by itself.</param>
/// <param name="Error">The end of what it wrote there.</param>
internal sealed record ProcessResult(ProcessEnd End, int ExitCode, string Output, string Error);

/// <summary>Runs one process: a text in, a text out. When it is late, says too much or is cancelled, it is ended with all that it started.</summary>
internal static class ChildProcess
{
    private const int MostError = 16 * 1024;

    /// <summary>A child of the process may outlive it, keep its pipes open and say nothing: so long it is listened to.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan MostTimeToDie = TimeSpan.FromSeconds(5);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="start">With all three streams redirected.</param>
    /// <param name="mostOutput">In bytes; more than that is no answer but an accident, and memory is finite.</param>
    /// <exception cref="OperationCanceledException">Of <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static async Task<ProcessResult> RunAsync(
        ProcessStartInfo start, string input, TimeSpan timeout, int mostOutput, TimeProvider clock, CancellationToken cancellationToken)
    {
        var mark = ProcessTree.NewMark();
        start.Environment[ProcessTree.MarkVariable] = mark;
        using var tooMuch = new CancellationTokenSource();
        using var late = new CancellationTokenSource(timeout, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooMuch.Token, late.Token);
        using var process = new Process { StartInfo = start };

        process.Start();
        await using var stdin = process.StandardInput.BaseStream.ConfigureAwait(false);
        await using var stdout = process.StandardOutput.BaseStream.ConfigureAwait(false);
        await using var stderr = process.StandardError.BaseStream.ConfigureAwait(false);
        var output = StreamDrain.KeepingStart(process.StandardOutput.BaseStream, mostOutput, tooMuch.Cancel);
        var error = StreamDrain.KeepingEnd(process.StandardError.BaseStream, MostError);
        // Not awaited: a process that reads only a part of it ends all the same, and breaks the pipe.
        var writing = WriteAsync(process.StandardInput.BaseStream, input);

        var end = ProcessEnd.Exited;
        var somethingLeft = true;
        try
        {
            await process.WaitForExitAsync(stop.Token).ConfigureAwait(false);
            somethingLeft = !await HeardOutAsync(output, error, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            end = tooMuch.IsCancellationRequested ? ProcessEnd.TooMuchOutput : ProcessEnd.TimedOut;
        }
        finally
        {
            if (somethingLeft)
            {
                ProcessTree.End(process, mark);
                var gone = Task.WhenAll(process.WaitForExitAsync(CancellationToken.None), output.Ended, error.Ended, writing);
                await Task.WhenAny(gone, Task.Delay(MostTimeToDie, CancellationToken.None)).ConfigureAwait(false);
            }
        }

        return new ProcessResult(end, process.HasExited ? process.ExitCode : -1, Text(output), Text(error));
    }

    /// <summary>Whether both pipes have ended. What the process wrote lies in them when it exits, so silence means that somebody else holds them.</summary>
    private static async Task<bool> HeardOutAsync(StreamDrain output, StreamDrain error, CancellationToken cancellationToken)
    {
        var ended = Task.WhenAll(output.Ended, error.Ended);
        while (true)
        {
            var before = output.Seen + error.Seen;
            await Task.WhenAny(ended, Task.Delay(Silence, cancellationToken)).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (ended.IsCompleted || output.Seen + error.Seen == before)
            {
                return ended.IsCompleted;
            }
        }
    }

    private static async Task WriteAsync(Stream stdin, string input)
    {
        try
        {
            await stdin.WriteAsync(Utf8.GetBytes(input), CancellationToken.None).ConfigureAwait(false);
            await stdin.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It ended, or closed its input, before it had read all of it. How it ended says whether that is a failure.
            return;
        }
    }

    private static string Text(StreamDrain drain) => Utf8.GetString(drain.Taken()).TrimStart('\uFEFF');
}
