using System.Collections.Frozen;

namespace AgentEnhancer.Templates.Reading;

/// <summary>What language a template is in, by its name; which languages can use each other's names; how a fence calls them.</summary>
internal static class Languages
{
    public const string Text = "text";

    private static readonly string[] TemplateExtensions =
        [".template", ".tmpl", ".tpl", ".j2", ".jinja", ".jinja2", ".hbs", ".handlebars", ".ejs.t", ".ejs", ".eta", ".eex",
            ".njk", ".liquid", ".mustache", ".sbn", ".scriban", ".t4"];

    private static readonly string[] RubyGenerators = [".erb", ".tt"];

    private static readonly FrozenDictionary<string, string> ByExtension = Table(
        "csharp: cs csx cake", "typescript: ts mts cts", "tsx: tsx", "javascript: js mjs cjs", "jsx: jsx",
        "python: py pyi pyw", "go: go", "rust: rs", "java: java", "kotlin: kt kts", "scala: scala sc sbt", "swift: swift",
        "dart: dart", "php: php phtml", "c: c h", "cpp: cc cpp cxx hh hpp hxx ipp ino", "objc: m mm", "ruby: rb rake gemspec ru",
        "elixir: ex exs", "lua: lua", "shell: sh bash zsh ksh bats", "powershell: ps1 psm1 psd1",
        "sql: sql ddl pgsql psql", "yaml: yml yaml", "toml: toml", "ini: ini cfg conf properties editorconfig service", "dotenv: env",
        "json: json jsonc json5 webmanifest code-workspace", "xml: xml csproj fsproj vbproj props targets slnx nuspec resx config svg xsd xslt plist wsdl",
        "html: html htm xhtml", "blade: blade", "erb: erb rhtml", "gotmpl: gotmpl", "razor: razor cshtml vbhtml", "xaml: xaml axaml", "vue: vue", "svelte: svelte", "astro: astro",
        "css: css pcss", "scss: scss sass", "less: less", "dockerfile: dockerfile containerfile", "makefile: mk mak", "hcl: tf tfvars hcl nomad",
        "prisma: prisma", "proto: proto", "graphql: graphql gql graphqls", "markdown: md mdx markdown", "groovy: groovy gradle",
        "fsharp: fs fsx fsi", "vb: vb", "r: r", "perl: pl pm", "haskell: hs", "clojure: clj cljs cljc edn");

    private static readonly FrozenDictionary<string, string> ByName = Table(
        "dockerfile: dockerfile containerfile", "makefile: makefile gnumakefile", "groovy: jenkinsfile",
        "ruby: gemfile rakefile podfile fastfile vagrantfile guardfile brewfile", "go: go.mod go.work", "makefile: justfile",
        "json: .prettierrc .eslintrc .babelrc .swcrc composer.lock", "toml: cargo.lock poetry.lock pipfile uv.lock",
        "shell: .bashrc .zshrc .profile .envrc", "ini: .editorconfig .npmrc .gitconfig .pylintrc .flake8", "python: sconstruct wscript",
        "xml: nuget.config web.config app.config packages.config", "text: requirements.txt .gitignore .dockerignore procfile codeowners");

    private static readonly FrozenDictionary<string, string> Fences = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["typescript"] = "ts", ["javascript"] = "js", ["cpp"] = "cpp", ["objc"] = "objectivec", ["shell"] = "bash", ["dotenv"] = "bash",
        ["xaml"] = "xml", ["gotmpl"] = "go-template", ["prisma"] = "prisma", ["makefile"] = "makefile", [Text] = "text",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The language of the file that a template makes.</summary>
    public static string FromPath(string path)
    {
        path = TemplatePaths.Plain(path, filling: "x");
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        var outer = name;
        name = WithoutTemplateExtension(name);
        if (name.EndsWith(".blade.php", StringComparison.Ordinal))
        {
            return "blade";
        }

        // invoice.rb.erb makes a Ruby file; form.html.erb stays what it is, a view.
        if (Array.Find(RubyGenerators, e => name.EndsWith(e, StringComparison.Ordinal) && name.Length > e.Length) is { } generator
            && FromPath(name[..^generator.Length]) is not ("html" or Text) and var inner)
        {
            return inner;
        }

        // Helm's partials: what they make has no name of its own.
        if (outer.Contains(".tpl", StringComparison.Ordinal) && !name.Contains('.', StringComparison.Ordinal) && name.StartsWith('_'))
        {
            return "gotmpl";
        }

        if (ByName.TryGetValue(name, out var known))
        {
            return known;
        }

        if (name is ".env" || name.StartsWith(".env.", StringComparison.Ordinal))
        {
            return "dotenv";
        }

        if (name.StartsWith("dockerfile", StringComparison.Ordinal) || name.StartsWith("containerfile.", StringComparison.Ordinal))
        {
            return "dockerfile";
        }

        if (name.StartsWith("makefile.", StringComparison.Ordinal))
        {
            return "makefile";
        }

        if (name.StartsWith("jenkinsfile", StringComparison.Ordinal))
        {
            return "groovy";
        }

        var dot = name.LastIndexOf('.');
        return dot >= 0 && ByExtension.TryGetValue(name[(dot + 1)..], out var language) ? language : Text;
    }

    /// <summary><c>invoice.rb</c> of <c>invoice.rb.erb</c>; a name that says nothing without its engine (<c>form.html.erb</c>, <c>_helpers.tpl</c>) stays.</summary>
    public static string WithoutEngine(string fileName)
    {
        var dot = fileName.EndsWith(".ejs.t", StringComparison.OrdinalIgnoreCase) ? fileName.Length - ".ejs.t".Length : fileName.LastIndexOf('.');
        if (dot <= 0)
        {
            return fileName;
        }

        var (inner, extension) = (fileName[..dot], fileName[dot..].ToLowerInvariant());
        var isEngine = Array.IndexOf(TemplateExtensions, extension) >= 0 || Array.IndexOf(RubyGenerators, extension) >= 0;
        return isEngine && inner[0] != '.' && FromPath(inner) is var language && language != Text && (language != "html" || extension is not ".erb") ? inner : fileName;
    }

    /// <summary>Languages of one family can use each other's names; every other language is a family of its own.</summary>
    public static string Family(string language) => language switch
    {
        "typescript" or "tsx" or "javascript" or "jsx" or "vue" or "svelte" or "astro" => "typescript",
        "csharp" or "razor" => "csharp",
        "c" or "cpp" or "objc" => "c",
        "java" or "kotlin" or "scala" or "groovy" => "jvm",
        "css" or "scss" or "less" => "css",
        _ => language,
    };

    /// <summary>The info string of a Markdown fence.</summary>
    public static string FenceTag(string language) => Fences.GetValueOrDefault(language, language);

    private static string WithoutTemplateExtension(string name)
    {
        while (true)
        {
            var extension = Array.Find(TemplateExtensions, e => name.EndsWith(e, StringComparison.Ordinal) && name.Length > e.Length);
            if (extension is null)
            {
                return name;
            }

            name = name[..^extension.Length];
        }
    }

    private static FrozenDictionary<string, string> Table(params string[] rows) =>
        rows.SelectMany(row =>
            {
                var colon = row.IndexOf(':', StringComparison.Ordinal);
                return row[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => (key, language: row[..colon]));
            })
            .ToFrozenDictionary(x => x.key, x => x.language, StringComparer.Ordinal);
}
