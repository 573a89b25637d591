import { Icon, type IconName } from './icon.tsx'

interface MenuItemProps {
  icon: IconName
  label: string
  onPick: () => void
  isDisabled?: boolean
  isDanger?: boolean
}

/** One thing a menu offers. */
export function MenuItem({ icon, label, onPick, isDisabled = false, isDanger }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      class={isDanger === true ? 'menu-item is-danger' : 'menu-item'}
      disabled={isDisabled}
      onClick={onPick}
    >
      <Icon name={icon} />
      {label}
    </button>
  )
}
