import { join, lines } from '../../../domain/formatted.ts'
import type { FormattedText } from '../../../domain/message.ts'
import { filesAmong } from '../../../services/notifier/files-among.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import { groupFiles, planEffects } from '../../../services/notifier/plan-effects.ts'
import type { Words } from '../../../services/tickets/words-of-message.ts'
import type { Attempt } from './attempt.ts'
import { files } from './files.ts'
import { inOrder, type Ended } from './in-order.ts'
import type { Target } from './outcome-of.ts'
import { say } from './say.ts'

type Thing = Words['attachments'][number]
type Copy = Extract<Outgoing, { kind: 'copy' }>
type Say = Extract<Outgoing, { kind: 'say' }>

const noText: FormattedText = { text: '', entities: [] }

/**
 * Shows what a client wrote and Telegram does not copy: his files by their ids, then his words, with
 * a line for each thing that cannot be shown. He is told of those, too.
 */
export async function showInParts(
  attempt: Attempt,
  effect: Copy,
  { error }: { error: string },
): Promise<Ended> {
  const { place, message, replyTo } = effect
  attempt.log.warn(
    { outboxId: attempt.row.id, error },
    'A message could not be copied and is shown in parts',
  )
  const words = await attempt.wordsOf(message)
  const around = { place, message, ...(replyTo !== undefined && { replyTo }) }
  const groups = groupFiles(filesAmong(words.attachments)).map(
    (group) => ({ kind: 'files', files: group, caption: noText, ...around }) as const,
  )
  const result = await inOrder(groups, (group) => files(attempt, group))
  if (!result.ok) return result.outcome
  const { isBegun, copies, unshown: refusedFiles, left } = result.delivered

  const lost = new Set(refusedFiles.map(({ fileId }) => fileId))
  const unshown = words.attachments.filter(({ fileId }) => fileId === null || lost.has(fileId))
  const told = unshown.length === 0 ? [] : await tellAuthor(attempt, effect, unshown)
  const text = wordsWith(attempt, words, unshown)
  if (text.text === '') return { state: 'sent', copies, followUps: [...left, ...told] }

  const texts = planEffects({ kind: 'say', content: text, ...around }) as Say[]
  if (left.length > 0) return { state: 'sent', copies, followUps: [...left, ...texts, ...told] }
  const said = await inOrder(texts, (one) => say(attempt, one))
  if (!said.ok) {
    if (!isBegun) return said.outcome
    return { state: 'sent', copies, followUps: [...texts, ...told] }
  }
  copies.push(...said.delivered.copies)
  const { errors, left: unsaid } = said.delivered
  if (errors.length > 0) return { state: 'dead', error: errors.join('; '), copies, followUps: told }
  return { state: 'sent', copies, followUps: [...unsaid, ...told] }
}

/**
 * Of several messages Telegram copied only some, and does not say which: all of their words stand
 * below them once more.
 */
export async function tellIncomplete(
  attempt: Attempt,
  effect: Copy,
  target: Target,
): Promise<Outgoing[]> {
  const { place, message } = effect
  const words = await attempt.wordsOf(message)
  const lead = attempt.remarks.incomplete(words.author.name)
  const content = lines([join(lead), wordsWith(attempt, words, words.attachments, { lead: false })])
  attempt.log.warn(
    { chatId: target.chatId, outboxId: attempt.row.id },
    'Telegram left out a part of a message',
  )
  const unreadable = words.attachments.filter(({ fileId }) => fileId === null)
  return [
    { kind: 'say', place, content, message },
    ...(unreadable.length > 0 ? await tellAuthor(attempt, effect, unreadable) : []),
  ]
}

/** What somebody wrote, and a line for each thing that cannot be shown with it. */
export function wordsWith(
  { remarks }: Pick<Attempt, 'remarks'>,
  { text, entities, author }: Words,
  unshown: Thing[],
  { lead = true }: { lead?: boolean } = {},
): FormattedText {
  const own = { text, entities }
  if (unshown.length === 0) return own
  const list = unshown.map(({ kind, name }) => remarks.thing(kind, name)).join('\n')
  const missing = lead ? `${remarks.unshown(author.name)}\n${list}` : list
  return text === '' ? join(missing) : join(own, '\n\n', missing)
}

/** Once: what is shown in a second topic was told when it was shown in the first. */
async function tellAuthor(
  { wordsOf, whereabouts, staffChat, toAuthor }: Attempt,
  { from, message }: Copy,
  unshown: Thing[],
): Promise<Outgoing[]> {
  const [messageId] = from.messageIds
  const staffId = staffChat.id()
  if (from.chatId < 0 || messageId === undefined || staffId === null) return []
  const { copies } = await whereabouts.copiesAt(message, staffId)
  if (copies.length > 0) return []
  const words = await wordsOf(message)
  const { personId } = words
  if (personId === null) return []
  const isPart = words.text !== '' || unshown.length < words.attachments.length
  const text = toAuthor(words, unshown, isPart)
  return [
    {
      kind: 'say',
      place: { kind: 'person', personId },
      content: { text, entities: [] },
      replyTo: { chatId: from.chatId, messageId },
    },
  ]
}
