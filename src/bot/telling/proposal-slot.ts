/** The slot of a request or proposal: its buttons go when it is decided. */
export function proposalSlot(number: number, proposalNo: number): string {
  return `proposal:${String(number)}:${String(proposalNo)}`
}
