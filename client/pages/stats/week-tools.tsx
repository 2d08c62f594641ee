import { useState } from 'preact/hooks'
import { weekMarkdown } from '../../../shared/insight/week-markdown.ts'
import { announce } from '../../state/announcer.ts'
import { saveText } from '../../state/save-text.ts'
import type { WeekDoingProps } from './week-props.ts'
import './week-tools.css'

/** The week on paper, or as a Markdown note. */
export function WeekTools({ week, suggestions }: WeekDoingProps) {
  const [words, setWords] = useState('')
  // Where a page may not write to the clipboard, the text is shown, chosen, to be copied by hand.
  const [byHand, setByHand] = useState<string | null>(null)
  const text = () => weekMarkdown(week, suggestions)
  const copy = async () => {
    const isCopied = await copyText(text())
    setByHand(isCopied ? null : text())
    setWords(isCopied ? 'Copied.' : 'Copy it from here:')
    announce(isCopied ? 'Copied.' : 'Copy it from the field.')
  }
  return (
    <div class="week-tools">
      <p class="row">
        <button type="button" class="link-btn" onClick={() => window.print()}>
          Print
        </button>
        <button type="button" class="link-btn" onClick={() => void copy()}>
          Copy as Markdown
        </button>
        <button
          type="button"
          class="link-btn"
          onClick={() => saveText(`recollect-week-${week.from}.md`, text(), 'text/markdown')}
        >
          Download as Markdown
        </button>
        <span class="small">{words}</span>
      </p>
      {byHand === null ? null : (
        <textarea
          class="input week-tools-text"
          readOnly
          rows={10}
          aria-label="The week as Markdown"
          value={byHand}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </div>
  )
}

/** Puts text on the clipboard; false where a page may not, as over plain HTTP in a home network. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
