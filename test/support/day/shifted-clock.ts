/** Loaded into the desk's process before it: moves its wall clock at SIGUSR2, and back at the next. */
const program = (shiftMs: number) => `
  const Real = Date
  let shiftMs = 0
  process.on('SIGUSR2', () => { shiftMs = shiftMs === 0 ? ${String(shiftMs)} : 0 })
  const now = () => Real.now() + shiftMs
  globalThis.Date = new Proxy(Real, {
    construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self),
    apply: () => new Real(now()).toString(),
    get: (target, key) => key === 'now' ? now : Reflect.get(target, key),
  })`

/**
 * For NODE_OPTIONS: everything that asks this process for the time of day gets another one, while
 * timers go on as they do when an operating system's clock is set. PostgreSQL's and Telegram's stay.
 */
export function clockPreload(shiftMs: number): string {
  return `--import data:text/javascript,${encodeURIComponent(program(shiftMs))}`
}
