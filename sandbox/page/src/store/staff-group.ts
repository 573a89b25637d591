import type { PersonView } from '../../../play/protocol.ts'
import type { ChatState, SandboxState } from './chats.ts'

/** The forum of the staff: the newest, because a group that was upgraded leaves an old one behind. */
export function staffGroup({ chats }: SandboxState): ChatState | null {
  return [...chats.values()].findLast(({ is_forum: isForum }) => isForum === true) ?? null
}

export interface Agent extends PersonView {
  /** Administrators decide what members may not. */
  isSupervisor: boolean
}

/** Who is in a group, the bot apart. */
export function agentsOf({ people }: SandboxState, group: ChatState | null): Agent[] {
  return people.flatMap((person) => {
    const status = group?.members[person.id]
    if (status === undefined || status === 'left' || status === 'kicked') return []
    return [{ ...person, isSupervisor: status === 'administrator' || status === 'creator' }]
  })
}
