using AgentEnhancer.Templates;

namespace AgentEnhancer.Tests.Templates.Sections;

[TestClass]
public sealed class Reading_markup_and_scripting_units
{
    [TestMethod]
    public void Html_elements() => Outline.Of("""
        <!DOCTYPE html>
        <html>
        <head>
          <meta charset="utf-8">
          <script>
            if (a < b) { document.write("<div>"); }
          </script>
        </head>
        <body>
          <!-- The form. <form> -->
          <form id="order" onsubmit="a > b">
            <input name="x"><br>
            <p>Unclosed
            <p>Too
            <select
              name="s">
            </select>
          </form>
          <p>{{text}}</p>
        </body>
        </html>
        """, "html").Should().Equal(
        "Element <html> 2-21",
        "  Element <head> 3-8",
        "  Element <body> 9-20",
        "    Element <form id=\"order\"> 10-18");

    [TestMethod]
    public void Xml_and_xaml_elements()
    {
        Outline.Of("<Project>\n  <Target Name=\"Build\">\n    <Exec Command=\"a &gt; b\" />\n  </Target>\n  <ItemGroup>\n    <A Include=\"x\" />\n  </ItemGroup>\n</Project>\n", "xml")
            .Should().Equal("Element <Project> 1-8", "  Element <Target Name=\"Build\"> 2-4", "  Element <ItemGroup> 5-7");
        Outline.Of("<Window x:Class=\"{{ns}}.Main\"\n    Title=\"a > b\">\n  <Grid x:Name=\"Root\">\n    <Button/>\n  </Grid>\n</Window>\n", "xaml")
            .Should().Equal("Element <Window x:Class=\"{{ns}}.Main\"> 1-6", "  Element <Grid x:Name=\"Root\"> 3-5");
    }

    [TestMethod]
    public void Razor_markup_and_code() => Outline.Of("""
        @page "/orders"
        @inject Repository<Order> Orders

        <EditForm Model="order">
            <p>@(orders.Count < 3 ? "few" : "many")</p>
        </EditForm>

        @code {
            private List<Order> orders = new();

            [Parameter]
            public string Name { get; set; } = "}";

            protected override async Task OnInitializedAsync()
            {
                orders = await Orders.All();
            }
        }

        <footer>
        </footer>
        """, "razor").Should().Equal(
        "Element <EditForm> 4-6",
        "Section @code 8-18",
        "  Value orders 9",
        "  Method OnInitializedAsync 14-17",
        "Element <footer> 20-21");

    [TestMethod]
    public void Vue_parts_with_their_scripts_units()
    {
        var units = Outline.Read("""
            <template>
              <div class="a">
                <template v-if="x">
                  <p>hi</p>
                </template>
              </div>
            </template>

            <script setup lang="ts">
            import { ref } from 'vue'

            export function use{{Entity}}(): string {
              return '</div>'
            }
            </script>

            <style scoped>
            .a { color: red; }
            </style>
            """, "vue").ToList();

        units.Select(u => new string(' ', u.Level * 2) + u).Should().Equal(
            "Section template 1-7",
            "  Element <div> 2-6",
            "    Element <template> 3-5",
            "Section script 9-15",
            "  Hook use{{Entity}} 12-14",
            "Section style 17-19");
        units[4].Parent.Should().BeSameAs(units[3]);
    }

    [TestMethod]
    public void Svelte_and_astro_keep_their_markup_beside_the_script()
    {
        Outline.Of("<script lang=\"ts\">\n  export let name: string;\n  function f() {\n    return 1;\n  }\n</script>\n\n{#if name}\n  <ul>\n    <li>a</li>\n  </ul>\n{/if}\n", "svelte")
            .Should().Contain(["Section script 1-6", "  Function f 3-5", "Element <ul> 9-11"]);
        Outline.Of("---\nimport A from './A.astro';\nfunction f() {\n  return 1;\n}\n---\n<A>\n  <p/>\n</A>\n", "astro")
            .Should().Contain(["Section --- 1-6", "  Function f 3-5", "Element <A> 7-9"]);
    }

    [TestMethod]
    public void Shell_functions() => Outline.Of("""
        #!/bin/sh
        # Says it.
        say() {
          echo "}" '}' ${1:-x} # }
          cat <<EOF
        }
        EOF
          case "$1" in a) echo ;; esac
        }
        function deploy-{{env}}
        {
          ( cd /tmp && ls )
        }
        sub() ( cd x; ls )
        one() { :; }
        """, "shell").Should().Equal(
        "Function say 2-9",
        "Function deploy-{{env}} 10-13",
        "Function sub 14",
        "Function one 15");

    [TestMethod]
    public void Ruby_blocks() => Outline.Of("""
        # frozen_string_literal: true

        module Api
          # An order.
          class {{ClassName}} < Base
            attr_reader :a

            def initialize(a)
              @a = a if a
            end

            def total = items.sum

            private def valid?
              items.each do |i|
                return false unless i.ok?
              end
              text = <<~SQL
                end
              SQL
              if x then y end
            end

            class << self
              def build; new(1); end
            end
          end
        end

        RSpec.describe Api do
          let(:a) { 1 }
          before do
            x
          end
          it "sums {{thing}}" do
            expect(1).to eq 1
          end
        end
        """, "ruby").Should().Equal(
        "Class {{ClassName}} 4-27",
        "  Constructor initialize 8-10",
        "  Method total 12",
        "  Method valid? 14-22",
        "  Class << self 24-26",
        "    Method build 25",
        "TestSuite describe Api 30-38",
        "  Fixture before 32-34",
        "  Test it \"sums {{thing}}\" 35-37");

    [TestMethod]
    public void Elixir_blocks() => Outline.Of(""""
        defmodule {{App}}.Orders do
          @moduledoc "Orders"
          use Ecto.Schema

          schema "orders" do
            field :a, :string
          end

          @doc """
          Adds.

          end
          """
          @spec add(integer) :: integer
          def add(a) do
            fn -> a end
          end

          defp one(a), do: a
        end

        describe "add/1" do
          test "adds", %{a: a} do
            assert a
          end
        end
        """", "elixir").Should().Equal(
        "Class {{App}}.Orders 1-20",
        "  Block schema \"orders\" 5-7",
        "  Function add 9-17",
        "  Function one 19",
        "TestSuite describe \"add/1\" 22-26",
        "  Test test \"adds\", %{a: a} 23-25");

    [TestMethod]
    public void Lua_functions() => Outline.Of("""
        local M = {}

        --- Adds.
        function M.add(a, b)
          if a then return b end
          return a + b
        end

        local function one() return 1 end

        M.two = function()
          for i = 1, 2 do
            print(i)
          end
        end

        describe("add", function()
          it("adds", function()
            assert(true)
          end)
        end)
        """, "lua").Should().Equal(
        "Function M.add 3-7",
        "Function one 9",
        "Function M.two 11-15",
        "TestSuite describe \"add\" 17-21",
        "  Test it \"adds\" 18-20");
}
