/** What the bot needs in the staff group, the most important first. */
export const staffRights = [
  'write',
  'administrator',
  'topics',
  'manage_topics',
  'pin_messages',
] as const

export type StaffRight = (typeof staffRights)[number]

/** What an administrator is given one by one. */
export const rightSwitches = ['manage_topics', 'pin_messages'] as const

/** Those to be named: an administrator is made with all of the switches at once. */
export function rightsToBeNamed(missing: readonly StaffRight[]): StaffRight[] {
  if (missing.includes('write')) return ['write']
  const isAdministrator = !missing.includes('administrator')
  return staffRights.filter(
    (right) =>
      missing.includes(right) &&
      (isAdministrator || !(rightSwitches as readonly StaffRight[]).includes(right)),
  )
}
