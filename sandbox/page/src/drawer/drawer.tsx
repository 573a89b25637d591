import { useEffect, useRef, useState } from 'preact/hooks'

import { Icon } from '../chat/icon.tsx'
import type { SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import { Clock } from './clock.tsx'
import { Faults } from './faults.tsx'
import { Tabs } from './tabs.tsx'
import { Traffic } from './traffic.tsx'
import './drawer.css'

interface DrawerProps {
  state: SandboxState
  selection: Selection
  onClose: () => void
}

const tabs = { traffic: 'Traffic', faults: 'Faults', clock: 'Clock' }

/** What lies behind the chats: updates and calls, troubles, and the time. */
export function Drawer({ state, selection, onClose }: DrawerProps) {
  const [tab, setTab] = useState<keyof typeof tabs>('traffic')
  const element = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    element.current?.querySelector<HTMLElement>('[role=tab]')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <aside
      ref={element}
      class="drawer"
      aria-label="Inspect"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header class="drawer-header">
        <Tabs label="Inspect" tabs={tabs} selected={tab} onSelect={setTab} />
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="drawer-body" role="tabpanel" aria-label={tabs[tab]}>
        {tab === 'traffic' && <Traffic state={state} selection={selection} />}
        {tab === 'faults' && <Faults state={state} selection={selection} />}
        {tab === 'clock' && <Clock state={state} />}
      </div>
    </aside>
  )
}
