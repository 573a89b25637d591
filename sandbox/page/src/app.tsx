import { useState } from 'preact/hooks'

import { Drawer } from './drawer/drawer.tsx'
import { ClientPane } from './panes/client-pane.tsx'
import { StaffPane } from './panes/staff-pane.tsx'
import { Header } from './shell/header.tsx'
import { PaneSwitch } from './shell/pane-switch.tsx'
import { useSelection } from './shell/use-selection.ts'
import { useTheme } from './shell/use-theme.ts'
import { useConnection } from './store/use-connection.ts'
import { beginTour, type TourStart } from './tour/tour-scene.ts'
import { Tour } from './tour/tour.tsx'

export function App() {
  const { state, online } = useConnection()
  const [selection, select] = useSelection()
  const [theme, setTheme] = useTheme()
  const [isDrawerOpen, openDrawer] = useState(false)
  const [tour, setTour] = useState<TourStart | null>(null)
  if (state === null) return <p class="waiting">Connecting to the sandbox…</p>
  const newTour = beginTour(state, selection)
  return (
    <div class="page" data-pane={selection.pane}>
      <Header
        state={state}
        online={online}
        theme={theme}
        onTheme={setTheme}
        tour={{
          isOffered: newTour !== null,
          isOpen: tour !== null,
          onToggle: () => setTour(tour === null ? newTour : null),
        }}
        drawer={{ isOpen: isDrawerOpen, onToggle: () => openDrawer(!isDrawerOpen) }}
      />
      {tour !== null && (
        <Tour state={state} start={tour} onSelect={select} onClose={() => setTour(null)} />
      )}
      <main class="sides">
        <div class="client-side">
          <ClientPane state={state} selection={selection} onSelect={select} />
        </div>
        <div class="staff-side">
          <StaffPane state={state} selection={selection} onSelect={select} />
        </div>
      </main>
      {isDrawerOpen && (
        <Drawer state={state} selection={selection} onClose={() => openDrawer(false)} />
      )}
      <PaneSwitch pane={selection.pane} onPane={(pane) => select({ pane })} />
    </div>
  )
}
