import { useState } from 'preact/hooks'

import { ClientPane } from './panes/client-pane.tsx'
import { StaffPane } from './panes/staff-pane.tsx'
import { Header } from './shell/header.tsx'
import { PaneSwitch } from './shell/pane-switch.tsx'
import { useSelection } from './shell/use-selection.ts'
import { useTheme } from './shell/use-theme.ts'
import { useConnection } from './store/use-connection.ts'

export function App() {
  const { state, online } = useConnection()
  const [selection, select] = useSelection()
  const [theme, setTheme] = useTheme()
  const [isDrawerOpen, openDrawer] = useState(false)
  if (state === null) return <p class="waiting">Connecting to the sandbox…</p>
  return (
    <div class="page" data-pane={selection.pane}>
      <Header
        {...{ state, online, theme }}
        onTheme={setTheme}
        tour={null}
        drawer={{ isOpen: isDrawerOpen, onToggle: () => openDrawer(!isDrawerOpen) }}
      />
      <main class="sides">
        <div class="client-side">
          <ClientPane {...{ state, selection }} onSelect={select} />
        </div>
        <div class="staff-side">
          <StaffPane {...{ state, selection }} onSelect={select} />
        </div>
      </main>
      <PaneSwitch pane={selection.pane} onPane={(pane) => select({ pane })} />
    </div>
  )
}
