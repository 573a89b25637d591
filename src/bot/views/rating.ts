import type { Ticket } from '../../domain/ticket.ts'
import type { T } from '../../locales/texts.ts'
import type { Content } from '../../services/notifier/outgoing.ts'
import { ratingDimensions, type Rating, type RatingDimension } from '../../domain/rating.ts'
import { pack } from '../buttons/callback-data.ts'
import { withHeader } from './ticket-header.ts'

/** 0 skips a question. */
const scores = [1, 2, 3, 4, 5]

/** One question of the rating; all of them are asked one after the other in one message. */
export function ratingStep(ticket: Ticket, dimension: RatingDimension, t: T): Content {
  const press = (value: number) =>
    pack({
      action: 'rate',
      ticket: ticket.number,
      closure: ticket.closureNo,
      dimension,
      value,
    })
  return {
    ...withHeader(ticket, t(`rating-${dimension}`)),
    buttons: [
      scores.map((score) => ({ label: String(score), data: press(score) })),
      [{ label: t('rating-skip'), data: press(0) }],
    ],
  }
}

/** The question after this one; null when all are answered. */
export function dimensionAfter(dimension: RatingDimension): RatingDimension | null {
  return ratingDimensions[ratingDimensions.indexOf(dimension) + 1] ?? null
}

/** What the client said of the work, for the agents. */
export function ratingLine({ comment, ...scores }: Rating, t: T): string {
  const [helpfulness, speed, politeness] = ratingDimensions.map((one) => scores[one] ?? '–')
  const line = t('staff-rated', {
    helpfulness: helpfulness ?? '–',
    speed: speed ?? '–',
    politeness: politeness ?? '–',
  })
  return comment === null ? line : `${line}\n“${comment}”`
}
