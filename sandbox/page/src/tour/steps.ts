import type { Selection } from '../store/selection.ts'
import { findButton } from './buttons.ts'
import type { Player } from './player.ts'
import type { TourScene } from './tour-scene.ts'

/** One thing to do, on one of the sides. */
export interface TourStep {
  title: string
  text: string
  side: Selection['pane']
  isDone(scene: TourScene): boolean
  /** Does it in place of the reader. */
  play(player: Player): Promise<void>
}

const dayMs = 86_400_000

const saidBy = ({ inTopic, agent }: TourScene, begins: RegExp) =>
  inTopic.some(({ from, text = '' }) => from?.id === agent.id && begins.test(text))
const offered = ({ inChat }: TourScene, data: RegExp) => findButton(inChat, data) !== null

/** A ticket's life, from the client's first word to his rating. */
export const steps: readonly TourStep[] = [
  {
    title: 'Report a problem',
    text: 'You are a client whose calls drop. Press “Start”, then “Open a ticket”, and answer what the bot asks. It can be left at any time and goes on where it was.',
    side: 'client',
    isDone: ({ topicId }) => topicId !== null,
    async play(player) {
      await player.clientWrites('/new')
      for (const option of ['0:o-2', '1:o-1', '2:o-1', '3:o-0']) {
        await player.clientPresses(new RegExp(`^1:step:[^:]*:${option}$`))
      }
      await player.clientWrites('Calls drop after ten seconds, since this morning.')
      await player.clientPresses(/^1:step:[^:]*:4:done$/)
      await player.clientPresses(/^1:step:[^:]*:5:done$/)
      await player.clientPresses(/^1:step:[^:]*:6:send$/)
    },
  },
  {
    title: 'Answer as the agent',
    text: 'Each ticket has a topic on the right. Open the new one and write an answer: it reaches the client. What begins with // stays inside.',
    side: 'staff',
    isDone: (scene) => saidBy(scene, /^[^/]/),
    async play(player) {
      await player.agentWrites('// The new switch, I think')
      await player.agentWrites('Thank you, we are looking into it.')
    },
  },
  {
    title: 'Ask for something',
    text: 'Write “/ask Which switch is it?” in the topic. Now the client has to answer: his chat says until when, and the promised times stand still.',
    side: 'staff',
    isDone: (scene) => offered(scene, /^1:reply:/),
    play: (player) => player.agentWrites('/ask Which switch is it?'),
  },
  {
    title: 'Move four days on',
    text: 'The client says nothing. Open “Inspect”, then “Clock”, and let four days pass: on the third he is reminded, on the fourth the ticket closes by itself.',
    side: 'client',
    isDone: ({ aheadMs }) => aheadMs > 3.9 * dayMs,
    play: (player) => player.passDays(4),
  },
  {
    title: 'Open it again',
    text: 'Nothing is lost: press “Reopen” in the client’s chat and write what is still open.',
    side: 'client',
    isDone: ({ aheadMs, inTopic, client, inChat }) => {
      const asked = inChat.findLastIndex(({ text = '' }) => /^#\d+: /.test(text))
      const answered = inChat.slice(asked + 1).some(({ from }) => from?.id === client.id)
      return aheadMs > 3.9 * dayMs && answered && inTopic.length > 0
    },
    async play(player) {
      await player.clientPresses(/^1:reopen:/)
      await player.clientWrites('It is the switch in the cellar, and it still drops.')
    },
  },
  {
    title: 'Propose a solution',
    text: 'Write “/solve We updated the switch to 2.1” in the topic. The ticket closes only when both sides agree.',
    side: 'staff',
    isDone: (scene) => saidBy(scene, /^\/solve/),
    play: (player) => player.agentWrites('/solve We updated the switch to 2.1'),
  },
  {
    title: 'Accept and rate it',
    text: 'As the client press “Accept”, and say how helpful, fast and polite support was. That is a ticket’s life: the metrics are under /stats in General.',
    side: 'client',
    isDone: (scene) => offered(scene, /^1:rerate:/),
    async play(player) {
      await player.clientPresses(/^1:accept:/)
      for (const dimension of ['helpfulness', 'speed', 'politeness']) {
        await player.clientPresses(new RegExp(`^1:rate:.*:${dimension}:5$`))
      }
      await player.clientWrites('Thank you!')
    },
  },
]
