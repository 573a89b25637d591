import { beginningOf } from '../../domain/beginning.ts'
import type { SharedKind } from '../../domain/message.ts'

type Raw = Record<string, unknown>

/** So much of it is kept: a checklist may be longer than a message. */
const longest = 1_500

/**
 * What a message without text or file says, in the words it carries itself: the question of a poll
 * with its options, a contact's name and number. They stand in for it where it cannot be copied.
 *
 * @returns null when it has no words
 */
export function wordsOfShared(kind: SharedKind, value: Raw): string | null {
  const words = read(kind, value)
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .join(', ')
  return words === '' ? null : beginningOf(words, longest)
}

function read(kind: SharedKind, value: Raw): string[] {
  const word = (field: string) => wordOf(value[field])
  switch (kind) {
    case 'contact':
      return [`${word('first_name')} ${word('last_name')}`, word('phone_number')]
    case 'venue':
      return [word('title'), word('address')]
    case 'location':
      return [word('latitude'), word('longitude')]
    case 'dice':
      return [`${word('emoji')} ${word('value')}`]
    case 'poll':
      return [`${word('question')} (${listOf(value['options'], ' / ')})`]
    case 'checklist':
      return [`${word('title')}: ${listOf(value['tasks'], '; ')}`]
    case 'game':
    case 'invoice':
      return [word('title'), word('description')]
    case 'giveaway':
    case 'giveaway_winners':
      return [word('prize_description')]
    case 'live_photo':
    case 'paid_media':
    case 'story':
      return []
  }
}

function listOf(items: unknown, between: string): string {
  if (!Array.isArray(items)) return ''
  return items.map((item: unknown) => (isRecord(item) ? wordOf(item['text']) : '')).join(between)
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function isRecord(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
