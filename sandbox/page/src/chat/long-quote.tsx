import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** A quotation of which only the beginning is shown at first. */
export function LongQuote({ children }: { children: ComponentChildren }) {
  const [isWhole, setWhole] = useState(false)
  return (
    <blockquote class={isWhole ? 'long-quote' : 'long-quote is-cut'}>
      <div>{children}</div>
      <button
        type="button"
        class="link-button"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
      >
        {isWhole ? 'Show less' : 'Show more'}
      </button>
    </blockquote>
  )
}
