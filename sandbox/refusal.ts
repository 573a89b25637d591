/** Telegram's "no", thrown by a method and answered as `ok: false`. */
export interface Refusal extends Error {
  code: number
  parameters?: { retry_after?: number; migrate_to_chat_id?: number }
}

/** @param description as Telegram words it, with its prefix (`Bad Request: ...`) */
export function refusal(
  code: number,
  description: string,
  parameters?: Refusal['parameters'],
): Refusal {
  return Object.assign(new Error(description), { code, ...(parameters && { parameters }) })
}

export function badRequest(reason: string): Refusal {
  return refusal(400, `Bad Request: ${reason}`)
}

export function isRefusal(error: unknown): error is Refusal {
  return error instanceof Error && 'code' in error && typeof error.code === 'number'
}
