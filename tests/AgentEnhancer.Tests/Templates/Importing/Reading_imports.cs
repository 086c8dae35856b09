using AgentEnhancer.Templates;
using AgentEnhancer.Templates.Importing;
using AgentEnhancer.Templates.Reading;

namespace AgentEnhancer.Tests.Templates.Importing;

[TestClass]
public sealed class Reading_imports
{
    [TestMethod]
    public void CSharp() => Read("csharp", """
        // using Not.This;
        global using System;
        using static System.Math;
        using Mvc = Microsoft.AspNetCore.Mvc.ProblemDetails;
        using Pairs = System.Collections.Generic.Dictionary<string, int>;
        using {{ProjectName}}.Domain;
        namespace A
        {
            using System.Text.Json;
            class C { void M() { using var x = Open(); using (x) { } var s = "using A.B;"; } }
        }
        """).Should().Equal(
            "2 System []",
            "3 System.Math []",
            "4 Microsoft.AspNetCore.Mvc.ProblemDetails [Mvc]",
            "5 System.Collections.Generic.Dictionary<string, int> [Pairs]",
            "6 {{ProjectName}}.Domain [] local",
            "9 System.Text.Json []");

    [TestMethod]
    [DataRow("typescript")]
    [DataRow("tsx")]
    [DataRow("javascript")]
    public void EcmaScript(string language) => Read(language, """
        'use client';
        import React, { useState, type FC as Component } from 'react';
        import * as path from "node:path";
        import type { {{EntityName}} } from '@/types/{{entity-name}}';
        import type Default from './default';
        import './styles.css';
        import {
          create{{EntityName}}, // the first
          type Options,
        } from '../api/{{featureName}}';
        export * from './all';
        export * as ns from './ns';
        export { a as b } from "~/a";
        export const text = "import x from 'y'";
        const { readFile, writeFile: write } = require('fs');
        const
          lazy = await import('./lazy');
        import legacy = require('legacy');
        const Page = React.lazy(() => import('@/pages/page'));
        // import gone from 'gone';
        export function importThings(from) { return from; }
        import broken from;
        import { never
        """).Should().Equal(
            "2 react [React useState Component]",
            "3 node:path [path]",
            "4 @/types/{{entity-name}} [{{EntityName}}] local",
            "5 ./default [Default] local",
            "6 ./styles.css [] local",
            "7-10 ../api/{{featureName}} [create{{EntityName}} Options] local",
            "11 ./all [] local",
            "12 ./ns [ns] local",
            "13 ~/a [b] local",
            "15 fs [readFile write]",
            "16-17 ./lazy [lazy] local",
            "18 legacy [legacy]",
            "19 @/pages/page [] local");

    [TestMethod]
    public void Python() => Read("python", """"
        """import not_this"""
        import os, sys as system
        import xml.etree.ElementTree as ET, json.decoder
        from . import sibling
        from ..core.{{module_name}} import {{ClassName}}, helper as h
        from app.db import (
            Session,  # from a import b
            engine as e,
        )
        from typing import *
        from a.b import c, \
            d
        def f():
            from lazy import thing
            yield from other
        x = "from a import b"
        """").Should().Equal(
            "2 os [os]",
            "2 sys [system]",
            "3 json.decoder [json]",
            "3 xml.etree.ElementTree [ET]",
            "4 . [sibling] local",
            "5 ..core.{{module_name}} [{{ClassName}} h] local",
            "6-9 app.db [Session e] local",
            "10 typing []",
            "11-12 a.b [c d]",
            "14 lazy [thing]");

    [TestMethod]
    public void Go() => Read("go", """
        package main
        import "fmt"
        import (
        	"context" // a comment
        	log "github.com/sirupsen/logrus"
        	_ "github.com/lib/pq"
        	. "math"

        	"github.com/go-chi/chi/v5"
        	"gopkg.in/yaml.v3"
        	"{{module}}/internal/{{name}}"
        )
        var s = `import "no"`
        """).Should().Equal(
            "2 fmt [fmt]",
            "4 context [context]",
            "5 github.com/sirupsen/logrus [log]",
            "6 github.com/lib/pq []",
            "7 math []",
            "9 github.com/go-chi/chi/v5 [chi]",
            "10 gopkg.in/yaml.v3 [yaml]",
            "11 {{module}}/internal/{{name}} [{{name}}] local");

    [TestMethod]
    public void Rust() => Read("rust", """
        use std::collections::HashMap;
        pub use crate::{{module}}::{self, {{Entity}}, repo::{Repo as R, *}};
        use super::*;
        pub(crate) use axum::{
            extract::{Path, State}, // use a::b;
            Json,
        };
        use serde;
        fn f() { use anyhow::Result as Res; }
            use anyhow::Context;
        use unfinished
        """).Should().Equal(
            "1 std::collections [HashMap]",
            "2 crate::{{module}} [{{module}} {{Entity}} R] local",
            "3 super [] local",
            "4-7 axum [Path State Json]",
            "8 serde [serde]",
            "10 anyhow [Context]");

