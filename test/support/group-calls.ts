import type { TestDesk } from './desk.ts'

export type CallKind = 'sends' | 'copies' | 'edits' | 'others'

export interface GroupCall {
  at: number
  kind: CallKind
  method: string
  /** Telegram said 429. */
  refused: boolean
}

/** The calls into the staff group, from the nth call of all. */
export function groupCalls({ sandbox, forum }: TestDesk, from = 0): GroupCall[] {
  return sandbox.calls.slice(from).flatMap(({ at, method, params, response }) => {
    if (Number(params['chat_id']) !== forum.id || method.startsWith('get')) return []
    const refused = (response as { error_code?: number }).error_code === 429
    return [{ at, kind: kindOf(method), method, refused }]
  })
}

function kindOf(method: string): CallKind {
  if (method.startsWith('send')) return 'sends'
  if (method.startsWith('copy')) return 'copies'
  return method.startsWith('editMessage') ? 'edits' : 'others'
}

export function countKinds(calls: GroupCall[]): Record<CallKind, number> {
  const counts = { sends: 0, copies: 0, edits: 0, others: 0 }
  for (const { kind } of calls) counts[kind] += 1
  return counts
}

/** The most messages in any minute: reactions and pins are none. */
export function busiestMinute(calls: GroupCall[]): number {
  const times = calls.filter(({ method }) => isMessage(method)).map(({ at }) => at)
  return Math.max(
    0,
    ...times.map((start) => times.filter((at) => at >= start && at < start + 60_000).length),
  )
}

function isMessage(method: string): boolean {
  return /^(send|copy|edit|create|close|reopen)/.test(method)
}
