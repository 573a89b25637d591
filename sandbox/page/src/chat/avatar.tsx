import { initialsOf } from './author.ts'
import './avatar.css'

const hues = 7

/** Two letters in a circle instead of a picture; the name itself stands beside it. */
export function Avatar({ id, name }: { id: number; name: string }) {
  return (
    <span class={`avatar hue-${Math.abs(id) % hues}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
