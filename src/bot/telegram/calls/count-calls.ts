import type { APIMethods } from '@gramio/types'

import type { CallEnd } from '../../../services/watch/tally.ts'
import type { Call, CallParams } from './call.ts'
import type { Answer } from './failure.ts'
import type { SendOptions } from './transport.ts'

/** The call, with its ends counted by method. One that we broke off ourselves did not end. */
export function countCalls(call: Call, ended: (method: string, end: CallEnd) => void): Call {
  return async <Method extends keyof APIMethods>(
    method: Method,
    params?: CallParams<Method>,
    options?: SendOptions,
  ) => {
    const answer = await call(method, params, options)
    if (options?.signal?.aborted !== true) ended(method, endOf(answer))
    return answer
  }
}

function endOf(answer: Answer): CallEnd {
  if (answer.ok) return 'ok'
  const { failure } = answer
  return failure.kind === 'refused' && failure.code === 429 ? 'flood' : failure.kind
}
