import { supervisors } from '../../services/people/agents.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'
import type { Tell } from '../../services/perform.ts'
import type { Change } from '../../services/change.ts'
import type { Queryable } from '../../services/intake/work.ts'
import type { BotDeps } from '../update/bot-deps.ts'
import type { DeskContext } from '../update/desk-context.ts'
import { tellOfDesk } from './desk-notices.ts'
import { tellOfMessage } from './message-notices.ts'
import { notices } from './notices.ts'
import { tellClient } from './to-client.ts'
import { tellStaff } from './to-staff.ts'
import type { TellingDeps, TicketTellingDeps } from './telling-deps.ts'

/** Makes what tells people of changes that no update caused. */
export function createTell(deps: Omit<TellingDeps, 'now'>): Tell {
  return (db, changes, now) => tellOf(db, changes, { ...deps, now })
}

/** Tells everybody concerned what an update changed. */
export async function tell(ctx: DeskContext, deps: BotDeps, changes: Change[]): Promise<void> {
  const { desk, texts, staffChat } = deps
  ctx.work.send(...(await tellOf(ctx.db, changes, { desk, texts, staffChat, now: ctx.work.now })))
}

async function tellOf(db: Queryable, changes: Change[], deps: TellingDeps): Promise<Outgoing[]> {
  const ofTicket: TicketTellingDeps = {
    ...deps,
    supervisors: changes.some(needsSupervisors) ? await supervisors(db) : [],
  }
  const effects: Outgoing[] = []
  for (const change of changes) {
    switch (change.about) {
      case 'ticket':
        effects.push(...tellStaff(change, ofTicket), ...tellClient(change, ofTicket))
        break
      case 'message':
        effects.push(...tellOfMessage(change, deps))
        break
      case 'desk':
        effects.push(...(await tellOfDesk(change, { ...deps, db })))
    }
  }
  return effects
}

function needsSupervisors(change: Change): boolean {
  if (change.about !== 'ticket') return false
  return change.notices.some((notice) => notices[notice].supervisors === true)
}
