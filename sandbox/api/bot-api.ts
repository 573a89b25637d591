import { readFileSync } from 'node:fs'

/** What a value may be. Numbers may come as strings in forms; the check is lax there. */
export type TypeShape =
  | 'string'
  | 'number'
  | 'boolean'
  | 'file'
  | { literal: string | number | boolean }
  | { list: TypeShape }
  | { object: string }
  | { any: TypeShape[] }

export interface Field {
  required: boolean
  type: TypeShape
}

/** The part of the Bot API that calls use, made by scripts/generate-bot-api.ts. */
export interface BotApi {
  /** Parameters by method. */
  methods: Record<string, Record<string, Field>>
  /** What each method answers with. */
  returns: Record<string, TypeShape>
  /** Fields by the name of an object. */
  objects: Record<string, Record<string, Field>>
}

export function readBotApi(): BotApi {
  const text = readFileSync(new URL('generated.json', import.meta.url), 'utf8')
  return JSON.parse(text) as BotApi
}
