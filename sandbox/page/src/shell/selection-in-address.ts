import type { Selection } from '../store/selection.ts'

/** What is open, as the end of an address: `#client=7000012&agent=7000016&topic=31&pane=staff`. */
export function addressOf({ clientId, agentId, topicId, pane }: Selection): string {
  const parts = { client: clientId, agent: agentId, topic: topicId, pane }
  const written = Object.entries(parts).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${String(value)}`],
  )
  return `#${written.join('&')}`
}

/** Reads it back; what is not understood is not open. */
export function selectionFrom(address: string): Selection {
  const parts = new URLSearchParams(address.replace(/^#/, ''))
  const idOf = (name: string) => {
    const text = parts.get(name) ?? ''
    return /^\d{1,15}$/.test(text) ? Number(text) : null
  }
  return {
    clientId: idOf('client'),
    agentId: idOf('agent'),
    topicId: idOf('topic'),
    pane: parts.get('pane') === 'staff' ? 'staff' : 'client',
  }
}
