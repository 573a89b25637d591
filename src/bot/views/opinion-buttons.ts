import type { Button } from '../../services/notifier/outgoing.ts'
import { pack } from '../buttons/callback-data.ts'

/** Under an answer of support. */
export const opinionButtons: Button[][] = [
  [
    { label: '👍', data: pack({ action: 'opinion', value: 1 }) },
    { label: '👎', data: pack({ action: 'opinion', value: 0 }) },
  ],
]
