namespace AgentEnhancer.Tests.Enhancers.Chat;

/// <summary>Time that stands still until a test lets it pass.</summary>
internal sealed class StoppedTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];
    private TimeSpan _passed;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_lock)
        {
            return _passed.Ticks;
        }
    }

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + TimeSpan.FromTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var alarm = new Alarm(() => callback(state), _passed + dueTime);
            _alarms.Add(alarm);
            return alarm;
        }
    }

    public void Pass(TimeSpan time)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _passed += time;
            due = [.. _alarms.Where(a => a.IsDue(_passed))];
        }

        due.ForEach(a => a.Ring());
    }

    private sealed class Alarm(Action ring, TimeSpan at) : ITimer
    {
        private bool _isOff;

        public bool IsDue(TimeSpan now) => !_isOff && at <= now;

        public void Ring()
        {
            _isOff = true;
            ring();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => _isOff = dueTime == Timeout.InfiniteTimeSpan;

        public void Dispose() => _isOff = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
