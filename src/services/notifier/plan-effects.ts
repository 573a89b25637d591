import type { FormattedText } from '../../domain/message.ts'
import { splitText } from '../../domain/split-text.ts'
import type { Content, Outgoing, OutgoingFile, Part } from './outgoing.ts'

/** Lengths in UTF-16 units (https://core.telegram.org/bots/api#sendmessage, #sendphoto). */
export const maxTextLength = 4096
export const maxCaptionLength = 1024
const maxAlbumSize = 10

type Say = Extract<Outgoing, { kind: 'say' }>
type Files = Extract<Outgoing, { kind: 'files' }>

/**
 * Cuts an effect that needs several messages into effects of one message each, in order. So each
 * has its own fate in the outbox, and a later one that fails does not repeat the earlier ones. An
 * effect of one message comes back as it is; so does a text without a place to cut, which is sent
 * as a file.
 */
export function planEffects(effect: Outgoing): [Outgoing, ...Outgoing[]] {
  if (effect.kind === 'say') return planSay(effect)
  if (effect.kind === 'files') return planFiles(effect)
  return [effect]
}

function planSay(effect: Say): [Outgoing, ...Outgoing[]] {
  if (effect.content.text.length <= maxTextLength) return [effect]
  const parts = splitText(effect.content, maxTextLength)
  if (parts === null || parts.length < 2) return [effect]
  // A part is no edit with which another could become one.
  const { replyTo, slot, content, edit: _ofTheWhole, ...rest } = effect
  return nonEmpty(
    inParts(
      effect,
      parts.map((part, index) => ({
        ...rest,
        content: index === parts.length - 1 ? { ...content, ...part } : part,
        ...(index === 0 && replyTo !== undefined && { replyTo }),
        ...(index === parts.length - 1 && slot !== undefined && { slot }),
      })),
    ),
  )
}

/** Each part of a marked message tells when it fails; that all of it arrived comes with the last. */
function inParts<One extends Say | Files>({ mark, part }: Say | Files, parts: One[]): One[] {
  if (mark === undefined || parts.length < 2) return parts
  const lastPart: Part = part ?? 'last'
  return parts.map((one, index) => ({
    ...one,
    part: index === parts.length - 1 ? lastPart : 'more',
  }))
}

function planFiles(effect: Files): [Outgoing, ...Outgoing[]] {
  const groups = groupFiles(effect.files)
  const { replyTo, caption, ...rest } = effect
  const captioned = groups.findIndex((group) => canCarry(group, caption))
  const parts: (Files | Say)[] = groups.map((files, index) => ({
    ...rest,
    files,
    caption: index === captioned ? caption : { text: '', entities: [] },
    ...(index === 0 && replyTo !== undefined && { replyTo }),
  }))
  if (captioned < 0 && caption.text !== '') {
    const { place, message, mark, late } = effect
    parts.push({
      kind: 'say',
      place,
      content: caption,
      ...(message !== undefined && { message }),
      ...(mark !== undefined && { mark }),
      ...(late !== undefined && { late }),
      ...(groups.length === 0 && replyTo !== undefined && { replyTo }),
    })
  }
  const cut = inParts(effect, parts)
  return nonEmpty(cut.flatMap((part) => (part.kind === 'say' ? planSay(part) : [part])))
}

/** Albums hold photos and videos, or only documents, or only audio; the rest goes one by one. */
export function groupFiles(files: OutgoingFile[]): OutgoingFile[][] {
  const groups: OutgoingFile[][] = []
  for (const file of files) {
    const group = groups.at(-1)
    const album = albumOf(file)
    const fits =
      group !== undefined &&
      group.length < maxAlbumSize &&
      album !== null &&
      group.every((one) => albumOf(one) === album)
    if (fits) group.push(file)
    else groups.push([file])
  }
  return groups
}

function albumOf({ kind }: OutgoingFile): 'visual' | 'document' | 'audio' | null {
  if (kind === 'photo' || kind === 'video') return 'visual'
  return kind === 'document' || kind === 'audio' ? kind : null
}

function canCarry(group: OutgoingFile[], caption: Content): boolean {
  const hasCaption = group.every(({ kind }) => kind !== 'sticker' && kind !== 'video_note')
  // An album has no buttons.
  const isPlain = caption.buttons === undefined && caption.forceReply === undefined
  return hasCaption && fitsCaption(caption) && (group.length === 1 || isPlain)
}

function fitsCaption({ text }: FormattedText): boolean {
  return text.length <= maxCaptionLength
}

function nonEmpty(effects: Outgoing[]): [Outgoing, ...Outgoing[]] {
  const [first, ...rest] = effects
  if (first === undefined) throw new Error('An effect without anything to send')
  return [first, ...rest]
}
