/**
 * What a promise brings within a time, and after it something in its place. The promise goes on; what it
 * brings then is nobody's.
 */
export async function inTime<Value, Late>(
  promise: Promise<Value>,
  limitMs: number,
  late: Late,
): Promise<Value | Late> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<Late>((resolve) => {
    timer = setTimeout(() => resolve(late), limitMs)
  })
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer))
}
