import type { SandboxForum } from '../../../sandbox/index.ts'
import type { DayTicket, Load, Written } from './load.ts'
import type { Stored } from './stored.ts'
import type { Arrival } from './watch.ts'

/** What became of everything that was written in a day. */
export interface Account {
  /** Texts that were to arrive somewhere else. */
  written: number
  /** Those that did not, and whose author was not told. */
  lost: string[]
  /** Those that did not, and whose author knows it. */
  refused: string[]
  /** How often a text, or a topic, came once more than it should. */
  seenTwice: number
  /** What was done once and stands in the database more than once. */
  appliedTwice: string[]
  /** Words that stand where they do not belong. */
  leaked: string[]
  /** The longest time from writing to arriving; what never came is not in it. */
  longestMs: number
}

export interface AccountFacts {
  load: Load
  forum: SandboxForum
  arrivals: readonly Arrival[]
  stored: Stored
}

const marksIn = (text: string) => text.match(/\[[a-z]\d{4}\]/g) ?? []

/** Compares what people wrote with what stands in their chats and in the database. */
export function takeAccount(facts: AccountFacts): Account {
  const { load, forum, stored } = facts
  const byMark = new Map<string, Arrival[]>()
  for (const arrival of facts.arrivals) {
    for (const mark of marksIn(arrival.text)) {
      byMark.set(mark, [...(byMark.get(mark) ?? []), arrival])
    }
  }
  const account: Account = {
    written: 0,
    lost: [],
    refused: [],
    seenTwice: topicsTwice(facts),
    appliedTwice: appliedTwice(facts),
    leaked: [],
    longestMs: 0,
  }
  for (const one of load.written) {
    const found = byMark.get(one.mark) ?? []
    account.leaked.push(...found.filter((at) => !mayStand(facts, one, at)).map(inWords(one)))
    const isKept = (stored.marks.get(one.mark) ?? 0) > 0
    account.written += 1
    if (one.kind === 'note') {
      if (!isKept) account.lost.push(`${one.kind} ${one.mark}`)
      continue
    }
    const arrived = found.filter((at) => isWhereItBelongs(facts, one, at))
    account.seenTwice += Math.max(0, arrived.length - 1)
    const [first] = arrived
    if (first === undefined || !isKept) {
      const list = isToldOf(forum, one, facts.arrivals) ? account.refused : account.lost
      list.push(`${one.kind} ${one.mark}`)
    } else if (one.kind !== 'opening') {
      account.longestMs = Math.max(account.longestMs, first.at - one.at)
    }
  }
  return account
}

function isWhereItBelongs({ forum, stored }: AccountFacts, one: Written, at: Arrival): boolean {
  if (one.kind === 'agent') return at.chatId === one.ticket.client.id
  const threadId = stored.tickets.get(one.ticket.subject)?.threadId
  return at.chatId === forum.id && at.threadId === threadId
}

/** A client's words may stand in his own chat, too: a form shows them. */
function mayStand(facts: AccountFacts, one: Written, at: Arrival): boolean {
  if (at.chatId === one.ticket.client.id) return one.kind !== 'note'
  return at.chatId === facts.forum.id && ticketOf(facts, at) === one.ticket
}

/** The ticket in whose topic, or in one that was made for it in vain, a message stands. */
function ticketOf({ forum, load }: AccountFacts, { threadId }: Arrival): DayTicket | undefined {
  const topic = forum.topics().find((one) => one.threadId === threadId)
  return load.tickets.find(({ subject }) => topic?.name.includes(subject))
}

const inWords = (one: Written) => (at: Arrival) =>
  `${one.kind} ${one.mark} of ${one.ticket.subject} in ${String(at.chatId)}/${String(at.threadId)}`

/** A broken heart, or an answer to his message. */
function isToldOf(forum: SandboxForum, one: Written, arrivals: readonly Arrival[]): boolean {
  const { message } = one
  if (message === null) return false
  const kept = forum.chat().kept.get(message.message_id)
  const isMarked =
    one.kind !== 'client' && [...(kept?.reactions.values() ?? [])].flat().includes('💔')
  return (
    isMarked ||
    arrivals.some((at) => at.chatId === message.chat.id && at.replyTo === message.message_id)
  )
}

function topicsTwice({ forum, load }: AccountFacts): number {
  const names = forum.topics().map(({ name }) => name)
  return load.tickets.reduce((sum, { subject }) => {
    const count = names.filter((name) => name.includes(subject)).length
    return sum + Math.max(0, count - 1)
  }, 0)
}

/** Each ticket is opened, solved and accepted once at most, each text written once. */
function appliedTwice({ load, stored }: AccountFacts): string[] {
  const twice: string[] = []
  for (const { subject } of load.tickets) {
    const { count = 0, events = {} } = stored.tickets.get(subject) ?? {}
    if (count > 1) twice.push(`${subject} was opened ${String(count)} times`)
    for (const event of ['create', 'propose_solution', 'accept_solution']) {
      const times = events[event] ?? 0
      if (times > 1) twice.push(`${subject}: ${event} ${String(times)} times`)
    }
  }
  for (const { mark } of load.written) {
    const count = stored.marks.get(mark) ?? 0
    if (count > 1) twice.push(`${mark} is kept ${String(count)} times`)
  }
  return twice
}
