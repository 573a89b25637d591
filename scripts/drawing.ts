import { writeFileSync } from 'node:fs'

import { transitions } from '../src/domain/transitions.ts'
import { drawLife } from './draw-life.ts'

writeFileSync(new URL('../docs/ticket-life.md', import.meta.url), drawLife(transitions))
