import type { CopyTrace, Outcome } from '../../../services/notifier/outcome.ts'
import type { Outgoing } from '../../../services/notifier/outgoing.ts'
import type { Attempt } from './attempt.ts'
import { rungsOf } from './compose.ts'
import { inOrder, type Ended } from './in-order.ts'
import { isContentRefusal } from './ladder.ts'
import { say } from './say.ts'
import { sendAlbum, sendFile } from './send-files.ts'
import { findReply } from './send-text.ts'
import { sendTo } from './send-to.ts'

type Files = Extract<Outgoing, { kind: 'files' }>
type Say = Extract<Outgoing, { kind: 'say' }>

const noText = { text: '', entities: [] }

/**
 * One file, or one album of files that go together (see planEffects). What Telegram refuses so goes
 * file by file and the text apart, and what is refused even then is named.
 */
export async function files(attempt: Attempt, effect: Files): Promise<Ended> {
  const { place, files: group, caption, message, replyTo } = effect
  const [only] = group
  const isAlbum = only === undefined || group.length > 1
  const sent = await sendTo(
    attempt,
    place,
    async (target, ease) => {
      const around = { caption, reply: await findReply(attempt, replyTo, target), ease }
      return isAlbum
        ? sendAlbum(attempt, target, group, around)
        : sendFile(attempt, target, only, around)
    },
    {
      rungs: [...rungsOf(caption, replyTo), ...(isAlbum ? [] : (['asDocument'] as const))],
      copyOf: message,
    },
  )
  if (sent.ok) {
    const { chatId } = sent.target
    if (message === undefined) return { state: 'sent' }
    const copies = sent.result.map(({ message_id: messageId }, index): CopyTrace => {
      // The caption of the first item is that of the album (send-files.ts).
      const shows = index === 0 && caption.text !== '' ? 'caption' : 'file'
      return { place: { chatId, messageId }, message, shows }
    })
    return { state: 'sent', copies }
  }
  if (!isContentRefusal(sent.kind)) return sent.outcome
  if (isAlbum || caption.text !== '') return apart(attempt, effect, sent.outcome)
  return { ...sent.outcome, unshown: group }
}

/**
 * The files of an effect one by one, then its text. When not one of them arrives the text stays, too:
 * words about files that are not there would be sent twice, since their author sends them again.
 */
async function apart(attempt: Attempt, effect: Files, refused: Outcome): Promise<Ended> {
  const { place, caption, message, replyTo, mark, part } = effect
  const single = effect.files.map((file): Files => ({ ...effect, files: [file], caption: noText }))
  const result = await inOrder(single, (one) => files(attempt, one))
  if (!result.ok) return result.outcome
  const { isBegun, copies, errors, unshown, left } = result.delivered
  if (!isBegun) return { ...refused, unshown: effect.files }
  const text: Say = {
    kind: 'say',
    place,
    content: caption,
    ...(message !== undefined && { message }),
    ...(mark !== undefined && { mark }),
    ...(part !== undefined && { part }),
    ...(replyTo !== undefined && { replyTo }),
  }
  if (caption.text !== '') {
    const said = left.length > 0 ? null : await say(attempt, text)
    if (said === null || said.state === 'retry' || said.state === 'unknown') left.push(text)
    else copies.push(...(said.copies ?? []))
    if (said?.state === 'dead') errors.push(said.error)
  }
  if (left.length > 0) return { state: 'sent', copies, followUps: left, isContinued: true }
  if (errors.length === 0) return { state: 'sent', copies }
  return { state: 'dead', error: errors.join('; '), copies, unshown }
}
