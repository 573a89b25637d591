import { statfs } from 'node:fs/promises'

/** Bytes that are free where a folder is, for programs without privileges; null when nobody knows. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
