import type { RefObject } from 'preact'
import { useLocation } from 'preact-iso'
import { useKeys } from '../../keys/use-keys.ts'

interface NoteKeys {
  /** Null where the note cannot be edited. */
  readonly editHref: string | null
  /** Null where it has no cards. */
  readonly studyHref: string | null
  /** Null where there is no model, or nothing to draft. */
  readonly onDraft: (() => void) | null
  readonly sheet: RefObject<HTMLOListElement | null>
  readonly onUndo: () => void
}

/** `E` edits the note, `P` studies it; `J` and `K` go between the lines that could give a card, `Y` makes it, `Z` takes the last one back, `D` drafts. */
export function useNoteKeys({ editHref, studyHref, onDraft, sheet, onUndo }: NoteKeys): void {
  const { route } = useLocation()
  const offers = () => [...(sheet.current?.querySelectorAll<HTMLElement>('.would-be button') ?? [])]
  const go = (step: 1 | -1) => {
    const all = offers()
    const at = all.findIndex((one) => one === document.activeElement)
    const next = at < 0 ? nearest(all) : all[at + step]
    next?.focus({ preventScroll: true })
    next?.scrollIntoView({ block: 'center' })
  }
  useKeys('note', {
    edit: editHref === null ? undefined : () => route(editHref),
    practise: studyHref === null ? undefined : () => route(studyHref),
    next: () => go(1),
    previous: () => go(-1),
    make: () =>
      offers()
        .find((one) => one === document.activeElement)
        ?.click(),
    undo: onUndo,
    draft: onDraft ?? undefined,
  })
}

/** The first one in view or below; above all of them, the last. */
function nearest(all: readonly HTMLElement[]): HTMLElement | undefined {
  return all.find((one) => one.getBoundingClientRect().top >= 0) ?? all.at(-1)
}
