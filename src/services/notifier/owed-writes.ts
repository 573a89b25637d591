/**
 * Writes of what has happened in Telegram already. One that fails, because the database is away, is
 * made before anybody asks for its key again: what was made is found, and not made a second time.
 */
export interface OwedWrites {
  /** Rejects when it failed; it is owed then. A later write of the same key takes its place. */
  write(key: string, act: () => Promise<void>): Promise<void>
  /** Rejects when what is owed cannot be written yet. */
  catchUp(key: string): Promise<void>
}

export function createOwedWrites(): OwedWrites {
  const owed = new Map<string, () => Promise<void>>()

  async function write(key: string, act: () => Promise<void>): Promise<void> {
    owed.set(key, act)
    await act()
    if (owed.get(key) === act) owed.delete(key)
  }

  return {
    write,
    async catchUp(key) {
      const act = owed.get(key)
      if (act !== undefined) await write(key, act)
    },
  }
}
