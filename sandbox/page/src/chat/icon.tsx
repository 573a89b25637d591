const paths = {
  attach:
    'M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7L9.7 17.2a1.6 1.6 0 0 1-2.3-2.3l7.8-7.8',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  down: 'M5 9l7 7 7-7',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  forward: 'M13 5l7 7-7 7M20 12H4',
  link: 'M8 16L16 8M9 8h7v7',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  moon: 'M20 14.5A8.5 8.5 0 1 1 9.5 4a6.6 6.6 0 0 0 10.5 10.5z',
  more: 'M11.5 5.5h1v1h-1zM11.5 11.5h1v1h-1zM11.5 17.5h1v1h-1z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20a7.5 7.5 0 0 1 15 0',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  place:
    'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
  plus: 'M12 5v14M5 12h14',
  quote: 'M5 6v12M9 8h10M9 12h10M9 16h6',
  react: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9 10h.01M15 10h.01M8.5 14a4 4 0 0 0 7 0',
  reply: 'M10 5l-6 6 6 6M4 11h10a6 6 0 0 1 6 6v2',
  search: 'M11 17a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM15.5 15.5L20 20',
  send: 'M4 12l16-7-6 15-3-6.5zM11 13.5L20 5',
  slash: 'M14.5 6l-5 12M4 4h16v16H4z',
  stop: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM6.5 6.5l11 11',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4',
  trash: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  unlock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 6.8-1',
} as const

export type IconName = keyof typeof paths

/** A small picture beside or instead of words; what it means is said by its button. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
