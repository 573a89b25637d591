import { allowedUpdates } from './allowed-updates.ts'
import type { Call } from './calls/call.ts'
import { persist, type PersistDeps } from './calls/persist.ts'

/** Has Telegram send updates to `url`, each with the secret in a header. Repeats until done. */
export async function chooseWebhook(
  call: Call,
  { url, secret }: { url: string; secret: string },
  deps: PersistDeps,
): Promise<void> {
  const params = { url, secret_token: secret, allowed_updates: [...allowedUpdates] }
  await persist('setWebhook', () => call('setWebhook', params, { signal: deps.signal }), deps)
}

/** Ends a webhook that was set before: while one is set, polling is refused. Repeats until done. */
export async function choosePolling(call: Call, deps: PersistDeps): Promise<void> {
  await persist('deleteWebhook', () => call('deleteWebhook', {}, { signal: deps.signal }), deps)
}
