import type { JournalLine } from '../../../play/protocol.ts'

const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })

/** One update or call, with what was in it below. */
export function JournalEntry({ line }: { line: JournalLine }) {
  const { kind, name, at, content, response } = line
  const isUpdate = kind === 'update'
  const refusal = refusalOf(response)
  return (
    <details class={`journal-line is-${kind}`}>
      <summary>
        <span class="journal-arrow" aria-hidden="true">
          {isUpdate ? '↓' : '↑'}
        </span>
        <span class="journal-name">
          <span class="unseen">{isUpdate ? 'Update: ' : 'Call: '}</span>
          {name}
        </span>
        {refusal !== null && <span class="journal-refusal">{refusal}</span>}
        <time>{time.format(at)}</time>
      </summary>
      <Json label={isUpdate ? 'What the bot was sent' : 'What the bot asked for'} of={content} />
      {response !== undefined && <Json label="What was answered" of={response} />}
    </details>
  )
}

function Json({ label, of }: { label: string; of: unknown }) {
  return (
    <figure class="json">
      <figcaption>{label}</figcaption>
      <pre tabIndex={0}>{JSON.stringify(of, null, 2)}</pre>
    </figure>
  )
}

/** The code of a call that was refused; null: it was not. */
function refusalOf(response: unknown): string | null {
  if (typeof response !== 'object' || response === null || !('ok' in response)) return null
  if (response.ok === true) return null
  return 'error_code' in response ? String(response.error_code) : 'failed'
}
