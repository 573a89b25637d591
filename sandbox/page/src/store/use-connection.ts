import { useEffect, useState } from 'preact/hooks'

import { connect, type Connection } from './connect.ts'

/** The sandbox as it is now. */
export function useConnection(): Connection {
  const [connection, setConnection] = useState<Connection>({ state: null, online: false })
  useEffect(() => connect(setConnection), [])
  return connection
}
