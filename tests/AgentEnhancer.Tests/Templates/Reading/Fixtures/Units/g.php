<?php

declare(strict_types=1);

namespace App\Http;

use Illuminate\Http\Request;

/** Doc */
#[Route('/x')]
final class {{Entity}}Controller extends Controller implements Foo
{
    use HandlesX;

    private const MAX = 10;
    protected array $items = ['{'];

    public function __construct(private readonly Repo $repo)
    {
    }

    #[Get('/')]
    public function index(Request $request): JsonResponse
    {
        $s = <<<SQL
        SELECT { 'x
        SQL;
        return response()->json(['a' => "b {$x}"]);
    }

    abstract protected function none(): void;
}

interface Foo { public function a(int $x): ?string; }
trait T { public function t() { return 1; } }
enum Suit: string { case A = 'a'; public function label(): string { return 'x'; } }
function helper(string $x): string { return $x; }
$app->get('/x', function ($r) {
    return 1;
});
