namespace AgentEnhancer.Tests.Templates.Sections;

[TestClass]
public sealed class Reading_units_around_expressions
{
    [TestMethod]
    public void A_model_of_dbt_with_its_common_tables() => Outline.Of("""
        {{
            config(materialized='incremental')
        }}

        -- Grain: one row a customer.
        with orders as (

            select * from {{ ref('stg_orders') }}
            {% if is_incremental() %}
            where at > (select max(at) from {{ this }})
            {% endif %}

        ),

        final as (
            select {{ cents('sum(amount)') }} as amount from orders
        )

        select * from final
        """, "sql").Should().Equal(
        "Query with stg_orders 5-19",
        "  Query orders 6-13",
        "  Query final 15-17");

    [TestMethod]
    public void Macros_of_dbt() => Outline.Of("""
        {# Rounds. Do not use it twice. #}
        {% macro cents(column, digits=2) -%}
            round({{ column }} / 100.0, {{ digits }})
        {%- endmacro %}

        {% snapshot orders_history %}
        select * from {{ source('shop', 'orders') }}
        {% endsnapshot %}
        """, "sql").Should().Equal("Function cents 1-4", "Function orders_history 6-8");

    [TestMethod]
    public void Named_templates_of_a_chart() => Outline.Of("""
        {{/* The name. */}}
        {{- define "app.name" -}}
        {{- if .Values.nameOverride -}}
        {{ .Values.nameOverride }}
        {{- else -}}
        {{ .Chart.Name }}
        {{- end -}}
        {{- end -}}

        {{- /* Labels. */ -}}
        {{- define "app.labels" }}
        app: {{ include "app.name" . }}
        {{- end }}
        """, "gotmpl").Should().Equal("Function app.name 1-8", "Function app.labels 10-13");

    [TestMethod]
    public void A_comment_of_a_chart_is_read_without_its_marks()
    {
        var source = AgentEnhancer.Templates.Reading.Lexer.Lex("{{/* Never change these. */}}\n{{- /*\nKeep this.\n*/ -}}\na: 1", "yaml");

        source.Comments.Select(c => c.Text.Trim()).Should().Equal("Never change these.", "Keep this.");
    }

    [TestMethod]
    public void Views_of_Blade_and_of_Rails()
    {
        Outline.Of("{{-- <table> --}}\n<x-layout>\n  @if ($a)\n    <dl>\n      <dt>{{ $a->b }}</dt>\n    </dl>\n  @endif\n</x-layout>\n", "blade")
            .Should().Equal("Element <x-layout> 1-8", "  Element <dl> 4-6");
        Outline.Of("<%# locals: (a:) %>\n<div>\n  <% if a %>\n    <p><%= a %></p>\n  <% end %>\n</div>\n", "erb").Should().Equal("Element <div> 1-6");
    }

    [TestMethod]
    public void Settings_in_braces() => Outline.Of("""
        # Behind the load balancer.
        upstream app {
            server {{host}}:80;
        }

        server {
            location / {
                proxy_pass http://app;
            }
            location ~* \.(png|jpg)$ {
                expires 30d;
            }
        }

        db.pool = {
            size = ${?DB_POOL}
        }
        """, "ini").Should().Equal(
        "Block upstream app 1-4",
        "Block server 6-13",
        "  Block location / 7-9",
        "  Block location ~* \\.(png|jpg)$ 10-12",
        "Block db.pool 15-17");

    [TestMethod]
    public void Functions_of_PowerShell() => Outline.Of("""
        # Never on the host.
        function Get-Config {
            param([string] $Path)
            if ($Path) { Get-Content $Path }
        }

        function Invoke-Deploy($a) { Get-Config $a }
        Invoke-Deploy
        """, "powershell").Should().Equal("Function Get-Config 1-5", "Function Invoke-Deploy 7");

    [TestMethod]
    public void A_clause_goes_on_with_its_block_of_Ruby() => Outline.Of("""
        module Payments
          class Capture
            def call
              gateway.capture
            rescue Declined => e
              fail!(e)
            ensure
              unlock
            end

            def total = 1
          end
        end

        module Auditable
          def audit
            1
          end
        end
        """, "ruby").Should().Equal(
        "Class Capture 2-12",
        "  Method call 3-9",
        "  Method total 11",
        "Class Auditable 15-19",
        "  Method audit 16-18");
}
