import fastify, { type FastifyInstance } from 'fastify'

/** What the outside sees of the program's health. */
export interface Health {
  /** The process runs and answers. */
  alive: boolean
  /** It does its work: database reachable, updates arriving, nothing stuck. */
  ready: boolean
  /** One short sentence per part that is not well. */
  problems: string[]
}

export interface HttpDeps {
  health: () => Promise<Health>
  /** Text of `/metrics` in the Prometheus format. */
  metrics: () => Promise<string>
  /** Present in webhook mode. */
  webhook?: {
    path: string
    /** Verifies and stores; resolves with the status to answer. */
    receive: (secret: string | undefined, body: Buffer) => Promise<WebhookAnswer>
  }
}

export interface WebhookAnswer {
  status: 200 | 400 | 403 | 413 | 503
  retryAfterSeconds?: number
}

/** The HTTP side: health, metrics, and Telegram's webhook. */
export function createHttpServer({ health, metrics, webhook }: HttpDeps): FastifyInstance {
  const app = fastify({
    logger: false,
    requestTimeout: 30_000,
    keepAliveTimeout: 75_000,
    bodyLimit: 1_048_576,
  })
  // The webhook wants the bytes: a body is checked and decoded in one place.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body)
  })

  app.get('/healthz', async (_request, reply) => {
    const { alive, problems } = await health()
    return reply.code(alive ? 200 : 503).send({ ok: alive, problems })
  })
  app.get('/readyz', async (_request, reply) => {
    const { ready, problems } = await health()
    return reply.code(ready ? 200 : 503).send({ ok: ready, problems })
  })
  app.get('/metrics', async (_request, reply) =>
    reply.header('content-type', 'text/plain; version=0.0.4').send(await metrics()),
  )
  if (webhook !== undefined) {
    app.post(webhook.path, async (request, reply) => {
      const secret = request.headers['x-telegram-bot-api-secret-token']
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      const answer = await webhook.receive(typeof secret === 'string' ? secret : undefined, body)
      if (answer.retryAfterSeconds !== undefined) {
        void reply.header('retry-after', answer.retryAfterSeconds)
      }
      return reply.code(answer.status).send()
    })
  }
  return app
}
