import type { TelegramMessageEntity, TelegramReplyParameters } from '@gramio/types'
import type { Entity, FormattedText } from '../../../domain/message.ts'
import type { Content } from '../../../services/notifier/outgoing.ts'
import { cut } from './cut-text.ts'
import type { Ease, Rung } from './ease.ts'

export function textOf({ text, entities }: FormattedText, { withoutEntities }: Ease = {}) {
  return { text, ...(!withoutEntities && { entities: entitiesOf(entities) }) }
}

export function captionOf({ text, entities }: FormattedText, { withoutEntities }: Ease = {}) {
  if (text === '') return {}
  return { caption: text, ...(!withoutEntities && { caption_entities: entitiesOf(entities) }) }
}

/** Buttons, or a request to reply. */
export function markupOf({ buttons, forceReply }: Content, { withoutButtons }: Ease = {}) {
  if (withoutButtons) return {}
  if (buttons !== undefined) return { reply_markup: keyboardOf(buttons) }
  if (forceReply === undefined) return {}
  const { placeholder, onlyUserId } = forceReply
  return {
    reply_markup: {
      force_reply: true as const,
      // At most 64 characters (https://core.telegram.org/bots/api#forcereply).
      input_field_placeholder: cut(placeholder, 64),
      ...(onlyUserId !== undefined && { selective: true }),
    },
  }
}

export function keyboardOf(buttons: Content['buttons'] = []) {
  return {
    inline_keyboard: buttons.map((row) =>
      row.map(({ label, data }) => ({ text: label, callback_data: data })),
    ),
  }
}

/** A message to reply to, with the words of it that are answered. */
export interface Reply {
  messageId: number
  quote?: string
}

/** The message may be gone by now: then it is sent without. */
export function replyOf(reply: Reply | null, { withoutReply, withoutQuote }: Ease = {}) {
  if (reply === null || withoutReply) return {}
  const { messageId, quote } = reply
  const parameters: TelegramReplyParameters = {
    message_id: messageId,
    allow_sending_without_reply: true,
    ...(quote !== undefined && !withoutQuote && { quote }),
  }
  return { reply_parameters: parameters }
}

export function threadOf(threadId: number | null) {
  return threadId === null ? {} : { message_thread_id: threadId }
}

/** Kinds of newer versions are passed on as they came. */
function entitiesOf(entities: Entity[]): TelegramMessageEntity[] {
  return entities as unknown as TelegramMessageEntity[]
}

/** What a text has that can be left out. */
export function rungsOf(
  { entities, buttons, forceReply }: Content,
  replyTo?: { quote?: string },
): Rung[] {
  const hasMarkup = buttons !== undefined || forceReply !== undefined
  return [
    ...(replyTo?.quote === undefined ? [] : (['withoutQuote'] as const)),
    ...(replyTo === undefined ? [] : (['withoutReply'] as const)),
    ...(entities.length === 0 ? [] : (['withoutEntities'] as const)),
    ...(hasMarkup ? (['withoutButtons'] as const) : []),
  ]
}
