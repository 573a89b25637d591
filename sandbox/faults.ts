import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import { refusal } from './refusal.ts'

/** A trouble that calls shall meet. Without method or chat it meets any of them. */
export type Fault = {
  method?: string
  chatId?: number
  /** How often; default once. */
  times?: number
} & (
  | {
      kind: 'status'
      code: number
      description: string
      parameters?: { retry_after?: number; migrate_to_chat_id?: number }
    }
  /** A proxy's answer in place of Telegram's; nothing was carried out. */
  | { kind: 'html502' }
  /** The connection breaks before anything was carried out. */
  | { kind: 'resetBefore' }
  /** The connection breaks after it was carried out. */
  | { kind: 'resetAfter' }
  | { kind: 'delay'; ms: number }
  /** Half of the answer, after it was carried out. */
  | { kind: 'truncate' }
  /** `ok` without a result, as it was seen of a proxy. */
  | { kind: 'noResult' }
  /** No answer at all, until the caller hangs up. */
  | { kind: 'hang' }
)

export interface Faults {
  add(fault: Fault): void
  clear(): void
  /** Those that calls will still meet, oldest first. */
  waiting(): readonly WaitingFault[]
  take(method: string, values: Record<string, unknown>): ActiveFault | null
}

export interface WaitingFault {
  id: number
  fault: Fault
  /** How many calls it will still meet. */
  left: number
}

/** Both return whether the response has been dealt with. */
interface ActiveFault {
  before(response: ServerResponse): Promise<boolean>
  after(response: ServerResponse, result: unknown): Promise<boolean>
}

export function createFaults(): Faults {
  let faults: WaitingFault[] = []
  let lastId = 0

  return {
    add(fault) {
      faults.push({ id: ++lastId, fault, left: fault.times ?? 1 })
    },
    clear() {
      faults = []
    },
    waiting: () => faults,
    take(method, values) {
      const found = faults.find(
        ({ fault }) =>
          (fault.method === undefined || fault.method === method) &&
          (fault.chatId === undefined || fault.chatId === Number(values['chat_id'])),
      )
      if (found === undefined) return null
      found.left -= 1
      if (found.left === 0) faults = faults.filter((one) => one !== found)
      return activate(found.fault)
    },
  }
}

function activate(fault: Fault): ActiveFault {
  return {
    async before(response) {
      switch (fault.kind) {
        case 'status':
          throw refusal(fault.code, fault.description, fault.parameters)
        case 'html502':
          response.writeHead(502, { 'content-type': 'text/html' })
          response.end('<html><body><h1>502 Bad Gateway</h1></body></html>')
          return true
        case 'noResult':
          response.writeHead(200, { 'content-type': 'application/json' })
          response.end('{"ok":true}')
          return true
        case 'resetBefore':
          response.destroy()
          return true
        case 'delay':
          await sleep(fault.ms)
          return false
        case 'hang':
          await new Promise((resolve) => response.once('close', resolve))
          return true
        case 'resetAfter':
        case 'truncate':
          return false
      }
    },
    async after(response, result) {
      if (fault.kind === 'resetAfter') {
        response.destroy()
        return true
      }
      if (fault.kind !== 'truncate') return false
      const text = JSON.stringify(result)
      response.writeHead(200, { 'content-length': Buffer.byteLength(text) })
      response.write(text.slice(0, text.length / 2))
      // The half must leave before the connection ends.
      await sleep(5)
      response.destroy()
      return true
    },
  }
}
