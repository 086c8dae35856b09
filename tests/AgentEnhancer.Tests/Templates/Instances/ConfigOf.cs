using System.Text;
using AgentEnhancer.Templates.Instances;

namespace AgentEnhancer.Tests.Templates.Instances;

/// <summary>A <c>template.json</c> read from a folder of its own.</summary>
internal static class ConfigOf
{
    public const string Symbols =
        """
        "auth": { "type": "parameter", "datatype": "bool", "defaultValue": "false" },
        "https": { "type": "parameter", "datatype": "bool", "defaultValue": "true" },
        "db": { "type": "parameter", "datatype": "choice", "choices": [ { "choice": "sqlite" }, { "choice": "postgres" } ], "defaultValue": "sqlite" },
        "ui": { "type": "parameter", "datatype": "choice", "choices": [ { "choice": "none" }, { "choice": "razor" }, { "choice": "react" } ], "defaultValue": "none" },
        "title": { "type": "parameter", "datatype": "text", "defaultValue": "" },
        "usePostgres": { "type": "computed", "value": "(db == \"postgres\")" },
        "secured": { "type": "computed", "value": "auth && https" },
        "port": { "type": "generated", "generator": "port" }
        """;

    public static TemplateConfig Json(string json, string? host = null) => Read(json, host)!;

    public static TemplateConfig Sources(string sources) => Json($$"""{ "symbols": { {{Symbols}} }, "sources": [ {{sources}} ] }""");

    public static TemplateConfig? Read(string json, string? host = null)
    {
        var root = Directory.CreateTempSubdirectory("config-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, TemplateConfig.Folder));
            File.WriteAllText(Path.Combine(root, TemplateConfig.Folder, TemplateConfig.FileName), json, Encoding.UTF8);
            if (host is not null)
            {
                File.WriteAllText(Path.Combine(root, TemplateConfig.Folder, "dotnetcli.host.json"), host, Encoding.UTF8);
            }

            return TemplateConfigReader.Read(root);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }
}
