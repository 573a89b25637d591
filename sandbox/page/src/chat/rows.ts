import type { MessageView } from '../../../play/protocol.ts'
import { serviceText } from './service-text.ts'
import { dayOf } from './times.ts'

/** One line of a chat. */
export type Row = DayRow | ServiceRow | BubbleRow

export interface DayRow {
  kind: 'day'
  key: string
  /** Seconds since the epoch. */
  date: number
}

export interface ServiceRow {
  kind: 'service'
  key: string
  message: MessageView
  text: string
}

export interface BubbleRow {
  kind: 'bubble'
  key: string
  /** One, or those of an album. */
  messages: [MessageView, ...MessageView[]]
  /** Whether it is the first of what its author says in one go, and whether it is the last. */
  opens: boolean
  closes: boolean
}

/** Later than this an author begins anew. */
const pauseSeconds = 600

/** A chat as it is shown: days apart, albums together, each author's messages in one go. */
export function rowsOf(messages: readonly MessageView[]): Row[] {
  const rows: Row[] = []
  let day = ''
  for (const message of messages) {
    const today = dayOf(message.date)
    if (today !== day) rows.push({ kind: 'day', key: `day ${today}`, date: message.date })
    day = today
    addMessage(rows, message)
  }
  return rows
}

function addMessage(rows: Row[], message: MessageView): void {
  const key = String(message.message_id)
  const text = serviceText(message)
  if (text !== null) {
    rows.push({ kind: 'service', key, message, text })
    return
  }
  const before = rows.at(-1)
  if (before?.kind !== 'bubble') {
    rows.push({ kind: 'bubble', key, messages: [message], opens: true, closes: true })
    return
  }
  if (isSameAlbum(before.messages[0], message)) {
    before.messages.push(message)
    return
  }
  const goesOn = isSameAuthor(before.messages[0], message)
  if (goesOn) before.closes = false
  rows.push({ kind: 'bubble', key, messages: [message], opens: !goesOn, closes: true })
}

export function isSameAlbum(one: MessageView, other: MessageView): boolean {
  return one.media_group_id !== undefined && one.media_group_id === other.media_group_id
}

function isSameAuthor(one: MessageView, other: MessageView): boolean {
  return one.from?.id === other.from?.id && other.date - one.date < pauseSeconds
}

/** Whether two rows look the same; messages that did not change are the same objects. */
export function isSameRow(one: BubbleRow, other: BubbleRow): boolean {
  return (
    one.opens === other.opens &&
    one.closes === other.closes &&
    one.messages.length === other.messages.length &&
    one.messages.every((message, index) => message === other.messages[index])
  )
}
