using System.Globalization;

namespace AgentEnhancer.Templates;

/// <summary>A run of lines, numbered from 1, both ends included.</summary>
internal readonly record struct LineSpan(int First, int Last) : IComparable<LineSpan>
{
    public int Length => Last - First + 1;

    public static LineSpan Of(int line) => new(line, line);

    public bool Contains(int line) => line >= First && line <= Last;

    public bool Contains(LineSpan other) => other.First >= First && other.Last <= Last;

    public bool Overlaps(LineSpan other) => other.First <= Last && First <= other.Last;

    public int CompareTo(LineSpan other) => First != other.First ? First.CompareTo(other.First) : Last.CompareTo(other.Last);

    /// <summary><c>14</c> for one line, <c>14-16</c> for several: the form of a citation.</summary>
    public override string ToString() => First == Last
        ? First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
