using AgentEnhancer.Relevance;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Relevance;

[TestClass]
public sealed class Files_that_others_name
{
    private const string Proxy = "server {\n  listen 80;\n}\n";

    private const string Manifest = "{\n  \"name\": \"quay\",\n  \"scripts\": {\n    \"lint\": \"eslint .\",\n    \"test:e2e\": \"playwright test\"\n  },\n  \"private\": true\n}\n";

    private static string[] Found(TestSet set) =>
        [.. FileLinks.In(set.Catalogue().Templates).Select(l => $"{l.Name} {l.Target.Id}:{l.Line} <- {string.Join(", ", l.Uses.Select(u => $"{u.User.Id}:{string.Join('/', u.Lines)}"))}")];

    [TestMethod]
    public void Are_tied_to_the_container_that_copies_them()
    {
        using var set = new TestSet()
            .Template("docker/Dockerfile.template", "FROM nginx:1.27\nCOPY quay-proxy.conf /etc/nginx/conf.d/default.conf\n")
            .Template("docker/quay-proxy.conf.template", Proxy);

        Found(set).Should().Equal("quay-proxy.conf t2:1 <- t1:2");
    }

    [TestMethod]
    public void Are_found_below_the_path_that_is_written()
    {
        using var set = new TestSet()
            .Template("k8s/base/deployment.yaml.template", "kind: Deployment\n")
            .Template("k8s/other/deployment.yaml.template", "kind: Deployment\n")
            .Template("k8s/overlay/kustomization.yaml.template", "resources:\n  - ../base/deployment.yaml\n");

        Found(set).Should().Equal("deployment.yaml t1:1 <- t3:2");
    }

    [TestMethod]
    public void Are_read_by_code_through_a_string()
    {
        using var set = new TestSet()
            .Template("mail/berth-freed.html.template", "<p>Free</p>\n")
            .Template("mailer.py.template", "def body():\n    return open(\"mail/berth-freed.html\").read()\n");

        Found(set).Should().Equal("berth-freed.html t1:1 <- t2:2");
    }

    [TestMethod]
    public void Have_scripts_that_a_pipeline_runs()
    {
        using var set = new TestSet()
            .Template("ci/checks.yml.template", "jobs:\n  check:\n    steps:\n      - run: npm ci\n      - run: pnpm run test:e2e\n      - run: npm run lint -- --quiet\n")
            .Template("web/package.json.template", Manifest);

        Found(set).Should().Equal("lint t2:4 <- t1:6", "test:e2e t2:5 <- t1:5");
    }

    [TestMethod]
    public void Have_targets_that_a_script_makes()
    {
        using var set = new TestSet()
            .Template("Makefile.template", "IMAGE := quay\n\nmigrate: build\n\tsql-migrate up\n")
            .Template("deploy/release.sh.template", "set -eu\nmake migrate\nmake unknown\n");

        Found(set).Should().Equal("migrate t1:3 <- t2:2");
    }

    [TestMethod]
    [DataRow("FROM nginx:1.27\n# COPY quay-proxy.conf no longer\n", "a comment denies it")]
    [DataRow("FROM nginx:1.27\nCOPY other/quay-proxy.conf /etc/nginx/\n", "the path leads elsewhere")]
    [DataRow("FROM nginx:1.27\nCOPY quay-proxy.conf.bak /etc/nginx/\n", "a longer name")]
    [DataRow("FROM nginx:1.27\nCOPY {{name}}-quay-proxy.conf /etc/nginx/\n", "half a name")]
    [DataRow("FROM nginx:1.27\nCOPY my-quay-proxy.conf /etc/nginx/\n", "another name")]
    public void Are_not_taken_for_others(string text, string because)
    {
        using var set = new TestSet().Template("docker/Dockerfile.template", text).Template("docker/quay-proxy.conf.template", Proxy);

        Found(set).Should().BeEmpty(because);
    }

    [TestMethod]
    public void Of_a_name_that_every_project_has_are_only_those_beside()
    {
        using var set = new TestSet()
            .Template("api/Dockerfile.template", "FROM node:22\nCOPY package.json ./\n")
            .Template("web/package.json.template", Manifest);

        Found(set).Should().BeEmpty("the manifest is that of another part");
    }

    [TestMethod]
    public void Of_two_alike_are_neither()
    {
        using var set = new TestSet()
            .Template("a/quay-proxy.conf.template", Proxy)
            .Template("b/quay-proxy.conf.template", Proxy)
            .Template("compose.yaml.template", "services:\n  proxy:\n    volumes: [quay-proxy.conf:/etc/nginx/nginx.conf]\n");

        Found(set).Should().BeEmpty();
    }

    [TestMethod]
    public void Bring_their_company_along()
    {
        using var set = new TestSet()
            .Template("docker/Dockerfile.template", "FROM nginx:1.27\nCOPY quay-proxy.conf /etc/nginx/conf.d/default.conf\n")
            .Template("docker/quay-proxy.conf.template", Proxy)
            .Template("mail/berth-freed.html.template", "<p>Free</p>\n")
            .Agent("container-keeper", "Keeps the Dockerfile of the nginx image small.");

        set.Relevance().For("container-keeper.md").Select(r => r.Template.FileName).Should().StartWith("Dockerfile").And.Contain("quay-proxy.conf").And.NotContain("berth-freed.html");
    }
}
