import { z } from 'zod'

import { fileKinds, sharedKinds, type WrittenMessage } from '../domain/message.ts'

const place = z.object({ chatId: z.number(), messageId: z.number() })
const attachmentKind = z.enum([...fileKinds, ...sharedKinds, 'other'])

const entities = z.array(
  z.looseObject({ type: z.string(), offset: z.number(), length: z.number() }),
)

/** A message in the state of a dialogue, where JSON has made its date a string. */
export const writtenInState: z.ZodType<WrittenMessage> = z.object({
  text: z.string(),
  entities,
  attachments: z.array(
    z.object({
      kind: attachmentKind,
      fileId: z.string().nullable(),
      fileUniqueId: z.string().nullable(),
      sha256: z.string().exactOptional(),
      name: z.string().nullable(),
      mime: z.string().nullable(),
      sizeBytes: z.number().nullable(),
    }),
  ),
  places: z.array(place),
  pieces: z.array(z.object({ text: z.string(), entities })).exactOptional(),
  replyTo: place.nullable(),
  sentAt: z.coerce.date(),
})

const draft = z.object({
  /** A state of another version is a stranger's: it is dropped, never guessed at. */
  version: z.literal(1),
  draftId: z.string(),
  step: z.string(),
  /** The person changes one part and then returns to the review. */
  fromReview: z.boolean(),
  typeKey: z.string().nullable(),
  /** The closed ticket it goes on from. */
  followUpOf: z.number().nullable().default(null),
  /** Answers by field: the key of an option, or the person's own words. */
  answers: z.record(z.string(), z.string()),
  /** Where own words were written, so that an edit of them counts. */
  answeredAt: z.record(z.string(), place).default({}),
  description: z.array(writtenInState),
  files: z.array(writtenInState),
})

/** A ticket that is being written. */
export type Draft = z.infer<typeof draft>

export function newDraft(draftId: string, followUpOf: number | null = null): Draft {
  return {
    version: 1,
    draftId,
    step: 'type',
    fromReview: false,
    typeKey: null,
    followUpOf,
    answers: {},
    answeredAt: {},
    description: [],
    files: [],
  }
}

/** The draft in a stored state, or null when there is none this version can read. */
export function readDraft(state: unknown): Draft | null {
  const parsed = draft.safeParse(state)
  return parsed.success ? parsed.data : null
}
