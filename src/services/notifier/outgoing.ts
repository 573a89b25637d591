import type { FileKind, FormattedText, MessagePlace } from '../../domain/message.ts'
import { unpackSlot, type SlotKey } from './slot.ts'

/**
 * An outgoing effect names a place, never a Telegram thread, and a slot when its message will be
 * edited later. The dispatcher resolves both at the moment of sending, so every repair (topic
 * deleted, group migrated, message too old to edit) lives in one place.
 */
export type Place =
  /** A person, wherever they can be reached when it is sent. */
  | { kind: 'person'; personId: number }
  /** The forum topic of a ticket, created when it is missing. */
  | { kind: 'topic'; ticketNumber: number }
  /** The General topic of the staff group. */
  | { kind: 'staff' }
  /** An exact place, for an answer to somebody who wrote there. */
  | { kind: 'chat'; chatId: number; threadId: number | null }

/** `data` is packed by callback-data.ts. */
export interface Button {
  label: string
  data: string
}

export interface Content extends FormattedText {
  buttons?: Button[][]
  /** Ask the reader's app to open a reply to this message (a button that needs text). */
  forceReply?: { placeholder: string; onlyUserId?: number }
}

/** A message to reply to: an exact one, or the copy of a ticket message at the place of the effect. */
export type ReplyTarget = (MessagePlace | { copyOfMessage: number }) & {
  /** The words of it that are answered. */
  quote?: string
}

export interface OutgoingFile {
  kind: FileKind
  fileId: string
}

/**
 * Of several parts of what one agent wrote: 👌 comes with the last, and only if none before it
 * failed.
 */
export type Part = 'more' | 'last'

export type Outgoing = Effect & {
  hold?: Hold
  /** Begins the topic of a client with whom support has not dealt yet. */
  newcomer?: true
}

/** Why a notice does not leave at once. */
export interface Hold {
  /** ISO time at which it leaves, unless something frees it before. */
  until: string
  /**
   * `quiet`: its reader's quiet hours, until he shows that he is awake. `company`: a few seconds, so
   * that notices of one ticket become one message, until anything else goes to the same person.
   */
  kind: 'quiet' | 'company'
}

