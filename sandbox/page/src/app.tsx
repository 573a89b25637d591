import { useEffect, useState } from 'preact/hooks'

import { ClientPane } from './panes/client-pane.tsx'
import { StaffPane } from './panes/staff-pane.tsx'
import { connect, type Connection } from './store/connect.ts'
import type { Selection } from './store/selection.ts'

const nothingOpen: Selection = { clientId: null, agentId: null, topicId: null, pane: 'client' }

export function App() {
  const [connection, setConnection] = useState<Connection>({ state: null, online: false })
  const [selection, setSelection] = useState(nothingOpen)
  useEffect(() => connect(setConnection), [])
  const { state } = connection
  if (state === null) return <p>Connecting…</p>
  const onSelect = (change: Partial<Selection>) =>
    setSelection((before) => ({ ...before, ...change }))
  return (
    <main class="panes" data-pane={selection.pane}>
      <ClientPane {...{ state, selection, onSelect }} />
      <StaffPane {...{ state, selection, onSelect }} />
    </main>
  )
}
