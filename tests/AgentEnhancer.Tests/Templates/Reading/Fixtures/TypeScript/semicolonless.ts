import { z } from 'zod'

export const schema = z
  .object({
    id: z.string(),
  })
  .strict()

const a = 1
const b = a +
  2
let c = cond
  ? 'x'
  : 'y'

export type Input = z.infer<typeof schema>
export type Either<L, R> = { tag: 'l'; value: L }
  | { tag: 'r'; value: R }

type Fn = (a: string) => void
type Keys = {
  [K in keyof Input]: () => Input[K]
}

export function assertIs(x: unknown): asserts x is string {
  if (typeof x !== 'string') throw new Error(`not {a} string: ${x}`)
}

export function isString(x: unknown): x is string {
  return /^["'`{]/.test(String(x)) && 4 / 2 / 1 > 0
}

export async function* stream<T>(
  items: AsyncIterable<T>,
): AsyncGenerator<T, void> {
  for await (const item of items) yield item
}

export const pipe =
  <A, B>(f: (a: A) => B) =>
  (a: A): B =>
    f(a)
