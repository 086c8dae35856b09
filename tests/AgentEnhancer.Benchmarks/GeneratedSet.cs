using System.Collections.Immutable;
using System.Globalization;

namespace AgentEnhancer.Benchmarks;

/// <summary>A project on disk with as many agents and templates as asked for: the same ones each time, no two of them alike. It stays until <see cref="Delete"/>.</summary>
internal sealed class GeneratedSet
{
    private static readonly string[] Adjectives =
    [
        "Annual", "Blocked", "Central", "Daily", "Expired", "Foreign", "Guided", "Hidden", "Internal", "Joint", "Known", "Local", "Merged", "Nightly",
        "Open", "Planned", "Queued", "Regional", "Shared", "Tracked", "Urgent", "Verified", "Weekly", "Zoned",
    ];

    private static readonly string[] Nouns =
    [
        "Invoice", "Shipment", "Contract", "Ticket", "Vehicle", "Reading", "Warehouse", "Patient", "Lesson", "Parcel", "Booking", "Payment", "Tenant",
        "Sensor", "Recipe", "Journal", "Licence", "Campaign", "Auction", "Voyage", "Harvest", "Fixture", "Ledger", "Permit",
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("agent-enhancer-benchmark-").FullName;

    public GeneratedSet(int agents, int templates)
    {
        Templates = [.. Enumerable.Range(0, templates).Select(Template)];
        var subjects = Math.Max(1, templates / TemplateTexts.Kinds);
        Agents = [.. Enumerable.Range(0, agents).Select(i => Agent(i, Subject(i % subjects)))];
    }

    public ImmutableArray<AgentItem> Agents { get; }

    public ImmutableArray<TemplateItem> Templates { get; }

    public string OutputDirectory => Path.Combine(_root, "out");

    public EnhancementInput Input => new(Agents, Templates, OutputDirectory, OutputDirectory, [], new EnhancementOptions());

    public void DeleteOutputs()
    {
        if (Directory.Exists(OutputDirectory))
        {
            Directory.Delete(OutputDirectory, recursive: true);
        }
    }

    public void Delete() => Directory.Delete(_root, recursive: true);

    /// <summary><c>DailyInvoice</c>; a number from where the words run out.</summary>
    private static string Subject(int i)
    {
        var words = Adjectives[i % Adjectives.Length] + Nouns[(i / Adjectives.Length + i) % Nouns.Length];
        var round = i / (Adjectives.Length * Nouns.Length);
        return round == 0 ? words : words + (char)('A' + (round % 26));
    }

    private TemplateItem Template(int i)
    {
        var subject = Subject(i / TemplateTexts.Kinds);
        var (path, text) = TemplateTexts.Of(i % TemplateTexts.Kinds, subject);
        var cited = $"templates/{path}";
        return new TemplateItem(Write(cited, text), cited, Path.Combine(_root, "templates"));
    }

    private AgentItem Agent(int i, string subject)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{subject.ToLowerInvariant()}-{i}.md");
        var lines = string.Concat(TemplateTexts.Habits.Select(h => $"- {h.Replace("{Subject}", subject, StringComparison.Ordinal)}\n"));
        return new AgentItem(
            Write($"agents/{id}", $"---\nname: {id[..^3]}\ndescription: Writes {subject} services, stores and endpoints\n---\n\n# {subject} Specialist\n\n## Habits\n\n{lines}"),
            id);
    }

    private string Write(string path, string text)
    {
        var full = Path.Combine(_root, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }
}
