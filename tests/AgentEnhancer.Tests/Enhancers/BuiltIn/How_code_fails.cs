using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class How_code_fails
{
    private const string Errors = "class BerthTaken(Exception):\n    pass\n\n\nclass ShipUnknown(Exception):\n    pass\n";

    [TestMethod]
    public void With_types_of_its_own()
    {
        using var set = new TestSet()
            .Template("errors.py.template", Errors)
            .Template("harbour.py.template", "from errors import BerthTaken, ShipUnknown\n\n\ndef moor(ship, berth):\n    if berth.ship:\n        raise BerthTaken(berth)\n    if not ship:\n        raise ShipUnknown(ship)\n");

        set.Says("throw:").Should().Equal(
            "Never: Raise a bare `Exception`; instead: a type of this code base, such as `BerthTaken` and `ShipUnknown` [t2:6 t2:8]");
    }

    [TestMethod]
    public void With_types_of_its_own_in_other_languages()
    {
        using var set = new TestSet()
            .Template("errors.ts.template", "export class BerthTaken extends Error {}\n\nexport class ShipUnknown extends Error {}\n")
            .Template("harbour.ts.template", "import { BerthTaken, ShipUnknown } from './errors'\n\nexport function moor(ship, berth) {\n  if (berth.ship) throw new BerthTaken(berth)\n  if (!ship) throw new ShipUnknown(ship)\n}\n")
            .Template("BerthTakenException.java.template", "package dock;\n\npublic class BerthTakenException extends RuntimeException {\n}\n")
            .Template("ShipUnknownException.java.template", "package dock;\n\npublic class ShipUnknownException extends RuntimeException {\n}\n")
            .Template("Harbour.java.template", "package dock;\n\npublic class Harbour {\n    public Ship find(String key) {\n        return ships.find(key).orElseThrow(() -> new ShipUnknownException(key));\n    }\n\n    public void moor(Berth berth) {\n        throw new BerthTakenException(berth);\n    }\n}\n");

        set.Says("throw:").Should().Equal(
            "Never: Throw a bare `RuntimeException`; instead: a type of this code base, such as `ShipUnknownException` and `BerthTakenException` [t2:5 t2:9]",
            "Never: Throw a bare `Error`; instead: a type of this code base, such as `BerthTaken` and `ShipUnknown` [t5:4 t5:5]");
    }

    [TestMethod]
    public void Nothing_is_said_where_there_is_one_type_only()
    {
        using var set = new TestSet()
            .Template("errors.py.template", Errors)
            .Template("harbour.py.template", "from errors import BerthTaken\n\n\ndef moor(ship, berth):\n    raise BerthTaken(berth)\n");

        set.Says("throw:").Should().BeEmpty();
    }

    [TestMethod]
    public void Nothing_is_said_of_types_that_no_template_defines()
    {
        using var set = new TestSet()
            .Template("harbour.py.template", "from fastapi import HTTPException\n\n\ndef moor(ship, berth):\n    if ship:\n        raise HTTPException(409)\n    raise ValueError(berth)\n");

        set.Says("throw:").Should().BeEmpty();
    }

    [TestMethod]
    public void Nothing_is_said_of_languages_that_throw_nothing()
    {
        using var set = new TestSet().Template("harbour.go.template", "package dock\n\nfunc Moor() error {\n\treturn errors.New(\"full\")\n}\n");

        set.Says("throw:").Should().BeEmpty();
    }
}
