using AgentEnhancer.Tests.Templates.Sections;

namespace AgentEnhancer.Tests.Templates.Reading;

[TestClass]
public sealed class Units_behind_calls_and_receivers
{
    [TestMethod]
    public void An_extension_of_Kotlin_goes_by_its_own_name() => Outline.Of("""
        package {{package}}

        import io.ktor.server.routing.*

        fun Route.orders(service: OrderService) {
            get("/orders") { call.respond(service.all()) }
        }

        private fun io.ktor.server.application.ApplicationCall.userId(): String = principal()

        fun <T> List<T>.second(): T = this[1]

        fun String?.orDash() = this ?: "-"

        val Order.isOpen: Boolean
            get() = status == Status.OPEN
        """, "kotlin").Should().Equal(
        "Function orders 5-7",
        "Function userId 9",
        "Function second 11",
        "Function orDash 13",
        "Value isOpen 15-16");

    [TestMethod]
    public void An_import_of_everything_ends_with_its_line() =>
        Outline.Of("import a.b.*\nimport c.d.*\n\ndata class Order(val id: Long)\n", "kotlin").Should().Equal("Class Order 4");

    [TestMethod]
    public void Bodies_by_indentation_in_Scala() => Outline.Of("""
        import cats.effect.*

        final case class Order(
          id: OrderId,
        ) extends Entity

        object Order:
          def empty: Order =
            val zero = 0
            Order(OrderId(zero))

        trait Orders[F[_]]:
          def find(id: OrderId): F[Option[Order]]

        extension (o: Order)
          def isBig: Boolean = o.total > 100

        class Live(xa: Xa) extends Orders[IO] {
          def find(id: OrderId) = {
            1
          }
        }
        """, "scala").Should().Equal(
        "Class Order 3-5",
        "Class Order 7-10",
        "  Method empty 8-10",
        "Trait Orders 12-13",
        "  Method find 13",
        "Implementation (o: Order) 15-16",
        "  Method isBig 16",
        "Class Live 18-22",
        "  Method find 19-21");

    [TestMethod]
    public void Tests_of_Pest() => Outline.Of("""
        <?php

        uses(RefreshDatabase::class);

        beforeEach(function () {
            $this->user = User::factory()->create();
        });

        it('lists orders', function () {
            $this->getJson('/orders')->assertOk();
        });

        describe('cancelling', function () {
            test('needs an open order', fn () => expect(1)->toBe(1));
        });
        """, "php").Should().Equal(
        "Statements uses 3",
        "Fixture beforeEach 5-7",
        "Test lists orders 9-11",
        "TestSuite cancelling 13-15",
        "  Test needs an open order 14");

    [TestMethod]
    public void The_class_that_a_migration_returns() => Outline.Of("""
        <?php

        return new class extends Migration
        {
            public function up(): void
            {
                Schema::create('orders', function (Blueprint $table) {
                    $table->id();
                });
            }
        };
        """, "php").Should().Equal("Class Migration 3-11", "  Method up 5-10");

    [TestMethod]
    public void Tests_of_Dart_inside_of_main() => Outline.Of("""
        void main() {
          late Repo repo;
          group('cart', () {
            setUp(() { repo = Repo(); });
            test('adds', () async {
              expect(1, 1);
            });
            blocTest<Cart, State>('loads', build: () => Cart());
          });
        }
        """, "dart").Should().Equal(
        "Function main 1-10",
        "  TestSuite cart 3-9",
        "    Fixture setUp 4",
        "    Test adds 5-7",
        "    Test loads 8");

    [TestMethod]
    public void A_directive_goes_by_what_it_says() =>
        Outline.Of("\"use client\";\n\nexport function A() {\n  return 1;\n}\n", "typescript").Should().Equal("Statements use client 1", "Function A 3-5");

    [TestMethod]
    public void A_field_of_Groovy_is_no_method() =>
        Outline.Of("class A {\n    def repository\n\n    def find(id) {\n        repository.get(id)\n    }\n}\n", "groovy").Should().Equal("Class A 1-7", "  Method find 4-6");

    [TestMethod]
    public void An_extension_of_Dart_without_a_name() => Outline.Of("""
        extension on Boat {
          void moor() {
            tie();
          }
        }

        extension Rigging on Mast {
          void hoist() {
            pull();
          }
        }
        """, "dart").Should().Equal("Implementation Boat 1-5", "  Method moor 2-4", "Class Rigging 7-11", "  Method hoist 8-10");
}
