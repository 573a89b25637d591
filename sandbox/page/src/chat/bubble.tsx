import type { TargetedKeyboardEvent, TargetedMouseEvent, VNode } from 'preact'

import { authorOf, originOf } from './author.ts'
import { Avatar } from './avatar.tsx'
import { locationOf } from './attachment.ts'
import { BubbleTools } from './bubble-tools.tsx'
import type { ChatActions, OpenMenu } from './chat-actions.ts'
import { FormattedText } from './formatted-text.tsx'
import { Keyboard } from './keyboard.tsx'
import { Location } from './location.tsx'
import { Media } from './media.tsx'
import { memo } from './memo.tsx'
import { Reactions } from './reactions.tsx'
import { ReplyHeader } from './reply-header.tsx'
import { isSameRow, type BubbleRow } from './rows.ts'
import { selectedIn } from './selected-words.ts'
import { clockTime } from './times.ts'
import './bubble.css'

interface BubbleProps {
  row: BubbleRow
  viewerId: number
  /** In a group authors are told apart by name and picture. */
  isGroup: boolean
  /** Whether the keyboard is at this bubble. */
  isActive: boolean
  actions: ChatActions
}

/** One message, or an album, with all that belongs to it. */
export const Bubble = memo(DrawnBubble, (before, after) => {
  const { isActive, viewerId, actions } = after
  const isSameView = before.isActive === isActive && before.viewerId === viewerId
  return isSameView && before.actions === actions && isSameRow(before.row, after.row)
})

function DrawnBubble({ row, viewerId, isGroup, isActive, actions }: BubbleProps): VNode {
  const { messages, opens, closes } = row
  const [first] = messages
  const author = authorOf(first)
  const authorId = first.from?.id ?? 0
  const isOwn = authorId === viewerId
  const worded = messages.find(({ text, caption }) => (text ?? caption ?? '') !== '') ?? first
  const text = worded.text ?? worded.caption ?? ''
  const location = locationOf(first)
  const origin = originOf(first)
  const withFace = isGroup && !isOwn
  const isBare = text === '' && messages.some(({ sticker }) => sticker !== undefined)
  const openMenu = (kind: OpenMenu['kind'], from: Element, at: OpenMenu['at']) => {
    const selected = selectedIn(from.closest('article'))
    actions.openMenu({ kind, messages, at, selected })
  }
  const openByMouse = (event: TargetedMouseEvent<HTMLElement>) => {
    if ((event.target as Element).closest('a, video, audio, img') !== null) return
    event.preventDefault()
    openMenu('message', event.currentTarget, { x: event.clientX, y: event.clientY })
  }
  const openByKey = (event: TargetedKeyboardEvent<HTMLElement>) => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget) return
    // The menu takes the focus: its first item must not be pressed by the same key.
    event.preventDefault()
    const { left, top } = event.currentTarget.getBoundingClientRect()
    openMenu('message', event.currentTarget, { x: left + 60, y: Math.max(top + 20, 20) })
  }
  return (
    <article
      class={`line ${isOwn ? 'is-own' : ''} ${opens ? 'opens' : ''} ${closes ? 'closes' : ''}`}
      data-ids={messages.map(({ message_id: id }) => id).join(' ')}
      aria-label={`${author}, ${clockTime(first.date)}`}
      tabIndex={isActive ? 0 : -1}
      onContextMenu={openByMouse}
      onKeyDown={openByKey}
    >
      {withFace && <div class="face">{closes && <Avatar id={authorId} name={author} />}</div>}
      <div class="stack">
        <div class={isBare ? 'bubble is-bare' : 'bubble'}>
          {withFace && opens && <div class={`author hue-${authorId % 7}`}>{author}</div>}
          {origin !== null && (
            <div class="origin">
              Forwarded from <b>{origin}</b>
            </div>
          )}
          <ReplyHeader message={first} onJump={actions.jumpTo} />
          <Media
            messages={messages}
            onPhoto={(fileIds, index) => actions.showPhotos({ fileIds, index })}
            toast={actions.toast}
          />
          {location !== null && <Location {...location} />}
          <div class="words">
            <FormattedText
              text={text}
              entities={worded.entities ?? worded.caption_entities}
              onCommand={actions.say}
            />
            <Meta message={worded} />
          </div>
          <Reactions messages={messages} viewerId={viewerId} onReact={actions.react} />
        </div>
        <Keyboard message={first} onPress={actions.press} />
      </div>
      <BubbleTools isActive={isActive} onOpen={openMenu} />
    </article>
  )
}

function Meta({ message }: { message: BubbleRow['messages'][0] }) {
  return (
    <span class="meta">
      {message.edit_date !== undefined && 'edited '}
      <time>{clockTime(message.date)}</time>
    </span>
  )
}
