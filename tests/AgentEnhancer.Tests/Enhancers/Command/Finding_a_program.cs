using AgentEnhancer.Enhancers.Command;

namespace AgentEnhancer.Tests.Enhancers.Command;

[TestClass]
public sealed class Finding_a_program
{
    [TestMethod]
    public void Takes_the_first_folder_of_the_path_that_has_it()
    {
        using var folder = new TemporaryFolder();
        Program(folder, "two/claude");
        Program(folder, "three/claude");
        var path = string.Join(Path.PathSeparator, folder["one"], "", "relative", $"\"{folder["two"]}\"", folder["three"]);

        new ProgramFinder(folder.Root, path, Extensions: null).Find("claude").Should().Be(folder["two/claude"]);
    }

    [TestMethod]
    public void Never_looks_in_the_base_or_the_current_folder()
    {
        using var folder = new TemporaryFolder();
        Program(folder, "claude");

        new ProgramFinder(folder.Root, ".", null).Find("claude").Should().BeNull();
        new ProgramFinder(folder.Root, null, null).Find("claude").Should().BeNull();
    }

    [TestMethod]
    public void Takes_a_relative_path_from_the_base_folder()
    {
        using var folder = new TemporaryFolder();
        var program = Program(folder, "tools/model");

        new ProgramFinder(folder.Root, null, null).Find("./tools/model").Should().Be(program);
        new ProgramFinder(folder["tools"], null, null).Find("./tools/model").Should().BeNull();
    }

    [TestMethod]
    public void On_Windows_a_script_without_extension_is_none_but_the_shim_beside_it_is()
    {
        using var folder = new TemporaryFolder();
        Program(folder, "npm/claude");
        var shim = Program(folder, "npm/claude.cmd");
        var finder = new ProgramFinder(folder.Root, folder["npm"], ".exe;.cmd");

        finder.Find("claude").Should().Be(shim);
        finder.Find("claude.cmd").Should().Be(shim);
        (finder with { Extensions = ".exe" }).Find("claude").Should().BeNull();
    }

    [TestMethod]
    public void Elsewhere_it_must_be_executable()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("model", "#!/bin/sh\n");

        var found = new ProgramFinder(folder.Root, folder.Root, null).Find("model");

        // Windows knows no such right.
        found.Should().Be(OperatingSystem.IsWindows() ? file : null);
    }

    private static string Program(TemporaryFolder folder, string path)
    {
        var program = folder.Write(path, "");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return program;
    }
}
