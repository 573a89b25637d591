import type { Outgoing } from '../../services/notifier/outgoing.ts'

/** Lines that follow each other become one message: the group takes few. */
export function joinLines(effects: Outgoing[]): Outgoing[] {
  return effects.reduce<Outgoing[]>((joined, effect) => {
    const last = joined.at(-1)
    if (last === undefined || !isLine(last) || !isLine(effect)) return [...joined, effect]
    const text = `${last.content.text}\n${effect.content.text}`
    const silent = (last.silent ?? false) && (effect.silent ?? false)
    return [...joined.slice(0, -1), { ...last, content: { text, entities: [] }, silent }]
  }, [])
}

/** Plain words of the desk itself. */
function isLine(effect: Outgoing): effect is Extract<Outgoing, { kind: 'say' }> {
  return (
    effect.kind === 'say' &&
    effect.message === undefined &&
    effect.replyTo === undefined &&
    effect.content.buttons === undefined &&
    effect.content.entities.length === 0
  )
}
