/** `1 ticket`, `3 tickets`. */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : more}`
}
