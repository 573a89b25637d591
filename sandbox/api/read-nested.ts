import { isRecord } from '../is-record.ts'
import { badRequest } from '../refusal.ts'
import type { Field, TypeShape } from './bot-api.ts'
import { unreadableWords } from './problem-words.ts'

/**
 * Lists and objects arrive as JSON in forms, and as themselves or as JSON in a JSON body. What is
 * meant to be a text stays one, also when it begins like JSON.
 */
export function readNested(
  method: string,
  fields: Record<string, Field>,
  values: Record<string, unknown>,
): Record<string, unknown> {
  const read = Object.entries(values).map(([name, value]) => {
    const shape = Object.hasOwn(fields, name) ? fields[name]?.type : undefined
    const isWritten = typeof value === 'string' && value !== ''
    if (!isWritten || shape === undefined || !isNested(shape)) return [name, value]
    return [name, parsed(value, () => badRequest(unreadableWords(method, name)))]
  })
  // An empty value is none, as in Telegram's server.
  return Object.fromEntries(
    read.filter(([name, value]) => value !== '' || !isNested(fields[String(name)]?.type)),
  ) as Record<string, unknown>
}

/** Whether a value is a list or an object and cannot be a text. */
function isNested(shape: TypeShape | undefined): boolean {
  if (typeof shape !== 'object' || 'literal' in shape) return false
  if ('any' in shape) return shape.any.every(isNested)
  return true
}

function parsed(text: string, refuse: () => Error): unknown {
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value) || Array.isArray(value)) return value
    return text
  } catch {
    throw refuse()
  }
}
