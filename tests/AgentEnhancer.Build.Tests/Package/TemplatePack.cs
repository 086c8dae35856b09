namespace AgentEnhancer.Build.Tests.Package;

/// <summary>A pack of <c>dotnet new</c> templates, made of the files of Fixtures/Shop: two with agents, and one that holds directives of every kind.</summary>
internal static class TemplatePack
{
    private const string Project =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <PackageType>Template</PackageType>
            <PackageId>Acme.Templates</PackageId>
            <IncludeContentInPack>true</IncludeContentInPack>
            <IncludeBuildOutput>false</IncludeBuildOutput>
            <ContentTargetFolders>content</ContentTargetFolders>
            <EnableDefaultItems>false</EnableDefaultItems>
            <NoDefaultExcludes>true</NoDefaultExcludes>
            <NoWarn>$(NoWarn);NU5128;NU5119</NoWarn>
          </PropertyGroup>
          <ItemGroup>
            <Content Include="content/**" />
          </ItemGroup>
          <!-- more -->
        </Project>
        """;

    private const string Api =
        """
        {
          // The shop's API.
          "author": "Acme", "classifications": [ "Web" ], "identity": "Acme.Api", "name": "Shop API", "shortName": "acme-api",
          "tags": { "language": "C#", "type": "project" }, "sourceName": "Acme.Shop",
          "symbols": {
            "useValidation": { "type": "parameter", "datatype": "bool", "defaultValue": "false" },
            "strict": { "type": "parameter", "datatype": "bool", "defaultValue": "false" },
            "db": { "type": "parameter", "datatype": "choice", "choices": [ { "choice": "any" }, { "choice": "postgres" } ], "defaultValue": "any" },
            "entity": { "type": "parameter", "datatype": "text", "defaultValue": "Order", "replaces": "Widget", "fileRename": "Widget" },
            "sample": { "type": "parameter", "datatype": "text", "defaultValue": "Demo", "fileRename": "Sample" },
            "isPostgres": { "type": "computed", "value": "(db == \"postgres\")" },
          },
          "sources": [ { "modifiers": [
            { "condition": "(!useValidation)", "exclude": [ "**/CreateWidgetValidator.cs" ] },
            { "copyOnly": [ "**/Result.cs" ] },
            { "rename": { "_editorconfig": ".editorconfig" } },
          ] } ],
        }
        """;

    private const string Worker =
        """
        {
          "author": "Acme", "classifications": [ "Worker" ], "identity": "Acme.Worker", "name": "Depot", "shortName": "acme-depot",
          "tags": { "language": "C#", "type": "project" }, "sourceName": "Depot",
          "symbols": {
            "fast": { "type": "parameter", "datatype": "bool", "defaultValue": "true" },
            "parcel": { "type": "parameter", "datatype": "text", "defaultValue": "Letter", "replaces": "Parcel" }
          },
          "sources": [
            { "source": "./", "target": "./", "exclude": [ "extra/**", ".template.config/**" ], "copyOnly": [ ".github/agents/test-author.agent.md" ] },
            { "source": "./extra/", "target": "./more/", "condition": "(fast)" }
          ]
        }
        """;

    private const string Kinds =
        """
        {
          "author": "Acme", "classifications": [ "Kinds" ], "identity": "Acme.Kinds", "name": "Kinds", "shortName": "acme-kinds",
          "tags": { "language": "C#", "type": "project" },
          "symbols": {
            "auth": { "type": "parameter", "datatype": "bool", "defaultValue": "false" },
            "https": { "type": "parameter", "datatype": "bool", "defaultValue": "true" },
            "db": { "type": "parameter", "datatype": "choice", "choices": [ { "choice": "a" }, { "choice": "b" }, { "choice": "c" } ], "defaultValue": "a" },
            "both": { "type": "computed", "value": "auth && https" }
          }
        }
        """;

    /// <summary>File and how its directives begin and end; the rest is the same in all.</summary>
    public static readonly (string File, string Open, string Close)[] Syntaxes =
    [
        ("k.cs", "#", ""), ("k.ts", "//#", ""), ("k.py", "//#", ""), ("k.sql", "//#", ""), ("k.json", "//#", ""), ("k.yaml", "#", ""), ("k.sh", "#", ""), ("Dockerfile", "#", ""),
        ("k.html", "<!--#", " -->"), ("k.md", "<!--#", "-->"), ("k.props", "<!--#", "-->"), ("k.razor", "@*#", "*@"), ("k.css", "/*#", "*/"), ("k.tsx", "{/*#", "*/}"), ("k.cmd", "rem #", ""), ("k.go", "//#", ""),
    ];

    public static TestProject Create(string name)
    {
        var pack = TestProject.Create(name, Project, withShop: false);
        pack.Write("content/api/.template.config/template.json", Api);
        pack.Write("content/api/.template.config/dotnetcli.host.json", """{ "symbolInfo": { "useValidation": { "longName": "validation" } } }""");
        pack.Write("content/worker/.template.config/template.json", Worker);
        pack.Write("content/kinds/.template.config/template.json", Kinds);
        foreach (var (file, open, close) in Syntaxes)
        {
            pack.Write("content/kinds/" + file, Conditional(open, close));
        }

        var shop = Path.Combine(AppContext.BaseDirectory, "Fixtures", "Shop");
        foreach (var path in Directory.EnumerateFiles(Path.Combine(shop, "templates"), "*", SearchOption.AllDirectories))
        {
            var below = Path.GetRelativePath(Path.Combine(shop, "templates"), path).Replace('\\', '/').Replace(".template", "", StringComparison.Ordinal);
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            pack.Write("content/api/src/Acme.Shop/" + WithEntity(below, "Widget"), OfApi(below, Filled(text, "Acme.Shop", "Widget")));
            pack.Write((below.Contains("Validator", StringComparison.Ordinal) ? "content/worker/extra/" : "content/worker/code/") + WithEntity(below, "Item"), OfWorker(below, Filled(text, "Depot", "Parcel")));
        }

        foreach (var path in Directory.EnumerateFiles(Path.Combine(shop, "agents"), "*.md", SearchOption.AllDirectories))
        {
            var (agent, text) = (Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));
            pack.Write($"content/api/.claude/agents/{agent}.md", text);
            pack.Write($"content/worker/.github/agents/{agent}.agent.md", text.Replace("an order service", "a depot of parcels", StringComparison.Ordinal));
        }

        // Renamed where no text follows: an agent that names it would name nothing.
        pack.Write("content/api/src/Acme.Shop/tests/SampleRepositoryTests.cs", "namespace Acme.Shop.Tests;\n\n/// <summary>Fake repositories and services with a fixed clock, for unit tests of services.</summary>\npublic sealed class SampleRepositoryTests\n{\n}\n");
        pack.Write("content/api/_editorconfig", "root = true\n");
        return pack;
    }

    private static string WithEntity(string path, string entity) =>
        path.Replace("Entity", entity, StringComparison.Ordinal).Replace("CreateValidator", $"Create{entity}Validator", StringComparison.Ordinal);

    private static string Filled(string text, string name, string entity) => text.Replace("{{Namespace}}", name, StringComparison.Ordinal)
        .Replace("{{EntityName}}", entity, StringComparison.Ordinal).Replace("{{entities}}", "rows", StringComparison.Ordinal);

    private static string OfApi(string file, string text) => Path.GetFileName(file) switch
    {
        // Gone, whatever the options.
        "FakeRepository.cs" => "#if DEBUG\nusing System.Diagnostics;\n#endif\n" + text,

        // Two branches of one length: what follows keeps its number.
        "EntityRepository.cs" => Replaced(text, "using System.Data.Common;\n", "#if (isPostgres)\nusing Npgsql;\n#else\nusing System.Data.Common;\n#endif\n"),

        // In the middle of a method.
        "CreateEndpoint.cs" => Wrapped(text, "        // The request must", "        var result = await", "useValidation"),

        // A whole unit, and what is the language's own.
        "EntityServiceTests.cs" => Wrapped(text, "    [Fact]\n    public async Task Create_refuses", "    [Fact]\n    public async Task Find", "strict")
            + "\n//-:cnd:noEmit\n#if NET10_0\ninternal sealed class OnlyThere;\n#endif\n//+:cnd:noEmit\n",
        _ => text,
    };

    private static string OfWorker(string file, string text) => Path.GetFileName(file) switch
    {
        "EntityService.cs" => Wrapped(text, "    /// <summary>The Parcel with this id", "}\n", "fast"),
        "ConnectionFactory.cs" => "//-:cnd:noEmit\n#if NET10_0\n#nullable enable\n#endif\n//+:cnd:noEmit\n" + text,
        _ => text,
    };

    private static string Replaced(string text, string old, string with)
    {
        text.Should().Contain(old);
        return text.Replace(old, with, StringComparison.Ordinal);
    }

    /// <summary>From the first text to the last place of the other.</summary>
    private static string Wrapped(string text, string from, string to, string symbol)
    {
        var (first, last) = (text.IndexOf(from, StringComparison.Ordinal), text.LastIndexOf(to, StringComparison.Ordinal));
        first.Should().BePositive();
        last.Should().BeGreaterThan(first);
        return $"{text[..first]}#if ({symbol})\n{text[first..last]}#endif\n{text[last..]}";
    }

    private static string Conditional(string open, string close)
    {
        string[] lines =
        [
            "first", "?if (auth)", "a1", "?elseif (db == \"b\")", "b1", "?else", "c1", "?endif", "second", "?if (both)", "d1", "d2", "?endif", "third",
            "?if (!https)", "e1", "?if (db != \"c\")", "f1", "?endif", "?endif", "?if (NOBODY)", "g1", "?endif", "last",
        ];
        return string.Concat(lines.Select(l => (l[0] == '?' ? open + l[1..] + close : l) + "\n"));
    }
}
