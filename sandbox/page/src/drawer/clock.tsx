import { useEffect, useState } from 'preact/hooks'

import type { Actions } from '../../../play/protocol.ts'
import { momentTitle, spanTitle } from '../shell/sandbox-time.ts'
import { useNow } from '../shell/use-now.ts'
import { act } from '../store/act.ts'
import type { SandboxState } from '../store/chats.ts'

const hourMs = 3_600_000
const jumps: [string, Actions['clock']['body']][] = [
  ['1 hour', { by: hourMs }],
  ['1 day', { by: 24 * hourMs }],
  ['4 days', { by: 96 * hourMs }],
  ['To the next deadline', { to: 'deadline' }],
]

/** Lets time pass for the bot, so that reminders and automatic closing can be watched. */
export function Clock({ state }: { state: SandboxState }) {
  const { canMoveClock, aheadMs, revision } = state
  const nowMs = useNow(aheadMs)
  const [deadlineMs, setDeadline] = useState<number | null>(null)
  const [isPassing, setPassing] = useState(false)
  const [problem, setProblem] = useState('')
  useEffect(() => {
    void act('deadline', {}).then((answer) => {
      if (answer.ok) setDeadline(answer.answer.at)
    })
  }, [revision, canMoveClock])
  if (!canMoveClock) {
    return (
      <p class="drawer-note">
        This bot lives by this machine's clock, which cannot be moved from here. “npm run demo”
        starts a bot whose clock can.
      </p>
    )
  }
  const pass = async (jump: Actions['clock']['body']) => {
    setPassing(true)
    const answer = await act('clock', jump)
    setPassing(false)
    setProblem(answer.ok ? '' : answer.error)
  }
  return (
    <>
      <p class="drawer-note">
        Time passes as if the bot had run all the while: it does what is due, deadline after
        deadline.
      </p>
      <dl class="clock-facts">
        <dt>Now</dt>
        <dd>{momentTitle(nowMs)}</dd>
        <dt>Next deadline</dt>
        <dd>
          {deadlineMs === null
            ? 'none: nothing waits for anybody'
            : `${momentTitle(deadlineMs)}, in ${spanTitle(deadlineMs - nowMs) || 'a moment'}`}
        </dd>
      </dl>
      <div class="clock-jumps" role="group" aria-label="Let time pass">
        {jumps.map(([title, jump]) => (
          <button
            key={title}
            type="button"
            class="text-button"
            aria-disabled={isPassing}
            onClick={() => {
              if (!isPassing) void pass(jump)
            }}
          >
            {title}
          </button>
        ))}
      </div>
      <p class="drawer-note" role="status">
        {isPassing ? 'Time is passing…' : ''}
      </p>
      <p class="problem" role="alert">
        {problem}
      </p>
    </>
  )
}
