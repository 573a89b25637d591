import type { ComponentChildren } from 'preact'

import type { Selection } from '../store/selection.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import '../chat/controls.css'
import './pane.css'

interface PaneProps {
  label: string
  name: Selection['pane']
  /** The chat that is open; empty: the list of chats. */
  open: string
  selection: Selection
  onSelect: (change: Partial<Selection>) => void
  children: ComponentChildren
}

/** One half of the page: a Telegram of its own. */
export function Pane({ label, name, open, selection, onSelect, children }: PaneProps) {
  const pane = useKeptFocus(open)
  const work = () => {
    if (selection.pane !== name) onSelect({ pane: name })
  }
  return (
    <section ref={pane} class="pane" aria-label={label} onFocusIn={work} onPointerDown={work}>
      {children}
    </section>
  )
}
