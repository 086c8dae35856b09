using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Signatures_that_agree
{
    [TestMethod]
    public void Ask_for_the_same_last_parameter()
    {
        using var set = new TestSet().Template("Berths.cs.template", """
            namespace Dock;

            public interface IBerths
            {
                Task Free(int key, CancellationToken token);

                Task Take(int key, Dictionary<string, int> ship, CancellationToken token);

                Task Move(CancellationToken token);
            }
            """);

        set.Says("signature-").Should().Equal("Practice: Take `CancellationToken token` as the last parameter of a new method, as `Free` and `Take` do. [t1:5 t1:7]");
    }

    [TestMethod]
    public void Ask_for_the_same_first_parameter_receivers_aside()
    {
        using var set = new TestSet().Template("berths.py.template", """
            class Berths:
                def free(self, db: Session, key: int):
                    return db

                def take(self, db: Session, ship: str = "a"):
                    return db

                def move(
                    self,
                    db: Session,
                    *,
                    far: bool,
                ):
                    return db
            """);

        set.Says("signature-").Should().Equal("Practice: Take `db: Session` as the first parameter of a new method, as `free` and `take` do. [t1:2 t1:5]");
    }

    [TestMethod]
    public void Ask_for_the_same_mark()
    {
        using var set = new TestSet().Template("BerthsController.cs.template", """
            namespace Dock;

            public class BerthsController
            {
                [Authorize(Policy = "masters")]
                public int Free(int key) => 1;

                [Authorize(Policy = "masters")]
                public int Take(string ship) => 2;

                [Authorize(Policy = "masters")]
                public int Move(bool far) => 3;
            }
            """);

        set.Says("mark:").Should().ContainSingle().Which.Should().Be(
            "Practice: Mark a new method with `[Authorize(Policy = \"masters\")]`, as `Free` and `Take` are. [t1:6 t1:9]");
    }

    [TestMethod]
    public void Ask_about_the_one_that_is_marked_otherwise()
    {
        using var set = new TestSet().Template("BerthsController.cs.template", """
            namespace Dock;

            public class BerthsController
            {
                [Authorize(Policy = "masters")]
                public int Free(int key) => 1;

                [Authorize(Policy = "masters")]
                public int Take(string ship) => 2;

                [Authorize(Policy = "pilots")]
                public int Move(bool far) => 3;
            }
            """);

        set.Says("mark-odd:").Should().Equal(
            "Ask: Whether `Move` [t1:12] is meant to be marked otherwise than `Free` and `Take`, which have `[Authorize(Policy = \"masters\")]` [t1:12 t1:6]");
    }

    [TestMethod]
    public void Say_nothing_of_a_parameter_that_the_task_itself_needs()
    {
        using var set = new TestSet().Template("berths.go.template", "package dock\n\nfunc Free(key int) {\n}\n\nfunc Take(key int) {\n}\n\nfunc Move(key int) {\n}\n");

        set.Says("signature-").Should().BeEmpty();
    }

    [TestMethod]
    public void Do_not_speak_of_a_mark_that_takes_nothing()
    {
        using var set = new TestSet().Template("locks.ts.template", "export class Locks {\n  @Command()\n  open() { return 1; }\n\n  @Command()\n  shut() { return 2; }\n\n  @Command()\n  drain() { return 3; }\n}\n");

        set.Says("mark:").Should().BeEmpty();
    }

    [TestMethod]
    public void Do_not_speak_of_the_marks_of_a_framework()
    {
        using var set = new TestSet().Template("BerthTests.cs.template", "public class BerthTests\n{\n    [Fact]\n    public void A() { }\n\n    [Fact]\n    public void B() { }\n\n    [Fact]\n    public void C() { }\n}\n");

        set.Says("mark:").Should().BeEmpty();
    }

    [TestMethod]
    public void Say_nothing_where_they_differ()
    {
        using var set = new TestSet().Template("berths.go.template", "package dock\n\nfunc Free(key int, far bool) {\n}\n\nfunc Take(ship string) {\n}\n\nfunc Move(a, b int) {\n}\n\nfunc Stay() {\n}\n");

        set.Says("signature-").Concat(set.Says("mark:")).Should().BeEmpty();
    }

    [TestMethod]
    public void Say_nothing_of_two()
    {
        using var set = new TestSet().Template("berths.go.template", "package dock\n\nfunc Free(ctx context.Context) {\n}\n\nfunc Take(ctx context.Context) {\n}\n");

        set.Says("signature-").Should().BeEmpty();
    }

    [TestMethod]
    public void Agree_in_Go_and_Rust()
    {
        using var set = new TestSet()
            .Template("berths.go.template", "package dock\n\nfunc Free(ctx context.Context, key int) error {\n\treturn nil\n}\n\nfunc Take(ctx context.Context, ship string) error {\n\treturn nil\n}\n\nfunc Move(ctx context.Context, far bool) error {\n\treturn nil\n}\n")
            .Template("tugs.rs.template", "pub fn free(key: i32, conn: &PgConnection) -> i32 {\n    key\n}\n\npub fn take(ship: Vec<String>, conn: &PgConnection) -> i32 {\n    1\n}\n\npub fn shift(far: bool, conn: &PgConnection) -> i32 {\n    2\n}\n");

        set.Says("signature-").Should().Equal(
            "Practice: Take `ctx context.Context` as the first parameter of a new function, as `Free` and `Take` do. [t1:3 t1:7]",
            "Practice: Take `conn: &PgConnection` as the last parameter of a new function, as `free` and `take` do. [t2:1 t2:5]");
    }
}
