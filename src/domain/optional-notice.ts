/** Kinds of notices a client may do without; all others he cannot. */
export const optionalNotices = ['works', 'progress'] as const

export type OptionalNotice = (typeof optionalNotices)[number]
