/**
 * Time before the next attempt: doubles from `firstMs` to `lastMs`, and half of it is by chance, so
 * that replicas which failed together do not come back together.
 *
 * @param failures in a row, 1 or more
 */
export function backoffMs(
  failures: number,
  { firstMs, lastMs }: { firstMs: number; lastMs: number },
  random: () => number = Math.random,
): number {
  const ceilingMs = Math.min(firstMs * 2 ** Math.min(failures - 1, 30), lastMs)
  return Math.round(ceilingMs * (0.5 + random() / 2))
}
