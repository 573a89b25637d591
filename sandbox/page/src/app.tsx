import { useEffect, useState } from 'preact/hooks'

import { connect, type Connection } from './store/connect.ts'

export function App() {
  const [connection, setConnection] = useState<Connection>({ state: null, online: false })
  useEffect(() => connect(setConnection), [])
  const { state } = connection
  if (state === null) return <p>Connecting…</p>
  return (
    <pre>
      {JSON.stringify([...state.chats.values()].map(({ id, messages }) => [id, messages.size]))}
    </pre>
  )
}
