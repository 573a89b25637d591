import { join } from '../../domain/formatted.ts'
import type { Outgoing } from '../../services/notifier/outgoing.ts'

/** Lines that follow each other become one message: the group takes few. */
export function joinLines(effects: Outgoing[]): Outgoing[] {
  return effects.reduce<Outgoing[]>((joined, effect) => {
    const last = joined.at(-1)
    if (last === undefined || !isLine(last) || !isLine(effect)) return [...joined, effect]
    const content = join(last.content, '\n', effect.content)
    const silent = (last.silent ?? false) && (effect.silent ?? false)
    return [...joined.slice(0, -1), { ...last, content, silent }]
  }, [])
}

/** Words of the desk itself, which lead nowhere. */
function isLine(effect: Outgoing): effect is Extract<Outgoing, { kind: 'say' }> {
  return (
    effect.kind === 'say' &&
    effect.message === undefined &&
    effect.replyTo === undefined &&
    effect.content.buttons === undefined &&
    effect.content.entities.every(({ type }) => type === 'text_mention')
  )
}
