using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Files_and_who_names_them
{
    [TestMethod]
    public void Move_together()
    {
        using var set = new TestSet()
            .Template("docker/Dockerfile.template", "FROM nginx:1.27\nCOPY quay-proxy.conf /etc/nginx/conf.d/default.conf\n")
            .Template("docker/quay-proxy.conf.template", "server {\n  listen 80;\n}\n");

        set.Says("file:").Should().Equal(
            "Ask: Before moving or renaming `quay-proxy.conf` [t2:1]: [t1:2] names it [t2:1 t1:2]",
            "Never: Change the path of `quay-proxy.conf` in [t1:2] alone; instead: move [t2:1] with it [t1:2 t2:1]");
    }

    [TestMethod]
    public void Have_scripts_that_are_run_by_name()
    {
        using var set = new TestSet()
            .Template("ci/checks.yml.template", "jobs:\n  check:\n    steps:\n      - run: npm run lint\n")
            .Template("package.json.template", "{\n  \"scripts\": {\n    \"lint\": \"eslint .\"\n  }\n}\n");

        set.Says("file:").Should().Equal(
            "Ask: Before renaming the script `lint` [t2:3]: [t1:4] runs it [t2:3 t1:4]",
            "Never: Write the command behind `lint` out in `checks.yml`; instead: run the script [t2:3], as [t1:4] does [t1:4 t2:3]",
            "Always: Keep the name `lint` the same in [t1:4] and [t2:3] [t1:4 t2:3]");
    }
}
