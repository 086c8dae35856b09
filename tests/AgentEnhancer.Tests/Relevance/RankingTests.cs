using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Relevance;

[TestClass]
public sealed class RankingTests
{
    private static TestSet Set() => new TestSet()
        .Agent("locker-storage-specialist", "Stores parcel lockers with SQL repositories")
        .Agent("locker-test-specialist", "Writes unit tests for lockers")
        .Agent("ci-specialist", "Keeps the continuous integration workflow of the project fast")
        .Template("storage/locker_repository.py.template", "class LockerRepository:\n    def find_locker(self, key):\n        return self.connection.execute('select * from lockers')\n")
        .Template("tests/test_locker_repository.py.template", "from storage.locker_repository import LockerRepository\n\n\ndef test_find_locker():\n    assert LockerRepository().find_locker(1)\n")
        .Template(".github/workflows/build.yml.template", "name: build\non: push\njobs:\n  test:\n    steps:\n      - uses: actions/checkout@v4\n");

    [TestMethod]
    public void Each_template_goes_to_the_agent_that_it_fits_best()
    {
        using var set = Set();

        var owners = set.Relevance().Owners;

        var byPath = set.Catalogue().Templates.ToDictionary(t => t.Path, t => owners.GetValueOrDefault(t.Id));
        byPath["templates/storage/locker_repository.py.template"].Should().Be("locker-storage-specialist.md");
        byPath["templates/tests/test_locker_repository.py.template"].Should().Be("locker-test-specialist.md");
        byPath["templates/.github/workflows/build.yml.template"].Should().Be("ci-specialist.md");
    }

    [TestMethod]
    public void A_test_belongs_to_whose_code_it_tests_rather_than_to_who_lists_tests_among_other_work()
    {
        using var set = new TestSet()
            .Agent("locker-modeler", "Models, tests and macros of the locker warehouse in sql")
            .Agent("gate-author", "Writes gates of the lock in python")
            .Template("warehouse/locker_models.sql.template", "-- Models of the locker warehouse.\nCREATE VIEW locker_models AS SELECT locker FROM warehouse;\n")
            .Template("warehouse/locker_macros.sql.template", "-- Macros of the locker warehouse.\nCREATE VIEW locker_macros AS SELECT locker FROM warehouse;\n")
            .Template("gate/gate.py.template", "def open_gate(lock):\n    return lock.gate\n")
            .Template("gate/tests/test_gate.py.template", "from gate.gate import open_gate\n\n\ndef test_models_of_gates():\n    assert open_gate(LOCK)\n");

        set.Relevance().Owners[set.Catalogue().Templates.Single(t => t.FileName == "test_gate.py").Id].Should().Be("gate-author.md");
    }

    [TestMethod]
    public void A_template_belongs_to_whom_it_fits_above_others_rather_than_to_whom_all_fit()
    {
        using var set = new TestSet()
            .Agent("lock-keeper", "Keeps gates, basins, settings, boats and pumps of the lock")
            .Agent("pump-platform", "Ships images of the dock with their settings")
            .Template("lock/gates.py.template", "def gates(lock):\n    return lock.gates\n")
            .Template("lock/basins.py.template", "def basins(lock):\n    return lock.basins\n")
            .Template("lock/boats.py.template", "def boats(lock):\n    return lock.boats\n")
            .Template("core/settings.py.template", "def settings(lock):\n    return lock.settings\n")
            .Template("ops/Dockerfile.template", "FROM dock:3\nCOPY settings /settings\n");

        set.Relevance().Owners[set.Catalogue().Templates.Single(t => t.FileName == "settings.py").Id].Should().Be("pump-platform.md");
    }

    [TestMethod]
    public void The_head_of_a_compound_names_a_folder_too()
    {
        using var set = new TestSet()
            .Agent("water-gauge-author", "Writes tools of the gauge and of the sluice")
            .Agent("dockgates-author", "Writes gates of the dock and of the sluice")
            .Template("gates/sluice.py.template", "def sluice(gauge):\n    return gauge.tools\n")
            .Template("tools/gauge.py.template", "def gauge(water):\n    return water.gauge\n");

        set.Relevance().Owners[set.Catalogue().Templates.Single(t => t.FileName == "sluice.py").Id].Should().Be("dockgates-author.md");
    }

