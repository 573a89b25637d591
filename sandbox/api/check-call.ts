import type { Params } from '../read-params.ts'
import type { BotApi } from './bot-api.ts'
import { createShapeCheck, isMissing } from './fits-shape.ts'
import { missingWords, wrongWords } from './problem-words.ts'

export type CheckCall = (method: string, params: Params) => string | null

/**
 * Says what is wrong with a call by the API's description, in Telegram's words where it has any;
 * null: nothing. Stricter than Telegram, which ignores parameters it does not know and values it
 * cannot read: here they are a mistake.
 */
export function createCheck(api: BotApi): CheckCall {
  const { fitsField } = createShapeCheck(api)
  return (method, { values, uploads }) => {
    const fields = api.methods[method] ?? {}
    const unknown = Object.keys(values).find((key) => !Object.hasOwn(fields, key))
    if (unknown !== undefined) return `parameter "${unknown}" is not known`
    for (const [name, { required, type }] of Object.entries(fields)) {
      const value = values[name]
      if (isMissing(value)) {
        if (required && !uploads.has(name)) return missingWords(method, name)
      } else if (!fitsField(name, value, type)) {
        return wrongWords(method, name, value)
      }
    }
    return null
  }
}
