import { statement, type Queryable } from '../../storage/sql.ts'

const selectSetting = statement<{ value: { id: number; insteadOf: number | null } }>(
  'staff_chat_read',
  `select value from setting where key = 'staff_chat'`,
)

const saveSetting = statement(
  'staff_chat_save',
  // Whatever sets the group has used the code for it.
  `with used as (delete from setting where key = 'setup_code')
   insert into setting (key, value, updated_at)
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
  /** The group becomes the staff group; false when another one is or becomes it. */
  adopt(chatId: number): Promise<boolean>
  /** Telegram gave the group a new id. */
  moved(newId: number): Promise<void>
}

/**
 * Which group is the staff group by what is written down.
 *
 * @param fixedId the value of STAFF_CHAT_ID
 * @returns whether the id was written down here and not only given: by `/setup`, or because Telegram
 *   moved the group
 */
export async function readStaffChat(
  db: Queryable,
  fixedId: number | null,
): Promise<{ id: number | null; isKept: boolean }> {
  const [row] = await selectSetting(db)
  const saved = row?.value ?? null
  const isKept = saved !== null && (fixedId === null || saved.insteadOf === fixedId)
  return { id: isKept ? saved.id : fixedId, isKept }
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
  let current = (await readStaffChat(db, fixedId)).id
  /** A group that is being written down as the staff group. */
  let becoming: number | null = null

  async function become(chatId: number, insteadOf: number | null): Promise<void> {
    await saveSetting(db, chatId, insteadOf)
    current = chatId
    changed()
  }

  return {
    id: () => current,
    async adopt(chatId) {
      const first = current ?? becoming
      if (first !== null) return first === chatId
      becoming = chatId
      try {
        await become(chatId, null)
      } finally {
        becoming = null
      }
      return true
    },
    async moved(newId) {
      if (current === null || current === newId) return
      await forgetPlaces(db, current)
      await become(newId, fixedId)
    },
  }
}
