import { Injectable } from '@nestjs/common';

// ── Types ──────────────────────────────────

export interface Options<T = { a: string }> extends Base<T>, Other {
  name: string;
  onDone?: (result: { ok: boolean }) => void;
}

/**
 * Doc with { brace.
 */
@Injectable({ scope: Scope.REQUEST })
export abstract class Service<T extends { id: string }> extends mixin(Base, { a: 1 }) implements Runnable {
  static readonly defaults: Options = {
    name: 'x',
  };

  declare foo: string;
  private items: T[] = [];
  count?: number;
  readonly handlers = { a: () => {}, b() {} };

  constructor(
    private readonly repo: Repo<T>,
    @Inject(TOKEN) protected token: string,
  ) {
    super();
  }

  static create(): Service<any> {
    return null!;
  }

  static {
    Service.defaults.name = 'y';
  }

  abstract run(input: T): Promise<void>;

  get size(): number {
    return this.items.length;
  }

  set size(value: number) {
    this.items.length = value;
  }

  // Belongs to load.
  @Cron('* * * * *')
  async load<K extends keyof T>(key: K, { a, b }: { a: string; b?: number } = { a: '}' }): Promise<{ value: T[K] }> {
    const x = { a, b };
    return { value: this.items[0][key] };
  }

  protected async *each(): AsyncIterable<T> {
    yield* this.items;
  }

  ['computed' + 1]() {}

  'quoted-name'() {
    return 1;
  }

  private onClick = async (e: Event): Promise<void> => {
    await e;
  };
}
