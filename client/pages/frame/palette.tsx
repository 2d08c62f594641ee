import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { announce } from '../../state/announcer.ts'
import { type PaletteEntry, commandsOf, exactFirst, findEverything } from './palette-entries.ts'
import { InlineText } from '../../ui/quoted-line.tsx'
import './palette.css'

const searchAfterMs = 100

/** One field for everything: places, actions, cards, notes and concepts. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { route } = useLocation()
  const [text, setText] = useState('')
  const [found, setFound] = useState<{ for: string; entries: readonly PaletteEntry[] }>({
    for: '',
    entries: [],
  })
  const [at, setAt] = useState(0)
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const wanted = text.trim()
  const entries = exactFirst([...commandsOf(wanted), ...(wanted === '' ? [] : found.entries)], wanted)
  useEffect(() => {
    const opener = document.activeElement
    dialog.current?.showModal()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  useEffect(() => {
    if (wanted === '') return
    let dropped = false
    const timer = setTimeout(() => {
      void findEverything(wanted).then((more) => {
        if (!dropped) setFound({ for: wanted, entries: more })
      })
    }, searchAfterMs)
    return () => {
      dropped = true
      clearTimeout(timer)
    }
  }, [wanted])
  useEffect(() => setAt(0), [wanted])
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const run = async (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return
    onClose()
    if (entry.href !== undefined) route(entry.href)
    const said = await entry.run?.()
    if (said !== undefined) announce(said)
  }
  const latest = useRef({ entries, run })
  latest.current = { entries, run }
  // A pointer does what the arrows and Enter do; a press beside the dialog closes it.
  useEffect(() => {
    const click = (event: MouseEvent) => {
      if (event.target === dialog.current) return onClose()
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-at]') : null
      if (option !== null) void latest.current.run(latest.current.entries[Number(option.dataset['at'])])
    }
    const element = dialog.current
    element?.addEventListener('click', click)
    return () => element?.removeEventListener('click', click)
  }, [])
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt((now) => (now + step + entries.length) % Math.max(1, entries.length))
    else if (event.key === 'Enter') void run(entries[at])
    else return
    event.preventDefault()
  }
  return (
    <dialog ref={dialog} class="palette" aria-label="Search and commands" onClose={onClose}>
      <input
        class="input"
        type="text"
        role="combobox"
        aria-label="Search everything"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={entries[at] === undefined ? undefined : `palette-${at}`}
        placeholder="Go to, do, or find"
        autocomplete="off"
        spellcheck={false}
        maxLength={200}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div ref={list} tabIndex={-1} id="palette-list" role="listbox" aria-label="Results">
        {entries.map((entry, i) => (
          <div
            key={`${entry.group} ${entry.name} ${entry.href ?? ''}`}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === at}
            tabIndex={-1}
            data-at={i}
          >
            <span dir="auto">
              <InlineText text={entry.name} />
            </span>
            <span class="small">{entry.keys?.() ?? entry.group}</span>
          </div>
        ))}
      </div>
      <p class="palette-none" role="status">
        {entries.length === 0 && found.for === wanted ? `Nothing is called anything like “${wanted}”.` : ''}
      </p>
    </dialog>
  )
}
