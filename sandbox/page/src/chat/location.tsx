import { Icon } from './icon.tsx'
import './location.css'

/** A place somebody sent; the map itself would need the network. */
export function Location({ latitude, longitude }: { latitude: number; longitude: number }) {
  const words = `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`
  const query = `mlat=${latitude}&mlon=${longitude}`
  return (
    <a
      class="location"
      href={`https://www.openstreetmap.org/?${query}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <span class="location-map">
        <Icon name="place" />
      </span>
      <span class="location-words">{words}</span>
    </a>
  )
}
