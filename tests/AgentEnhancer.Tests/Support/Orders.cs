using AgentEnhancer.Agents;
using AgentEnhancer.Plans;
using AgentEnhancer.Relevance;
using AgentEnhancer.Rendering;
using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Support;

/// <summary>A thin agent for an orders service, the templates of that service, and a plan whose document passes every bar.</summary>
internal static class Orders
{
    public const string AgentText =
        """
        ---
        name: orders-specialist
        description: Places and ships orders
        ---

        # Orders Specialist

        ## Purpose

        Places and ships orders.

        ## Habits

        - Keep the order's own rules inside the order itself

        ```text
        a block of the author's
        ```

        """;

    public static Agent Agent { get; } = Make.Agent(AgentText, "agents/orders.md");

    public static Template Service { get; } = Make.Template(
        "t1", "templates/services/OrderService.cs.template", "using Shop.Orders;\nusing Shop.Mail;\n\nusing Shop.Clock;\n" + Make.Lines(60), "csharp", null,
        Make.Unit("PlaceAsync", 6, 30), Make.Unit("ShipAsync", 32, 60));

    public static Template Entity { get; } = Make.Template(
        "t2", "templates/domain/{{EntityName}}.cs.template", "public sealed class {{EntityName}}\n" + Make.Lines(40), "csharp", null,
        Make.Unit("{{EntityName}}", 1, 41, UnitKind.Class));

    public static Template Store { get; } = Make.Template(
        "t3", "templates/stores/order store/OrderStore.cs.template", Make.Lines(50, "store.Save({0});"), "csharp", null,
        Make.Unit("Save", 3, 12));

    public static Template Mailer { get; } = Make.Template(
        "t4", "templates/mail/Mailer.cs.template", Make.Lines(50, "mail.Send({0});"), "csharp", null, Make.Unit("SendAsync", 2, 20));

    public static TemplateCatalogue Catalogue { get; } = Make.Catalogue(Service, Entity, Store, Mailer);

    public static RelevanceMap Relevance { get; } = Make.Relevance(Agent, Service, Entity, Store, Mailer);

    public static Plan Plan { get; } = new(
        Flow: "[t1] takes `Save` from [t3].",
        References:
        [
            new("t1", "Places and ships: one method for each"),
            new("t2", "The order, with its own rules"),
            new("t3", "Keeps orders; gives `Save` to [t1]"),
        ],
        Practices:
        [
            Make.Practice("Place an order in one method", "A second one would skip the checks", Make.Evidence("t1", 6, 8), Make.Evidence("t2", 3, 3)),
            Make.Practice("Return Task<Result<Order, Error>> from the service", null, Make.Evidence("t1", 10, 12)),
            Make.Practice("Save through `Save` of the store", "It alone opens a transaction", Make.Evidence("t3", 3, 4)),
            Make.Practice("Send mail after the order is saved", "A mail can't be taken back", Make.Evidence("t1", 20, 22), Make.Evidence("t4", 5, 6)),
        ],
        Recipe: new("Add a step to an order",
        [
            new("Add the state to the order", [Make.Evidence("t2", 4, 6)]),
            new("Write the method beside `PlaceAsync`", [Make.Evidence("t1", 7, 9)]),
            new("Save the order", [Make.Evidence("t3", 3, 3)]),
        ]),
        Examples:
        [
            new("Placing an order", Make.Evidence("t1", 6, 35), [new LineSpan(20, 22)], [new LineSpan(1, 2), new LineSpan(4, 4)],
                ["The order is checked before it is saved", "The mail goes last"]),
            Make.Example("The order", Make.Evidence("t2", 1, 28), "Every rule is a method"),
            Make.Example("The store", Make.Evidence("t3", 1, 30), "One transaction an order"),
        ],
        Always:
        [
            Make.Constraint("Check stock before an order is placed", null, Make.Evidence("t1", 7, 7)),
            Make.Constraint("Name states in the past tense"),
            Make.Constraint("Pass the clock in"),
        ],
        Never:
        [
            Make.Constraint("Read the clock in the order", "pass the time in", Make.Evidence("t2", 5, 5)),
            Make.Constraint("Save twice in one method", "collect, then save"),
            Make.Constraint("Send mail from the order", "send it from the service"),
        ],
        Ask: [Make.Constraint("Before changing the signature of `Save`: [t1] uses it", null, Make.Evidence("t3", 3, 3))]);

    public static Document Document() => DocumentRenderer.Render(Agent, Plan, Catalogue);
}
