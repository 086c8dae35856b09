namespace AgentEnhancer.Tests.Templates.Sections;

[TestClass]
public sealed class Reading_configuration_units
{
    [TestMethod]
    public void Compose_services() => Outline.Of("""
        # The stack.
        version: "3.9"

        services:
          # The API.
          {{service-name}}:
            image: "node: 20"
            environment:
              - A=b
              - "C: d"
            command: |
              not_a_key:
                - nor an entry
                and: more
                lines: here

          db:
            image: postgres

        volumes: {}
        """, "yaml").Should().Equal(
        "Block services 4-18",
        "  Block {{service-name}} 5-15",
        "    Block command 11-15",
        "  Block db 17-18");

    [TestMethod]
    public void Jobs_and_steps_also_with_entries_at_their_keys_indentation() => Outline.Of("""
        on:
          push: { branches: [main,
            release] }
        jobs:
          build:
            runs-on: ubuntu-latest
            steps:
            - uses: actions/checkout@v4
            - name: Test it
              run: |
                npm ci
                npm test
            - run: echo
          lint:
            steps:
              - id: a
                run: x
        """, "yaml").Should().Equal(
        "Block on 1-3",
        "  Block push 2-3",
        "Block jobs 4-17",
        "  Block build 5-13",
        "    Block steps 7-13",
        "      Block Test it 9-12",
        "  Block lint 14-17",
        "    Block a 16-17");

    [TestMethod]
    public void Documents_are_called_by_kind_and_name() => Outline.Of("""
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: {{app}}
        spec:
          template:
            metadata:
              name: inner
        ---
        kind: Service
        metadata: { name: x }
        ---
        """, "yaml").Should().Equal(
        "Section Deployment {{app}} 1-8",
        "  Block metadata 3-4",
        "  Block spec 5-8",
        "    Block template 6-8",
        "Section Service 10-11");

    [TestMethod]
    public void Toml_tables() => Outline.Of("""
        top = 1
        # The project.
        [project]
        name = "x"
        matrix = [
          [1, 2],
          [3],
        ]

        [[tool.{{name}}.items]]
        text = '''
        [not.a.table]
        '''
        """, "toml").Should().Equal("Section project 2-8", "Section tool.{{name}}.items 10-13");

    [TestMethod]
    public void Ini_sections_and_groups_where_there_are_none()
    {
        Outline.Of("root = true\n\n[*.{cs,vb}]\na = 1\n; why\n[b]\nc = 2\n", "ini").Should().Equal("Section *.{cs,vb} 3-4", "Section b 5-7");
        Outline.Of("# Database\nDB_HOST=a\nDB_PORT=1\n\nKEY={{key}}\n", "dotenv").Should().Equal("Section Database 1-3", "Section KEY 5");
    }

    [TestMethod]
    public void Dockerfile_stages() => Outline.Of("""
        ARG V=1
        # Builds it.
        FROM --platform=linux/amd64 node:$V AS {{stage}}
        RUN apt-get update \
            # a comment inside
         && FROM_NOT=1

        FROM nginx
        COPY --from=build /a /b
        """, "dockerfile").Should().Equal("Section {{stage}} 2-6", "Section nginx 8-9");

    [TestMethod]
    public void Makefile_targets() => Outline.Of(
        "CC := gcc\nX = a:b\n\n.PHONY: build\n# Builds.\nbuild: a.o \\\n  b.o\n\t$(CC) -o x: y\n\n\techo done\n\nclean test:\n\trm -f x\ndefine HELP\na:\n\tb\nendef\nafter: ; echo\n",
        "makefile").Should().Equal("Section build 5-10", "Section clean test 12-13", "Section HELP 14-17", "Section after 18");

    [TestMethod]
    public void Markdown_headings_outside_fences_by_rank() => Outline.Of("""
        ---
        title: # no
        ---
        # Title #

        ## First
        ```
        # no
        ````sh
        ```
        ~~~~
        ## no
        ~~~
        # no
        ~~~~

        ### Deep
        text

        Second
        ------
        <!--
        # no
        -->
        #no
        Top
        ===
        """, "markdown").Should().Equal(
        "Section Title 4-25",
        "  Section First 6-18",
        "    Section Deep 17-18",
        "  Section Second 20-25",
        "Section Top 26-27");

    [TestMethod]
    public void Sql_statements() => Outline.Of("""
        -- Orders of customers.
        CREATE TABLE IF NOT EXISTS {{schema}}.orders (
          id int, -- a; b
          note text DEFAULT 'x;y'
        );

        CREATE UNIQUE INDEX CONCURRENTLY ix ON orders (id); INSERT INTO orders VALUES (1);

        CREATE OR REPLACE FUNCTION touch() RETURNS trigger AS $body$
        BEGIN
          UPDATE orders SET id = 2;
        END;
        $body$ LANGUAGE plpgsql;

        -- name: GetOrder :one
        SELECT * FROM orders
        WHERE id = $1;

        -- Counted by the hour.
        -- name: Count{{Orders}}ByHour :many
        SELECT * FROM orders;

        CREATE PROCEDURE [dbo].[Do It] AS
        BEGIN
          IF 1 = 1 BEGIN SELECT CASE WHEN 1 = 1 THEN 2 END; END
          WITH a AS (SELECT 1) SELECT * FROM a;
        END
        GO
        DROP TABLE "Big"
        """, "sql").Should().Equal(
        "Query CREATE TABLE {{schema}}.orders 1-5",
        "Query CREATE UNIQUE INDEX ix 7",
        "Query INSERT INTO orders 7",
        "Query CREATE OR REPLACE FUNCTION touch 9-13",
        "Query GetOrder 15-17",
        "Query Count{{Orders}}ByHour 19-21",
        "Query CREATE PROCEDURE [dbo].[Do It] 23-27",
        "Query DROP TABLE \"Big\" 29");

    [TestMethod]
    public void Routines_with_a_delimiter_of_their_own() => Outline.Of("""
        DELIMITER //
        CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW
        BEGIN
          IF x THEN SET y = 1; END IF;
        END //
        DELIMITER ;
        DELETE FROM a;
        """, "sql").Should().Equal("Query CREATE TRIGGER t 2-5", "Query DELETE FROM a 7");
}
