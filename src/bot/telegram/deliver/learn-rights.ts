import type { Answer } from '../calls/failure.ts'
import type { StaffRight } from '../../../domain/staff-right.ts'
import { judge, type Verdict } from '../calls/verdict.ts'
import type { StaffGroup } from '../rights/staff-group.ts'

/**
 * Tells the keeper of the group's rights what an answer shows of them: all calls into the staff group
 * pass here.
 */
export function learnRights(
  { staffGroup }: { staffGroup: Pick<StaffGroup, 'refused' | 'granted'> },
  method: string,
  params: object,
  answer: Answer,
): void {
  if (method.startsWith('get')) return
  if (answer.ok) {
    for (const right of rightsUsed(method)) staffGroup.granted(right)
    // Where there are no topics, Telegram ignores in which one a message was to stand.
    if (isAstray(params, answer.result)) staffGroup.refused('topics')
    return
  }
  const { kind } = judge(answer.failure, { attempts: 1 })
  const right = rightFor(method, kind)
  if (right !== null) staffGroup.refused(right)
}

/** What takes the right to delete messages, of which nothing else here depends. */
const removesTopic = 'deleteForumTopic'

function rightsUsed(method: string): StaffRight[] {
  if (method === removesTopic) return ['topics']
  if (method.includes('ForumTopic')) return ['topics', 'manage_topics']
  if (method === 'pinChatMessage') return ['pin_messages']
  return /^(send|copy|forward)/.test(method) ? ['write'] : []
}

/** The right for want of which Telegram refuses, or null when it is another reason. */
function rightFor(method: string, kind: Verdict['kind']): StaffRight | null {
  switch (kind) {
    case 'chat_lost':
    case 'recipient_gone':
      return 'write'
    case 'not_forum':
      return 'topics'
    case 'right_missing':
      if (method === removesTopic) return null
      if (method.includes('ForumTopic')) return 'manage_topics'
      if (/pin/i.test(method)) return 'pin_messages'
      return 'administrator'
    // What nobody has listed (`forbidden`, too) may be about this one message.
    default:
      return null
  }
}

function isAstray(params: object, result: unknown): boolean {
  const asked = 'message_thread_id' in params
  const isMessage = typeof result === 'object' && result !== null && 'chat' in result
  return asked && isMessage && !('message_thread_id' in result)
}
