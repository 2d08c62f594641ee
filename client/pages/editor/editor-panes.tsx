import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { DraftReading, LiveCard } from './draft-reading.ts'
import { cardsOfLine, liveRows, rowNear, rowOf } from './live-rows.ts'
import type { NoteDesk } from './use-note-desk.ts'
import { openCardSheet } from '../../state/card-draft.ts'
import { linesBetween, openDrafting } from '../../state/draft-request.ts'
import { useModel } from '../../state/drafting.ts'
import { useWantedCards } from '../../state/use-wanted-cards.ts'
import { withoutMarks } from '../../words/inline-parts.ts'
import { asCloze, lineAt, offsetOfLine } from '../../words/text-lines.ts'
import { counted } from '../../words/words.ts'
import { LivePane } from './live-pane.tsx'
import { useEditorKeys } from './use-editor-keys.ts'
import { WritingPane } from './writing-pane.tsx'

const noCards: readonly LiveCard[] = []

interface PanesProps {
  readonly desk: NoteDesk
  readonly reading: DraftReading | null
  readonly startLine: number | null
  readonly side: 'write' | 'cards'
  readonly onSide: (side: 'write' | 'cards') => void
  readonly onSave: () => void
}

/** The text and its cards beside each other; on a phone one of the two. The caret lights up what belongs together. */
export function EditorPanes({ desk, reading, startLine, side, onSide, onSave }: PanesProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const pane = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ line: startLine ?? 1, top: 0, isCaret: startLine !== null })
  const [caret, setCaret] = useState(startLine ?? 1)
  const cards = reading?.cards ?? noCards
  const rows = useMemo(() => (reading === null ? [] : liveRows(reading)), [reading])
  const current = rowOf(rows, caret)
  const lit = useMemo(() => new Set(cardsOfLine(cards, caret).flatMap((card) => card.lines)), [cards, caret])
  const giving = useMemo(() => new Set(cards.flatMap((card) => card.lines)), [cards])

  // The row that belongs to the line in view stands at the same height as the line.
  const shown = rowNear(rows, place.line)
  useLayoutEffect(() => {
    const list = pane.current
    const row = list?.querySelector<HTMLElement>(`[data-line="${shown?.line ?? 0}"]`)
    if (list != null && row != null) list.scrollTop = row.offsetTop - Math.max(0, place.top)
  }, [shown?.key, place, side])

  const goToLine = (line: number) => {
    onSide('write')
    setCaret(line)
    // The field may only just have come into view.
    requestAnimationFrame(() => {
      const field = area.current
      if (field === null) return
      const at = offsetOfLine(field.value, line)
      field.focus()
      field.setSelectionRange(at, at)
    })
  }
  const jump = () => {
    if (document.activeElement !== area.current) return goToLine(caret)
    onSide('cards')
    const near = rowNear(rows, caret)
    requestAnimationFrame(() => {
      pane.current
        ?.querySelector<HTMLElement>(`[data-line="${near?.line ?? 0}"] .editor-live-line`)
        ?.focus({ preventScroll: true })
    })
  }
  const hideSelection = () => {
    const field = area.current
    if (field === null || field.readOnly) return
    const selected = field.value.slice(field.selectionStart, field.selectionEnd)
    const gap = asCloze(selected)
    if (gap === selected) return
    field.focus()
    replaceSelection(field, gap)
    desk.type(field.value)
  }
  /** A card of the selection, or of the caret's line, with a link to it. */
  const makeCard = () => {
    const field = area.current
    const selected = field?.value.slice(field.selectionStart, field.selectionEnd).trim() ?? ''
    const line = field === null ? caret : lineAt(field.value, field.selectionStart)
    const words = selected === '' ? withoutMarks(desk.text.split('\n')[line - 1] ?? '') : selected
    const from = desk.note === null ? {} : { from: { noteId: desk.note.id, line } }
    openCardSheet({ answer: words.replaceAll(/\*\*|`/g, ''), ...from })
  }
  const model = useModel()
  /** Cards by the learner's own model: of the selected lines as they are saved, or of the note. */
  const draft = () => {
    const { note } = desk
    const field = area.current
    if (note === null) return
    const isChosen = field !== null && field.selectionStart < field.selectionEnd
    openDrafting({
      noteId: note.id,
      title: note.title,
      silent: note.skipped,
      lines: isChosen
        ? linesBetween(lineAt(field.value, field.selectionStart), lineAt(field.value, field.selectionEnd))
        : null,
    })
  }
  const changed = useRef<string | null>(null)
  const wanted = useWantedCards(desk.note?.id, async (cardKey) => {
    changed.current = cardKey
    await desk.lookAgain()
  })
  const wantable = useMemo(
    () => new Set(desk.note?.skippedLines.flatMap(({ wouldBe }) => wouldBe?.cardKey ?? []) ?? []),
    [desk.note],
  )
  // A button that made a card, or took it back, is gone with it: the focus goes to the one in its place.
  useLayoutEffect(() => {
    const button =
      changed.current === null
        ? null
        : pane.current?.querySelector<HTMLElement>(`[data-card-key="${changed.current}"] button`)
    if (button == null || document.activeElement !== document.body) return
    changed.current = null
    button.focus({ preventScroll: true })
  }, [rows, wantable])
  useEditorKeys({ onSave, onJump: jump, onHide: hideSelection, onCard: makeCard })

  return (
    <>
      <div class="editor-sides" role="group" aria-label="Show">
        <button type="button" aria-pressed={side === 'write'} onClick={() => onSide('write')}>
          Write
        </button>
        <button type="button" aria-pressed={side === 'cards'} onClick={() => onSide('cards')}>
          Cards <span class="nums">{cards.length}</span>
        </button>
      </div>
      <div class={`editor showing-${side}`}>
        <WritingPane
          text={desk.text}
          area={area}
          lit={lit}
          giving={giving}
          startLine={startLine}
          isHeld={desk.found !== null || desk.conflict !== null}
          onType={desk.type}
          onLook={(seen) => {
            setPlace(seen)
            if (seen.isCaret) setCaret(seen.line)
          }}
        />
        <LivePane
          pane={pane}
          rows={rows}
          current={current}
          onGoToLine={goToLine}
          wanted={wanted}
          wantable={wantable}
        />
      </div>
      <p id="editor-keys" class="editor-tools">
        <button type="button" class="link-btn" onClick={hideSelection}>
          Make the selection a gap
        </button>
        <button type="button" class="link-btn" onClick={makeCard}>
          Make a card of it
        </button>
        {model === null || desk.note === null ? null : (
          <button type="button" class="link-btn" disabled={desk.isDirty} onClick={draft}>
            {desk.isDirty ? 'Save it to draft cards' : 'Draft cards of it'}
          </button>
        )}
        <span class="key-hint">
          <kbd>Ctrl S</kbd> save · <kbd>Ctrl .</kbd> between line and card · <kbd>Ctrl Shift C</kbd> gap ·{' '}
          <kbd>Ctrl Shift L</kbd> card · Tab leaves the text
        </span>
        <span class="small nums editor-count">
          {reading === null
            ? ''
            : `${counted(reading.facts, 'fact')}, ${counted(cards.length, 'card')}, line ${caret}`}
        </span>
      </p>
    </>
  )
}

/** Types over the selection, so that the browser's own undo knows of it. */
function replaceSelection(field: HTMLTextAreaElement, text: string): void {
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
}
