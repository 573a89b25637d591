import { useEffect, useRef, useState } from 'preact/hooks'

import { Icon } from '../chat/icon.tsx'
import type { SandboxState } from '../store/chats.ts'
import type { Selection } from '../store/selection.ts'
import { createPlayer } from './player.ts'
import { steps, type TourStep } from './steps.ts'
import { sceneOf, type TourScene, type TourStart } from './tour-scene.ts'
import './tour.css'

interface TourProps {
  state: SandboxState
  start: TourStart
  onSelect: (change: Partial<Selection>) => void
  onClose: () => void
}

/** Leads through a ticket's life, step by step; what is done is seen in the chats. */
export function Tour({ state, start, onSelect, onClose }: TourProps) {
  const scene = sceneOf(state, start)
  const latest = useRef(scene)
  latest.current = scene
  const [player] = useState(() => createPlayer(() => latest.current))
  const [playing, setPlaying] = useState<TourStep | null>(null)
  const [trouble, setTrouble] = useState('')
  const [doneCount, setDone] = useState(0)
  const current = steps[doneCount]
  const isReached = scene !== null && current !== undefined && current.isDone(scene)
  useEffect(() => {
    // A step is left when what is played for it has come to its end.
    if (isReached && playing === null) setDone(doneCount + 1)
  }, [isReached, playing])

  const show = (step: TourStep) => onSelect(placeOf(step, start, scene))
  const play = async (step: TourStep) => {
    if (playing !== null) return
    setPlaying(step)
    setTrouble('')
    show(step)
    const error = await step.play(player).then(
      () => '',
      (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
    )
    setTrouble(error)
    setPlaying(null)
  }
  return (
    <aside class="tour" aria-label="Tour">
      <header>
        <h2>A ticket’s life</h2>
        <button type="button" class="icon-button" aria-label="Close the tour" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <ol>
        {steps.map((step, index) => (
          <li
            key={step.title}
            data-number={index + 1}
            class={index < doneCount ? 'is-done' : ''}
            aria-current={index === doneCount ? 'step' : undefined}
          >
            <h3>
              {step.title}
              {index < doneCount && <span class="unseen"> (done)</span>}
            </h3>
            {index === doneCount && (
              <>
                <p>{step.text}</p>
                <div class="tour-buttons">
                  <button type="button" class="text-button" onClick={() => show(step)}>
                    Show me
                  </button>
                  <button
                    type="button"
                    class="text-button is-main"
                    aria-disabled={playing !== null}
                    onClick={() => void play(step)}
                  >
                    {playing === step ? 'Watch…' : 'Do it for me'}
                  </button>
                </div>
              </>
            )}
          </li>
        ))}
      </ol>
      <p class="tour-end" role="status">
        {current === undefined &&
          'You have seen it all. Go on as you like: nothing here can break.'}
      </p>
      <p class="problem" role="alert">
        {trouble}
      </p>
    </aside>
  )
}

function placeOf(step: TourStep, start: TourStart, scene: TourScene | null): Partial<Selection> {
  const { clientId, agentId } = start
  const topicId = scene?.topicId ?? null
  return { clientId, agentId, pane: step.side, ...(topicId !== null && { topicId }) }
}
