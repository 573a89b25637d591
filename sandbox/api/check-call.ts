import { isRecord } from '../methods/method.ts'
import type { Params } from '../read-params.ts'
import type { BotApi, Field, TypeShape } from './bot-api.ts'

export type CheckCall = (method: string, params: Params) => string | null

/**
 * Says what is wrong with a call by the API's description, in words like Telegram's; null: nothing.
 * Stricter than Telegram, which ignores parameters it does not know: here they are a mistake.
 */
export function createCheck({ methods, objects }: BotApi): CheckCall {
  const fits = (value: unknown, shape: TypeShape): boolean => {
    if (shape === 'string') return typeof value === 'string' || typeof value === 'number'
    // Forms carry numbers and truth values as text.
    if (shape === 'number') return value !== '' && Number.isFinite(Number(value))
    if (shape === 'boolean') return [true, false, 'true', 'false'].includes(value as never)
    if (shape === 'file') return typeof value === 'string'
    if ('literal' in shape) return String(value) === String(shape.literal)
    if ('list' in shape) return Array.isArray(value) && value.every((one) => fits(one, shape.list))
    if ('any' in shape) return shape.any.some((one) => fits(value, one))
    return isRecord(value) && problemOf(value, objects[shape.object] ?? {}) === null
  }

  const problemOf = (
    values: Record<string, unknown>,
    fields: Record<string, Field>,
    uploads?: Params['uploads'],
  ): string | null => {
    const unknown = Object.keys(values).find((key) => !Object.hasOwn(fields, key))
    if (unknown !== undefined) return `parameter "${unknown}" is not known`
    for (const [name, { required, type }] of Object.entries(fields)) {
      const value = values[name]
      const isMissing = value === undefined || value === null
      if (isMissing && required && !uploads?.has(name)) return `parameter "${name}" is required`
      if (!isMissing && !fits(value, type)) return `parameter "${name}" has a wrong value`
    }
    return null
  }

  return (method, { values, uploads }) => problemOf(values, methods[method] ?? {}, uploads)
}
