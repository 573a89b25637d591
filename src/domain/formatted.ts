import type { Entity, FormattedText } from './message.ts'

/** A text without formatting. */
export function plain(text: string): FormattedText {
  return { text, entities: [] }
}

/** A text in bold. */
export function bold(text: string): FormattedText {
  return text === '' ? plain('') : { text, entities: [entity('bold', text)] }
}

/** A text in which the first place that says `label` leads to an address; none without one. */
export function linked(text: string, label: string, url: string | null): FormattedText {
  const offset = text.indexOf(label)
  if (offset < 0 || url === null) return plain(text)
  return { text, entities: [{ type: 'text_link', offset, length: label.length, url }] }
}

/** A quotation, shown with a bar at its side. */
export function quote(inner: FormattedText): FormattedText {
  if (inner.text === '') return inner
  const around = entity('blockquote', inner.text)
  return { text: inner.text, entities: [around, ...inner.entities.filter(isInline)] }
}

/** Texts one after another; the formatting of each moves along. */
export function join(...parts: (FormattedText | string)[]): FormattedText {
  let text = ''
  const entities: Entity[] = []
  for (const part of parts) {
    const { text: next, entities: spans } = typeof part === 'string' ? plain(part) : part
    for (const span of spans) entities.push({ ...span, offset: span.offset + text.length })
    text += next
  }
  return { text, entities }
}

/** Texts one below the other; empty ones leave no line. */
export function lines(texts: FormattedText[]): FormattedText {
  const said = texts.filter(({ text }) => text !== '')
  return join(...said.flatMap((text, at) => (at === 0 ? [text] : ['\n', text])))
}

/** The text without its first `length` UTF-16 units; formatting that loses its text is dropped. */
export function cutStart({ text, entities }: FormattedText, length: number): FormattedText {
  const kept = entities.flatMap((span) => {
    const start = Math.max(span.offset - length, 0)
    const end = span.offset + span.length - length
    return end > start ? [{ ...span, offset: start, length: end - start }] : []
  })
  return { text: text.slice(length), entities: kept }
}

function entity(type: string, text: string): Entity {
  return { type, offset: 0, length: text.length }
}

/** Telegram does not nest quotations. */
function isInline({ type }: Entity): boolean {
  return type !== 'blockquote' && type !== 'expandable_blockquote'
}
