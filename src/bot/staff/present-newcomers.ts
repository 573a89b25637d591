import type { Agent } from '../../domain/people.ts'
import type { T } from '../../locales/texts.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import { mentions } from './mention.ts'

/** How many new clients wait for their topics, for supervisors: one message, edited as it changes. */
export function presentNewcomers(
  { slot, waiting, supervisors }: { slot: string; waiting: number; supervisors: Agent[] },
  t: T,
): Outgoing {
  const text =
    waiting === 0
      ? t('staff-newcomers-over')
      : t('staff-newcomers', { count: waiting, supervisors: mentions(supervisors, t) })
  return { kind: 'put', place: { kind: 'staff' }, slot, content: { text, entities: [] } }
}
