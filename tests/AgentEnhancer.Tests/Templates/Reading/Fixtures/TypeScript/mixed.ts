import { Router } from 'express'
import type { A } from './a'

/** Doc */
export async function load<T extends { id: string }>(id: string, opts: { x?: number } = {}): Promise<{ a: T }> {
  return { a: null! }
}
export function over(a: string): string
export function over(a: number): number
export function over(a: any) {
  return a
}
export const useThing = () => useQuery({ queryKey: ['x'] })
const x = 1, y = 2
export const a = (b: string): Promise<void> =>
  b
    .trim()
    .then(() => {})
type U =
  | 'a'
  | 'b'
export interface I { a: string; b(): void }
export enum E { A, B }
@Injectable()
export class S extends Base<{ a: 1 }> implements I {
  private readonly cache = new Map<string, () => void>()
  static x: number
  @Input() name: string = 'x'
  constructor(private readonly h: Http) { super() }
  get a() { return 'x' }
  handler = async (e: Event) => {
    e.x()
  }
  // lead
  @Post('/x')
  async create(@Body() dto: Dto): Promise<{ ok: boolean }> {
    return { ok: true }
  }
  #priv() {}
  [Symbol.iterator]() { return 1 }
  overload(a: string): void
  overload(a: number): void
  overload(a: any): void {}
}
const router = Router()
router.get('/users/:id', async (req, res) => {
  res.json({})
})
app.listen(3000)
describe('thing', () => {
  let a: string
  beforeEach(() => { a = 'x' })
  it('does it', async () => {
    expect(1).toBe(1)
  })
  describe.each([1])('nested %s', (n) => {
    test("it's", () => {})
  })
})
export default defineConfig({
  plugins: [react()],
})
export { x }
export * from './y'
if (import.meta.hot) {
  import.meta.hot.accept()
}
module.exports = { a }
declare module 'x' { interface Y { z: string } }
export const Btn = React.forwardRef<HTMLButtonElement, Props>(({ a }, ref) => <button ref={ref} />)
