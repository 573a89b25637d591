import type { World } from './world.ts'
import type { SavedQueue } from './update-queue.ts'

/**
 * Everything the stand-in knows, as data for `v8.serialize`. It must be written down in one piece,
 * because a message and its chat refer to the same objects.
 */
export interface SavedWorld extends Pick<
  World,
  'token' | 'bot' | 'chats' | 'users' | 'files' | 'commands' | 'profile' | 'revision' | 'lastId'
> {
  queue: SavedQueue
}

/** To be raised when an older world cannot be read any more. */
export const worldFormat = 2

/** The world as it is; it goes on changing with the world until it is written down. */
export function saveWorld(world: World): SavedWorld {
  const { token, bot, chats, users, files, commands, profile, revision, lastId, updates } = world
  const queue = updates.save()
  return { token, bot, chats, users, files, commands, profile, revision, lastId, queue }
}

/** Makes a new world the saved one. */
export function restoreWorld(world: World, { queue, ...saved }: SavedWorld): void {
  Object.assign(world, saved)
  world.updates.restore(queue)
}

/** More than anybody does between two savings. */
const skipped = 10_000

/**
 * Passes over the ids that may have been given after the world was saved, which a bot may remember:
 * for a world whose end was not saved.
 */
export function skipIds(saved: SavedWorld): void {
  saved.lastId += skipped
  saved.queue.nextId += skipped
  for (const chat of saved.chats.values()) chat.nextMessageId += skipped
}
