import type { Entity } from '../state/shapes.ts'

/** What a link makes of the words it stands on; null: they stay plain, because it leads nowhere. */
export function linkTo(address: string, place: Pick<Entity, 'offset' | 'length'>): Entity | null {
  const [, userId] = /^tg:\/\/user\?id=(\d+)$/.exec(address) ?? []
  if (userId !== undefined) return { type: 'text_mention', ...place, user: { id: Number(userId) } }
  const url = checkedUrl(address)
  return url === null ? null : { type: 'text_link', ...place, url }
}

function checkedUrl(address: string): string | null {
  if (/^(tg|ton|tonsite|mailto):\S+$/i.test(address)) return address
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `http://${address}`
  const [, host = '', path = ''] = /^https?:\/\/([^\s/?#]+)(\S*)$/i.exec(whole) ?? []
  if (!host.includes('.') && !/^localhost(:\d+)?$/.test(host)) return null
  return path === '' ? `${whole}/` : whole
}

/** An emoji of one's own, or a moment that everybody reads in his own zone. */
export function emojiOrTime(
  address: string,
  place: Pick<Entity, 'offset' | 'length'>,
): Entity | null {
  const [, emojiId] = /^tg:\/\/emoji\?id=(\d+)$/.exec(address) ?? []
  if (emojiId !== undefined) return { type: 'custom_emoji', ...place, custom_emoji_id: emojiId }
  const [, unix, format] = /^tg:\/\/time\?unix=(\d+)(?:&format=([rRwWdDtT]+))?$/.exec(address) ?? []
  if (unix === undefined) return null
  return {
    type: 'date_time',
    ...place,
    unix_time: Number(unix),
    ...(format !== undefined && { date_time_format: format }),
  }
}
