import { doublingMs } from '../../../services/doubling-ms.ts'

/**
 * Time before the next attempt: doubles from `firstMs` to `lastMs`, and half of it is by chance, so
 * that replicas which failed together do not come back together.
 *
 * @param failures in a row, 1 or more
 */
export function backoffMs(
  failures: number,
  limits: { firstMs: number; lastMs: number },
  random: () => number = Math.random,
): number {
  return Math.round(doublingMs(failures, limits) * (0.5 + random() / 2))
}
