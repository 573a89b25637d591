/** Names of the dialogues in stored state: never renamed, only added. */
export const sceneNames = {
  openTicket: 'open-ticket',
  answerRequest: 'answer-request',
  rejectSolution: 'reject-solution',
  reopenTicket: 'reopen-ticket',
  rateTicket: 'rate-ticket',
} as const
