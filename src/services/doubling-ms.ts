/**
 * A pause that doubles with each failure, from `firstMs` to `lastMs`.
 *
 * @param failures in a row, 1 or more
 */
export function doublingMs(
  failures: number,
  { firstMs, lastMs }: { firstMs: number; lastMs: number },
): number {
  return Math.min(firstMs * 2 ** (failures - 1), lastMs)
}
