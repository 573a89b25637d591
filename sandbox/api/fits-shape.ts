import { isRecord } from '../is-record.ts'
import type { BotApi, Field, TypeShape } from './bot-api.ts'

/** Whether values are what the API's description says of them. */
export interface ShapeCheck {
  fits(value: unknown, shape: TypeShape): boolean
  /** The same of a named field, whose description may be narrower than its use. */
  fitsField(name: string, value: unknown, type: TypeShape): boolean
}

export function createShapeCheck({ objects }: Pick<BotApi, 'objects'>): ShapeCheck {
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

  return { fits, fitsField }
}

export function isMissing(value: unknown): boolean {
  return value === undefined || value === null
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function isNumber(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== '' && Number.isFinite(Number(value))
  return typeof value === 'number' && Number.isFinite(value)
}
