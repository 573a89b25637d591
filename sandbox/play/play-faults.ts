import type { Fault, WaitingFault } from '../faults.ts'
import type { Actions, FaultKind, FaultView } from './protocol.ts'

type Wanted = Actions['fault']['body']

/** A trouble in the words of the API, from what was chosen on the page. */
export function faultFrom({ kind, method, chatId, times }: Wanted): Fault {
  const where = {
    times,
    ...(method !== '' && { method }),
    ...(chatId !== null && { chatId }),
  }
  switch (kind) {
    case '429': {
      const description = 'Too Many Requests: retry after 5'
      return { ...where, kind: 'status', code: 429, description, parameters: { retry_after: 5 } }
    }
    case '403': {
      const description = 'Forbidden: bot was blocked by the user'
      return { ...where, kind: 'status', code: 403, description }
    }
    case '500':
      return { ...where, kind: 'status', code: 500, description: 'Internal Server Error' }
    case 'timeout':
      return { ...where, kind: 'hang' }
  }
}

export function faultView({ id, fault, left }: WaitingFault): FaultView {
  const { method = '', chatId = null } = fault
  return { id, method, chatId, kind: kindOf(fault), left }
}

function kindOf(fault: Fault): FaultKind {
  if (fault.kind === 'hang' || fault.kind === 'delay') return 'timeout'
  if (fault.kind !== 'status') return '500'
  return fault.code === 429 ? '429' : fault.code === 403 ? '403' : '500'
}
