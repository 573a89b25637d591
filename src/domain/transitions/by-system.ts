import type { Transition } from './transition.ts'

const bySystem = { actor: 'system', needsReply: 'keep' } as const

/** What time does. */
export const transitionsBySystem: readonly Transition[] = [
  {
    id: 'T08',
    from: ['pending', 'solution_proposed'],
    event: 'reminder_due',
    ...bySystem,
    to: 'same',
    notices: ['reminded'],
  },
  {
    id: 'T09',
    from: ['pending'],
    event: 'autoclose_due',
    ...bySystem,
    to: 'closed',
    closes: 'no_client_response',
    notices: ['closed_by_time'],
  },
  {
    id: 'T11',
    from: ['postponed'],
    event: 'postpone_due',
    ...bySystem,
    to: 'open',
    notices: ['postpone_over'],
  },
  {
    id: 'T18',
    from: ['in_development'],
    event: 'development_due',
    ...bySystem,
    to: 'open',
    notices: ['development_overdue'],
  },
  {
    id: 'T24',
    from: ['solution_proposed'],
    event: 'autoclose_due',
    ...bySystem,
    to: 'closed',
    closes: 'solution_timeout',
    notices: ['closed_by_time'],
  },
  {
    id: 'T34',
    from: ['new', 'open', 'in_development'],
    event: 'discipline_due',
    ...bySystem,
    to: 'same',
    notices: ['limit_passed'],
  },
  {
    id: 'T36',
    from: ['pending', 'solution_proposed'],
    event: 'autoclose_blocked',
    ...bySystem,
    to: 'open',
    notices: ['client_unreachable'],
  },
  // Ours: the design distributes without a row for it (docs/decisions/0007).
  {
    id: 'K02',
    from: ['new', 'open'],
    event: 'distribute',
    ...bySystem,
    to: 'same',
    notices: ['distributed'],
  },
]