    [TestMethod]
    public void Jvm()
    {
        Read("java", "package a;\nimport java.util.List;\nimport static org.junit.Assert.*;\nimport {{package}}.domain.{{Entity}};\n// import a.B;\n")
            .Should().Equal("2 java.util.List [List]", "3 org.junit.Assert []", "4 {{package}}.domain.{{Entity}} [{{Entity}}] local");
        Read("kotlin", "import io.ktor.server.Route\nimport a.b.C as D\nimport x.y.*\n")
            .Should().Equal("1 io.ktor.server.Route [Route]", "2 a.b.C [D]", "3 x.y []");
        Read("scala", "import cats.effect.{IO, Resource => R}\nimport a.b._\nimport zio.*\nimport a.B\n")
            .Should().Equal("1 cats.effect [IO R]", "2 a.b []", "3 zio []", "4 a.B [B]");
    }

    [TestMethod]
    public void Others()
    {
        Read("swift", "@testable import App\nimport struct Foundation.Date\n").Should().Equal("1 App []", "2 Foundation.Date []");
        Read("dart", "import 'package:flutter/material.dart' as m;\nimport '../a.dart' show A, B hide C;\npart 'b.g.dart';\n")
            .Should().Equal("1 package:flutter/material.dart [m]", "2 ../a.dart [A B] local", "3 b.g.dart [] local");
        Read("php", "<?php\nuse App\\Models\\{{Entity}};\nuse Illuminate\\Support\\{Str, Arr as A};\nuse function a\\b;\nrequire_once __DIR__ . '/x.php';\nclass C {\n    use HasFactory;\n}\n")
            .Should().Equal("2 App\\Models\\{{Entity}} [{{Entity}}] local", "3 Illuminate\\Support [Str A]", "4 a\\b [b]", "5 /x.php [] local");
        Read("cpp", "#include <vector>\n  #  include \"{{name}}.h\"\n// #include <no>\n").Should().Equal("1 vector []", "2 {{name}}.h [] local");
        Read("ruby", "require 'json'\nrequire_relative \"../{{name}}\"\n# require 'no'\n").Should().Equal("1 json []", "2 ../{{name}} [] local");
        Read("elixir", "defmodule A do\n  alias App.Repo\n  alias App.{User, Post}\n  alias A.B, as: C\n  import Ecto.Query\n  use Phoenix.Controller\nend\n")
            .Should().Equal("2 App.Repo [Repo]", "3 App [User Post]", "4 A.B [C]", "5 Ecto.Query []", "6 Phoenix.Controller []");
        Read("lua", "local json = require(\"cjson\")\nlocal M = require 'app.m'\n").Should().Equal("1 cjson [json]", "2 app.m [M]");
        Read("scss", "@use 'sass:math' as m;\n@import url(\"base.css\");\n/* @import 'no'; */\n").Should().Equal("1 sass:math [m]", "2 base.css [] local");
        Read("razor", "@page \"/x\"\n@using {{ProjectName}}.Data\n@inject NavigationManager Navigation\n@inject IRepository<Order> Orders\n<p>@using</p>\n")
            .Should().Equal("2 {{ProjectName}}.Data [] local", "3 NavigationManager [Navigation]", "4 IRepository<Order> [Orders]");
        Read("proto", "import \"google/protobuf/empty.proto\";\n").Should().Equal("1 google/protobuf/empty.proto []");
        Read("shell", "source ./lib.sh\n. \"$DIR/env\"\n").Should().Equal("1 ./lib.sh [] local", "2 $DIR/env [] local");
        Read("fsharp", "open System.IO\n").Should().Equal("1 System.IO []");
        Read("markdown", "import x from 'y'\n").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("vue", "<template>\n  import no from 'no'\n</template>\n\n<script setup lang=\"ts\">\nimport { ref } from 'vue'\nimport X from '@/x.vue'\n</script>\n", "6 vue [ref]", "7 @/x.vue [X] local")]
    [DataRow("svelte", "<script>\n  import A from './A.svelte';\n</script>\n\n<p>import b from 'b'</p>\n", "2 ./A.svelte [A] local")]
    [DataRow("astro", "---\nimport L from '../L.astro';\n---\n<L />\n", "2 ../L.astro [L] local")]
    public void Component_files_import_in_their_scripts(string language, string text, params string[] expected) =>
        Read(language, text).Should().Equal(expected);

    [TestMethod]
    [DataRow("typescript", "import a\n")]
    [DataRow("typescript", "import {\n")]
    [DataRow("typescript", "export { a,\n")]
    [DataRow("typescript", "const a = { b: require(\n")]
    [DataRow("rust", "use a\n")]
    [DataRow("python", "from a import (b\n")]
    [DataRow("go", "import (\n")]
    [DataRow("csharp", "using a\n")]
    [DataRow("scala", "import a.{b\n")]
    [DataRow("php", "use a\\{b\n")]
    [Timeout(120_000)] // one that looks to the end of the file from each line takes far longer
    public void Beginnings_without_an_end_give_nothing_and_come_to_an_end(string language, string line)
    {
        var lines = string.Concat(Enumerable.Repeat(line, 20_000));

        ImportReader.Read(Lexer.Lex(lines, language), language).Should().BeEmpty();
    }

    private static IEnumerable<string> Read(string language, string text) =>
        ImportReader.Read(Lexer.Lex(text, language), language)
            .Select(i => $"{i.Span} {i.Module} [{string.Join(' ', i.Names)}]{(i.IsLocal ? " local" : "")}")
            .OrderBy(s => int.Parse(s.Split(' ', '-')[0], System.Globalization.CultureInfo.InvariantCulture)).ThenBy(s => s, StringComparer.Ordinal);
}
