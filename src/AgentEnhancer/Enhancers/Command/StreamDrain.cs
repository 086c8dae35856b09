namespace AgentEnhancer.Enhancers.Command;

/// <summary>Reads a pipe until it ends, so that whoever writes never waits, and keeps a bounded part of what came.</summary>
/// <remarks>What was kept may be taken at any time, also while the pipe is held open by somebody who says nothing more.</remarks>
internal sealed class StreamDrain
{
    private readonly Lock _lock = new();
    private readonly int _most;
    private readonly bool _keepsEnd;
    private readonly Action? _onTooMuch;
    private byte[] _kept = new byte[4096];
    private int _count;
    private long _seen;

    private StreamDrain(Stream stream, int most, bool keepsEnd, Action? onTooMuch)
    {
        (_most, _keepsEnd, _onTooMuch) = (most, keepsEnd, onTooMuch);
        Ended = ReadAsync(stream);
    }

    /// <summary>Never faults.</summary>
    public Task Ended { get; }

    /// <summary>Bytes that came so far.</summary>
    public long Seen => Interlocked.Read(ref _seen);

    /// <summary>Keeps the beginning; <paramref name="onTooMuch"/> is called once, when there is more than that.</summary>
    public static StreamDrain KeepingStart(Stream stream, int most, Action onTooMuch) => new(stream, most, keepsEnd: false, onTooMuch);

    public static StreamDrain KeepingEnd(Stream stream, int most) => new(stream, most, keepsEnd: true, onTooMuch: null);

    public byte[] Taken()
    {
        lock (_lock)
        {
            return _kept[Math.Max(0, _keepsEnd ? _count - _most : 0).._count];
        }
    }

    private async Task ReadAsync(Stream stream)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0)
            {
                Keep(buffer.AsSpan(0, read));
                if (Interlocked.Add(ref _seen, read) > _most && Seen - read <= _most)
                {
                    _onTooMuch?.Invoke();
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The pipe was closed on this side, or broke: what came is what there is.
            return;
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        lock (_lock)
        {
            if (!_keepsEnd)
            {
                bytes = bytes[..Math.Min(bytes.Length, _most - _count)];
            }
            else if (_count >= 2 * _most)
            {
                // Now and then, so that each byte is moved once on average.
                _kept.AsSpan(_count - _most, _most).CopyTo(_kept);
                _count = _most;
            }

            if (_count + bytes.Length > _kept.Length)
            {
                Array.Resize(ref _kept, Math.Max(_count + bytes.Length, Math.Min(_kept.Length * 2, int.MaxValue / 2)));
            }

            bytes.CopyTo(_kept.AsSpan(_count));
            _count += bytes.Length;
        }
    }
}
