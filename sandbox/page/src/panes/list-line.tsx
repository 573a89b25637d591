import type { ComponentChildren } from 'preact'

import './list.css'

interface ListLineProps {
  id: number

  picture: ComponentChildren
  name: string
  /** What stands behind the name. */
  mark?: ComponentChildren
  time: string
  excerpt: string
  unread: number
  onOpen: () => void
}

/** One chat in a list. */
export function ListLine({
  id,
  picture,
  name,
  mark,
  time,
  excerpt,
  unread,
  onOpen,
}: ListLineProps) {
  return (
    <li class="list-line">
      <button type="button" data-line={id} onClick={onOpen}>
        {picture}
        <span class="list-words">
          <span class="list-row">
            <b>{name}</b>
            {mark}
            <time>{time}</time>
          </span>
          <span class="list-row">
            <span class="list-excerpt">{excerpt}</span>
            {unread > 0 && (
              <span class="badge">
                {unread}
                <span class="unseen"> unread</span>
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  )
}
