import type { AddressInfo } from 'node:net'

import type { Registry } from 'prom-client'

import type { MetricSources } from './metrics.ts'
import { createHttpServer, type Health, type HttpDeps } from './server.ts'

export interface HttpSources extends MetricSources {
  /** In webhook mode: the route to serve. */
  webhook: HttpDeps['webhook']
}

export type HttpVerdict =
  { ok: true; url: string; close: () => Promise<void> } | { ok: false; message: string }

/** Serves health, metrics and, in webhook mode, Telegram's route. */
export async function startHttp(
  { host, port }: { host: string; port: number },
  sources: HttpSources,
): Promise<HttpVerdict> {
  const { webhook, watch } = sources
  // Loaded when somebody looks: a desk that nobody measures needs none of it.
  let metrics: Promise<Registry> | undefined
  const openMetrics = async () => (await import('./metrics.ts')).createMetrics(sources)

  const app = createHttpServer({
    health: () => readHealth(watch),
    metrics: async () => (await (metrics ??= openMetrics())).metrics(),
    ...(webhook !== undefined && { webhook }),
  })
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const message = `HTTP cannot listen on ${host}:${String(port)} (${code}): set PORT to a free one.`
    return { ok: false, message }
  }
  const { port: chosen } = app.server.address() as AddressInfo
  return { ok: true, url: `http://${host}:${String(chosen)}`, close: () => app.close() }
}

async function readHealth(watch: HttpSources['watch']): Promise<Health> {
  const problems = (await watch.problems()).map(({ sentence }) => sentence)
  return { alive: true, ready: problems.length === 0, problems }
}
