const shapes = {
  close: 'M6 6l12 12M18 6L6 18',
  undo: 'M9 7L4 12l5 5M4.5 12H15a5 5 0 0 1 0 10h-2',
  more: 'M4 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0',
  keys: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M8 14h8',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  search: 'M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14M16 16l5 5',
  help: 'M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.5h.01',
  add: 'M12 5v14M5 12h14',
  right: 'M5 13l4 4L19 7',
  wrong: 'M7 7l10 10M17 7L7 17',
  near: 'M5 13c3-5 5 2 7-1s4-3 7-1',
} as const

/** A small drawing beside or instead of a word; its button carries the name. */
export function Icon({ name }: { readonly name: keyof typeof shapes }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={shapes[name]} />
    </svg>
  )
}
