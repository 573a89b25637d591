import type { Outcome } from '../../../services/notifier/outcome.ts'
import type { Content, Place } from '../../../services/notifier/outgoing.ts'
import { packSlot, type SlotKey } from '../../../services/notifier/slot.ts'
import { iconByStatus } from '../../views/topic-look.ts'
import { describeFailure, type Failure } from '../calls/failure.ts'
import type { StaffRight } from '../../../domain/staff-right.ts'
import { topicName } from '../../../domain/topic-name.ts'
import { judge } from '../calls/verdict.ts'
import { callIn, type Attempt } from './attempt.ts'
import { markupOf, textOf } from './compose.ts'
import { cut } from './cut-text.ts'
import { outcomeOf, retryMs, type Target } from './outcome-of.ts'

/** The dispatcher is woken when the right is given; this is for the case that nobody notices. */
const heldMs = 30_000

export type Resolved = { ok: true; target: Target } | { ok: false; outcome: Outcome }

/** The dispatcher is woken when a staff group is set; this is for the case that it is not. */
const noStaffChat: Resolved = {
  ok: false,
  outcome: { state: 'retry', afterMs: 30_000, error: 'no_staff_chat' },
}

/**
 * Where a place is in Telegram now. A topic that is missing is created; when it takes the place of
 * a deleted one, the ticket's card is shown in it before anything else.
 *
 * @param ownSlot the slot the effect itself is about to fill
 */
export async function resolvePlace(
  attempt: Attempt,
  place: Place,
  ownSlot: string | null = null,
): Promise<Resolved> {
  const staffId = attempt.staffChat.id()
  const { staffGroup } = attempt
  switch (place.kind) {
    case 'person':
      return resolvePerson(attempt, place.personId)
    case 'chat': {
      const newId = attempt.movedTo.get(place.chatId)
      const chatId = newId ?? place.chatId
      const threadId = newId === undefined ? place.threadId : null
      const isStaff = chatId === staffId
      if (isStaff && staffGroup.lacks('write')) return held('write')
      return { ok: true, target: { chatId, threadId, isStaff } }
    }
    case 'staff':
      if (staffId === null) return noStaffChat
      if (staffGroup.lacks('write')) return held('write')
      return { ok: true, target: { chatId: staffId, threadId: null, isStaff: true } }
    case 'topic':
      if (staffId === null) return noStaffChat
      if (staffGroup.lacks('write')) return held('write')
      // Telegram would put it into General, where nobody sees whose ticket it is.
      if (staffGroup.lacks('topics')) return held('topics')
      return resolveTopic(attempt, staffId, place.ticketNumber, ownSlot)
  }
}

/** Who has no chat is told nothing, and whoever waits for it reads that, as of one who blocked the bot. */
async function resolvePerson(attempt: Attempt, personId: number): Promise<Resolved> {
  const chatId = await attempt.privateChatOf(personId)
  if (chatId !== null) return { ok: true, target: { chatId, threadId: null, isStaff: false } }
  attempt.recipientGone = true
  return { ok: false, outcome: { state: 'dead', error: 'No channel reaches this person' } }
}

async function resolveTopic(
  attempt: Attempt,
  staffId: number,
  number: number,
  ownSlot: string | null,
): Promise<Resolved> {
  const topic = await attempt.whereabouts.topicOf(number)
  if (topic === undefined) {
    return { ok: false, outcome: { state: 'dead', error: `There is no ticket ${number}` } }
  }
  const target: Target = { chatId: staffId, threadId: topic.threadId, isStaff: true }
  if (topic.threadId === null || topic.chatId !== staffId) {
    if (attempt.staffGroup.lacks('manage_topics')) return held('manage_topics')
    const name = cut(topicName(number, topic.subject), 128)
    const { whereabouts } = attempt
    // A first topic gets its icon when its ticket's opening is told; another one as it is made.
    const icons = topic.cardToShow === null ? null : await attempt.topicIcons()
    const iconId = icons?.get(iconByStatus[topic.status])
    const creation = await noteCreation(attempt, number, { chatId: staffId, name })
    const created = await callIn(attempt, staffId, 'createForumTopic', {
      chat_id: staffId,
      name,
      ...(iconId !== undefined && { icon_custom_emoji_id: iconId }),
    })
    if (!created.ok) {
      // While it may have been made, the note leads from the topic to its ticket.
      const isCertain = created.failure.kind !== 'ambiguous'
      if (creation !== null && isCertain) await whereabouts.dropCreation(creation)
      return { ok: false, outcome: await withoutDoubt(attempt, created, target) }
    }
    const threadId = created.result.message_thread_id
    target.threadId = threadId
    await whereabouts.saveTopic(number, { chatId: staffId, threadId, creation })
  }
  const slot = packSlot({ kind: 'card', ticket: number })
  if (topic.cardToShow === null || ownSlot === slot) return { ok: true, target }
  const outcome = await showCard(attempt, target, slot, topic.cardToShow)
  return outcome === null ? { ok: true, target } : { ok: false, outcome }
}

/**
 * A topic that was not made after something this run has sent may be that of another database: while
 * nothing was sent there is nothing to tell them apart by, and what is written in a topic whose making
 * is never confirmed is answered as not of this desk.
 */
async function noteCreation(
  { whereabouts, newestSent }: Attempt,
  number: number,
  topic: { chatId: number; name: string },
): Promise<number | null> {
  const afterId = newestSent.in(topic.chatId)
  return afterId === null ? null : whereabouts.noteCreation(number, { ...topic, afterId })
}

/** Its lane alone waits; what needs no such right goes on. */
function held(right: StaffRight): Resolved {
  const error = `waits for a right of the bot: ${right}`
  return { ok: false, outcome: { state: 'retry', afterMs: heldMs, error } }
}

async function showCard(
  attempt: Attempt,
  target: Target,
  slot: SlotKey,
  content: Content,
): Promise<Outcome | null> {
  const { chatId } = target
  const thread = target.threadId === null ? {} : { message_thread_id: target.threadId }
  const shown = await callIn(attempt, chatId, 'sendMessage', {
    chat_id: chatId,
    ...thread,
    ...textOf(content),
    ...markupOf(content),
    disable_notification: true,
  })
  if (!shown.ok) return withoutDoubt(attempt, shown, target)
  const messageId = shown.result.message_id
  await attempt.whereabouts.saveSlot(slot, { chatId, messageId }, content)
  const pin = { chat_id: chatId, message_id: messageId, disable_notification: true }
  const pinned = await callIn(attempt, chatId, 'pinChatMessage', pin)
  if (!pinned.ok) attempt.log.warn({ chatId, slot }, 'A card shown again could not be pinned')
  return null
}

/** What prepares a delivery may be done twice, so a doubt about it is no doubt about the delivery. */
async function withoutDoubt(
  attempt: Attempt,
  { failure }: { failure: Failure },
  target: Target,
): Promise<Outcome> {
  const verdict = judge(failure, { attempts: attempt.row.attempts })
  if (verdict.kind === 'migrated' && verdict.newChatId !== null) {
    await attempt.staffChat.moved(verdict.newChatId)
    return { state: 'retry', afterMs: 0, error: 'The staff group has moved' }
  }
  if (verdict.kind === 'right_missing') {
    return { state: 'retry', afterMs: heldMs, error: describeFailure(failure) }
  }
  const outcome = await outcomeOf(attempt, verdict, failure, target)
  if (outcome.state !== 'unknown') return outcome
  return { state: 'retry', afterMs: retryMs(attempt), error: outcome.error }
}
