import type { StoredUpdate } from './inbox.ts'

/** The album an update is an item of; null for any other. */
export function albumOf(update: StoredUpdate | undefined): string | null {
  const message = update?.payload['message']
  if (typeof message !== 'object' || message === null) return null
  const group = (message as Record<string, unknown>)['media_group_id']
  return typeof group === 'string' && group !== '' ? group : null
}
