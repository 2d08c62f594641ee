import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { lineAt, offsetOfLine } from '../../words/text-lines.ts'

interface WritingPaneProps {
  readonly text: string
  readonly area: RefObject<HTMLTextAreaElement | null>
  /** Lines that make the cards beside the caret. */
  readonly lit: ReadonlySet<number>
  /** Lines that make cards at all. */
  readonly giving: ReadonlySet<number>
  readonly startLine: number | null
  /** While something must be decided first, nothing is typed that a decision would overwrite. */
  readonly isHeld: boolean
  readonly onType: (text: string) => void
  /** The line to look at, and how far below the pane's upper edge it stands. */
  readonly onLook: (place: { readonly line: number; readonly top: number; readonly isCaret: boolean }) => void
}

// The lines are drawn once more behind the field, to number and to mark them; a very long text does without.
const longestDrawn = 4000

/** A plain text field over its own lines, so that each can bear its number and the highlighter. */
export function WritingPane({
  text,
  area,
  lit,
  giving,
  startLine,
  isHeld,
  onType,
  onLook,
}: WritingPaneProps) {
  const backdrop = useRef<HTMLOListElement>(null)
  const latest = useRef(onLook)
  latest.current = onLook
  const lines = text.split('\n')
  const isDrawn = lines.length <= longestDrawn

  const topOf = (line: number): number => {
    const drawn = backdrop.current?.children[line - 1]
    return drawn instanceof HTMLElement ? drawn.offsetTop - (area.current?.scrollTop ?? 0) : 0
  }
  const lookAtCaret = () => {
    const field = area.current
    if (field === null || document.activeElement !== field) return
    const line = lineAt(field.value, field.selectionStart)
    latest.current({ line, top: topOf(line), isCaret: true })
  }
  const scrolled = () => {
    const field = area.current
    if (field === null || backdrop.current === null) return
    backdrop.current.scrollTop = field.scrollTop
    // The line of the caret is what is looked at, for as long as it is in view.
    const own = lineAt(field.value, field.selectionStart)
    const isInView = topOf(own) >= 0 && topOf(own) < field.clientHeight
    const line = isInView ? own : firstVisible(backdrop.current, field.scrollTop)
    latest.current({ line, top: topOf(line), isCaret: false })
  }

  useEffect(() => {
    document.addEventListener('selectionchange', lookAtCaret)
    return () => document.removeEventListener('selectionchange', lookAtCaret)
  }, [])
  useLayoutEffect(() => {
    if (backdrop.current !== null && area.current !== null)
      backdrop.current.scrollTop = area.current.scrollTop
  }, [text])
  useEffect(() => {
    const field = area.current
    if (field === null || startLine === null) return
    const at = offsetOfLine(field.value, startLine)
    field.focus({ preventScroll: true })
    field.setSelectionRange(at, at)
    field.scrollTop = Math.max(0, topOf(startLine) + field.scrollTop - field.clientHeight / 3)
  }, [])

  return (
    <div class="editor-writing">
      {isDrawn ? (
        // What scrolls is a stop for Tab, if nothing says otherwise; these lines are only the ground of the field.
        <ol ref={backdrop} class="editor-writing-lines" aria-hidden="true" tabIndex={-1}>
          {lines.map((line, i) => (
            <li key={i} dir="auto" class={lineClass(lit.has(i + 1), giving.has(i + 1))}>
              {line}
              {'\u200b'}
            </li>
          ))}
        </ol>
      ) : null}
      <textarea
        ref={area}
        id="note-text"
        dir="auto"
        class={isDrawn ? 'editor-writing-field' : 'editor-writing-field plain'}
        aria-label="Text of the note, as Markdown"
        aria-describedby="editor-keys"
        spellcheck
        readOnly={isHeld}
        value={text}
        onInput={(event) => {
          onType(event.currentTarget.value)
          lookAtCaret()
        }}
        onScroll={scrolled}
      />
    </div>
  )
}

function lineClass(isLit: boolean, isGiving: boolean): string {
  if (isLit) return 'lit'
  return isGiving ? 'giving' : ''
}

/** The first line whose upper edge is in view. The lines stand in order, so halving finds it. */
function firstVisible(list: HTMLElement, scrollTop: number): number {
  let [low, high] = [0, list.children.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    const line = list.children[middle]
    if (line instanceof HTMLElement && line.offsetTop < scrollTop) low = middle + 1
    else high = middle
  }
  return low + 1
}
