import { isRecord } from '../is-record.ts'
import { badRequest } from '../refusal.ts'
import type { InlineButton, ReplyMarkup } from '../state/shapes.ts'
import { textOf } from './method.ts'

const longestPlaceholder = 64

/** What a button can do besides having a text. */
const purposes = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'pay',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'disabled',
]

/** Only inline buttons are part of the message; keyboards below it belong to the chat. */
export function markupField(markup: unknown): { reply_markup?: ReplyMarkup } {
  if (!isRecord(markup)) return {}
  const placeholder = textOf(markup['input_field_placeholder']) ?? ''
  if (placeholder.length > longestPlaceholder) {
    throw badRequest('input field placeholder is too long')
  }
  if (!Array.isArray(markup['inline_keyboard'])) return {}
  const keyboard = markup['inline_keyboard'] as InlineButton[][]
  for (const button of keyboard.flat()) checkButton(button)
  return keyboard.length === 0 ? {} : { reply_markup: { inline_keyboard: keyboard } }
}

function checkButton(button: InlineButton): void {
  const { text, callback_data: data = '', url = '', copy_text: copied } = button
  if (text === '') throw badRequest('inline keyboard button text must be non-empty')
  const isEmpty = (name: string) =>
    ['', undefined].includes(button[name as keyof InlineButton] as '')
  const hasPurpose = purposes.some((name) => name in button && !isEmpty(name))
  if (!hasPurpose && !('switch_inline_query' in button)) {
    const reason = 'Text buttons are unallowed in the inline keyboard'
    throw badRequest(`can't parse inline keyboard button: ${reason}`)
  }
  if (Buffer.byteLength(data) > 64) throw badRequest('BUTTON_DATA_INVALID')
  if (url !== '' && !/^([a-z][a-z0-9+.-]*:|[^\s/]+\.[^\s/]+)/i.test(url)) {
    throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`)
  }
  if (copied !== undefined && (copied.text === '' || copied.text.length > 256)) {
    throw badRequest('BUTTON_COPY_TEXT_INVALID')
  }
}
