import type { View } from '../../../play/protocol.ts'
import { applyView, type SandboxState } from './chats.ts'

export interface Connection {
  /** Null until the first answer. */
  state: SandboxState | null
  /** Whether the server is heard; the browser keeps trying. */
  online: boolean
}

/** Listens to the server and keeps the state; `changed` gets each new one. Returns the way to end it. */
export function connect(changed: (connection: Connection) => void): () => void {
  let connection: Connection = { state: null, online: false }
  const events = new EventSource('/play/events')
  const tell = (change: Partial<Connection>) => {
    connection = { ...connection, ...change }
    changed(connection)
  }
  events.onmessage = ({ data }: MessageEvent<string>) =>
    tell({ state: applyView(connection.state, JSON.parse(data) as View), online: true })
  events.onopen = () => tell({ online: true })
  events.onerror = () => tell({ online: false })
  return () => events.close()
}
