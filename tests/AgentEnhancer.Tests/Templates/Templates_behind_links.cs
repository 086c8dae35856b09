using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Templates;

/// <summary>Items as MSBuild's globs give them, which follow links to files and to folders.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public sealed class Templates_behind_links : IDisposable
{
    private readonly TemplateFolder _folder = new();
    private readonly TemplateFolder _elsewhere = new();

    public void Dispose()
    {
        _folder.Dispose();
        _elsewhere.Dispose();
    }

    [TestMethod]
    public void A_link_inside_the_project_is_followed()
    {
        _folder.AddBeside("shared/a.py", "a = 1");
        var own = _folder.Add("own.py", "own = 1");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "linked"), "../shared");

        var (catalogue, diagnostics) = TemplateFolder.Read(own, _folder.Item("linked/a.py"));

        catalogue.Templates.Select(t => t.Path).Should().Equal("templates/linked/a.py", "templates/own.py");
        diagnostics.Should().BeEmpty();
    }

    [TestMethod]
    public void A_link_that_leads_out_is_refused_once_however_many_files_are_behind_it()
    {
        _elsewhere.Add("a.py", "secret = 1");
        _elsewhere.Add("b/c.py", "secret = 2");
        var own = _folder.Add("own.py", "own = 1");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "out"), _elsewhere.Root);
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "file.py"), Path.Combine(_elsewhere.Root, "a.py"));

        var (catalogue, diagnostics) = TemplateFolder.Read(own, _folder.Item("out/a.py"), _folder.Item("out/b/c.py"), _folder.Item("file.py"));

        catalogue.Templates.Select(t => t.Path).Should().Equal("templates/own.py");
        diagnostics.Select(d => d.Descriptor).Should().Equal(TemplateDiagnostics.LinkLeadsOut, TemplateDiagnostics.LinkLeadsOut);
        diagnostics.Select(d => Path.GetFileName(d.File)).Should().BeEquivalentTo("out", "file.py");
    }

    [TestMethod]
    public void A_file_that_is_reached_twice_is_one_template_and_a_loop_ends()
    {
        var own = _folder.Add("a/own.py", "own = 1");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Root, "a", "again"), "..");
        File.CreateSymbolicLink(Path.Combine(_folder.Root, "self.py"), "self.py");

        var (catalogue, diagnostics) = TemplateFolder.Read(
            own, _folder.Item("a/again/a/own.py"), _folder.Item("a/again/a/again/a/own.py"), _folder.Item("self.py"));

        catalogue.Templates.Select(t => t.Path).Should().Equal("templates/a/own.py");
        diagnostics.Should().ContainSingle().Which.Descriptor.Should().Be(TemplateDiagnostics.Unreadable);
    }

    [TestMethod]
    public void A_file_that_the_project_names_outside_of_itself_needs_no_link()
    {
        var outside = _elsewhere.Add("a.py", "a = 1");

        TemplateFolder.Read(outside with { CitedPath = outside.FullPath }).Catalogue.Templates.Should().ContainSingle();
    }
}
