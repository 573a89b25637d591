import type { Notice } from './decision.ts'

/** Kinds of notices a client may do without; all others he cannot. */
export const optionalNotices = ['works', 'progress'] as const

export type OptionalNotice = (typeof optionalNotices)[number]

const kinds: Partial<Record<Notice, OptionalNotice>> = {
  agent_works_on_it: 'works',
  postpone_over: 'progress',
  resumed: 'progress',
  development_started: 'progress',
  development_moved: 'progress',
  development_finished: 'progress',
  development_overdue: 'progress',
}

/** Whether a client wants to hear of it. */
export function isWanted(notice: Notice, muted: readonly string[]): boolean {
  const kind = kinds[notice]
  return kind === undefined || !muted.includes(kind)
}
