const dayMs = 86_400_000
/** What a quiet desk gives out in months. */
const least = 1_000

/**
 * By how many numbers tickets jump when a backup comes back: people hold those that were given out
 * after it, and nobody knows how many they are. Ten times as many as the desk gives out in that time,
 * and never few.
 *
 * @param opened.lastMonth how many tickets were opened in the 30 days before the backup
 * @param opened.madeAt the backup's instant
 */
export function numberMargin(
  { lastMonth, madeAt }: { lastMonth: number; madeAt: Date },
  now: Date,
): number {
  const days = Math.max(0, now.getTime() - madeAt.getTime()) / dayMs
  const likely = (lastMonth / 30) * days
  return Math.max(least, Math.ceil((likely * 10) / least) * least)
}
