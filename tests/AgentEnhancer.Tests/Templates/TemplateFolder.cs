using System.Collections.Immutable;
using System.Text;
using AgentEnhancer.Templates;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Templates;

/// <summary>A project folder on disk with a <c>templates</c> folder in it, gone when the test ends.</summary>
internal sealed class TemplateFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Project => _folder.Root;

    public string Root => Path.Combine(Project, "templates");

    public TemplateItem Add(string path, string text) => Add(path, Encoding.UTF8.GetBytes(text));

    /// <param name="path">Below the templates' root.</param>
    public TemplateItem Add(string path, byte[] bytes)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return Item(path);
    }

    public TemplateItem Item(string path) => new(Path.Combine(Root, path), "templates/" + path, Root);

    public string AddBeside(string path, string text) => _folder.Write(path, text);

    public static (TemplateCatalogue Catalogue, ImmutableArray<AgentEnhancer.Reporting.Diagnostic> Diagnostics) Read(params TemplateItem[] items) =>
        TemplateCatalogueReader.Read([.. items]);

    public void Dispose() => _folder.Dispose();
}
