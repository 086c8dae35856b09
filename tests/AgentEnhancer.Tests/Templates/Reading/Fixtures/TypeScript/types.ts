export type Handler<in T, out R = void> = (event: T) => Promise<R>;

export type Conditional<T> = T extends (infer U)[]
  ? U
  : T extends { a: infer V }
    ? V
    : never;

export type Template = `${string}-${number}`;

export interface Indexed {
  [key: string]: unknown;
  (call: string): void;
  new (x: number): Indexed;
  method<T>(a: T): { b: T };
}

export type Mapped = {
  readonly [K in 'a' | 'b' as `get${K}`]?: () => K;
};

export const satisfies1 = {
  a: 1,
} satisfies Record<string, number>;

export const tuple: [a: string, b?: number] = ['x'];
export let typed: { a: string } | undefined;
export const cast = <const T,>(x: T) => x as unknown as { y: T };
