import { readBotApi } from '../../../sandbox/api/bot-api.ts'
import { createShapeCheck } from '../../../sandbox/api/fits-shape.ts'
import type { Sandbox } from '../../../sandbox/index.ts'

export interface Answer {
  ok: boolean
  result?: unknown
  description?: string
  error_code?: number
  parameters?: Record<string, unknown>
}

export type Form = 'json' | 'urlencoded' | 'multipart' | 'query'

export const api = readBotApi()
const { fits } = createShapeCheck(api)

/** Whether a result is what the published description says the method returns. */
export function isDescribed(method: string, result: unknown): boolean {
  const shape = api.returns[method]
  return shape !== undefined && fits(result, shape)
}

/** Calls a method with the parameters in one of the forms that Telegram takes. */
export async function callIn(
  form: Form,
  { apiRoot, token }: Sandbox,
  method: string,
  params: Record<string, unknown>,
): Promise<Answer> {
  const url = `${apiRoot}/bot${token}/${method}`
  const given = Object.entries(params).filter(([, value]) => value !== undefined)
  const written = given.map(([name, value]): [string, string] => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  const response = await fetch(
    form === 'query' ? `${url}?${new URLSearchParams(written).toString()}` : url,
    form === 'query' ? {} : { method: 'POST', ...bodyIn(form, params, written) },
  )
  const answer = (await response.json()) as Answer
  if (response.status !== (answer.error_code ?? 200)) throw new Error('The status is another one.')
  return answer
}

function bodyIn(form: Form, params: Record<string, unknown>, written: [string, string][]) {
  if (form === 'json') {
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(params) }
  }
  if (form === 'urlencoded') return { body: new URLSearchParams(written) }
  const body = new FormData()
  for (const [name, value] of written) body.set(name, value)
  return { body }
}

/** Sends files in a form, beside other parameters. */
export async function upload(
  { apiRoot, token }: Sandbox,
  method: string,
  params: Record<string, string>,
  files: Record<string, Blob>,
): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(params)) body.set(name, value)
  for (const [name, file] of Object.entries(files)) body.set(name, file, `${name}.bin`)
  const response = await fetch(`${apiRoot}/bot${token}/${method}`, { method: 'POST', body })
  return (await response.json()) as Answer
}
