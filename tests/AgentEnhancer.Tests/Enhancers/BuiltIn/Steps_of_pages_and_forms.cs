using AgentEnhancer.Enhancers.BuiltIn;
using AgentEnhancer.Tests.Support;

namespace AgentEnhancer.Tests.Enhancers.BuiltIn;

[TestClass]
public sealed class Steps_of_pages_and_forms
{
    private const string Page = "<script setup lang=\"ts\">\nimport { useGateStore } from '@/stores/gate.store'\n\nconst store = useGateStore()\n\nfunction lift() {\n  store.lift('north')\n}\n</script>\n\n<template>\n  <button @click=\"lift\">Lift the gate</button>\n</template>\n";
    private const string Store = "export const useGateStore = defineStore('gate', () => {\n  const open = ref(false)\n  function lift(key: string) {\n    open.value = key !== ''\n  }\n  return { open, lift }\n})\n";
    private const string Routes = "export const gateRoutes = [\n  {\n    path: '/gates',\n    component: () => import('@/views/GatePage.vue'),\n  },\n]\n";

    private static RatedRecipe[] Recipes(TestSet set, string agent)
    {
        var known = set.Know();
        return [.. ComponentRecipe.For(known.Focus(agent), known.Facts)];
    }

    [TestMethod]
    public void Say_where_data_comes_from_and_where_a_page_is_registered()
    {
        using var set = new TestSet().Agent("page-author", "Writes pages of the gate and their routes")
            .Template("views/GatePage.vue.template", Page).Template("stores/gate.store.ts.template", Store).Template("router/gate.routes.ts.template", Routes);

        var recipe = Recipes(set, "page-author").Should().ContainSingle().Which.Recipe;

        recipe.Title.Should().Be("Add a page");
        recipe.Steps.Select(s => $"{s.Do} {string.Join(' ', s.Evidence)}").Should().Equal(
            "Take its data from `useGateStore`, as `GatePage.vue` does: `const store = useGateStore()`. t3:4 t2:1",
            "Write the page on the model of `GatePage.vue`. t3:1-13",
            "Register it in `gate.routes.ts`, as `GatePage.vue` is: `component: () => import('@/views/GatePage.vue')`. t1:4");
    }

    [TestMethod]
    public void Are_not_for_an_agent_that_speaks_of_neither()
    {
        using var set = new TestSet().Agent("store-author", "Writes the gate store and its lift")
            .Template("views/GatePage.vue.template", Page).Template("stores/gate.store.ts.template", Store).Template("router/gate.routes.ts.template", Routes);

        Recipes(set, "store-author").Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("@attribute [Authorize(Policy = \"Gate\")]\n", "Choose its route and who may open it, as `GatePage.razor` does: `@page \"/gates\"`.")]
    [DataRow("@inject Gates Gates\n", "Choose its route, as `GatePage.razor` does: `@page \"/gates\"`.")]
    public void Name_the_route_of_a_razor_page_and_its_code_behind(string second, string expected)
    {
        using var set = new TestSet().Agent("page-author", "Writes pages of the gate and their routes")
            .Template("pages/GatePage.razor.template", $"@page \"/gates\"\n{second}\n<h1>Gates</h1>\n<button @onclick=\"Lift\">Lift</button>\n")
            .Template("pages/GatePage.razor.cs.template", "namespace Harbour;\n\npublic partial class GatePage\n{\n    private void Lift()\n    {\n        Gates.Lift();\n    }\n}\n");

        Recipes(set, "page-author").Should().ContainSingle().Which.Recipe.Steps.Select(s => s.Do).Should().Equal(
            expected, "Write the page on the model of `GatePage.razor`.", "Write its code-behind on the model of `GatePage.razor.cs`.");
    }

    [TestMethod]
    [DataRow("GateForm.vue", "forms", "Add a form")]
    [DataRow("GateForm.vue", "components", "Add a component")]
    [DataRow("GateView.vue", "pages", "Add a page")]
    [DataRow("GateCard.vue", "components", "Add a component")]
    public void Call_it_as_the_agent_does(string file, string word, string expected)
    {
        using var set = new TestSet().Agent("vue-author", $"Writes {word} of the gate")
            .Template($"views/{file}.template", Page.Replace("const store", "defineProps<{ gate: string }>()\nconst store", StringComparison.Ordinal)).Template("stores/gate.store.ts.template", Store);

        Recipes(set, "vue-author").Should().ContainSingle().Which.Recipe.Title.Should().Be(expected);
    }
}
