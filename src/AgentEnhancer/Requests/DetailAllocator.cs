using System.Collections.Immutable;

namespace AgentEnhancer.Requests;

/// <summary>
/// Gives out detail by relevance until the room is used: a path to all; what it is for to all; an outline and first lines to every agent's
/// best; then, from the most relevant on, the highest that still fits.
/// </summary>
internal sealed class DetailAllocator
{
    /// <summary>An agent works from three to five templates.</summary>
    private const int OutlinedRounds = 3;

    private readonly TemplateEntries _entries;
    private readonly ImmutableArray<PlacedTemplate> _order;
    private readonly TemplateDetail[] _detail;
    private int _room;

    private DetailAllocator(ImmutableArray<PlacedTemplate> order, TemplateEntries entries, int room)
    {
        _order = order;
        _entries = entries;
        _room = room;
        _detail = new TemplateDetail[order.Length];
    }

    /// <param name="order">Most relevant first.</param>
    /// <returns>In order of the catalogue; what is left out is absent.</returns>
    public static ImmutableArray<RequestTemplate> Allocate(ImmutableArray<PlacedTemplate> order, TemplateEntries entries, int room)
    {
        var allocator = new DetailAllocator(order, entries, room);
        allocator.LiftAll(order.Length, TemplateDetail.Path);
        allocator.LiftAll(order.Length, TemplateDetail.Purpose);

        // Every agent sees lines of its best template before any sees all of it: what it can't see it can't cite.
        var bests = order.Count(p => p.Round == 0);
        allocator.LiftAll(bests, TemplateDetail.Outline);
        allocator.LiftAll(bests, TemplateDetail.Beginning);

        // Then the units of what every agent works with, which cost little, before the whole source of anything.
        allocator.LiftAll(order.Count(p => p.Round < OutlinedRounds), TemplateDetail.Outline);
        for (var i = 0; i < order.Length; i++)
        {
            for (var detail = TemplateDetail.Source; detail > allocator._detail[i] && !allocator.TryLift(i, detail); detail--)
            {
            }
        }

        return
        [
            .. order.Select((p, i) => (p.Template, Detail: allocator._detail[i])).Where(p => p.Detail != TemplateDetail.LeftOut)
                .OrderBy(p => p.Template.Id.Length).ThenBy(p => p.Template.Id, StringComparer.Ordinal)
                .Select(p => entries.Of(p.Template, p.Detail).Entry),
        ];
    }

    private void LiftAll(int count, TemplateDetail detail)
    {
        for (var i = 0; i < count; i++)
        {
            if (detail > _detail[i])
            {
                TryLift(i, detail);
            }
        }
    }

    private bool TryLift(int index, TemplateDetail detail)
    {
        var more = Cost(index, detail) - Cost(index, _detail[index]);
        if (more > _room)
        {
            return false;
        }

        _room -= more;
        _detail[index] = detail;
        return true;
    }

    private int Cost(int index, TemplateDetail detail) =>
        detail == TemplateDetail.LeftOut ? 0 : _entries.Of(_order[index].Template, detail).Cost;
}
