/** Names of the dialogues in stored state: never renamed, only added. */
export const sceneNames = {
  openTicket: 'open-ticket',
  answerRequest: 'answer-request',
  rejectSolution: 'reject-solution',
  rateTicket: 'rate-ticket',
} as const
