import type { Rating } from '../../domain/rating.ts'
import type { Ticket } from '../../domain/ticket.ts'
import type { Agent, Person } from '../../domain/people.ts'
import type { Queryable } from '../../storage/sql.ts'
import { agentById } from '../people/agents.ts'
import { personById } from '../people/persons.ts'
import { readEarlier } from './count-earlier.ts'
import { largeFilesOf, type LargeFile } from './large-files.ts'
import { readRating } from './read-rating.ts'

/** All that a ticket's card shows. */
export interface CardFacts {
  ticket: Ticket
  requester: Person
  assignee: Agent | null
  /** How many tickets the requester had before this one. */
  earlierTickets: number
  /** Support has dealt with none of them. */
  isNewcomer: boolean
  largeFiles: LargeFile[]
  rating: Rating | null
}

/** Adds to a ticket what its card shows besides. */
export async function cardFacts(db: Queryable, ticket: Ticket): Promise<CardFacts> {
  const { earlierTickets, isNewcomer } = await readEarlier(db, ticket)
  return {
    ticket,
    requester: await personById(db, ticket.requesterId),
    assignee: await agentById(db, ticket.assigneeId),
    earlierTickets,
    isNewcomer,
    largeFiles: await largeFilesOf(db, ticket.number),
    rating: await readRating(db, ticket),
  }
}
