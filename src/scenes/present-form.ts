import { pack } from '../bot/buttons/callback-data.ts'
import type { Desk } from '../desk/desk.ts'
import { localized } from '../desk/localized.ts'
import { bold, join } from '../domain/formatted.ts'
import type { Language } from '../domain/language.ts'
import type { FormattedText } from '../domain/message.ts'
import type { T } from '../locales/texts.ts'
import type { Button, Content } from '../services/notifier/outgoing.ts'
import { shorten } from '../domain/subject.ts'
import type { Draft } from './draft.ts'
import { countFiles, fieldOf, stepsOf } from './form.ts'

export interface FormReader {
  desk: Desk
  language: Language
  t: T
}

/** The one message of the dialogue, as it looks at the draft's present step. */
export function presentForm(draft: Draft, reader: FormReader): Content {
  const { t, desk } = reader
  const steps = stepsOf(draft, desk)
  const position = Math.max(steps.indexOf(draft.step), 0)
  const progress = t('form-progress', { step: position + 1, steps: steps.length })
  const bar = '▰'.repeat(position + 1) + '▱'.repeat(steps.length - position - 1)
  const navigation = [
    ...(position > 0 ? [button(draft, position, t('form-back'), 'back')] : []),
    button(draft, position, t('form-cancel'), 'cancel'),
  ]
  return {
    ...join(`${progress}\n${bar}\n\n`, question(draft, reader)),
    buttons: [...choices(draft, position, reader), navigation],
  }
}

function button(draft: Draft, position: number, label: string, value: string): Button {
  const data = pack({ action: 'step', draft: draft.draftId, step: position, value })
  return { label, data }
}

function question(draft: Draft, { desk, language, t }: FormReader): FormattedText {
  const field = fieldOf(draft.step, desk)
  if (field !== null) {
    const hints = [localized(field.hint, language, desk), field.other ? t('form-other') : '']
    return join(bold(localized(field.title, language, desk)), ...hints.map(nextLine))
  }
  switch (draft.step) {
    case 'type': {
      const hints = desk.types.map(({ title, hint }) => {
        const text = localized(hint, language, desk)
        return text === '' ? '' : `\n${localized(title, language, desk)}: ${text}`
      })
      const begun = draft.description.length > 0
      return join(bold(t(begun ? 'client-ask-open' : 'form-type')), ...hints)
    }
    case 'description': {
      const count = draft.description.length
      const counted = count === 0 ? '' : nextLine(t('form-messages', { count }))
      return join(bold(t('form-description')), nextLine(t('form-description-hint')), counted)
    }
    case 'files': {
      const count = countFiles(draft)
      const counted = count === 0 ? '' : nextLine(t('form-files-count', { count }))
      return join(bold(t('form-files')), nextLine(t('form-files-hint')), counted)
    }
    default:
      return review(draft, { desk, language, t })
  }
}

function nextLine(text: string): string {
  return text === '' ? '' : `\n${text}`
}

/** The whole ticket as it will be sent. */
function review(draft: Draft, reader: FormReader): FormattedText {
  const { desk, language, t } = reader
  const type = desk.types.find(({ key }) => key === draft.typeKey)
  const answers = stepsOf(draft, desk).flatMap((step) => {
    const field = fieldOf(step, desk)
    if (field === null) return []
    const title = localized(field.title, language, desk)
    return [`\n${title} ${answerOf(draft, step, reader)}`]
  })
  const text = draft.description.map((message) => message.text).join('\n')
  return join(
    bold(t('form-review')),
    ...(type === undefined
      ? []
      : [nextLine(t('card-type', { type: localized(type.title, language, desk) }))]),
    ...answers,
    `\n\n${shorten(text, 1_500)}\n\n`,
    t('form-files-count', { count: countFiles(draft) }),
  )
}

function answerOf(draft: Draft, step: string, { desk, language }: FormReader): string {
  const field = fieldOf(step, desk)
  const answer = field === null ? undefined : draft.answers[field.key]
  const option = field?.options.find(({ key }) => key === answer)
  return option === undefined ? (answer ?? '—') : localized(option.title, language, desk)
}

function choices(draft: Draft, position: number, reader: FormReader): Button[][] {
  const { desk, language, t } = reader
  const press = (label: string, value: string) => button(draft, position, label, value)
  const options = (titles: string[]) =>
    titles.map((title, index) => [press(title, `o-${String(index)}`)])
  const field = fieldOf(draft.step, desk)
  if (field !== null) {
    const own = field.other ? [[press(t('form-other-button'), 'other')]] : []
    return [...options(field.options.map(({ title }) => localized(title, language, desk))), ...own]
  }
  switch (draft.step) {
    case 'type':
      return options(desk.types.map(({ title }) => localized(title, language, desk)))
    case 'description':
      return draft.description.some(({ text }) => text.trim() !== '')
        ? [[press(t('form-done'), 'done')]]
        : []
    case 'files':
      return [[press(countFiles(draft) === 0 ? t('form-skip') : t('form-done'), 'done')]]
    default:
      return [[press(t('form-send'), 'send')], ...changes(draft, position, reader)]
  }
}

/** A button to change each part. */
function changes(draft: Draft, position: number, { desk, language, t }: FormReader): Button[][] {
  return stepsOf(draft, desk).flatMap((step, index) => {
    if (step === 'review') return []
    const field = fieldOf(step, desk)
    const part =
      field === null
        ? t(`form-part-${step as 'type' | 'description' | 'files'}`)
        : localized(field.title, language, desk)
    return [[button(draft, position, t('form-change', { part }), `c-${String(index)}`)]]
  })
}
