interface TabsProps<Name extends string> {
  label: string
  /** Titles by name, in their order. */
  tabs: Record<Name, string>
  selected: Name
  onSelect: (name: Name) => void
}

/** A row of tabs; the arrow keys move between them. */
export function Tabs<Name extends string>({ label, tabs, selected, onSelect }: TabsProps<Name>) {
  const names = Object.keys(tabs) as Name[]
  return (
    <div
      class="tabs"
      role="tablist"
      aria-label={label}
      onKeyDown={({ key, currentTarget }) => {
        const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
        const at = (names.indexOf(selected) + step + names.length) % names.length
        const name = names[at]
        if (step === 0 || name === undefined) return
        onSelect(name)
        currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[at]?.focus()
      }}
    >
      {names.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={name === selected}
          tabIndex={name === selected ? 0 : -1}
          onClick={() => onSelect(name)}
        >
          {tabs[name]}
        </button>
      ))}
    </div>
  )
}
