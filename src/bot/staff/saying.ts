import {
  readAlbumSaying,
  readContentSaying,
  readSaying,
  type Saying,
} from '../../domain/staff-saying.ts'
import { shorten } from '../../domain/subject.ts'
import { staffCommand, staffCommandNames } from '../commands/staff.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { readWritten } from '../update/read-written.ts'
import { wordsWithin } from '../update/words-within.ts'

/** A word in an answer is there to be recognised. */
const longestWord = 32

/** How a text of an agent is meant. */
export function sayingOf(text: string, { me: botUsername }: DeskContext): Saying {
  return readSaying(text, { botUsername, names: staffCommandNames })
}

/** The same for what an update brought; of an album each caption is looked at. */
export function sayingHere(ctx: DeskContext): Saying {
  const messages = ctx.work.updates.map(({ payload }) => payload['message'])
  const meanwhile = ctx.cameMeanwhile.filter(({ text }) => text.trim() !== '')
  return readAlbumSaying([
    ...messages.flatMap((message) => sayingsOf(message, ctx)),
    ...meanwhile.map(({ text }) => sayingOf(text, ctx)),
  ])
}

/** How each thing that a message of Telegram says is meant: its text, and what else it has of words. */
export function sayingsOf(message: unknown, ctx: DeskContext): Saying[] {
  const written = readWritten([message])
  if (written === null) return []
  const text = written.text.trim() === '' ? [] : [sayingOf(written.text, ctx)]
  const words = wordsWithin(message as Record<string, unknown>)
  const within = words?.map((word) => sayingOf(word, ctx)) ?? [{ kind: 'unclear' as const }]
  return within.length === 0 ? text : [...text, readContentSaying(within)]
}

/** What its author is told of a text that stays inside in doubt; null for any other. */
export function doubtAbout(saying: Saying, { t }: DeskContext): string | null {
  switch (saying.kind) {
    case 'unknown': {
      const name = shorten(saying.word, longestWord)
      const { nearest } = saying
      return nearest === null
        ? t('staff-unknown-command', { name })
        : t('staff-unknown-command-near', { name, nearest })
    }
    case 'other_form':
      return t('staff-other-form', { nearest: saying.nearest })
    case 'other_layout':
      return t('staff-other-layout', { nearest: saying.nearest })
    case 'unclear':
      return t('staff-unclear-mark')
    default:
      return null
  }
}

/** Whether its author means a text for the client, by how it begins. */
export function goesToClient(saying: Saying): boolean {
  if (saying.kind === 'words') return true
  return saying.kind === 'command' && staffCommand(saying.name)?.says !== undefined
}
