import { isRecord } from './is-record.ts'

import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

export type UpdatesVerdict =
  { ok: true; updates: Record<string, unknown>[] } | { ok: false; message: string }

/**
 * Reads updates that were recorded elsewhere: a JSON file, or all in a folder by name. A file holds
 * one update or a list of them, each as it is or in a field `update`.
 */
export async function readUpdates(path: string): Promise<UpdatesVerdict> {
  const updates: Record<string, unknown>[] = []
  for (const file of await filesAt(path)) {
    const content = await readJson(file)
    const entries: unknown[] = Array.isArray(content) ? content : [content]
    for (const entry of entries) {
      const update = isRecord(entry) && isRecord(entry['update']) ? entry['update'] : entry
      if (!isRecord(update)) {
        return { ok: false, message: `${file} holds no updates: it must be JSON of the Bot API.` }
      }
      updates.push(update)
    }
  }
  if (updates.length > 0) return { ok: true, updates }
  return { ok: false, message: `There are no updates in ${path}: name a JSON file or a folder.` }
}

/** An update as the queue takes it: recorded ids repeat, and a bot hears of each id but once. */
export function withoutId(update: Record<string, unknown>): Record<string, unknown> {
  const { update_id: _id, ...content } = update
  return content
}

async function filesAt(path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => join(path, name))
  } catch {
    return []
  }
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return null
  }
}
