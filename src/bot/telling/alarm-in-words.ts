import type { T } from '../../locales/texts.ts'
import type { DeskFacts } from '../../services/change.ts'

/**
 * What is said of an alarm that began or is over.
 *
 * @param people those who must act, as they are called
 */
export function alarmInWords(
  t: T,
  { alarm, isOver, facts, people }: DeskFacts['alarm_changed'] & { people: string },
): string {
  switch (alarm) {
    case 'refused': {
      if (isOver) return t('alarm-refused-over')
      const { places: count, refusedMinutes: minutes, reason } = facts
      return t('alarm-refused', { people, count, minutes, reason })
    }
    case 'given_up':
      return t('alarm-given-up', { people, count: facts.givenUp })
    case 'inbox':
      if (isOver) return t('alarm-inbox-over')
      return t('alarm-inbox', { people, minutes: facts.inboxMinutes })
    case 'timers':
      if (isOver) return t('alarm-timers-over')
      return t('alarm-timers', { people, count: facts.timersFailing })
    case 'disk':
      if (isOver) return t('alarm-disk-over')
      return t('alarm-disk', { people, megabytes: facts.freeMegabytes })
  }
}
