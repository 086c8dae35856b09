using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Relevance;

[TestClass]
public sealed class Names_of_go_packages
{
    private const string Middleware = "package middleware\n\nfunc TenantID(c *Context) string {\n\treturn c.Tenant\n}\n";

    [TestMethod]
    [DataRow("package api\n\nimport \"x/middleware\"\n\nfunc list(c *Context) string {\n\treturn middleware.TenantID(c)\n}\n", 6)]
    [DataRow("package api\n\nimport mw \"x/middleware\"\n\nfunc list(c *Context) string {\n\treturn mw.TenantID(c)\n}\n", 6)]
    [DataRow("package middleware\n\nfunc list(c *Context) string {\n\treturn TenantID(c)\n}\n", 4)]
    [DataRow("package middleware_test\n\nfunc list(c *Context) string {\n\treturn TenantID(c)\n}\n", 4)]
    public void Are_used_behind_their_package(string text, int line)
    {
        using var set = new TestSet().Template("middleware/auth.go.template", Middleware).Template("api/list.go.template", text);

        set.Relevance().Links.Should().ContainSingle(l => l.Name == "TenantID").Which.Uses.Should().ContainSingle().Which.Lines.Should().Equal(line);
    }

    [TestMethod]
    [DataRow("package tasks\n\ntype payload struct {\n\tTenantID string `json:\"tenant\"`\n}\n")]
    [DataRow("package tasks\n\nfunc save(row Row) string {\n\treturn row.TenantID\n}\n")]
    [DataRow("package tasks\n\nfunc save(tenant string) Row {\n\treturn Row{TenantID: tenant}\n}\n")]
    [DataRow("package middleware\n\nfunc save(row Row) string {\n\treturn row.TenantID\n}\n")]
    [DataRow("package middleware\n\nfunc save(tenant string) Row {\n\treturn Row{TenantID: tenant}\n}\n")]
    public void Are_not_meant_by_a_field(string text)
    {
        using var set = new TestSet().Template("middleware/auth.go.template", Middleware).Template("api/list.go.template", text);

        set.Relevance().Links.Should().NotContain(l => l.Name == "TenantID");
    }
}
