import type { VNode } from 'preact'
import { useMemo } from 'preact/hooks'

import { withDetected } from './detected-entities.ts'
import { entityTree, type TextEntity, type TextNode } from './entity-tree.ts'
import { LongQuote } from './long-quote.tsx'
import { safeLink } from './safe-link.ts'
import { Spoiler } from './spoiler.tsx'
import './formatted-text.css'

interface FormattedTextProps {
  text: string
  entities: readonly TextEntity[] | undefined
  onCommand: (command: string) => void
}

/** A text as it was formatted. What people wrote never becomes HTML. */
export function FormattedText({ text, entities, onCommand }: FormattedTextProps) {
  const tree = useMemo(() => entityTree(text, withDetected(text, entities)), [text, entities])
  return <>{tree.map((node) => drawNode(node, onCommand))}</>
}

function drawNode(node: TextNode, onCommand: (command: string) => void): VNode | string {
  if (typeof node === 'string') return node
  const { entity, words } = node
  const inside = node.children.map((child) => drawNode(child, onCommand))
  switch (entity.type) {
    case 'bold':
      return <strong>{inside}</strong>
    case 'italic':
      return <em>{inside}</em>
    case 'underline':
      return <u>{inside}</u>
    case 'strikethrough':
      return <s>{inside}</s>
    case 'spoiler':
      return <Spoiler>{inside}</Spoiler>
    case 'code':
      return <code>{inside}</code>
    case 'pre':
      return (
        <pre tabIndex={0} data-language={entity.language ?? ''}>
          <code>{inside}</code>
        </pre>
      )
    case 'blockquote':
      return <blockquote>{inside}</blockquote>
    case 'expandable_blockquote':
      return <LongQuote>{inside}</LongQuote>
    case 'url':
    case 'text_link':
      return drawLink(entity.url ?? words, inside)
    case 'bot_command':
      return (
        <button type="button" class="link-button" onClick={() => onCommand(words)}>
          {inside}
        </button>
      )
    case 'mention':
    case 'text_mention':
    case 'hashtag':
    case 'cashtag':
    case 'email':
    case 'phone_number':
      return <span class="marked">{inside}</span>
    default:
      return <>{inside}</>
  }
}

function drawLink(address: string, inside: (VNode | string)[]): VNode {
  const href = safeLink(address)
  if (href === null) return <span class="marked">{inside}</span>
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer">
      {inside}
    </a>
  )
}
