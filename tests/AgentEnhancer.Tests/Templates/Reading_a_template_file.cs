using System.Text;
using AgentEnhancer.Reporting;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Templates;

[TestClass]
public sealed class Reading_a_template_file : IDisposable
{
    private const string Text = "# Größe\nx = 1\n";

    private readonly TemplateFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("utf-8", false)]
    [DataRow("utf-8", true)]
    [DataRow("utf-16", true)]
    [DataRow("utf-16BE", true)]
    [DataRow("utf-32", true)]
    public void Text_is_decoded_by_its_mark_or_as_utf8(string encoding, bool mark)
    {
        var e = Encoding.GetEncoding(encoding);
        var reading = TemplateReader.Read(_folder.Add("a.py", [.. mark ? e.GetPreamble() : [], .. e.GetBytes(Text)]));

        reading.Diagnostic.Should().BeNull();
        reading.Template!.Source.Lines.Should().Equal("# Größe", "x = 1");
    }

    [TestMethod]
    public void Bytes_that_are_no_utf8_are_read_as_latin1_with_a_message()
    {
        var reading = TemplateReader.Read(_folder.Add("a.py", Encoding.Latin1.GetBytes(Text)));

        reading.Template!.Source.Lines[0].Should().Be("# Größe");
        reading.Diagnostic!.Descriptor.Should().Be(TemplateDiagnostics.NotUtf8);
        reading.Diagnostic.Descriptor.Severity.Should().Be(DiagnosticSeverity.Message);
    }

    [TestMethod]
    [DataRow("\n")]
    [DataRow("\r\n")]
    [DataRow("\r")]
    public void Lines_end_in_any_of_the_three_ways(string end)
    {
        var reading = TemplateReader.Read(_folder.Add("a.py", "a = 1" + end + end + "b = 2" + end));

        reading.Template!.Source.Lines.Should().Equal("a = 1", "", "b = 2");
    }

    [TestMethod]
    public void A_form_feed_ends_no_line()
    {
        TemplateReader.Read(_folder.Add("a.py", "a = 1\n\f\nb = 2\n")).Template!.LineCount.Should().Be(3);
    }

    [TestMethod]
    public void A_file_with_nul_bytes_is_refused_as_binary() => Refused(_folder.Add("a.png.template", [0x89, 0x50, 0, 1]), "AEB1104");

    [TestMethod]
    [DataRow("")]
    [DataRow(" \r\n\t\n")]
    public void An_empty_file_is_left_out_quietly(string text)
    {
        var item = _folder.Add("__init__.py.template", text);

        Refused(item, "AEB1105");
        TemplateReader.Read(item).Diagnostic!.Descriptor.Severity.Should().Be(DiagnosticSeverity.Message);
    }

    [TestMethod]
    public void A_missing_file_is_named() => Refused(_folder.Item("none.py"), "AEB1101");

    [TestMethod]
    public void A_folder_in_a_files_place_is_unreadable()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Root, "folder.py"));

        var reading = Refused(_folder.Item("folder.py"), "AEB1102");
        reading.Diagnostic!.Arguments.Single().Should().NotBeEmpty().And.NotContain("\n");
    }

    [TestMethod]
    public void A_path_that_no_file_can_have_is_unreadable() =>
        Refused(new TemplateItem("/bad\0path.py", "bad.py", "/"), "AEB1102");

    [TestMethod]
    public void A_file_of_fifty_megabytes_is_left_out()
    {
        var item = _folder.Add("big.sql.template", "");
        using (var file = File.OpenWrite(item.FullPath))
        {
            file.SetLength(50L * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(item, "AEB1103").Diagnostic!.Arguments.Should().Equal("1048576");
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(1024 * 1024, "it is not read to learn its size");
    }

    [TestMethod]
    public void A_file_at_the_limit_is_read()
    {
        var line = new string('x', 63) + "\n";

        TemplateReader.Read(_folder.Add("a.txt", string.Concat(Enumerable.Repeat(line, TemplateText.MaximumBytes / 64)))).Template.Should().NotBeNull();
        Refused(_folder.Add("b.txt", string.Concat(Enumerable.Repeat(line, TemplateText.MaximumBytes / 64)) + "x"), "AEB1103");
    }

    [TestMethod]
    public void What_the_author_set_wins_over_what_is_found()
    {
        var item = _folder.Add("api/a.py.template", "\"\"\"Handles orders of customers.\"\"\"\nimport fastapi\n")
            with { Category = "Web", Purpose = "The orders' API", Technologies = "FastAPI; Python,  fastapi" };

        var template = TemplateReader.Read(item).Template!;

        template.Category.Should().Be("Web");
        template.Purpose.Should().Be("The orders' API");
        template.Technologies.Should().Equal("FastAPI", "Python");
    }

    [TestMethod]
    public void Otherwise_folder_header_and_imports_say_it()
    {
        var template = TemplateReader.Read(_folder.Add("api/v1/a.py.template", "\"\"\"Handles orders of customers. More.\"\"\"\nimport fastapi\n")).Template!;

        template.Should().BeEquivalentTo(new
        {
            Id = "", Path = "templates/api/v1/a.py.template", Language = "python", Category = "api", Purpose = "Handles orders of customers", Role = TemplateRole.Code,
        });
        template.Technologies.Should().Equal("FastAPI");
        template.FileName.Should().Be("a.py");
    }

    private static TemplateReading Refused(TemplateItem item, string code)
    {
        var reading = TemplateReader.Read(item);
        reading.Template.Should().BeNull();
        reading.Diagnostic!.Descriptor.Code.Should().Be(code);
        reading.Diagnostic.File.Should().Be(item.FullPath);
        return reading;
    }
}
