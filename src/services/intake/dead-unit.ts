import type { StoredUpdate } from './inbox.ts'

/** What is put aside as one: an update, or the items of an album. */
export interface DeadUnit {
  updates: Pick<StoredUpdate, 'updateId' | 'lane' | 'payload'>[]
  /**
   * `failed`: each attempt did; `killer`: the program ended while it was running; `unreadable`: it
   * could not be stored as it came.
   */
  cause: 'failed' | 'killer' | 'unreadable'
}
