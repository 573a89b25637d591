/** What is open in the two panes. */
export interface Selection {
  /** The person played on the left; null: his list is shown. */
  clientId: number | null
  /** The member of the staff group played on the right. */
  agentId: number | null
  /** The open topic; 0: General; null: the list of topics is shown. */
  topicId: number | null
  /** The pane somebody worked in last; on a phone the only one that is shown. */
  pane: 'client' | 'staff'
}
