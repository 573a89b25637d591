import { badRequest, refusal } from '../refusal.ts'
import type { Webhook } from '../webhook.ts'
import { isTrue, textOf, type Method, type MethodCall } from './method.ts'

const longestHoldSeconds = 50

/** The methods by which a bot hears of updates. They share who polls and which webhook is set. */
export function updateMethods(webhook: Webhook): Record<string, Method> {
  let endCurrentPoll: (() => void) | undefined

  async function getUpdates({ world, values, signal }: MethodCall): Promise<unknown> {
    if (webhook.url() !== '') {
      throw refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    endCurrentPoll?.()
    world.updates.allow(stringsOf(values['allowed_updates']))
    const limit = Math.min(Math.max(Number(values['limit'] ?? 100), 1), 100)
    const offset = values['offset'] === undefined ? undefined : Number(values['offset'])
    const holdMs = Math.min(Number(values['timeout'] ?? 0), longestHoldSeconds) * 1_000
    const found = world.updates.from(offset, limit)
    if (found.length > 0 || holdMs === 0) return found
    const ended = await waitForUpdate(world, holdMs, signal, (end) => (endCurrentPoll = end))
    if (ended === 'taken over') {
      throw refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      )
    }
    return world.updates.from(offset, limit)
  }

  return {
    getUpdates,
    setWebhook({ world, values }) {
      const url = textOf(values['url']) ?? ''
      if (url !== '' && !URL.canParse(url)) throw badRequest('bad webhook: invalid URL')
      const secret = textOf(values['secret_token'])
      if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
        throw badRequest('secret token contains unallowed characters')
      }
      world.updates.allow(stringsOf(values['allowed_updates']))
      dropIfAsked({ world, values })
      endCurrentPoll?.()
      webhook.set(url, secret)
      return true
    },
    deleteWebhook({ world, values }) {
      dropIfAsked({ world, values })
      webhook.set('', undefined)
      return true
    },
    getWebhookInfo({ world }) {
      const allowed = world.updates.allowed()
      const error = webhook.lastError()
      return {
        url: webhook.url(),
        has_custom_certificate: false,
        pending_update_count: world.updates.pendingCount(),
        ...(allowed !== undefined && allowed.length > 0 && { allowed_updates: allowed }),
        ...(error !== null && {
          last_error_date: Math.floor(error.at / 1_000),
          last_error_message: error.message,
        }),
      }
    },
  }
}

function dropIfAsked({ world, values }: Pick<MethodCall, 'world' | 'values'>): void {
  if (isTrue(values['drop_pending_updates'])) world.updates.clear()
}

function waitForUpdate(
  { updates }: MethodCall['world'],
  holdMs: number,
  signal: AbortSignal,
  keep: (end: (() => void) | undefined) => void,
): Promise<'update' | 'over' | 'taken over'> {
  return new Promise((resolve) => {
    const finish = (how: 'update' | 'over' | 'taken over') => {
      clearTimeout(timer)
      forget()
      signal.removeEventListener('abort', hangUp)
      if (how !== 'taken over') keep(undefined)
      resolve(how)
    }
    const hangUp = () => finish('over')
    const timer = setTimeout(hangUp, holdMs)
    const forget = updates.onPush(() => finish('update'))
    signal.addEventListener('abort', hangUp, { once: true })
    keep(() => finish('taken over'))
  })
}

function stringsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined
}
