import type { ComponentChildren } from 'preact'

import type { Selection } from '../store/selection.ts'
import '../chat/controls.css'
import './pane.css'

interface PaneProps {
  label: string
  name: Selection['pane']
  selection: Selection
  onSelect: (change: Partial<Selection>) => void
  children: ComponentChildren
}

/** One half of the page: a Telegram of its own. */
export function Pane({ label, name, selection, onSelect, children }: PaneProps) {
  const work = () => {
    if (selection.pane !== name) onSelect({ pane: name })
  }
  return (
    <section class="pane" aria-label={label} onFocusIn={work} onPointerDown={work}>
      {children}
    </section>
  )
}