type Effect =
  /** A new text message; longer ones are split at a boundary or sent as a file. */
  | {
      kind: 'say'
      place: Place
      content: Content
      replyTo?: ReplyTarget
      /** The ticket message this is a copy of. */
      message?: number
      /** The agent's message that gets the delivery mark. */
      mark?: MessagePlace
      part?: Part
      /** Name under which the sent message can be edited later. */
      slot?: SlotKey
      /** Of an album, what came when the message had gone its way already. */
      late?: true
      /** What it adds to another notice of the same ticket with which it becomes one message. */
      joins?: { ticket: number; body: FormattedText }
      /** The ticket message whose words are in it, though it is no copy: they must not end in silence. */
      about?: number
      /** What it tells of an edited message: both parts of its text, of which edits in a row keep one. */
      edit?: { message: number; before: FormattedText; now: FormattedText }
      silent?: boolean
    }
  /** The message of a slot: edited when it exists, else sent. Waiting edits of one slot are merged. */
  | {
      kind: 'put'
      place: Place
      slot: SlotKey
      content: Content
      pin?: boolean
      /** The card that comes before all else in its topic, which is made for it. */
      first?: true
    }
  /** The slot's message stays as it is, without buttons; the next `put` sends a new one. */
  | { kind: 'release'; place: Place; slot: SlotKey }
  /** Pins the message of a slot; follows a `put` with `pin` that was sent anew. */
  | { kind: 'pin'; place: Place; slot: SlotKey }
  /** Messages copied as they were written, albums kept. */
  | {
      kind: 'copy'
      place: Place
      from: { chatId: number; messageIds: number[] }
      message: number
      /** With the name of whoever wrote it first, where Telegram allows it. */
      forward?: true
      /** Its words stand above it already. */
      withoutCaption?: true
      /** Nothing but the ticket's number stands above it: that goes, too, if this cannot be copied. */
      underBareHeader?: true
      replyTo?: ReplyTarget
      mark?: MessagePlace
      part?: Part
    }
  /** Files by id with a caption: one message, or one album when there are several. */
  | {
      kind: 'files'
      place: Place
      files: OutgoingFile[]
      caption: Content
      message?: number
      replyTo?: ReplyTarget
      mark?: MessagePlace
      part?: Part
      /** Of an album, what came when the message had gone its way already. */
      late?: true
    }
  /** The copies of a ticket message, after its author edited it. */
  | {
      kind: 'revise'
      place: Place
      message: number
      content: Content
      mark?: MessagePlace
      /** What is sent instead while none of its words stand there (correct-unsent.ts). */
      unsent?: Extract<Effect, { kind: 'say' | 'files' }>
    }
  /** Takes the copies of a ticket message away. */
  | {
      kind: 'unsend'
      place: Place
      message: number
      /** The agent's message: it loses its mark, or he reads there that the client still has it. */
      at?: MessagePlace
    }
  | { kind: 'react'; place: Place; at: MessagePlace; emoji: string | null }
  /** The answer to a pressed button. */
  | { kind: 'answer'; callbackId: string; text?: string; alert?: boolean }
  /** Takes the buttons from a message that no slot names. */
  | { kind: 'strip'; place: Place; at: MessagePlace }
  /** Icon (an emoji of Telegram's free set) and openness of a ticket's topic. */
  | { kind: 'topic'; ticketNumber: number; icon?: string; open?: boolean }
  /** Takes the topic of an erased ticket away, with all that stands in it. */
  | { kind: 'remove_topic'; place: Place; ticket: number }
  | { kind: 'leave'; chatId: number }
  /** Asks Telegram whether a person may name this group as the staff group, and names it. */
  | { kind: 'adopt'; chatId: number; threadId: number | null; userId: number }

/**
 * Effects of one lane leave in the order in which they were caused. A card is edited in a lane of its
 * own, so that nobody's words wait behind it; only the one that begins a topic goes before them.
 */
export function laneOf(effect: Outgoing): string {
  switch (effect.kind) {
    case 'put':
    case 'release':
    case 'pin':
      return isCardChange(effect) ? effect.slot : laneOfPlace(effect.place)
    case 'react':
      return `reactions:${String(effect.at.chatId)}`
    case 'answer':
      return `callback:${effect.callbackId}`
    case 'topic':
      return `topic:${String(effect.ticketNumber)}`
    case 'leave':
    case 'adopt':
      return `chat:${String(effect.chatId)}`
    default:
      return laneOfPlace(effect.place)
  }
}

/** Whether an effect changes a card that stands in its topic. */
export function isCardChange(effect: Outgoing): boolean {
  const hasSlot = effect.kind === 'put' || effect.kind === 'release' || effect.kind === 'pin'
  const isFirst = effect.kind === 'put' && effect.first === true
  return hasSlot && !isFirst && unpackSlot(effect.slot)?.kind === 'card'
}

/** The ticket message an effect carries or changes. */
export function messageOf(effect: Outgoing): number | undefined {
  return 'message' in effect ? effect.message : undefined
}

export function laneOfPlace(place: Place): string {
  switch (place.kind) {
    case 'person':
      return `person:${String(place.personId)}`
    case 'topic':
      return `topic:${String(place.ticketNumber)}`
    case 'staff':
      return 'staff'
    case 'chat':
      // A topic that is gone holds up what is said in no other.
      return `chat:${String(place.chatId)}:${String(place.threadId ?? 0)}`
  }
}

/** The slot an effect edits or fills, for merging. */
export function slotOf(effect: Outgoing): SlotKey | null {
  return effect.kind === 'put' || effect.kind === 'release' || effect.kind === 'say'
    ? (effect.slot ?? null)
    : null
}
