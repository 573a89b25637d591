import type { KeyWithoutVariables } from '../../locales/texts.ts'

/** What stands in keys behind a prefix: with `staff-usage-take`, `take` is one of `NamedBy<'staff-usage'>`. */
export type NamedBy<Prefix extends string> = KeyWithoutVariables extends infer Key
  ? Key extends `${Prefix}-${infer Name}`
    ? Name
    : never
  : never
