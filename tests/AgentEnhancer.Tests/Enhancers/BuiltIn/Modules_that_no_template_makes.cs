using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Modules_that_no_template_makes
{
    [TestMethod]
    public void Are_taken_from_where_several_templates_take_them()
    {
        using var set = new TestSet()
            .Template("berths.ts.template", "import { http } from '@/lib/http'\n\nexport function loadBerths() {\n  return http.get('a')\n}\n")
            .Template("ships.ts.template", "import { http } from '@/lib/http'\n\nexport function loadShips() {\n  return http.get('b')\n}\n");

        set.Says("module:").Should().Equal(
            "Always: Take `http` from `@/lib/http`, as `berths.ts` and `ships.ts` do [t1:4 t2:4]",
            "Always: Take `http` from `@/lib/http`, as `ships.ts` and `berths.ts` do [t2:4 t1:4]");
    }

    [TestMethod]
    public void Are_known_in_Python_by_the_root_that_placeholders_share()
    {
        using var set = new TestSet()
            .Template("berths.py.template", "from app.core import settings\nfrom app.models.{{entity}} import {{Entity}}\n\n\ndef load():\n    return {{Entity}}(settings)\n")
            .Template("ships.py.template", "from app.core import settings\n\n\ndef load():\n    return settings\n");

        set.Says("module:").Should().Equal(
            "Always: Take `settings` from `app.core`, as `berths.py` and `ships.py` do [t1:6 t2:5]",
            "Always: Take `settings` from `app.core`, as `ships.py` and `berths.py` do [t2:5 t1:6]");
    }

    [TestMethod]
    public void Are_not_packages()
    {
        using var set = new TestSet()
            .Template("berths.ts.template", "import axios from 'axios'\n\nexport function loadBerths() {\n  return axios.get('a')\n}\n")
            .Template("ships.ts.template", "import axios from 'axios'\n\nexport function loadShips() {\n  return axios.get('b')\n}\n");

        set.Says("module:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_what_is_imported_and_never_used()
    {
        using var set = new TestSet()
            .Template("berths.ts.template", "import { http } from '@/lib/http'\n\nexport function loadBerths() {\n  return 1\n}\n")
            .Template("ships.ts.template", "import { http } from '@/lib/http'\n\nexport function loadShips() {\n  return http.get('b')\n}\n");

        set.Says("module:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_what_a_template_makes()
    {
        using var set = new TestSet()
            .Template("lib/http.ts.template", "export const http = createClient('a')\n")
            .Template("berths.ts.template", "import { http } from '@/lib/http'\n\nexport function loadBerths() {\n  return http.get('a')\n}\n")
            .Template("ships.ts.template", "import { http } from '@/lib/http'\n\nexport function loadShips() {\n  return http.get('b')\n}\n");

        set.Says("module:").Should().BeEmpty();
    }

    [TestMethod]
    public void Are_not_spoken_of_where_the_module_is_the_name()
    {
        using var set = new TestSet()
            .Template("berths.py.template", "from app.models.{{entity}} import {{Entity}}\nfrom app.settings import settings\n\n\ndef load():\n    return {{Entity}}(settings)\n")
            .Template("ships.py.template", "from app.settings import settings\n\n\ndef load():\n    return settings\n");

        set.Says("module:").Should().BeEmpty();
    }
}
