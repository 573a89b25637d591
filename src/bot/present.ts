import type { Outgoing } from '../services/notifier/outgoing.ts'
import type { Change } from '../services/tickets/change.ts'
import { presentToClient } from './client/present-to-client.ts'
import { presentToStaff, type PresentDeps } from './staff/present-to-staff.ts'

/** Everything that people are told of a change, on both sides. */
export function present(change: Change, deps: PresentDeps): Outgoing[] {
  return [...presentToStaff(change, deps), ...presentToClient(change, deps)]
}
