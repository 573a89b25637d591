import { statement, type Queryable } from '../../storage/sql.ts'

const selectSetting = statement<{ value: { id: number; insteadOf: number | null } }>(
  'staff_chat_read',
  `select value from setting where key = 'staff_chat'`,
)

const saveSetting = statement(
  'staff_chat_save',
  `insert into setting (key, value, updated_at)
   values ('staff_chat', jsonb_build_object('id', $1::bigint, 'insteadOf', $2::bigint), now())
   on conflict (key) do update set value = excluded.value, updated_at = now()`,
)

/** Message ids of the old group mean nothing in the new one. */
const forgetPlaces = statement(
  'staff_chat_forget',
  `with topics as (delete from topic where chat_id = $1),
        asked as (delete from topic_creation where chat_id = $1)
   delete from slot where chat_id = $1`,
)

/** Which group is the staff group: named by STAFF_CHAT_ID, or once by `/setup CODE`. */
export interface StaffChat {
  /** Null while no group is set. */
  id(): number | null
  /** The group becomes the staff group. */
  adopt(chatId: number): Promise<void>
  /** Telegram gave the group a new id. */
  moved(newId: number): Promise<void>
}

/**
 * @param fixedId the value of STAFF_CHAT_ID; a group that Telegram moved since it was written there
 *   is found under its new id
 * @param changed called after the group was set or moved
 */
export async function createStaffChat({
  db,
  fixedId,
  changed,
}: {
  db: Queryable
  fixedId: number | null
  changed: () => void
}): Promise<StaffChat> {
  const [row] = await selectSetting(db)
  const saved = row?.value ?? null
  const isMoved = saved !== null && (fixedId === null || saved.insteadOf === fixedId)
  let current = isMoved ? saved.id : fixedId

  async function become(chatId: number, insteadOf: number | null): Promise<void> {
    await saveSetting(db, chatId, insteadOf)
    current = chatId
    changed()
  }

  return {
    id: () => current,
    adopt: (chatId) => become(chatId, null),
    async moved(newId) {
      if (current === null || current === newId) return
      await forgetPlaces(db, current)
      await become(newId, fixedId)
    },
  }
}
