export const ratingDimensions = ['helpfulness', 'speed', 'politeness'] as const

export type RatingDimension = (typeof ratingDimensions)[number]

/** Each dimension from 1 to 5, or null when it was skipped. */
export type Rating = Record<RatingDimension, number | null> & { comment: string | null }

/** A score that is a case for a supervisor. */
export function isLow(score: number | null): boolean {
  return score !== null && score <= 2
}
