using System.Collections.Immutable;
using AgentEnhancer.Plans;

namespace AgentEnhancer.Rendering;

/// <summary>One line to be added, and what it stands for.</summary>
/// <param name="Evidence">What a statement rests on.</param>
/// <param name="Example">Set on the heading of an excerpt.</param>
internal readonly record struct RenderedLine(string Text, ImmutableArray<Evidence> Evidence, PlanExample? Example)
{
    public RenderedLine(string text)
        : this(text, [], null)
    {
    }

    public static readonly RenderedLine Blank = new("");

    public static RenderedLine Heading(int level, string title) => new($"{new string('#', Math.Min(level, 6))} {title}");
}
