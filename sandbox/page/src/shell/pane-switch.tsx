import type { Selection } from '../store/selection.ts'
import './pane-switch.css'

interface PaneSwitchProps {
  pane: Selection['pane']
  onPane: (pane: Selection['pane']) => void
}

const panes = [
  ['client', 'Client'],
  ['staff', 'Staff'],
] as const

/** On a phone there is room for one side only. */
export function PaneSwitch({ pane, onPane }: PaneSwitchProps) {
  return (
    <nav class="pane-switch" aria-label="Sides">
      {panes.map(([name, title]) => (
        <button key={name} type="button" aria-pressed={name === pane} onClick={() => onPane(name)}>
          {title}
        </button>
      ))}
    </nav>
  )
}
