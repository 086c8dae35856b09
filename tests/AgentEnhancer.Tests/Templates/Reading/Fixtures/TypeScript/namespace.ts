declare global {
  interface Window {
    env: Record<string, string>;
  }
}

export namespace Shapes {
  export const unit = 1;

  export function area(r: number): number {
    return Math.PI * r ** 2;
  }

  export namespace Inner {
    export type Deep = { a: { b: string } };
  }
}

declare module 'x' {
  export function y(a: string): void;
}

export declare const VERSION: string;
export const enum Level {
  Low = 1,
  High = Low << 2,
}
abstract class Base {}
