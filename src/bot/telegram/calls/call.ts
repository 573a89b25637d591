import type { APIMethodParams, APIMethodReturn, APIMethods } from '@gramio/types'
import type { Answer } from './failure.ts'
import type { SendOptions, Transport } from './transport.ts'
import type { Upload } from './upload.ts'

/** Parameters of a method; where it takes a file, an upload of ours goes as well. */
export type CallParams<Method extends keyof APIMethods> = {
  [Key in keyof APIMethodParams<Method>]:
    | APIMethodParams<Method>[Key]
    | (Extract<APIMethodParams<Method>[Key], Blob> extends never ? never : Upload)
}

/** A call of the Bot API by the types of its newest version; Telegraf's own end with 7.1. */
export type Call = <Method extends keyof APIMethods>(
  method: Method,
  params?: CallParams<Method>,
  options?: SendOptions,
) => Promise<Answer<APIMethodReturn<Method>>>

/** The transport, typed. That an answer has the type Telegram documents is taken on trust. */
export function createCall({ send }: Pick<Transport, 'send'>): Call {
  return async <Method extends keyof APIMethods>(
    method: Method,
    params?: CallParams<Method>,
    options?: SendOptions,
  ) => (await send(method, params, options)) as Answer<APIMethodReturn<Method>>
}
