using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class A_layer_that_goes_through_another
{
    private static TestSet Set(string secondPage) => new TestSet()
        .Template("api/berths.ts.template", "import { http } from '@/lib/http'\n\nexport function loadBerths() {\n  return http.get('berths')\n}\n")
        .Template("api/ships.ts.template", "import { http } from '@/lib/http'\n\nexport function loadShips() {\n  return http.get('ships')\n}\n")
        .Template("pages/berth-page.ts.template", "import { loadBerths } from '@/api/berths'\n\nexport function berthPage() {\n  return loadBerths()\n}\n")
        .Template("pages/ship-page.ts.template", secondPage)
        .Template("pages/quay-page.ts.template", "import { loadBerths } from '@/api/berths'\n\nexport function quayPage() {\n  return loadBerths()\n}\n")
        .Template("lib/http.ts.template", "export const http = { get(path: string) { return fetch(path) } }\n");

    [TestMethod]
    public void Is_told_not_to_import_what_lies_behind_it()
    {
        using var set = Set("import { loadShips } from '@/api/ships'\n\nexport function shipPage() {\n  return loadShips()\n}\n");

        set.Says("boundary:").Should().Equal(
            "Never: Import `@/lib/http` in `pages/`; instead: go through `api/`, which imports it [t1:1], as [t4:4] and [t5:4] do [t4:4 t5:4 t1:1]");
    }

    [TestMethod]
    public void Is_told_nothing_where_one_of_its_files_imports_it()
    {
        using var set = Set("import { loadShips } from '@/api/ships'\nimport { http } from '@/lib/http'\n\nexport function shipPage() {\n  return loadShips(http)\n}\n");

        set.Says("boundary:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_told_nothing_where_one_of_its_files_takes_nothing_from_the_other()
    {
        using var set = Set("import { useState } from 'react'\n\nexport function shipPage() {\n  return useState(1)\n}\n");

        set.Says("boundary:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_told_nothing_of_packages()
    {
        using var set = new TestSet()
            .Template("api/berths.ts.template", "import axios from 'axios'\n\nexport function loadBerths() {\n  return axios.get('berths')\n}\n")
            .Template("api/ships.ts.template", "import axios from 'axios'\n\nexport function loadShips() {\n  return axios.get('ships')\n}\n")
            .Template("pages/berth-page.ts.template", "import { loadBerths } from '@/api/berths'\n\nexport function berthPage() {\n  return loadBerths()\n}\n")
            .Template("pages/ship-page.ts.template", "import { loadShips } from '@/api/ships'\n\nexport function shipPage() {\n  return loadShips()\n}\n");

        set.Says("boundary:").Should().BeEmpty();
    }

    [TestMethod]
    public void Is_told_nothing_where_only_two_files_do_without_it()
    {
        using var set = new TestSet()
            .Template("api/berths.ts.template", "import { http } from '@/lib/http'\n\nexport function loadBerths() {\n  return http.get('berths')\n}\n")
            .Template("api/ships.ts.template", "import { http } from '@/lib/http'\n\nexport function loadShips() {\n  return http.get('ships')\n}\n")
            .Template("pages/berth-page.ts.template", "import { loadBerths } from '@/api/berths'\n\nexport function berthPage() {\n  return loadBerths()\n}\n")
            .Template("pages/ship-page.ts.template", "import { loadShips } from '@/api/ships'\n\nexport function shipPage() {\n  return loadShips()\n}\n")
            .Template("lib/http.ts.template", "export const http = { get(path: string) { return fetch(path) } }\n");

        set.Says("boundary:").Should().BeEmpty();
    }
}
