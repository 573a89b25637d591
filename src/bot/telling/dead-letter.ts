import { join, quote } from '../../domain/formatted.ts'
import type { FormattedText } from '../../domain/message.ts'
import { chooseLanguage } from '../../locales/language.ts'
import type { T } from '../../locales/texts.ts'
import type { DeadUnit } from '../../services/intake/dead-unit.ts'
import { userOfLane } from '../../services/intake/lane.ts'
import { whoCaused } from '../../services/intake/who-caused.ts'
import type { Outgoing, Place } from '../../services/notifier/outgoing.ts'
import type { DeskTellingDeps } from './telling-deps.ts'
import { readDeadLetter, type DeadLetter } from './read-dead-letter.ts'

/**
 * What is said of an update that was put aside, where people act: an agent sees 💔 on what he did
 * and why; the words of a client stand in the topic of his ticket, and he is told that something
 * went wrong; of anything else the staff reads the number. Albums are told of once.
 *
 * @param how.plain nothing is read but its id; for one of which more cannot be told
 */
export async function reportDeadLetter(
  unit: DeadUnit,
  how: { plain: boolean },
  deps: DeskTellingDeps,
): Promise<Outgoing[]> {
  const { desk, texts, staffChat } = deps
  const t = texts(desk.languages[0])
  const id = String(unit.updates[0]?.updateId ?? 0)
  if (how.plain) return [line(staff, t('staff-dead-letter', { id }))]
  const letter = readDeadLetter(unit.updates.map(({ payload }) => payload))
  const userId = userOfLane(unit.updates[0]?.lane ?? '')
  const isStaff = letter.place !== null && letter.place.chatId === staffChat.id()
  const told =
    userId !== null
      ? await aboutClient(deps, t, { letter, id, userId })
      : isStaff
        ? aboutAgent(t, letter, id)
        : []
  // What ends the program is for whoever runs it, wherever else it is told.
  if (unit.cause === 'killer') return [...told, line(staff, t('staff-dead-killer', { id }))]
  return told.length > 0 ? told : [line(staff, t('staff-dead-letter', { id }))]
}

const staff: Place = { kind: 'staff' }

function aboutAgent(t: T, { place, threadId, callbackId }: DeadLetter, id: string): Outgoing[] {
  if (place === null) return []
  const { chatId } = place
  const topic: Place = { kind: 'chat', chatId, threadId }
  const content = { text: t('staff-dead-agent', { id }), entities: [] }
  if (callbackId !== null) {
    return [
      { kind: 'answer', callbackId, text: content.text, alert: true },
      { kind: 'say', place: topic, content },
    ]
  }
  return [
    {
      kind: 'react',
      place: { kind: 'chat', chatId, threadId: null },
      at: place,
      emoji: '💔',
    },
    { kind: 'say', place: topic, content, replyTo: place },
  ]
}

async function aboutClient(
  deps: DeskTellingDeps,
  t: T,
  { letter, id, userId }: { letter: DeadLetter; id: string; userId: number },
): Promise<Outgoing[]> {
  const { db, desk, texts, now } = deps
  // Of somebody unknown the letter itself says enough to tell both sides.
  const { person, number } = await whoCaused(db, userId, {
    place: letter.about,
    activeTicketMs: desk.timers.activeTicketMs,
    now,
  })
  const name = person?.name ?? letter.name ?? String(userId)
  const { languageCode } = letter
  const language = chooseLanguage(person?.language, languageCode ?? undefined, desk.languages)
  const own: Place =
    person === null
      ? { kind: 'chat', chatId: userId, threadId: null }
      : { kind: 'person', personId: person.id }
  const place: Place = number === null ? staff : { kind: 'topic', ticketNumber: number }
  return [
    { kind: 'say', place, content: ofClient(t, letter, { name, id }) },
    line(own, texts(language)('error-unexpected')),
  ]
}

/** His name, and what he wrote. */
function ofClient(
  t: T,
  { words, files }: DeadLetter,
  { name, id }: { name: string; id: string },
): FormattedText {
  if (words.text === '' && files === 0) {
    return { text: t('staff-dead-pressed', { name, id }), entities: [] }
  }
  const said = words.text === '' ? [] : ['\n', quote(words)]
  const held = files === 0 ? [] : ['\n', `📎 ${t('form-files-count', { count: files })}`]
  return join(t('staff-dead-written', { name, id }), ...said, ...held)
}

function line(place: Place, text: string): Outgoing {
  return { kind: 'say', place, content: { text, entities: [] } }
}
