export function parse(input: string): Node;
export function parse(input: Buffer): Node;
export function parse(input: string | Buffer): Node {
  return null!;
}

function single(a: string): { b: string } {
  return { b: a };
}

class Box {
  put(a: string): void;
  put(a: number): void;
  put(a: unknown) {
    this.a = a;
  }

  a: unknown = null;
}

export default class extends Box {
  extra(): this {
    return this;
  }
}