    [TestMethod]
    public void A_folder_that_is_called_as_the_agent_holds_what_it_works_on()
    {
        static string First(string folder)
        {
            using var set = new TestSet()
                .Agent("persistence-specialist", "Stores lockers in the database, with migrations of the locker tables")
                .Agent("gate-author", "Writes gates of the lock")
                .Template($"{folder}/lockers.py.template", "class Lockers:\n    def find(self, key):\n        return self.database.get('locker', key)\n")
                .Template("startup/wiring.py.template", "class Wiring:\n    def start(self):\n        self.database.migrations('locker', 'locker tables')\n")
                .Template("gate/gate.py.template", "def open_gate(lock):\n    return lock.gate\n");
            return set.Relevance().For("persistence-specialist.md").First().Template.FileName;
        }

        First("files").Should().Be("wiring.py");
        First("persistence").Should().Be("lockers.py");
    }

    [TestMethod]
    public void A_folder_that_is_called_as_what_the_agent_makes_is_its_own()
    {
        static string? Owner(string folder)
        {
            using var set = new TestSet()
                .Agent("water-engineer", "Owns sluices and composed helpers of the harbour")
                .Agent("page-author", "Writes gate pages with filters, sorting and a gate table")
                .Template($"{folder}/filters.py.template", "def filters(gate, harbour):\n    return gate.filters.sorting.table.page + harbour.sluice.composed\n")
                .Template("pages/gate.py.template", "def page(gate):\n    return gate.table\n")
                .Template("water/sluice.py.template", "def sluice(water):\n    return water.sluice\n");
            return set.Relevance().Owners.GetValueOrDefault(set.Catalogue().Templates.Single(t => t.FileName == "filters.py").Id);
        }

        Owner("things").Should().Be("page-author.md");
        Owner("helpers").Should().Be("water-engineer.md");
    }

    [TestMethod]
    [DataRow("tidelib", "water-engineer.md")]
    [DataRow("tide_wheel", "water-engineer.md")]
    [DataRow("moonlib", "page-author.md")]
    [DataRow("tide_clock", "page-author.md")]
    public void What_takes_a_library_that_one_agent_names_is_rather_its_own(string library, string owner)
    {
        using var set = new TestSet()
            .Agent("water-engineer", "Owns sluices of the harbour, with tidelib and tide wheels")
            .Agent("page-author", "Writes gate pages with filters, sorting and a gate table")
            .Template("things/filters.py.template", $"from {library} import Basin\n\n\ndef filters(gate, harbour):\n    return gate.filters.sorting.table.page + harbour.sluice + Basin\n")
            .Template("pages/gate.py.template", "def page(gate):\n    return gate.table\n")
            .Template("water/sluice.py.template", "def sluice(water):\n    return water.sluice\n");

        set.Relevance().Owners.GetValueOrDefault(set.Catalogue().Templates.Single(t => t.FileName == "filters.py").Id).Should().Be(owner);
    }

    [TestMethod]
    public void What_is_in_a_language_that_the_agent_is_not_for_ranks_lower()
    {
        static double Score(string heading)
        {
            using var set = new TestSet()
                .AgentFile("page-author.md", $"---\nname: page-author\ndescription: Writes gate pages\n---\n\n# Pages\n\nWrites gate pages.\n\n## {heading}\n\n- Anything in Go or SQL\n")
                .Template("pages/gate.ts.template", "export const gatePage = (gate: Gate) => gate.pages;\n")
                .Template("store/gate.go.template", "package store\n\nfunc Gate(pages int) int {\n\treturn pages\n}\n");
            return set.Relevance().For("page-author.md").Single(r => r.Template.Language == "go").Score;
        }

        Score("Not for").Should().BeLessThan(0.5 * Score("Also for"));
    }

    [TestMethod]
    public void A_test_ranks_below_code_for_an_agent_that_is_not_about_tests()
    {
        using var set = Set();

        set.Relevance().For("locker-storage-specialist.md").First().Template.Path.Should().EndWith("locker_repository.py.template").And.NotContain("test_");
    }

    [TestMethod]
    public void An_agent_of_which_no_template_speaks_ranks_none()
    {
        using var set = Set().Agent("quantum-chemistry", "Simulates molecules");

        set.Relevance().For("quantum-chemistry.md").Should().BeEmpty();
    }

    [TestMethod]
    public void The_order_of_items_does_not_change_the_ranking()
    {
        using var set = Enhancers.BuiltIn.HarbourSet.Create();
        using var other = Enhancers.BuiltIn.HarbourSet.Of(Enhancers.BuiltIn.HarbourSet.Agents.Reverse(), Enhancers.BuiltIn.HarbourSet.Templates.Reverse());
        var (first, again) = (set.Relevance(), other.Relevance());

        foreach (var agent in set.Agents())
        {
            first.For(agent.Id).Should().NotBeEmpty();
            first.For(agent.Id).Select(r => (r.Template.Path, r.Score)).Should().Equal(again.For(agent.Id).Select(r => (r.Template.Path, r.Score)));
        }
    }
}
