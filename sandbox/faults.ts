import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

import { refusal } from './refusal.ts'

/** A trouble that calls shall meet. Without method or chat it meets any of them. */
export type Fault = {
  method?: string
  chatId?: number
  /** How often; default once, or every time while it lasts. */
  times?: number
  /** For how long from now on; default: until it has been met so often. */
  lastsMs?: number
} & (
  | {
      kind: 'status'
      code: number
      description: string
      parameters?: { retry_after?: number; migrate_to_chat_id?: number }
    }
  /** A proxy's answer in place of Telegram's; nothing was carried out. */
  | { kind: 'html502' }
  /** The same with the status of success, as a page that asks to log in to a network. */
  | { kind: 'html200' }
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
  /** How many calls have met one so far. */
  met(): number
  take(method: string, values: Record<string, unknown>): ActiveFault | null
}

export interface WaitingFault {
  id: number
  fault: Fault
  /** How many calls it will still meet; without end for one that only lasts. */
  left: number
}

/** @param endsAt in milliseconds since the epoch */
type KeptFault = WaitingFault & { endsAt: number }

/** Both return whether the response has been dealt with. */
interface ActiveFault {
  before(response: ServerResponse): Promise<boolean>
  after(response: ServerResponse, result: unknown): Promise<boolean>
}

export function createFaults(): Faults {
  let faults: KeptFault[] = []
  let lastId = 0
  let met = 0

  function present(): KeptFault[] {
    const at = Date.now()
    faults = faults.filter(({ endsAt }) => endsAt > at)
    return faults
  }

  return {
    add(fault) {
      const { lastsMs = Infinity, times = fault.lastsMs === undefined ? 1 : Infinity } = fault
      faults.push({ id: ++lastId, fault, left: times, endsAt: Date.now() + lastsMs })
    },
    clear() {
      faults = []
    },
    waiting: present,
    met: () => met,
    take(method, values) {
      const found = present().find(
        ({ fault }) =>
          (fault.method === undefined || fault.method === method) &&
          (fault.chatId === undefined || fault.chatId === Number(values['chat_id'])),
      )
      if (found === undefined) return null
      found.left -= 1
      met += 1
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
          answerPage(response, 502, '502 Bad Gateway')
          return true
        case 'html200':
          answerPage(response, 200, 'Welcome to this network')
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

function answerPage(response: ServerResponse, status: number, heading: string): void {
  response.writeHead(status, { 'content-type': 'text/html' })
  response.end(`<html><body><h1>${heading}</h1></body></html>`)
}
