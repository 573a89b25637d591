import { isRecord } from '../methods/method.ts'
import type { Params } from '../read-params.ts'
import type { BotApi, Field, TypeShape } from './bot-api.ts'
import { missingWords, wrongWords } from './problem-words.ts'

export type CheckCall = (method: string, params: Params) => string | null

/**
 * Says what is wrong with a call by the API's description, in Telegram's words where it has any;
 * null: nothing. Stricter than Telegram, which ignores parameters it does not know and values it
 * cannot read: here they are a mistake.
 */
export function createCheck({ methods, objects }: BotApi): CheckCall {
  const fits = (value: unknown, shape: TypeShape): boolean => {
    if (shape === 'string') return typeof value === 'string' || typeof value === 'number'
    if (shape === 'number') return isNumber(value)
    // Forms carry numbers and truth values as text.
    if (shape === 'boolean') return [true, false, 'true', 'false'].includes(value as never)
    if (shape === 'file') return typeof value === 'string'
    if ('literal' in shape) return isScalar(value) && String(value) === String(shape.literal)
    if ('list' in shape) return Array.isArray(value) && value.every((one) => fits(one, shape.list))
    if ('any' in shape) return shape.any.some((one) => fits(value, one))
    return isRecord(value) && fitsObject(value, objects[shape.object] ?? {})
  }

  const fitsField = (name: string, value: unknown, type: TypeShape) =>
    // Any spelling will do; a mode nobody knows is refused where the text is read.
    name.endsWith('parse_mode') ? typeof value === 'string' : fits(value, type)

  const fitsObject = (value: Record<string, unknown>, fields: Record<string, Field>): boolean =>
    Object.keys(value).every((key) => Object.hasOwn(fields, key)) &&
    Object.entries(fields).every(([name, { required, type }]) =>
      isMissing(value[name]) ? !required : fitsField(name, value[name], type),
    )

  return (method, { values, uploads }) => {
    const fields = methods[method] ?? {}
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

function isMissing(value: unknown): boolean {
  return value === undefined || value === null
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function isNumber(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '' && Number.isFinite(Number(value))
  return typeof value === 'number' && Number.isFinite(value)
}
