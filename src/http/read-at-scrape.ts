import { Counter, Gauge, type Registry } from 'prom-client'

type Value = number | null | undefined
/** A value for each value of the one label. */
type ByLabel = [label: string, value: Value][]

interface Labelled {
  name: string
  help: string
  label: string
  read: () => ByLabel | Promise<ByLabel | null>
}

/** A gauge that is not there while nobody knows its value. */
export function gauges(registry: Registry, { name, help, label, read }: Labelled): void {
  new Gauge({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    async collect() {
      const values = (await orNothing(read)) ?? []
      this.reset()
      for (const [of, value] of values) {
        if (typeof value === 'number') this.set({ [label]: of }, value)
      }
    },
  })
}

export function gauge(
  registry: Registry,
  name: string,
  help: string,
  read: () => Value | Promise<Value>,
): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      const value = await orNothing(read)
      if (typeof value === 'number') this.set(value)
      else this.remove()
    },
  })
}

/** What is counted elsewhere. */
export function counter(
  registry: Registry,
  {
    name,
    help,
    label,
    read,
  }: { name: string; help: string; label?: string; read: () => [string, number][] },
): void {
  new Counter({
    name,
    help,
    labelNames: label === undefined ? [] : [label],
    registers: [registry],
    collect() {
      this.reset()
      for (const [of, count] of read()) {
        if (label === undefined) this.inc(count)
        else this.inc({ [label]: of }, count)
      }
    },
  })
}

/** One that cannot be read must not hide the others. */
async function orNothing<Read>(read: () => Read | Promise<Read>): Promise<Read | null> {
  try {
    return await read()
  } catch {
    return null
  }
}
