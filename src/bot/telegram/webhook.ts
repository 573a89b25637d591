import { createHash, timingSafeEqual } from 'node:crypto'

/** Telegram's own updates stay far below it. */
export const maxBodyBytes = 1_048_576

/**
 * Compares the header `X-Telegram-Bot-Api-Secret-Token` with the secret. Both are hashed first, so
 * neither content nor length of the secret can be measured.
 */
export function checkSecret(given: unknown, secret: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

export type ReadUpdates =
  { ok: true; updates: unknown[] } | { ok: false; reason: 'too_large' | 'not_json' }

/**
 * Reads the body of a webhook request: one update. Pieces are joined before they are decoded, since
 * a packet may end inside a character.
 */
export function readUpdates(body: Buffer | readonly Buffer[]): ReadUpdates {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.concat(body)
  if (bytes.length > maxBodyBytes) return { ok: false, reason: 'too_large' }
  try {
    return { ok: true, updates: [JSON.parse(bytes.toString('utf8')) as unknown] }
  } catch {
    return { ok: false, reason: 'not_json' }
  }
}
