import type { WrittenMessage } from '../../src/domain/message.ts'
import type { Agent, Person } from '../../src/domain/people.ts'
import type { Verdict } from '../../src/services/change.ts'
import { addNote } from '../../src/services/tickets/add-note.ts'
import {
  askForInformation,
  proposeSolution,
  replyToClient,
} from '../../src/services/tickets/answer-client.ts'
import type { TicketDeps } from '../../src/services/tickets/apply-event.ts'
import { closeTicket, withdrawTicket } from '../../src/services/tickets/close-ticket.ts'
import { acceptSolution, rejectSolution } from '../../src/services/tickets/decide-solution.ts'
import { finishDevelopment, planDevelopment } from '../../src/services/tickets/develop-ticket.ts'
import { setPriority } from '../../src/services/tickets/label-ticket.ts'
import { postponeTicket } from '../../src/services/tickets/postpone-ticket.ts'
import { readTicket } from '../../src/services/tickets/read-tickets.ts'
import { recordClientMessage } from '../../src/services/tickets/record-client-message.ts'
import { reopenByAgent, reopenByClient } from '../../src/services/tickets/reopen-ticket.ts'
import {
  assignTicket,
  releaseTicket,
  takeTicket,
  withdrawSolution,
} from '../../src/services/tickets/take-ticket.ts'
import type { Queryable } from '../../src/storage/sql.ts'
import type { JoinStep, Step } from './model-steps.ts'

export interface Act {
  deps: TicketDeps
  agents: Agent[]
  person: Person
  number: number
  now: Date
  say: (text: string) => WrittenMessage
  /** Stands in every note. */
  secret: string
}

type Acted = Exclude<Step, { do: 'wait' | 'block' | 'go' | 'turn' | JoinStep['do'] }>

const dayMs = 86_400_000

/** Carries a step out by the use case that belongs to it. */
export async function actOn(tx: Queryable, act: Act, step: Acted): Promise<Verdict> {
  const { deps, agents, person, number, now, say, secret } = act
  const ticket = await readTicket(tx, number)
  const by = 'agent' in step ? { number, agent: agents[step.agent]!, now } : null
  const own = { number, person, now }
  switch (step.do) {
    case 'write':
    case 'crash':
      return recordClientMessage(tx, deps, { ...own, written: say(step.text), purpose: 'message' })
    case 'accept':
      return acceptSolution(tx, deps, { ...own, proposalNo: (ticket?.proposalNo ?? 0) - step.age })
    case 'reject': {
      const proposalNo = (ticket?.proposalNo ?? 0) - step.age
      return rejectSolution(tx, deps, { ...own, proposalNo, written: say(step.text) })
    }
    case 'withdraw':
      return withdrawTicket(tx, deps, own)
    case 'reopen':
      return reopenByClient(tx, deps, { ...own, written: say(step.text) })
    default:
  }
  if (by === null) throw new Error(`Nobody does ${step.do}`)
  switch (step.do) {
    case 'reply':
      return replyToClient(tx, deps, { ...by, written: say(step.text) })
    case 'ask':
      return askForInformation(tx, deps, { ...by, written: say(step.text) })
    case 'solve': {
      // Nothing is delivered in a model, so no word of the client stands where agents read.
      return proposeSolution(tx, deps, { ...by, written: say(step.text), force: !step.stale })
    }
    case 'note':
      return addNote(tx, { ...by, written: say(`${secret} ${step.text}`) })
    case 'take':
      return takeTicket(tx, deps, by)
    case 'release':
      return releaseTicket(tx, deps, by)
    case 'take_back':
      return withdrawSolution(tx, deps, by)
    case 'done':
      return finishDevelopment(tx, deps, by)
    case 'reopen_by_agent':
      return reopenByAgent(tx, deps, { ...by, written: say('once more') })
    case 'assign':
      return assignTicket(tx, deps, { ...by, toAgent: agents[step.to]! })
    case 'postpone': {
      const until = new Date(now.getTime() + step.days * dayMs)
      return postponeTicket(tx, deps, { ...by, until, reason: say(step.text) })
    }
    case 'develop': {
      const dueAt = new Date(now.getTime() + step.days * dayMs)
      const development = { engineer: step.text, externalKey: 'KEY-1', dueAt }
      return planDevelopment(tx, deps, { ...by, development })
    }
    case 'close':
      return closeTicket(tx, deps, { ...by, reason: step.reason, comment: say(step.text) })
    case 'prioritise':
      return setPriority(tx, deps, { ...by, priority: step.priority })
  }
}
