import type { Upload } from '../read-params.ts'
import type { World } from '../state/world.ts'

/** What a method gets: its parameters, with those that are JSON already read. */
export interface MethodCall {
  world: World
  values: Record<string, unknown>
  uploads: Map<string, Upload>
  /** Aborted when the caller hangs up. */
  signal: AbortSignal
}

export type Method = (call: MethodCall) => unknown

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** Truth values come as text in forms. */
export function isTrue(value: unknown): boolean {
  return value === true || value === 'true'
}
